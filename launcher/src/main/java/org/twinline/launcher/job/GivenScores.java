package org.twinline.launcher.job;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.twinline.reward.consistency.Consistency;
import org.twinline.reward.djl.BundleCard;
import org.twinline.reward.process.ProcessReward;
import org.twinline.reward.process.Quality;
import org.twinline.reward.step.ScoreNames;

/** The names of the scores that rewards give, which composites may weigh. */
public final class GivenScores {
  private GivenScores() {}

  /**
   * What can be weighed on the verifiable line.
   *
   * @param uses the words after {@code use}
   */
  public static SortedSet<String> verifiable(Collection<String> uses) {
    SortedSet<String> names = reasoning(uses);
    names.addAll(List.of(ScoreNames.OUTCOME, ScoreNames.RULE));
    return names;
  }

  /**
   * What can be weighed on the unverifiable line.
   *
   * @param preferences the cards of the job's preference bundles
   */
  public static SortedSet<String> unverifiable(
      Collection<String> uses, Collection<BundleCard> preferences) {
    SortedSet<String> names = reasoning(uses);
    if (uses.contains("preference")) {
      names.add(ScoreNames.PREFERENCE);
    }
    for (BundleCard card : preferences) {
      if (card.outputs().dimensions().size() > 1) {
        card.outputs().dimensions().forEach(dimension -> names.add(dimension.name()));
      }
    }
    return names;
  }

  /** What both lines give. */
  private static SortedSet<String> reasoning(Collection<String> uses) {
    SortedSet<String> names = new TreeSet<>();
    if (uses.contains("process")) {
      names.add(ProcessReward.NAME);
      for (Quality quality : Quality.values()) {
        names.add(quality.score());
      }
      names.add(ScoreNames.DIFFICULTY);
    }
    if (uses.contains("consistency")) {
      names.add(Consistency.NAME);
    }
    return names;
  }
}
