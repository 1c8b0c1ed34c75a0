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
 *   <li>Where the answer names no item, that is the score; of a flood of names, whatever they are,
 *       its share of the reject threshold.
 *   <li>Where the rules accept less than an identical name, it ranks the accepted: the excess over
 *       the accept threshold is multiplied with the mean belief.
 *   <li>Where the answer asserts the items among at most two other things, it may raise the score
 *       to just short of acceptance: the linker knows no lists. A flood of more stays rejected
 *       where something is asked.
 *   <li>Where nothing is asked and the answer is a {@linkplain FieldWording bare wording} of a few
 *       things, it may raise the score to acceptance though these are several, or the item is past
 *       by surgery; and it takes acceptance back where it takes the text for another name of the
 *       item's category. A flood there, or a past item among more things, is at most halfway
 *       between the thresholds, and what is left open just short of acceptance.
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
   * @param unasked whether there is no question
   */
  Explanation weigh(
      Explanation told,
      Asked asked,
      int number,
      Assertions.Reading reading,
      AnswerText text,
      boolean unasked) {
    List<Required> required = asked.alternatives().get(number).required();
    Optional<Range> phrase = phrase(reading.part(), text.text(), unasked);
    boolean field = unasked && FieldWording.is(text.text(), asked, required, reading);
    boolean few = field && FieldWording.few(text.text(), reading);
    boolean spoken = required.stream().anyMatch(item -> asked.spoken(reading, item));
    boolean asserted = asserted(asked, required, reading);
    boolean accepted = told.value() >= settings.accept();
    if (phrase.isEmpty() || told.value() == 1 || (spoken && !accepted && !field && !asserted)) {
      return told;
    }
    String place = text.at(phrase.get().start) + "-" + text.at(phrase.get().end);
    Beliefs beliefs = new Beliefs();
    for (int r = 0; r < required.size(); r++) {
      TrainedLinks.Thought thought =
          links.of(phrase.get().of(text.text()), required.get(r), required);
      if (!required.get(r).linked() && thought.chance() == 0) {
        return told;
      }
      beliefs.add(thought, required.get(r).label(), place);
    }
    if (accepted && !(few && beliefs.elsewhere)) {
      List<Explanation> all = new ArrayList<>(told.parts());
      all.addAll(beliefs.parts);
      double ranked = settings.accept() + (told.value() - settings.accept()) * beliefs.mean();
      return new Explanation(told.code(), ranked, told.arguments(), all);
    }
    boolean flood =
        reading.asserted().size() - required.size() >= EntityRule.FLOOD
            || (spoken && !few && !asserted);
    boolean open = (spoken && !few) || (field && FieldWording.open(text.text()));
    double value = beliefs.value();
    if (flood) {
      value = field ? Math.min(settings.unknown(), value) : settings.reject() * value;
    } else if (open) {
      value = Math.min(settings.nearly(), value);
    }
    return spoken && !accepted && value <= told.value()
        ? told
        : new Explanation("rule_learned", value, List.of(Integer.toString(number)), beliefs.parts);
  }

  /** What is believed of the items of an alternative. */
  private final class Beliefs {
    private final List<Explanation> parts = new ArrayList<>();
    private double values;
    private double sum;
    private boolean elsewhere;

    void add(TrainedLinks.Thought thought, String label, String place) {
      double value = TrainedLinks.value(thought.belief(), settings);
      parts.add(
          Explanation.of(
              "linked",
              value,
              Integer.toString(parts.size()),
              label,
              Explanation.number(thought.chance()),
              place,
              Explanation.number(thought.rival())));
      values += value;
      sum += thought.belief();
      elsewhere |= thought.elsewhere();
    }

    double value() {
      return values / parts.size();
    }

    double mean() {
      return sum / parts.size();
    }
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

  /**
   * What is linked: the whole answer where no cue marks a part of it, and no more than a weak one
   * where nothing is asked; else the part.
   */
  private static Optional<Range> phrase(Conclusion part, String text, boolean unasked) {
    int start = 0;
    int end = text.length();
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    boolean whole =
        part.strength() == Conclusion.Strength.PLACED
            || (unasked && part.strength() == Conclusion.Strength.SUPPORTED);
    String all = text.substring(start, end);
    if (whole && (unasked ? TrainedLinks.asksOpenly(all) : TrainedLinks.asks(all))) {
      return Optional.of(new Range(start, end));
    }
    return TrainedLinks.asks(part.text())
        ? Optional.of(new Range(part.start(), part.end()))
        : Optional.empty();
  }
}
