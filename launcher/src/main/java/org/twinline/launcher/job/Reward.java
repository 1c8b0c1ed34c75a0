package org.twinline.launcher.job;

import java.nio.file.Path;
import java.util.List;
import org.twinline.core.Require;
import org.twinline.reward.guard.GuardPattern;
import org.twinline.reward.guard.GuardSettings;

/** One judge of candidates. */
public sealed interface Reward {

  /** The word after {@code use}. */
  String use();

  /** Verification by rule. Accepts from {@code accept} on, rejects up to {@code reject}. */
  record Rule(Weights weights, double accept, double reject) implements Reward {
    public static final Rule DEFAULT = new Rule(Weights.DEFAULT, 0.85, 0.3);

    public Rule {
      requireBand(accept, reject);
      Require.argument(
          reject < accept, "reject and accept are both %s, reject must be below", accept);
    }

    @Override
    public String use() {
      return "rule";
    }
  }

  /** How much each similarity counts: not negative, not all zero; only proportions matter. */
  record Weights(double path, double graph, double term) {
    public static final Weights DEFAULT = new Weights(0.4, 0.2, 0.4);

    public Weights {
      Require.inRange("weights.path", path, 0, 1000);
      Require.inRange("weights.graph", graph, 0, 1000);
      Require.inRange("weights.term", term, 0, 1000);
      Require.argument(path + graph + term > 0, "the weights path, graph and term are all 0");
    }
  }

  /** Verification by the model of a bundle. */
  record Model(Path bundle, When when, double accept, double reject) implements Reward {
    public static final double ACCEPT = 0.5;
    public static final double REJECT = 0.5;

    public Model {
      requireBand(accept, reject);
    }

    @Override
    public String use() {
      return "model";
    }
  }

  /** Which candidates a model sees. */
  enum When {
    /** Those of which the rules are unsure. */
    UNSURE
  }

  /** Reward by the preference model of a bundle. */
  record Preference(Path bundle) implements Reward {
    @Override
    public String use() {
      return "preference";
    }
  }

  /**
   * The quality of the reasoning, by rule.
   *
   * @param actions bundles that tell, beside the rules, what its steps do; none for rules alone
   */
  record Process(List<Path> actions) implements Reward {
    public Process {
      actions = List.copyOf(actions);
    }

    @Override
    public String use() {
      return "process";
    }
  }

  /** What the chain of thought concludes against what the answer says, by rule. */
  record Consistency() implements Reward {
    @Override
    public String use() {
      return "consistency";
    }
  }

  /**
   * Guards in their order, none twice.
   *
   * @param patterns the job's own, asked after them
   */
  record Guards(List<GuardName> guards, List<GuardPattern> patterns) implements Reward {
    public static final Guards DEFAULT = new Guards(List.of(GuardName.values()), List.of());

    public Guards {
      guards = List.copyOf(guards);
      Require.argument(!guards.isEmpty(), "guards is empty, must have at least 1");
      // Refuses patterns of one name.
      patterns = new GuardSettings(List.of(), patterns).patterns();
    }

    @Override
    public String use() {
      return "guard";
    }

    /** As reward components take them. */
    public GuardSettings settings() {
      return new GuardSettings(guards.stream().map(GuardName::word).toList(), patterns);
    }
  }

  /** The guards there are, in the order in which they are asked by default. */
  enum GuardName {
    EMPTY_ANSWER,
    NO_REASONING,
    REPETITION,
    REPEATED_CONCLUSION,
    FLOOD,
    COPIED_QUESTION,
    FORMAT_TRICK,
    JUDGE_ADDRESSED,
    NON_EXISTENT_DISEASE;

    /** The word in the job file. */
    public String word() {
      return Word.of(this, '_');
    }
  }

  private static void requireBand(double accept, double reject) {
    Require.inRange("accept", accept, 0, 1);
    Require.inRange("reject", reject, 0, 1);
    Require.argument(reject <= accept, "reject %s is above accept %s, must not be", reject, accept);
  }
}
