package org.twinline.core.triple;

import org.twinline.core.Require;

/** One option of a choice question: its label ({@code A}) and its text. */
public record Option(String label, String text) {
  public Option {
    Require.argument(!label.isBlank(), "Cannot make an option with a blank label");
  }
}
