package org.twinline.reward.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.twinline.core.Require;

/** The cues and the weights of features, read from {@code cues.tsv}. Immutable. */
final class CueTable {
  static final CueTable STANDARD = read();

  private static final String FEATURE = "feature";
  private static final String FILLER = "filler";
  private static final String GAP = "…";

  private final Literals literals;
  private final Map<String, List<Cue>> cues = new HashMap<>();
  private final Set<String> fillers;
  private final Map<Feature, EnumMap<ThinkingAction, Double>> features;

  private CueTable(
      List<Cue> cues, Set<String> fillers, Map<Feature, EnumMap<ThinkingAction, Double>> features) {
    cues.forEach(
        cue -> this.cues.computeIfAbsent(cue.parts().get(0), p -> new ArrayList<>()).add(cue));
    this.fillers = Set.copyOf(fillers);
    this.features = features;
    Set<String> all = new HashSet<>(fillers);
    cues.forEach(cue -> all.addAll(cue.parts()));
    literals = new Literals(all);
  }

  private static CueTable read() {
    try (InputStream in = CueTable.class.getResourceAsStream("cues.tsv")) {
      Require.argument(in != null, "Cannot find cues.tsv beside %s", CueTable.class.getName());
      List<Cue> cues = new ArrayList<>();
      Set<String> fillers = new HashSet<>();
      Map<Feature, EnumMap<ThinkingAction, Double>> features = new EnumMap<>(Feature.class);
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        String[] row = line.split("\t", -1);
        Require.argument(row.length == 4, "Cannot read cue, four columns expected: '%s'", line);
        if (row[0].equals(FILLER)) {
          fillers.addAll(List.of(row[3].split("\\|")));
          continue;
        }
        ThinkingAction action = ThinkingAction.valueOf(row[0].toUpperCase(Locale.ROOT));
        double weight = Double.parseDouble(row[1]);
        for (String form : row[3].split("\\|")) {
          if (row[2].equals(FEATURE)) {
            features
                .computeIfAbsent(
                    Feature.valueOf(form.toUpperCase(Locale.ROOT)),
                    f -> new EnumMap<>(ThinkingAction.class))
                .put(action, weight);
          } else {
            Cue.Place place = Cue.Place.valueOf(row[2].toUpperCase(Locale.ROOT));
            cues.add(new Cue(action, weight, place, List.of(form.split(GAP))));
          }
        }
      }
      return new CueTable(cues, fillers, features);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read cues.tsv", e);
    }
  }

  /** The most literals compared at one place of a text. */
  int widest() {
    return literals.widest();
  }

  /**
   * The score of each action for a step: the weights of its features, and those of its cues, the
   * strongest in full and each further one for half as much as the one before.
   */
  EnumMap<ThinkingAction, Double> scores(StepText step) {
    EnumMap<ThinkingAction, Double> scores = new EnumMap<>(ThinkingAction.class);
    for (ThinkingAction action : ThinkingAction.values()) {
      scores.put(action, 0.0);
    }
    features.forEach(
        (feature, weights) -> {
          double value = step.value(feature);
          weights.forEach((action, w) -> scores.merge(action, w * value, Double::sum));
        });
    List<Literals.Hit> hits = literals.find(step.folded());
    Map<String, List<Literals.Hit>> found = new LinkedHashMap<>();
    for (Literals.Hit hit : hits) {
      found.computeIfAbsent(hit.literal(), l -> new ArrayList<>()).add(hit);
    }
    int head = head(step.folded(), hits);
    int tail = tail(step.folded());
    EnumMap<ThinkingAction, List<Double>> weights = new EnumMap<>(ThinkingAction.class);
    found.forEach(
        (literal, first) -> {
          for (Cue cue : cues.getOrDefault(literal, List.of())) {
            if (stands(cue, first, found, head, tail)) {
              weights.computeIfAbsent(cue.action(), a -> new ArrayList<>()).add(cue.weight());
            }
          }
        });
    weights.forEach((action, several) -> scores.merge(action, sum(several), Double::sum));
    return scores;
  }

  /** The weights, the largest in full and each further one for half as much as the one before. */
  private static double sum(List<Double> weights) {
    weights.sort(Comparator.reverseOrder());
    double sum = 0;
    double share = 1;
    for (double weight : weights) {
      sum += weight < 0 ? weight : weight * share;
      share /= 2;
    }
    return sum;
  }

  private static boolean stands(
      Cue cue,
      List<Literals.Hit> first,
      Map<String, List<Literals.Hit>> found,
      int head,
      int tail) {
    boolean placed =
        switch (cue.place()) {
          case ANY -> true;
          case START -> first.get(0).start() <= head;
          case END -> first.get(first.size() - 1).end() >= tail;
        };
    if (!placed || cue.parts().size() == 1) {
      return placed;
    }
    List<Literals.Hit> second = found.get(cue.parts().get(1));
    return second != null && second.get(second.size() - 1).start() >= first.get(0).end();
  }

  /** Where the step begins behind list marks and fillers. */
  private int head(String text, List<Literals.Hit> hits) {
    int at = marks(text, 0);
    for (Literals.Hit hit : hits) {
      if (hit.start() > at) {
        break;
      }
      if (hit.start() == at && fillers.contains(hit.literal())) {
        at = marks(text, hit.end());
      }
    }
    return at;
  }

  /** Skips list marks, punctuation and blanks. */
  private static int marks(String text, int from) {
    int at = from;
    while (at < text.length() && !Character.isLetter(text.charAt(at))) {
      at++;
    }
    boolean label =
        at + 1 < text.length()
            && text.charAt(at) >= 'a'
            && text.charAt(at) <= 'j'
            && ".、:)".indexOf(text.charAt(at + 1)) >= 0;
    return label ? marks(text, at + 2) : at;
  }

  private static int tail(String text) {
    int at = text.length();
    while (at > 0 && !Character.isLetterOrDigit(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }
}
