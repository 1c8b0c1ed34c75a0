package org.twinline.launcher.gate;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a gate can measure, by its name in gate files.
 *
 * @param key of the count, share or distribution in a {@link Cell}
 * @param quantile in (0,1), where the kind is that
 */
record Metric(String name, Kind kind, String key, double quantile, Reach reach) {
  private static final Pattern QUANTILE = Pattern.compile("p([1-9][0-9]?)");
  private static final List<String> RUN_COUNTS = List.of("warnings", "training_overlap");
  private static final List<String> PLAIN_SHARES =
      List.of("kept_share", "duplicate_share", "verified_share", "unsure_share");

  /** The first words of all names. */
  private static final List<String> HEADS =
      List.of(
          "read",
          "kept",
          "dropped",
          "dead_lettered",
          "records",
          "warnings",
          "training_overlap",
          "figure",
          "kept_share",
          "dropped_share",
          "dead_letter_share",
          "duplicate_share",
          "verified_share",
          "unsure_share",
          "preference_agreement",
          "score",
          "length",
          "reward",
          "margin");

  /** What is measured. */
  enum Kind {
    /** Exact, and grows with the run. */
    COUNT,
    SHARE,
    MEAN,
    QUANTILE
  }

  /** Which slices have it. */
  enum Reach {
    ALL,
    SOURCE,
    RUN
  }

  /** Whether it is of kept, dropped or all triples. */
  boolean ofTriples() {
    return key.startsWith("score.") || key.startsWith("length.");
  }

  /** Whether it lies in [0,1]. */
  boolean unit() {
    return kind == Kind.SHARE || ((kind != Kind.COUNT) && !key.startsWith("length."));
  }

  /**
   * Reads a name.
   *
   * @throws IllegalArgumentException if there is no such metric, with the nearest name
   */
  static Metric of(String name) {
    int dot = name.indexOf('.');
    String head = dot < 0 ? name : name.substring(0, dot);
    String rest = dot < 0 ? "" : name.substring(dot + 1);
    Vocabulary.known("", head, HEADS, "metric");
    return switch (head) {
      case "score" -> score(name, rest);
      case "length" -> length(name, rest);
      case "reward", "margin" -> statistic(name, head, head + ".", rest);
      case "records" -> {
        Vocabulary.known("records.", rest, Vocabulary.DATASETS, "dataset");
        yield new Metric(name, Kind.COUNT, name, 0, Reach.RUN);
      }
      case "figure" -> {
        if (!rest.startsWith("overlap.")) {
          Vocabulary.known("figure.", rest, Vocabulary.FIGURES, "figure");
        }
        yield new Metric(name, Kind.COUNT, name, 0, Reach.RUN);
      }
      case "dropped", "dropped_share" -> {
        if (dot >= 0) {
          Vocabulary.known(head + ".", rest, Vocabulary.REASONS, "reason");
        }
        yield counted(name, head, Reach.ALL);
      }
      case "dead_lettered", "dead_letter_share" -> {
        if (dot >= 0) {
          Vocabulary.known(head + ".", rest, Vocabulary.CODES, "dead-letter code");
        }
        yield counted(name, head, Reach.SOURCE);
      }
      case "training_overlap" -> new Metric(name, Kind.COUNT, name, 0, Reach.RUN);
      default -> {
        if (dot >= 0) {
          throw new IllegalArgumentException(
              "nothing follows '" + head + "'; did you mean '" + head + "'?");
        }
        yield counted(
            name,
            head,
            RUN_COUNTS.contains(head) || head.equals("preference_agreement")
                ? Reach.RUN
                : Reach.ALL);
      }
    };
  }

  private static Metric counted(String name, String head, Reach reach) {
    boolean share =
        PLAIN_SHARES.contains(head)
            || head.endsWith("_share")
            || head.equals("preference_agreement");
    return new Metric(name, share ? Kind.SHARE : Kind.COUNT, name, 0, reach);
  }

  private static Metric score(String name, String rest) {
    int dot = rest.lastIndexOf('.');
    if (dot < 0) {
      String score = Vocabulary.score(rest);
      throw new IllegalArgumentException(
          "a statistic is missing; did you mean 'score." + score + ".mean'?");
    }
    String score = Vocabulary.score(rest.substring(0, dot));
    String before = "score." + score;
    return statistic(name, before, before + ".", rest.substring(dot + 1));
  }

  private static Metric length(String name, String rest) {
    String[] words = rest.split("\\.", -1);
    String part = Vocabulary.known("length.", words[0], Vocabulary.PARTS, "part of a record");
    String before = "length." + part;
    String unit =
        Vocabulary.known(
            before + ".", words.length > 1 ? words[1] : "", Vocabulary.UNITS, "unit of length");
    String key = before + "." + unit;
    String statistic = words.length > 2 ? rest.substring(part.length() + unit.length() + 2) : "";
    return statistic(name, key, key + ".", statistic);
  }

  private static Metric statistic(String name, String key, String before, String word) {
    Matcher quantile = QUANTILE.matcher(word);
    if (quantile.matches()) {
      double q = Integer.parseInt(quantile.group(1)) / 100.0;
      return new Metric(name, Kind.QUANTILE, key, q, Reach.ALL);
    }
    Vocabulary.known(
        before, word, List.of("mean", "p10", "p50", "p90"), "statistic (a mean, or p1 to p99)");
    return new Metric(name, Kind.MEAN, key, 0, Reach.ALL);
  }
}
