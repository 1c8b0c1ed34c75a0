package org.twinline.launcher.gate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.twinline.core.triple.Language;
import org.twinline.core.triple.Task;
import org.twinline.launcher.job.CheckedYaml;
import org.twinline.terminology.merge.Icd10Chapters;

/** Turns the checks of a gate file into records, and reports what no schema can say. */
final class GateReader {
  private static final long MINIMUM = 30;
  private static final String CHECKS = "checks";

  private final CheckedYaml yaml;

  GateReader(CheckedYaml yaml) {
    this.yaml = yaml;
  }

  /** The checks that are right; what is wrong with others is reported. */
  List<Check> checks() {
    JsonNode list = yaml.tree().path(CHECKS);
    List<Check> checks = new ArrayList<>();
    Map<String, Integer> given = new HashMap<>();
    for (int i = 0; list.isArray() && i < list.size(); i++) {
      JsonNode name = list.get(i).path("name");
      Integer earlier = name.isTextual() ? given.putIfAbsent(name.asText(), i) : null;
      if (earlier != null) {
        problem(
            i,
            "is "
                + CheckedYaml.quoted(name.asText())
                + ", as 'checks."
                + earlier
                + ".name' is; name each check once",
            "name");
      }
    }
    for (int i = 0; list.isArray() && i < list.size(); i++) {
      if (list.get(i).isObject()) {
        check(i, list.get(i), given).ifPresent(checks::add);
      }
    }
    return checks;
  }

  private Optional<Check> check(int i, JsonNode node, Map<String, Integer> given) {
    Optional<Check.Subject> subject =
        switch (node.path("check").asText()) {
          case "value" -> measure(i, node, "metric", "of").map(Check.Value::new);
          case "change" -> measure(i, node, "metric", "of").map(Check.Change::new);
          case "ratio" -> ratio(i, node);
          case "drift" -> drift(i, node);
          default -> Optional.empty();
        };
    if (subject.isEmpty()) {
      return Optional.empty();
    }
    Check.Slicing slicing = slicing(i, node, subject.get());
    Check.Rule rule = rule(i, node, subject.get());
    if (yaml.wrong(CHECKS, String.valueOf(i))) {
      return Optional.empty();
    }
    int line = yaml.line(CHECKS, String.valueOf(i)).orElse(1);
    return Optional.of(
        new Check(
            new Check.Label(name(node, subject.get(), given), line), subject.get(), slicing, rule));
  }

  private static String name(JsonNode node, Check.Subject subject, Map<String, Integer> given) {
    if (node.has("name")) {
      return node.path("name").asText();
    }
    String slice = node.path("slice").asText();
    String made = subject.text() + (slice.isEmpty() ? "" : " by " + slice);
    String name = made;
    for (int i = 2; given.putIfAbsent(name, -1) != null; i++) {
      name = made + " (" + i + ")";
    }
    return name;
  }

  private Optional<Check.Subject> ratio(int i, JsonNode node) {
    Optional<Check.Measure> measure = measure(i, node, "metric", "of");
    boolean own = node.has("over_of");
    Optional<Check.Measure> over = measure(i, node, "over", own ? "over_of" : "of");
    if (measure.isEmpty() || over.isEmpty()) {
      return Optional.empty();
    }
    boolean used = measure.get().metric().ofTriples() || over.get().metric().ofTriples();
    if (node.has("of") && !used) {
      problem(i, "says nothing here: only scores and lengths are of kept or dropped", "of");
    }
    if (own && !over.get().metric().ofTriples()) {
      problem(i, "says nothing here: only scores and lengths are of kept or dropped", "over_of");
    }
    if (measure.equals(over)) {
      problem(i, "is the metric itself; name another", "over");
    }
    return Optional.of(new Check.Ratio(measure.get(), over.get()));
  }

  private Optional<Check.Measure> measure(int i, JsonNode node, String key, String of) {
    JsonNode name = node.path(key);
    if (!name.isTextual() || yaml.wrong(CHECKS, String.valueOf(i), key)) {
      return Optional.empty();
    }
    try {
      Metric metric = Metric.of(name.asText());
      if (!node.path("check").asText().equals("ratio") && node.has(of) && !metric.ofTriples()) {
        problem(i, "says nothing here: only scores and lengths are of kept or dropped", of);
      }
      return Optional.of(new Check.Measure(metric, whose(node, of)));
    } catch (IllegalArgumentException e) {
      problem(i, "is " + CheckedYaml.quoted(name.asText()) + ": " + e.getMessage(), key);
      return Optional.empty();
    }
  }

