package org.twinline.reward.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.twinline.core.triple.Reference;
import org.twinline.core.verdict.Explanation;
import org.twinline.reward.rule.text.Keywords;
import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.Terminology;

/**
 * Free text. The reference itself, letter case and punctuation aside, scores 1.
 *
 * <p>Several required items, or one short one, are keywords: with c the share of them that the
 * answer asserts, the score is 1 for c = 1, 0 for c = 0, else reject + c × (accept − reject), which
 * is unsure. One long reference text of whose words an answer half as long or longer lacks most is
 * not what it says; any other that it does not repeat is unknown ({@code text_unmatched}): how much
 * of its wording the answer has is told, and decides nothing.
 */
final class TextRule {
  private static final int KEYWORD_CHARACTERS = 40;
  private static final int KEYWORD_WORDS = 6;

  /** An answer with a smaller share of the reference's words says something else. */
  private static final double UNLIKE = 0.4;

  private static final Pattern SENTENCE = Pattern.compile("[。！？!?；;\\n]|\\.(?:\\s|$)");

  private final Optional<Terminology> terminology;
  private final RuleSettings settings;

  TextRule(Optional<Terminology> terminology, RuleSettings settings) {
    this.terminology = terminology;
    this.settings = settings;
  }

  Explanation judge(Reference reference, String answer) {
    String folded = NameNormaliser.name(answer);
    Keywords keywords = Keywords.of(answer, terminology);
    Explanation best = Explanation.of("text_unmatched", settings.unknown());
    boolean judged = false;
    for (Reference.Alternative alternative : reference.alternatives()) {
      Explanation one = alternative(alternative.required(), folded, answer, keywords);
      best = !judged || one.value() > best.value() ? one : best;
      judged = true;
    }
    return best;
  }

  private Explanation alternative(
      List<String> required, String folded, String answer, Keywords keywords) {
    String first = NameNormaliser.name(required.get(0));
    if (required.size() == 1) {
      if (!first.isEmpty() && first.equals(folded)) {
        return Explanation.of("text_exact", 1);
      }
      if (!keyword(required.get(0))) {
        double coverage = Keywords.coverage(required.get(0), answer);
        double words = Overlap.of(first, folded).ofA();
        if (words < UNLIKE && 2 * folded.length() >= first.length()) {
          return Explanation.of("rule_text_unlike", settings.reject() * words / UNLIKE);
        }
        return Explanation.of(
            "text_unmatched",
            settings.unknown(),
            List.of(Explanation.of("text_coverage", coverage)));
      }
    }
    return keywords(required, keywords);
  }

  private Explanation keywords(List<String> required, Keywords keywords) {
    List<Explanation> parts = new ArrayList<>();
    int asserted = 0;
    for (int i = 0; i < required.size(); i++) {
      Keywords.Found found = keywords.find(required.get(i));
      boolean there = found == Keywords.Found.ASSERTED;
      asserted += there ? 1 : 0;
      parts.add(
          Explanation.of(
              "keyword",
              there ? 1 : 0,
              Integer.toString(i + 1),
              found.name().toLowerCase(java.util.Locale.ROOT)));
    }
    int all = required.size();
    double between = settings.reject() + (settings.accept() - settings.reject()) * asserted / all;
    double value = asserted == all ? 1 : asserted == 0 ? 0 : between;
    return new Explanation(
        "rule_keywords", value, List.of(Integer.toString(asserted), Integer.toString(all)), parts);
  }

  private static boolean keyword(String item) {
    String text = item.strip();
    return text.length() <= KEYWORD_CHARACTERS
        && text.split("\\s+").length <= KEYWORD_WORDS
        && !SENTENCE.matcher(text).find();
  }
}
