package org.twinline.launcher.init;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.twinline.core.json.Json;
import org.twinline.core.json.JsonValue;
import org.twinline.core.json.Limits;
import org.twinline.core.json.MalformedRecord;
import org.twinline.core.json.adapter.RecordAdapter;
import org.twinline.core.text.LanguageGuess;
import org.twinline.core.triple.CandidateGroup;
import org.twinline.core.triple.Language;
import org.twinline.core.triple.Place;

/** The top-level fields of sampled lines; hands the lines on to the adapter that decides itself. */
final class Fields implements RecordAdapter {
  private static final long serialVersionUID = 1;

  private final RecordAdapter auto;
  private final transient Map<String, Field> fields = new LinkedHashMap<>();
  private final transient Map<String, Long> forms = new TreeMap<>();
  private final transient Map<Language, Long> languages = new EnumMap<>(Language.class);
  private transient long lines;

  /** A field: how often it is there, of which JSON kind it was first, how long its texts are. */
  static final class Field {
    private final String kind;
    private long count;
    private long characters;

    private Field(String kind) {
      this.kind = kind;
    }

    String kind() {
      return kind;
    }

    long count() {
      return count;
    }

    /** Characters of its JSON, on average. */
    long length() {
      return characters / Math.max(1, count);
    }
  }

  Fields(RecordAdapter auto) {
    this.auto = auto;
  }

  @Override
  public CandidateGroup adapt(byte[] line, Place place) throws MalformedRecord {
    JsonValue.Obj object = Json.readStrict(line, Limits.DEFAULT);
    lines++;
    forms.merge(form(object), 1L, Long::sum);
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
      if (!member.getValue().isNull()) {
        Field field =
            fields.computeIfAbsent(member.getKey(), k -> new Field(member.getValue().kind()));
        field.count++;
        String raw = member.getValue().raw();
        field.characters += raw.length();
        text.append(raw.replaceAll("\\\\[nrt]", " "));
      }
    }
    languages.merge(LanguageGuess.of(text.toString()), 1L, Long::sum);
    return auto.adapt(line, place);
  }

  /** The word for a line's form, in the order in which {@code auto} decides. */
  private static String form(JsonValue.Obj line) {
    if ((line.has("chosen") && line.has("rejected"))
        || (line.has("response_chosen") && line.has("response_rejected"))) {
      return "preference";
    }
    if (line.has("question") || line.has("turns")) {
      return "canonical";
    }
    if (line.has("messages")) {
      return "messages";
    }
    if (line.has("conversations")) {
      return "sharegpt";
    }
    return line.has("instruction") ? "alpaca" : "auto";
  }

  long lines() {
    return lines;
  }

  /** Those of at least a twentieth of the lines, the more frequent first. */
  List<String> languages() {
    return languages.entrySet().stream()
        .filter(entry -> entry.getKey() != Language.UNSTATED && entry.getValue() * 20 >= lines)
        .sorted(Comparator.comparingLong(entry -> -entry.getValue()))
        .map(entry -> entry.getKey().name().toLowerCase(Locale.ROOT))
        .toList();
  }

  /** In the order of their first appearance. */
  Map<String, Field> fields() {
    return fields;
  }

  /** A field that was found. */
  Field field(String name) {
    return Objects.requireNonNull(fields.get(name), name);
  }

  /** The form of all lines, {@code auto} where they differ. */
  String form() {
    return forms.size() == 1 ? forms.keySet().iterator().next() : "auto";
  }
}
