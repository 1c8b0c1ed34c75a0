package org.twinline.reward.attack;

import java.util.List;
import org.twinline.core.Require;
import org.twinline.core.triple.Language;

/**
 * A question whose answer is an entity, and entities that are wrong for it.
 *
 * @param gold the name that is right
 * @param others at least three names that are wrong, the most plausible first
 * @param language of the question and the names
 */
public record AttackItem(
    String id, String question, String gold, List<String> others, Language language) {
  static final int OTHERS = 3;

  public AttackItem {
    others = List.copyOf(others);
    Require.argument(
        !gold.isBlank() && others.stream().noneMatch(String::isBlank),
        "Cannot attack item '%s': the gold or another answer is blank",
        id);
    Require.argument(
        others.size() >= OTHERS,
        "Cannot attack item '%s': it has %s other answers, must have at least %s",
        id,
        others.size(),
        OTHERS);
    Require.argument(
        language != Language.UNSTATED, "Cannot attack item '%s': its language is not stated", id);
  }
}
