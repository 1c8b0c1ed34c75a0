package org.twinline.reward.guard;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.twinline.core.Require;
import org.twinline.reward.Guard;
import org.twinline.terminology.Terminology;

/**
 * The guards of a job, in the order in which they are asked.
 *
 * @param names of {@link Guards}
 * @param patterns asked after them; no two of one name
 */
public record GuardSettings(List<String> names, List<GuardPattern> patterns)
    implements Serializable {
  public static final GuardSettings NONE = new GuardSettings(List.of(), List.of());

  public GuardSettings {
    names = List.copyOf(names);
    patterns = List.copyOf(patterns);
    long distinct = patterns.stream().map(GuardPattern::name).distinct().count();
    Require.argument(
        distinct == patterns.size(),
        "Cannot use %s guard patterns with %s names, each must have its own",
        patterns.size(),
        distinct);
  }

  /** Guards by name alone. */
  public static GuardSettings of(List<String> names) {
    return new GuardSettings(names, List.of());
  }

  /**
   * The guards.
   *
   * @param terminology what guards that know concepts use, where the job names one
   * @throws IllegalArgumentException if a name is unknown, with the nearest one
   */
  public List<Guard> guards(Optional<Terminology> terminology) {
    return Stream.<Guard>concat(
            names.stream().map(name -> Guards.named(name, terminology)),
            patterns.stream().map(PatternGuard::new))
        .toList();
  }
}