  private Optional<Check.Subject> drift(int i, JsonNode node) {
    JsonNode name = node.path("distribution");
    JsonNode distance = node.path("distance");
    if (!name.isTextual() || yaml.wrong(CHECKS, String.valueOf(i), "distribution")) {
      return Optional.empty();
    }
    try {
      Spread spread = Spread.of(name.asText());
      boolean ofTriples = spread.ofTriples() || spread.name().equals("pass_rate");
      if (node.has("of") && !ofTriples) {
        problem(i, "says nothing here: " + spread.name() + " has no such choice", "of");
      }
      if (spread.name().equals("pass_rate") && node.path("of").asText().equals("all")) {
        problem(i, "is 'all': pass rates are of kept or of dropped groups", "of");
      }
      if (!distance.isTextual() || yaml.wrong(CHECKS, String.valueOf(i), "distance")) {
        return Optional.empty();
      }
      Distance measured = Distance.valueOf(distance.asText().toUpperCase(Locale.ROOT));
      if (measured == Distance.KS && !spread.ordered()) {
        problem(
            i,
            "is 'ks', which needs values that have an order; use psi, jensen_shannon or"
                + " total_variation",
            "distance");
      }
      return Optional.of(new Check.Drift(spread, whose(node, "of"), measured));
    } catch (IllegalArgumentException e) {
      problem(i, "is " + CheckedYaml.quoted(name.asText()) + ": " + e.getMessage(), "distribution");
      return Optional.empty();
    }
  }

  private static Whose whose(JsonNode node, String key) {
    return Arrays.stream(Whose.values())
        .filter(whose -> whose.word().equals(node.path(key).asText()))
        .findFirst()
        .orElse(Whose.KEPT);
  }

  private Check.Slicing slicing(int i, JsonNode node, Check.Subject subject) {
    Optional<SliceBy> by =
        Arrays.stream(SliceBy.values())
            .filter(one -> one.word().equals(node.path("slice").asText()))
            .findFirst();
    if (by.isPresent() && !reaches(subject, by.get())) {
      problem(
          i,
          "is '"
              + by.get().word()
              + "', but "
              + subject.text()
              + " is not known "
              + (reaches(subject, SliceBy.SOURCE) ? "but by source" : "of slices"),
          "slice");
    }
    JsonNode only = node.path("only");
    if (node.has("only") && !node.has("slice")) {
      problem(i, "says nothing without 'slice'", "only");
    }
    List<String> values = new ArrayList<>();
    for (int k = 0; only.isArray() && k < only.size(); k++) {
      String value = only.get(k).asText();
      List<String> known = by.map(GateReader::values).orElse(List.of());
      if (!known.isEmpty() && !known.contains(value)) {
        problem(
            i,
            "is "
                + CheckedYaml.quoted(value)
                + ", which is no "
                + by.get().word()
                + CheckedYaml.asked(value, known),
            "only",
            String.valueOf(k));
      }
      values.add(value);
    }
    return new Check.Slicing(by, values);
  }

  private static boolean reaches(Check.Subject subject, SliceBy by) {
    if (subject instanceof Check.Value value) {
      return reaches(value.measure().metric().reach(), by);
    }
    if (subject instanceof Check.Change change) {
      return reaches(change.measure().metric().reach(), by);
    }
    if (subject instanceof Check.Ratio ratio) {
      return reaches(ratio.measure().metric().reach(), by)
          && reaches(ratio.over().metric().reach(), by);
    }
    return reaches(((Check.Drift) subject).spread().reach(), by);
  }

  private static boolean reaches(Metric.Reach reach, SliceBy by) {
    return reach == Metric.Reach.ALL || (reach == Metric.Reach.SOURCE && by == SliceBy.SOURCE);
  }

