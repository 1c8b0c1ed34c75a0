package org.twinline.core.text;

/**
 * A range of a text in UTF-16 units.
 *
 * @param start inclusive
 * @param end exclusive
 */
public record Span(int start, int end) {
  /** The part of {@code text} in this range. */
  public String of(String text) {
    return text.substring(start, end);
  }
}
