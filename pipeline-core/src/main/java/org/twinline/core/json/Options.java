package org.twinline.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twinline.core.triple.Option;

/** The options of a choice question: an object of labels, an array, or lines of text. */
public final class Options {
  // "A 体位性低血压", "B. 静坐不能", "(C) ...", "D、...": one capital letter, then a separator.
  private static final Pattern LINE = Pattern.compile("[(（]?([A-Z])(?:[)）.．、:：]\\s*|\\s+)(\\S.*)");

  private Options() {}

  /** Writes the field {@code options} as an object, or nothing where there are none. */
  static void writeField(List<Option> options, JsonGenerator out) throws IOException {
    if (options.isEmpty()) {
      return;
    }
    out.writeObjectFieldStart(Names.OPTIONS);
    for (Option option : options) {
      out.writeStringField(option.label(), option.text());
    }
    out.writeEndObject();
  }

  /**
   * Reads options: an object {@code {"A":"…"}}, an array of texts, labelled A, B, … by position, or
   * a string with one option a line, as {@code "A …\nB …"}.
   *
   * @throws MalformedRecord if it is none of these, or a label is blank or stands twice
   */
  public static List<Option> read(String field, JsonValue value) throws MalformedRecord {
    List<Option> options = new ArrayList<>();
    if (value instanceof JsonValue.Obj object) {
      for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
        if (member.getKey().isBlank()) {
          throw new MalformedRecord(
              DeadLetterCode.WRONG_TYPE, field + " has a blank label", member.getValue().start());
        }
        options.add(new Option(member.getKey(), Read.scalar(field, member.getValue())));
      }
    } else if (value instanceof JsonValue.Arr array && array.elements().size() <= 26) {
      for (JsonValue element : array.elements()) {
        String label = String.valueOf((char) ('A' + options.size()));
        options.add(new Option(label, Read.scalar(field, element)));
      }
    } else if (value instanceof JsonValue.Text text) {
      readLines(field, text, options);
    } else {
      throw MalformedRecord.wrongType(
          field, "an object, an array of at most 26 or lines of text", value);
    }
    return options;
  }

  private static void readLines(String field, JsonValue.Text text, List<Option> options)
      throws MalformedRecord {
    Set<String> labels = new HashSet<>();
    for (String line : text.text().lines().toList()) {
      String stripped = line.strip();
      Matcher matcher = LINE.matcher(stripped);
      if (matcher.matches() && labels.add(matcher.group(1))) {
        options.add(new Option(matcher.group(1), matcher.group(2)));
      } else if (!stripped.isEmpty() && !options.isEmpty()) {
        // A line without a new label goes on with the option above it.
        Option last = options.remove(options.size() - 1);
        options.add(new Option(last.label(), last.text() + "\n" + stripped));
      } else if (!stripped.isEmpty()) {
        throw new MalformedRecord(
            DeadLetterCode.WRONG_TYPE,
            field + " must hold one option a line, each after its letter",
            text.start());
      }
    }
  }
}
