package org.twinline.reward.attack;

import java.util.List;
import org.twinline.core.Require;
import org.twinline.core.triple.Language;
import org.twinline.core.triple.Option;

/**
 * A choice question with one right option.
 *
 * @param options at least three, with different labels
 * @param gold the label of the right one
 */
public record ChoiceItem(
    String id, String question, List<Option> options, String gold, Language language) {
  public ChoiceItem {
    options = List.copyOf(options);
    Require.argument(
        options.size() >= 3,
        "Cannot attack item '%s': it has %s options, must have at least 3",
        id,
        options.size());
    Require.argument(
        options.stream().anyMatch(o -> o.label().equals(gold)),
        "Cannot attack item '%s': no option has the gold's label",
        id);
    Require.argument(
        language != Language.UNSTATED, "Cannot attack item '%s': its language is not stated", id);
  }

  String text(String label) {
    return options.stream().filter(o -> o.label().equals(label)).findFirst().orElseThrow().text();
  }

  List<String> wrong() {
    return options.stream().map(Option::label).filter(l -> !l.equals(gold)).toList();
  }
}
