package org.twinline.launcher.verify;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.twinline.core.verdict.Explanation;

/**
 * What of an entity reference an answer matched, as its explanation tells it: the parts {@code
 * pair} of a {@code rule_entity} whose score is above what is rejected. What an explanation does
 * not tell stays empty.
 *
 * @param alternative index of the alternative of the reference, from 0
 * @param item index of the required item in its alternative, from 0
 * @param label of the required item: a concept code, or {@code unlinked}
 * @param score of the pair, in [0,1]
 * @param range {@code begin-end} in the answer, in UTF-16 units
 */
record Matched(
    Optional<String> alternative,
    Optional<String> item,
    Optional<String> label,
    double score,
    Optional<String> range) {
  private static final String ENTITY = "rule_entity";
  private static final String PAIR = "pair";
  private static final String UNLINKED = "unlinked";
  private static final Pattern INDEX = Pattern.compile("\\d{1,6}");
  private static final Pattern RANGE = Pattern.compile("\\d{1,9}-\\d{1,9}");

  /** The matched items; empty for other kinds of answers. */
  static List<Matched> of(Explanation explanation, double rejected) {
    List<Matched> matched = new ArrayList<>();
    if (explanation.code().equals(ENTITY)) {
      Optional<String> alternative = first(explanation.arguments(), INDEX);
      for (Explanation part : explanation.parts()) {
        if (part.code().equals(PAIR) && part.value() > rejected) {
          matched.add(pair(alternative, part));
        }
      }
    }
    return matched;
  }

  private static Matched pair(Optional<String> alternative, Explanation pair) {
    List<String> arguments = pair.arguments();
    Optional<String> item = first(arguments, INDEX);
    Optional<String> label = arguments.stream().skip(item.isPresent() ? 1 : 0).findFirst();
    Optional<String> range =
        arguments.stream().skip(1).filter(a -> RANGE.matcher(a).matches()).findFirst();
    return new Matched(alternative, item, label, pair.value(), range);
  }

  private static Optional<String> first(List<String> arguments, Pattern form) {
    return arguments.stream().limit(1).filter(a -> form.matcher(a).matches()).findFirst();
  }

  void write(JsonGenerator out) throws IOException {
    out.writeStartObject();
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
