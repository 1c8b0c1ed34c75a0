package org.twinline.reward.guard;

import java.util.List;
import java.util.Optional;
import org.twinline.core.text.Nearest;
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
        new RepeatedConclusion(),
        terminology.map(Flood::by).orElseGet(Flood::byStructure),
        new CopiedQuestion(),
        new FormatTrick(),
        new JudgeAddressed(),
        terminology.map(NonExistentDisease::by).orElseGet(NonExistentDisease::unasked));
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
    String hint = Nearest.of(name, names()).map(n -> ", did you mean '" + n + "'?").orElse(";");
    throw new IllegalArgumentException(
        "unknown guard '" + name + "'" + hint + " known are " + String.join(", ", names()));
  }
}
