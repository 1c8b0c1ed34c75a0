package org.twinline.core.triple;

import java.util.List;
import org.twinline.core.Require;

/**
 * What the model is asked: at least one turn (one is the common case), with options where the
 * question is a choice.
 */
public record Prompt(List<Turn> turns, List<Option> options) {
  public Prompt {
    turns = List.copyOf(turns);
    options = List.copyOf(options);
    Require.argument(!turns.isEmpty(), "Cannot make a prompt without turns");
  }

  /** A prompt of a single user turn without options. */
  public static Prompt of(String question) {
    return new Prompt(List.of(new Turn(Role.USER, question)), List.of());
  }

  /** The content of the last user turn, or of the last turn where there is no user turn. */
  public String lastUserContent() {
    for (int i = turns.size() - 1; i >= 0; i--) {
      if (turns.get(i).role() == Role.USER) {
        return turns.get(i).content();
      }
    }
    return turns.get(turns.size() - 1).content();
  }
}
