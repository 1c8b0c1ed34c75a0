package org.twinline.reward.attack;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.twinline.core.triple.Language;
import org.twinline.core.verdict.Decision;
import org.twinline.reward.agreement.Proportion;

/**
 * What happened to planted answers, by kind and language. For every row {@code accepted + rejected
 * + unsure} is the number planted. Not thread-safe while it is counted into.
 */
public final class AttackReport {
  /** A kind in a language. */
  public record Key(Expectation expectation, String kind, Language language)
      implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::expectation)
            .thenComparing(Key::kind)
            .thenComparing(Key::language);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  /** How many were planted, and how each was decided. */
  public record Row(int accepted, int rejected, int unsure) {
    static final Row NONE = new Row(0, 0, 0);

    /** How many were planted. */
    public int planted() {
      return accepted + rejected + unsure;
    }

    Row plus(Row other) {
      return new Row(accepted + other.accepted, rejected + other.rejected, unsure + other.unsure);
    }

    private static Row of(Decision decision) {
      return switch (decision) {
        case ACCEPT -> new Row(1, 0, 0);
        case REJECT -> new Row(0, 1, 0);
        case UNSURE -> new Row(0, 0, 1);
      };
    }
  }

  private final Map<Key, Row> rows = new TreeMap<>();

  AttackReport() {}

  void count(PlantedAnswer answer, Decision decision) {
    rows.merge(
        new Key(answer.expectation(), answer.kind(), answer.language()),
        Row.of(decision),
        Row::plus);
  }

  /** The rows, tricks first, by kind and language. */
  public Map<Key, Row> rows() {
    return new TreeMap<>(rows);
  }

  /** The tricks that were not accepted. */
  public Proportion caught() {
    Row all = sum(key -> key.expectation() == Expectation.TRICK);
    return new Proportion(all.planted() - all.accepted(), all.planted());
  }

  /** The honest answers that were rejected. */
  public Proportion falseAlarms() {
    Row all = sum(key -> key.expectation() == Expectation.HONEST);
    return new Proportion(all.rejected(), all.planted());
  }

  /** Everything of a kind, in all languages. */
  public Row of(String kind) {
    return sum(key -> key.kind().equals(kind));
  }

  /** The names of the kinds, sorted. */
  public List<String> kinds() {
    return rows.keySet().stream().map(Key::kind).distinct().sorted().toList();
  }

  /** Counts another report's answers too. */
  public void add(AttackReport other) {
    other.rows.forEach((key, row) -> rows.merge(key, row, Row::plus));
  }

  private Row sum(Predicate<Key> those) {
    return rows.entrySet().stream()
        .filter(e -> those.test(e.getKey()))
        .map(Map.Entry::getValue)
        .reduce(Row.NONE, Row::plus);
  }

  /** Two Markdown tables, shares in percent, with 95 % Wilson intervals on their last lines. */
  public String markdown() {
    StringBuilder out = new StringBuilder();
    out.append("| trick | language | n | caught % | rejected % |\n|---|---|---|---|---|\n");
    rows.forEach(
        (key, row) -> {
          if (key.expectation() == Expectation.TRICK) {
            line(out, key, row, row.planted() - row.accepted(), row.rejected());
          }
        });
    total(out, caught());
    out.append(
        "\n| honest | language | n | false alarms % | accepted % |\n|---|---|---|---|---|\n");
    rows.forEach(
        (key, row) -> {
          if (key.expectation() == Expectation.HONEST) {
            line(out, key, row, row.rejected(), row.accepted());
          }
        });
    total(out, falseAlarms());
    return out.toString();
  }

  private static void line(StringBuilder out, Key key, Row row, int first, int second) {
    double n = row.planted();
    out.append(
        String.format(
            Locale.ROOT,
            "| %s | %s | %d | %.1f | %.1f |%n",
            key.kind(),
            key.language().name().toLowerCase(Locale.ROOT),
            row.planted(),
            100 * first / n,
            100 * second / n));
  }

  private static void total(StringBuilder out, Proportion share) {
    Optional<Proportion.Interval> interval = share.wilson();
    interval.ifPresent(
        i ->
            out.append(
                String.format(
                    Locale.ROOT,
                    "| **all** | | %d | %.2f (%.2f–%.2f) | |%n",
                    share.of(),
                    100 * share.value().orElse(0),
                    100 * i.low(),
                    100 * i.high())));
  }
}
