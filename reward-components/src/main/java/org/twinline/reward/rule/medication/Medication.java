package org.twinline.reward.rule.medication;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.twinline.core.json.JsonValue;

/**
 * One entry of a medication list, its fields as text.
 *
 * @param fields without those left out; always with {@link Field#DRUG}
 */
record Medication(Map<Field, String> fields) {
  /** A field by the names it goes by, lower case without blanks, hyphens and underscores. */
  enum Field {
    DRUG(
        0.4,
        "drug drugname name medication medicationname medicine medicinename generic genericname "
            + "药品 药名 药物 药品名 药品名称 药物名称 通用名 通用名称 药品通用名 名称"),
    DOSE(
        0.3,
        "dose dosage doseamount amount singledose doseperadministration 剂量 单次剂量 每次剂量 用量 单次用量"
            + " 每次用量 给药剂量 用药剂量"),
    UNIT(0, "unit units doseunit dosageunit 单位 剂量单位"),
    FREQUENCY(0.15, "frequency freq interval schedule dosingfrequency 频次 频率 给药频次 给药频率 用药频次 用药频率"),
    ROUTE(
        0.1,
        "route administration administrationroute routeofadministration via 途径 给药途径 给药方式 用药途径 给药方法"),
    DURATION(0.05, "duration course durationdays days 疗程 用药时间 时长 用药天数 天数 持续时间 用药疗程"),
    USAGE(0, "usage sig directions instructions regimen 用法用量 用法 用药方法 用药用量");

    private final double weight;
    private final List<String> names;

    Field(double weight, String names) {
      this.weight = weight;
      this.names = List.of(names.split(" "));
    }

    double weight() {
      return weight;
    }

    static Optional<Field> named(String name) {
      String folded = name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
      for (Field field : values()) {
        if (field.names.contains(folded)) {
          return Optional.of(field);
        }
      }
      return Optional.empty();
    }
  }

  Medication {
    fields = Map.copyOf(fields);
  }

  String drug() {
    return fields.getOrDefault(Field.DRUG, "");
  }

  /** A field's text, from the directions where it has none of its own; empty where left out. */
  String text(Field field) {
    String own = fields.getOrDefault(field, "");
    if (field == Field.DOSE && !own.isEmpty()) {
      return own + " " + fields.getOrDefault(Field.UNIT, "");
    }
    return own.isEmpty() && field != Field.DURATION ? fields.getOrDefault(Field.USAGE, "") : own;
  }

  /** The medications of values; empty unless every one is a medication or holds nothing else. */
  static Optional<List<Medication>> list(List<JsonValue> values) {
    List<Medication> list = new ArrayList<>();
    for (JsonValue value : values) {
      if (!add(value, list, 3)) {
        return Optional.empty();
      }
    }
    return list.isEmpty() ? Optional.empty() : Optional.of(list);
  }

  private static boolean add(JsonValue value, List<Medication> list, int depth) {
    if (value instanceof JsonValue.Arr array) {
      return depth > 0 && array.elements().stream().allMatch(e -> add(e, list, depth - 1));
    }
    if (!(value instanceof JsonValue.Obj object)) {
      return false;
    }
    Map<Field, String> fields = new EnumMap<>(Field.class);
    object.members().forEach((name, member) -> field(name, member, fields));
    if (!fields.getOrDefault(Field.DRUG, "").isBlank()) {
      list.add(new Medication(fields));
      return true;
    }
    // {"medications": [...]}: what is wrapped in it.
    List<JsonValue> inner =
        object.members().values().stream().filter(JsonValue.Arr.class::isInstance).toList();
    return depth > 0 && inner.size() == 1 && add(inner.get(0), list, depth - 1);
  }

  private static void field(String name, JsonValue value, Map<Field, String> fields) {
    Optional<Field> field = Field.named(name);
    String text =
        value instanceof JsonValue.Text string
            ? string.text()
            : value instanceof JsonValue.Num number ? number.raw() : "";
    if (field.isPresent() && !text.isBlank()) {
      boolean days = field.get() == Field.DURATION && name.toLowerCase(Locale.ROOT).contains("day");
      boolean bare = days || name.contains("天数");
      fields.putIfAbsent(field.get(), bare && text.matches("\\d{1,4}") ? text + " d" : text);
    }
  }
}
