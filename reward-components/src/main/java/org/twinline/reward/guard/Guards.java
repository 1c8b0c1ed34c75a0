package org.twinline.reward.guard;

import java.util.List;
import java.util.Optional;
import org.twinline.reward.Guard;
import org.twinline.terminology.Terminology;

/** The guards by the names they have in job files. */
public final class Guards {
  private Guards() {}

  /** All guards, in the order in which they are asked: cheap and plain ones first. */
  public static List<Guard> all(Optional<Terminology> terminology) {
    return List.of(
        new EmptyAnswer(),
        new NoReasoning(),
        new Repetition(),
        terminology.map(Flood::by).orElseGet(Flood::byStructure));
  }

  /** The names, in the same order. */
  public static List<String> names() {
    return all(Optional.empty()).stream().map(Guard::name).toList();
  }

  /**
   * The guard of that name.
   *
   * @param terminology what guards that know concepts use, where the job names one
   * @throws IllegalArgumentException if there is none, with the nearest name
   */
  public static Guard named(String name, Optional<Terminology> terminology) {
    for (Guard guard : all(terminology)) {
      if (guard.name().equals(name)) {
        return guard;
      }
    }
    String nearest = names().get(0);
    for (String known : names()) {
      nearest = distance(name, known) < distance(name, nearest) ? known : nearest;
    }
    String hint =
        distance(name, nearest) <= nearest.length() / 2 ? ", did you mean '" + nearest + "'?" : ";";
    throw new IllegalArgumentException(
        "unknown guard '" + name + "'" + hint + " known are " + String.join(", ", names()));
  }

  /** Levenshtein's distance. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + change);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
