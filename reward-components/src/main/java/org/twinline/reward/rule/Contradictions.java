package org.twinline.reward.rule;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.twinline.core.verdict.Explanation;
import org.twinline.terminology.Mention;
import org.twinline.terminology.Terminology;
import org.twinline.terminology.mention.Span;

/**
 * What an answer says against its own conclusion, once that is found to be right: a second
 * conclusion that is another one, another name for it that is not one, the code of another disease,
 * another disease that is said to be as likely. Such an answer says two things; which of them it
 * means nobody can tell.
 */
final class Contradictions {
  /** Characters in front of a conclusion that may say that it was given up. */
  private static final int LEAD = 60;

  /** A longer text behind a cue is not a name. */
  private static final int LONGEST_NAME = 60;

  private final Assertions assertions;
  private final Relatedness relatedness;
  private final RuleSettings settings;
  private final OtherCodes codes;

  Contradictions(
      Optional<Terminology> terminology,
      Assertions assertions,
      Relatedness relatedness,
      RuleSettings settings) {
    this.assertions = assertions;
    this.relatedness = relatedness;
    this.settings = settings;
    codes = new OtherCodes(terminology, relatedness);
  }

  /**
   * The first thing that speaks against a conclusion: arguments are its kind and its range.
   *
   * @param text the answer as it was read
   */
  Optional<Explanation> find(
      Asked asked, List<Required> required, Assertions.Reading reading, AnswerText text) {
    Case one = new Case(asked, required, reading, text.text());
    if (one.nothingElse()) {
      return Optional.empty();
    }
    Optional<Found> found = one.conclusion();
    found = found.isPresent() ? found : one.gloss();
    found =
        found.isPresent()
            ? found
            : codes
                .find(one.text, required, one.right, one::names)
                .map(range -> new Found("code", range.start(), range.end()));
    found = found.isPresent() ? found : one.denial();
    found = found.isPresent() ? found : one.alternative();
    return found.map(
        f ->
            Explanation.of(
                "contradicted",
                settings.nearly(),
                f.kind,
                text.at(f.start) + "-" + text.at(f.end)));
  }

  private record Found(String kind, int start, int end) {}

  /** One accepted answer. */
  private final class Case {
    private final Asked asked;
    private final List<Required> required;
    private final Assertions.Reading reading;
    private final Conclusion part;
    private final String text;
    private final List<Span> right;

    Case(Asked asked, List<Required> required, Assertions.Reading reading, String text) {
      this.asked = asked;
      this.required = required;
      this.reading = reading;
      this.part = reading.part();
      this.text = text;
      right =
          reading.spans().stream()
              .filter(s -> s.start() >= part.start() && s.end() <= part.end() && right(s))
              .toList();
    }

    /** Whether a right name is all that the answer says, as most short answers do. */
    boolean nothingElse() {
      String said = text.strip();
      return right.stream().anyMatch(s -> text.substring(s.start(), s.end()).equals(said));
    }

    private boolean right(Span span) {
      return asked.names(span.own(), required)
          || required.stream().anyMatch(item -> item.means(span.ordinals()));
    }

    /**
     * Whether a name is affirmed and of something else.
     *
     * @param synonymous whether it is said to be the same as the right one
     */
    private boolean wrong(Span span, boolean synonymous) {
      return !right(span)
          && !denied(span)
          && ((span.own() >= 0 && span.ordinals().length == 0)
              || relatedness.contradicts(span.ordinals(), required, synonymous));
    }

    /** The names of the right thing and of others, in their order. */
    private List<Span> names() {
      return reading.spans().stream()
          .filter(name -> right.contains(name) || wrong(name, false))
          .toList();
    }

    /** Another conclusion that is not taken back. */
    Optional<Found> conclusion() {
      for (Conclusion other : reading.parts().stated()) {
        boolean inside = other.start() >= part.start() && other.end() <= part.end();
        boolean around = other.start() <= part.start() && other.end() >= part.end();
        if (!inside && !superseded(other)) {
          List<Asserted> said =
              assertions.read(text, other, reading.spans(), asked.names()).stream()
                  .filter(a -> a.end() <= part.start() || a.start() >= part.end())
                  .toList();
          boolean agrees = said.stream().anyMatch(this::right);
          boolean named =
              ContradictionCues.FINAL.matcher(lead(other)).find()
                  && other.text().length() <= LONGEST_NAME;
          Optional<Asserted> wrong =
              said.stream()
                  .filter(a -> named || a.link() != Asserted.Link.NONE)
                  .filter(a -> !around || a.link() == Asserted.Link.EXACT)
                  .filter(
                      a ->
                          relatedness.unrelated(a, required)
                              || (named && relatedness.contradicts(a.concepts(), required, true)))
                  .findFirst();
          if (!agrees && wrong.isPresent()) {
            return Optional.of(new Found("conclusion", wrong.get().start(), wrong.get().end()));
          }
        }
      }
      return Optional.empty();
    }

