package org.twinline.launcher.gate;

import java.util.List;

/**
 * A distribution that can drift, by its name in gate files.
 *
 * @param ordered whether its values have an order
 * @param ofTriples whether it is of kept, dropped or all triples
 */
record Spread(String name, boolean ordered, boolean ofTriples, Metric.Reach reach) {
  private static final List<String> OF_TRIPLES =
      List.of("task", "language", "answer_kind", "chapter");
  private static final String PASS_RATE = "pass_rate";
  private static final List<String> ORDERED = List.of("reward", "margin", PASS_RATE);
  private static final List<String> HEADS =
      List.of(
          "score",
          "length",
          "reward",
          "margin",
          "pass_rate",
          "reasons",
          "dead_letters",
          "task",
          "language",
          "answer_kind",
          "chapter");

  /** The name in a {@link Cell}. */
  String key(Whose whose) {
    if (ofTriples || name.equals(PASS_RATE)) {
      return whose.key(name);
    }
    return ordered ? Whose.KEPT.key(name) : name;
  }

  /**
   * Reads a name.
   *
   * @throws IllegalArgumentException if there is no such distribution, with the nearest name
   */
  static Spread of(String name) {
    int dot = name.indexOf('.');
    String head = dot < 0 ? name : name.substring(0, dot);
    Vocabulary.known("", head, HEADS, "distribution");
    String rest = dot < 0 ? "" : name.substring(dot + 1);
    return switch (head) {
      case "score" -> {
        Vocabulary.score(rest);
        yield new Spread(name, true, true, Metric.Reach.ALL);
      }
      case "length" -> {
        int unit = rest.indexOf('.');
        String part = unit < 0 ? rest : rest.substring(0, unit);
        Vocabulary.known("length.", part, Vocabulary.PARTS, "part of a record");
        String word = unit < 0 ? "" : rest.substring(unit + 1);
        Vocabulary.known("length." + part + ".", word, Vocabulary.UNITS, "unit of length");
        yield new Spread(name, true, true, Metric.Reach.ALL);
      }
      default -> {
        if (dot >= 0) {
          throw new IllegalArgumentException(
              "nothing follows '" + head + "'; did you mean '" + head + "'?");
        }
        boolean ordered = ORDERED.contains(head);
        Metric.Reach reach =
            switch (head) {
              case "pass_rate" -> Metric.Reach.RUN;
              case "dead_letters" -> Metric.Reach.SOURCE;
              default -> Metric.Reach.ALL;
            };
        yield new Spread(name, ordered, OF_TRIPLES.contains(head), reach);
      }
    };
  }
}
