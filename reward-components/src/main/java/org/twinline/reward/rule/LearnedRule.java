package org.twinline.reward.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twinline.core.verdict.Explanation;

/**
 * What a linker that learned how such texts are worded makes of a short answer, beside what the
 * rules make of it: the mean over the items of what its {@linkplain TrainedLinks.Thought beliefs}
 * are worth.
 *
 * <ul>
 *   <li>Where the answer names no item, that is the score.
 *   <li>Where the rules accept less than an identical name, it ranks the accepted: the excess over
 *       the accept threshold is multiplied with the mean belief.
 *   <li>Where the answer asserts the items among at most two other things, it may raise the score
 *       to just short of acceptance: the linker knows no lists. A flood of more stays rejected: its
 *       share of the reject threshold.
 *   <li>Elsewhere (an item denied or past, a long text, one that denies something, an item that
 *       neither the lists nor the linker know) it is not asked.
 * </ul>
 */
final class LearnedRule {
  private final TrainedLinks links;
  private final RuleSettings settings;

  LearnedRule(TrainedLinks links, RuleSettings settings) {
    this.links = links;
    this.settings = settings;
  }

  /**
   * The judgement of one alternative.
   *
   * @param told by the rules
   */
  Explanation weigh(
      Explanation told, Asked asked, int number, Assertions.Reading reading, AnswerText text) {
    List<Required> required = asked.alternatives().get(number).required();
    Optional<Range> phrase = phrase(reading.part(), text.text());
    boolean spoken = required.stream().anyMatch(item -> asked.spoken(reading, item));
    boolean accepted = told.value() >= settings.accept();
    if (phrase.isEmpty()
        || told.value() == 1
        || (spoken && !accepted && !asserted(asked, required, reading))) {
      return told;
    }
    List<Explanation> parts = new ArrayList<>();
    double sum = 0;
    double beliefs = 0;
    for (int r = 0; r < required.size(); r++) {
      TrainedLinks.Thought thought =
          links.of(phrase.get().of(text.text()), required.get(r), required);
      if (!required.get(r).linked() && thought.chance() == 0) {
        return told;
      }
      double value = TrainedLinks.value(thought.belief(), settings);
      parts.add(
          Explanation.of(
              "linked",
              value,
              Integer.toString(r),
              required.get(r).label(),
              Explanation.number(thought.chance()),
              text.at(phrase.get().start) + "-" + text.at(phrase.get().end),
              Explanation.number(thought.rival())));
      sum += value;
      beliefs += thought.belief();
    }
    int n = required.size();
    if (accepted) {
      List<Explanation> all = new ArrayList<>(told.parts());
      all.addAll(parts);
      double ranked = settings.accept() + (told.value() - settings.accept()) * beliefs / n;
      return new Explanation(told.code(), ranked, told.arguments(), all);
    }
    boolean flood = spoken && reading.asserted().size() - n >= EntityRule.FLOOD;
    double value =
        flood
            ? settings.reject() * sum / n
            : spoken ? Math.min(settings.nearly(), sum / n) : sum / n;
    return spoken && value <= told.value()
        ? told
        : new Explanation("rule_learned", value, List.of(Integer.toString(number)), parts);
  }

  /** Whether the items are asserted by name, beside whatever else. */
  private static boolean asserted(
      Asked asked, List<Required> required, Assertions.Reading reading) {
    return required.stream()
        .allMatch(item -> reading.asserted().stream().anyMatch(one -> asked.names(one, item)));
  }

  /** A part of the answer. */
  private record Range(int start, int end) {
    String of(String text) {
      return text.substring(start, end);
    }
  }

  /** What is linked: the whole answer where no cue marks a part of it, else the part. */
  private static Optional<Range> phrase(Conclusion part, String text) {
    int start = 0;
    int end = text.length();
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    boolean whole = part.strength() == Conclusion.Strength.PLACED;
    if (whole && TrainedLinks.asks(text.substring(start, end))) {
      return Optional.of(new Range(start, end));
    }
    return TrainedLinks.asks(part.text())
        ? Optional.of(new Range(part.start(), part.end()))
        : Optional.empty();
  }
}
