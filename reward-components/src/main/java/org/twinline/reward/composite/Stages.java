package org.twinline.reward.composite;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.twinline.core.Require;

/**
 * The stages of a training from easy to hard, each with the composite that rewards it: early
 * training wants one clear signal, later stages can weigh more. A group of candidates belongs to
 * the first stage whose band of pass rates holds its own. Immutable.
 */
public final class Stages implements Serializable {
  /** No stages: nothing is told apart. */
  public static final Stages NONE = new Stages(List.of());

  private static final long serialVersionUID = 1;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private final ArrayList<Stage> stages;

  private Stages(List<Stage> stages) {
    this.stages = new ArrayList<>(stages);
  }

  /**
   * A stage.
   *
   * @param name letters, digits and {@code . _ -}, at most 64
   * @param low the lowest pass rate of its groups, in [0,1]
   * @param high the highest, in [low,1]
   */
  public record Stage(String name, double low, double high, Composite composite)
      implements Serializable {
    public Stage {
      Require.argument(
          NAME.matcher(name).matches(),
          "illegal name of a stage: '%s', letters, digits and . _ -",
          name);
      Require.inRange("lowest pass rate of a stage", low, 0, 1);
      Require.inRange("highest pass rate of a stage", high, low, 1);
    }
  }

  /**
   * Stages in their order.
   *
   * @throws IllegalArgumentException if two have one name
   */
  public static Stages of(List<Stage> stages) {
    Set<String> names = new HashSet<>();
    for (Stage stage : stages) {
      Require.argument(names.add(stage.name()), "two stages have the name '%s'", stage.name());
    }
    return new Stages(stages);
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return stages.isEmpty();
  }

  /** All of them, in their order. */
  public List<Stage> all() {
    return List.copyOf(stages);
  }

  /** The first stage for groups of that pass rate, in [0,1]. */
  public Optional<Stage> of(double passRate) {
    return stages.stream()
        .filter(stage -> passRate >= stage.low() && passRate <= stage.high())
        .findFirst();
  }
}
