package org.twinline.reward.step;

import java.io.Serializable;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.twinline.core.ledger.TallyBuilder;
import org.twinline.core.triple.Question;
import org.twinline.reward.djl.QuestionHash;

/**
 * Counts kept questions that a model was trained on: a model must not judge what it was fitted to.
 * The count of a bundle is the figure {@code overlap.NAME}.
 */
public final class TrainingOverlap implements Serializable {
  /** No models. */
  public static final TrainingOverlap NONE = new TrainingOverlap(Map.of());

  private static final long serialVersionUID = 1;
  private final TreeMap<String, TreeSet<String>> hashesByBundle = new TreeMap<>();

  private TrainingOverlap(Map<String, ? extends Set<String>> hashesByBundle) {
    hashesByBundle.forEach((name, hashes) -> this.hashesByBundle.put(name, new TreeSet<>(hashes)));
  }

  /** Overlap with bundles by name, each with the hashes of its training questions. */
  public static TrainingOverlap with(Map<String, ? extends Set<String>> hashesByBundle) {
    return new TrainingOverlap(hashesByBundle);
  }

  /** The figure that counts a bundle's overlap. */
  public static String figure(String bundle) {
    return "overlap." + bundle;
  }

  /** Counts a question something was kept of. */
  public void kept(Question question, TallyBuilder tally) {
    if (hashesByBundle.isEmpty()) {
      return;
    }
    String hash = QuestionHash.of(question.prompt().lastUserContent());
    hashesByBundle.forEach(
        (name, hashes) -> {
          if (hashes.contains(hash)) {
            tally.count(figure(name), 1);
          }
        });
  }
}
