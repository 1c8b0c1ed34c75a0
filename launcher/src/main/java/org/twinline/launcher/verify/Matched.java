package org.twinline.launcher.verify;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.twinline.core.verdict.Explanation;

/**
 * What of a reference an answer matched, as its explanation tells it: the parts {@code pair} of a
 * {@code rule_entity}, {@code claim} of a {@code rule_prose}, {@code linked} of a {@code
 * rule_learned} and {@code keyword} of {@code rule_keywords} whose score is above what is rejected.
 * What an explanation does not tell stays empty.
 *
 * @param by what the match was carried by
 * @param alternative index of the alternative of the reference, from 0
 * @param item index of the required item in its alternative, from 0
 * @param label of the required item: a concept code, or {@code unlinked}
 * @param score of the pair, in [0,1]
 * @param range {@code begin-end} in the answer, in UTF-16 units
 */
record Matched(
    By by,
    Optional<String> alternative,
    Optional<String> item,
    Optional<String> label,
    double score,
    Optional<String> range) {
  private static final String CLAIM = "claim";
  private static final String KEYWORD = "keyword";

  /** The parts that match something, by the code of the explanation they belong to. */
  private static final Map<String, String> PARTS =
      Map.of(
          "rule_entity",
          "pair",
          "rule_prose",
          CLAIM,
          "rule_learned",
          "linked",
          "rule_keywords",
          KEYWORD);

  private static final String UNLINKED = "unlinked";
  private static final Pattern INDEX = Pattern.compile("\\d{1,6}");
  private static final Pattern RANGE = Pattern.compile("\\d{1,9}-\\d{1,9}");

  /** What carries a match. */
  enum By {
    /** An entity that the answer asserts. */
    ENTITY,
    /** A name of the item in what prose claims. */
    NAME,
    /** The item's words in a sentence of it. */
    WORDS,
    /** What a trained linker takes the range for. */
    LINKER,
    /** A keyword that is asserted. */
    KEYWORD;

    static By of(Explanation part) {
      return switch (part.code()) {
        case CLAIM -> part.arguments().contains("named") ? NAME : WORDS;
        case "linked" -> LINKER;
        case Matched.KEYWORD -> KEYWORD;
        default -> ENTITY;
      };
    }
  }

  /** The matched items; empty for other kinds of answers. */
  static List<Matched> of(Explanation explanation, double rejected) {
    List<Matched> matched = new ArrayList<>();
    String code = PARTS.getOrDefault(explanation.code(), "");
    for (Explanation part : explanation.parts()) {
      if (part.code().equals(code) && part.value() > rejected) {
        matched.add(
            code.equals(KEYWORD)
                ? keyword(part)
                : item(first(explanation.arguments(), INDEX), part));
      }
    }
    return matched;
  }

  /** A keyword, which explanations number from 1. */
  private static Matched keyword(Explanation part) {
    return new Matched(
        By.KEYWORD,
        Optional.empty(),
        first(part.arguments(), INDEX).map(n -> Integer.toString(Integer.parseInt(n) - 1)),
        Optional.empty(),
        part.value(),
        Optional.empty());
  }

  private static Matched item(Optional<String> alternative, Explanation part) {
    List<String> arguments = part.arguments();
    Optional<String> item = first(arguments, INDEX);
    Optional<String> label = arguments.stream().skip(item.isPresent() ? 1 : 0).findFirst();
    Optional<String> range =
        arguments.stream().skip(1).filter(a -> RANGE.matcher(a).matches()).findFirst();
    return new Matched(By.of(part), alternative, item, label, part.value(), range);
  }

  private static Optional<String> first(List<String> arguments, Pattern form) {
    return arguments.stream().limit(1).filter(a -> form.matcher(a).matches()).findFirst();
  }

  void write(JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("by", Scored.word(by));
    if (item.isPresent()) {
      out.writeNumberField("item", Integer.parseInt(item.get()));
    }
    if (alternative.isPresent()) {
      out.writeNumberField("alternative", Integer.parseInt(alternative.get()));
    }
    if (label.isPresent()) {
      if (label.get().equals(UNLINKED)) {
        out.writeNullField("concept");
      } else {
        out.writeStringField("concept", label.get());
      }
    }
    out.writeNumberField("score", score);
    if (range.isPresent()) {
      int dash = range.get().indexOf('-');
      out.writeNumberField("begin", Integer.parseInt(range.get().substring(0, dash)));
      out.writeNumberField("end", Integer.parseInt(range.get().substring(dash + 1)));
    }
    out.writeEndObject();
  }
}