  /** The values a slice can have; empty where they are not known beforehand. */
  private static List<String> values(SliceBy by) {
    List<String> values = new ArrayList<>();
    switch (by) {
      case TASK ->
          Arrays.stream(Task.values())
              .filter(t -> t != Task.UNSTATED)
              .forEach(task -> values.add(task.name().toLowerCase(Locale.ROOT)));
      case LANGUAGE ->
          Arrays.stream(Language.values())
              .filter(l -> l != Language.UNSTATED)
              .forEach(language -> values.add(language.name().toLowerCase(Locale.ROOT)));
      case CHAPTER -> {
        Arrays.stream(Icd10Chapters.values()).forEach(chapter -> values.add(chapter.range()));
        values.add(ReferenceChapter.OTHER);
        values.add(ReferenceChapter.UNLINKED);
      }
      case SOURCE -> {
        return List.of();
      }
    }
    values.add(Slice.UNKNOWN);
    return values;
  }

  private Check.Rule rule(int i, JsonNode node, Check.Subject subject) {
    Bound fail = bound(i, node, "fail", subject);
    Bound warn = bound(i, node, "warn", subject);
    if (!node.has("fail") && !node.has("warn")) {
      yaml.problem(
          "has neither 'fail' nor 'warn', so it would check nothing", CHECKS, String.valueOf(i));
    }
    silent(i, "min", warn.min(), fail.min(), -1);
    silent(i, "max", warn.max(), fail.max(), 1);
    long minimum = yaml.tree().path("minimum_n").asLong(MINIMUM);
    String decide = node.path("decide").asText(yaml.tree().path("decide").asText("interval"));
    return new Check.Rule(
        fail, warn, node.path("minimum_n").asLong(minimum), decide.equals("estimate"));
  }

  /** A warning that lies beyond the failure is never given. */
  private void silent(int i, String end, OptionalDouble warn, OptionalDouble fail, int sign) {
    if (warn.isPresent()
        && fail.isPresent()
        && sign * (warn.getAsDouble() - fail.getAsDouble()) >= 0) {
      problem(
          i,
          "is "
              + Shown.number(warn.getAsDouble())
              + ", but the gate fails there already: 'fail."
              + end
              + "' is "
              + Shown.number(fail.getAsDouble()),
          "warn",
          end);
    }
  }

  private Bound bound(int i, JsonNode node, String key, Check.Subject subject) {
    OptionalDouble min = end(i, node, key, "min", subject);
    OptionalDouble max = end(i, node, key, "max", subject);
    if (min.isPresent() && max.isPresent() && min.getAsDouble() > max.getAsDouble()) {
      problem(
          i,
          "is "
              + Shown.number(min.getAsDouble())
              + ", above 'max' "
              + Shown.number(max.getAsDouble()),
          key,
          "min");
    }
    return new Bound(min, max);
  }

  private OptionalDouble end(int i, JsonNode node, String key, String end, Check.Subject subject) {
    JsonNode value = node.path(key).path(end);
    if (!value.isNumber() || yaml.wrong(CHECKS, String.valueOf(i), key, end)) {
      return OptionalDouble.empty();
    }
    double low = least(subject);
    double high = most(subject);
    if (value.asDouble() < low || value.asDouble() > high) {
      problem(
          i,
          "is "
              + value.asText()
              + ", must be "
              + (high == Double.MAX_VALUE
                  ? "at least " + Shown.number(low)
                  : "between " + Shown.number(low) + " and " + Shown.number(high)),
          key,
          end);
    }
    return OptionalDouble.of(value.asDouble());
  }

  private static double least(Check.Subject subject) {
    if (subject instanceof Check.Change change) {
      return change.measure().metric().unit() ? -1 : -Double.MAX_VALUE;
    }
    return 0;
  }

  private static double most(Check.Subject subject) {
    boolean unit = false;
    if (subject instanceof Check.Value value) {
      unit = value.measure().metric().unit();
    } else if (subject instanceof Check.Change change) {
      unit = change.measure().metric().unit();
    } else if (subject instanceof Check.Drift drift) {
      unit = !drift.distance().unbounded();
    }
    return unit ? 1 : Double.MAX_VALUE;
  }

  private void problem(int i, String message, String... steps) {
    List<String> path = new ArrayList<>(List.of(CHECKS, String.valueOf(i)));
    path.addAll(List.of(steps));
    yaml.problem(message, path.toArray(String[]::new));
  }
}