    private boolean right(Asserted one) {
      return asked.names(one.own(), required)
          || required.stream().anyMatch(item -> item.means(one.concepts()));
    }

    private String lead(Conclusion other) {
      return text.substring(Math.max(0, other.start() - LEAD), other.start());
    }

    /**
     * Whether it is marked as given up, or something between it and the conclusion takes it back.
     */
    private boolean superseded(Conclusion other) {
      String lead = lead(other);
      int sentence = 0;
      Matcher ends = ContradictionCues.SENTENCE_END.matcher(lead.stripTrailing());
      while (ends.find()) {
        sentence = ends.end();
      }
      if (ContradictionCues.SUPERSEDED
          .matcher(lead.substring(Math.min(sentence, lead.length())))
          .find()) {
        return true;
      }
      return other.end() <= part.start()
          && ContradictionCues.CORRECTION.matcher(text).region(other.end(), part.start()).find();
    }

    /** Another thing's name in place of a synonym. */
    Optional<Found> gloss() {
      for (Span name : right) {
        for (Span other : reading.spans()) {
          boolean behind = other.start() >= name.end();
          Span first = behind ? name : other;
          Span second = behind ? other : name;
          if (first.end() <= second.start()
              && second.start() - first.end() <= LEAD
              && ContradictionCues.GLOSS.matcher(text).region(first.end(), second.start()).matches()
              && ContradictionCues.CLOSED
                  .matcher(text)
                  .region(second.end(), text.length())
                  .lookingAt()
              && wrong(other, synonym(first, second))) {
            return Optional.of(new Found("gloss", other.start(), other.end()));
          }
        }
      }
      return Optional.empty();
    }

    /** Whether a gloss says the same of both: by its words, or as a translation. */
    private boolean synonym(Span first, Span second) {
      return !ContradictionCues.BRACKET
              .matcher(text)
              .region(first.end(), second.start())
              .lookingAt()
          || chinese(first) != chinese(second);
    }

    private boolean chinese(Span span) {
      return text.substring(span.start(), span.end())
          .codePoints()
          .anyMatch(Character::isIdeographic);
    }

    /** A right name that is asked for, or denied further on. */
    Optional<Found> denial() {
      Matcher asks = ContradictionCues.ASKS.matcher(text).region(part.start(), text.length());
      if (asks.lookingAt() && asks.end() >= part.end()) {
        return Optional.of(new Found("question", part.start(), part.end()));
      }
      int said =
          right.stream().filter(s -> !denied(s)).findFirst().map(Span::end).orElse(part.end());
      for (Span span : reading.spans()) {
        boolean behind = span.context().negated() && span.start() > said;
        boolean inside = span.start() >= part.start() && span.end() <= part.end();
        if ((behind
                || (inside
                    && ContradictionCues.DENIED
                        .matcher(text)
                        .region(span.end(), text.length())
                        .lookingAt()))
            && right(span)) {
          return Optional.of(new Found("denial", span.start(), span.end()));
        }
      }
      return Optional.empty();
    }

    /**
     * Another disease in the sentence, as likely as the conclusion or where that is not foremost.
     */
    Optional<Found> alternative() {
      int from = part.start();
      while (from > 0 && "。！？!?\n".indexOf(text.charAt(from - 1)) < 0) {
        from--;
      }
      Matcher ends = ContradictionCues.SENTENCE_END.matcher(text);
      int to = ends.find(part.end()) ? ends.end() : text.length();
      boolean foremost = ContradictionCues.FOREMOST.matcher(text).region(from, part.end()).find();
      if (!foremost && ContradictionCues.UNDECIDED.matcher(text).region(from, to).find()) {
        return Optional.of(new Found("alternative", from, to));
      }
      String own = right.isEmpty() ? "" : clause(right.get(0), from, to);
      boolean second = !foremost && ContradictionCues.POSSIBLE.matcher(own).find();
      for (Span span : reading.spans()) {
        if (span.start() >= from && span.end() <= to) {
          boolean before = span.end() <= part.start() || span.end() <= part.end() && second;
          String clause = before ? own : clause(span, from, to);
          boolean likely = ContradictionCues.AS_LIKELY.matcher(clause).find();
          boolean also = !foremost && ContradictionCues.POSSIBLE.matcher(clause).find();
          if ((likely || also) && wrong(span, likely)) {
            return Optional.of(new Found("alternative", span.start(), span.end()));
          }
        }
      }
      return Optional.empty();
    }

    private String clause(Span span, int from, int to) {
      int start = span.start();
      while (start > from && "。！？!?\n，,；;".indexOf(text.charAt(start - 1)) < 0) {
        start--;
      }
      Matcher end = ContradictionCues.CLAUSE_END.matcher(text).region(span.end(), to);
      return text.substring(start, end.find() ? end.start() : to);
    }
  }

  private static boolean denied(Span span) {
    Mention.Context context = span.context();
    return context.negated() || context.historical() || context.family();
  }
}
