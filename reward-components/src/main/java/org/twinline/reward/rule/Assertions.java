package org.twinline.reward.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twinline.terminology.Terminology;
import org.twinline.terminology.mention.MentionTagger;
import org.twinline.terminology.mention.Span;

/** Reads the asserted entities off an answer. */
final class Assertions {
  private static final int SHORT_NAME = 30;

  private final Optional<Terminology> terminology;
  private final Approximate approximate;
  private final Kinds kinds;

  Assertions(Optional<Terminology> terminology) {
    this.terminology = terminology;
    approximate = new Approximate(terminology);
    kinds = new Kinds(terminology);
  }

  /**
   * What an answer asserts.
   *
   * @param asserted empty where it asserts nothing
   * @param part the part that asserts it; blank where none does
   * @param spans all names of the answer
   * @param parts all parts of the answer
   */
  record Reading(
      List<Asserted> asserted, Conclusion part, List<Span> spans, ConclusionParts parts) {
    /** Whether something is asserted by a name alone, or as the head of a few words. */
    boolean clear() {
      return asserted.stream()
          .anyMatch(
              a ->
                  a.link() == Asserted.Link.EXACT
                      || a.link() == Asserted.Link.HEAD
                      || (a.link() == Asserted.Link.NONE && a.end() - a.start() <= SHORT_NAME));
    }

    /** What makes the part that asserts the conclusion. */
    Conclusion.Strength strength() {
      return part.strength();
    }
  }

  /**
   * Reads an answer: of its {@linkplain Conclusion parts}, the first that asserts anything.
   *
   * @param own folded names that the asker knows, whether or not the terminology does
   */
  Reading read(String answer, List<String> own) {
    List<Span> spans = spans(answer, own);
    ConclusionParts parts = new ConclusionParts(answer);
    Reading weak = new Reading(List.of(), Conclusion.NONE, spans, parts);
    for (Conclusion part : parts) {
      List<Asserted> asserted = read(answer, part, spans, own);
      if (asserted.stream().anyMatch(Asserted::named)) {
        return new Reading(asserted, part, spans, parts);
      }
      if (weak.asserted.isEmpty() && !asserted.isEmpty()) {
        weak = new Reading(asserted, part, spans, parts);
      }
      if (part.stated() && !asserted.isEmpty()) {
        break;
      }
    }
    return weak;
  }

  /**
   * What one part of an answer asserts.
   *
   * @param spans the names of the answer
   */
  List<Asserted> read(String answer, Conclusion part, List<Span> spans, List<String> own) {
    PartReader first = new PartReader(approximate, kinds, answer, part, spans, own.size());
    List<Asserted> asserted = first.read();
    if (first.unknown().isEmpty()) {
      return asserted;
    }
    // What is said of names that nobody knows shows only once they are taken for names too.
    List<String> all = new ArrayList<>(own);
    all.addAll(first.unknown());
    return new PartReader(approximate, kinds, answer, part, spans(answer, all), own.size()).read();
  }

  private List<Span> spans(String answer, List<String> own) {
    return terminology.isPresent()
        ? terminology.get().spans(answer, own)
        : MentionTagger.own(answer, own);
  }
}
