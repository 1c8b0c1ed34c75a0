package org.twinline.reward.rule;

import org.twinline.core.Require;
import org.twinline.core.verdict.Decision;

/**
 * How the rule verifier weighs and decides.
 *
 * @param accept the least score that is accepted, above {@code reject}
 * @param reject the greatest score that is rejected
 * @param partialCredit the most that shared atomic entities alone may earn, as a share of {@code
 *     reject}; below {@code accept}
 * @param bonus what each nice-to-have item adds to an accepted answer
 * @param tolerance the relative difference at which two numbers are equal
 */
public record RuleSettings(
    Weights weights,
    double accept,
    double reject,
    double partialCredit,
    double bonus,
    double tolerance)
    implements java.io.Serializable {

  /** The defaults: 0.4/0.2/0.4, accept 0.85, reject 0.3, partial credit 0.5, bonus 0.02, 1e-6. */
  public static final RuleSettings DEFAULT =
      new RuleSettings(new Weights(0.4, 0.2, 0.4), 0.85, 0.3, 0.5, 0.02, 1e-6);

  /** The weights of path, graph and term similarity; they need not sum to 1. */
  public record Weights(double path, double graph, double term) implements java.io.Serializable {
    public Weights {
      Require.inRange("weight of path", path, 0, 1);
      Require.inRange("weight of graph", graph, 0, 1);
      Require.inRange("weight of term", term, 0, 1);
      Require.argument(path + graph + term > 0, "illegal weights: all are 0");
    }
  }

  public RuleSettings {
    Require.inRange("accept", accept, 0, 1);
    Require.inRange("reject", reject, 0, 1);
    Require.argument(
        reject < accept, "illegal reject: %s, must be below accept (%s)", reject, accept);
    Require.inRange("partial credit", partialCredit, 0, 1);
    Require.argument(
        partialCredit < accept,
        "illegal partial credit: %s, must be below accept (%s)",
        partialCredit,
        accept);
    Require.inRange("bonus", bonus, 0, 1);
    Require.inRange("tolerance", tolerance, 0, 1);
  }

  /** The decision that a score leads to. */
  Decision decide(double score) {
    return score >= accept ? Decision.ACCEPT : score <= reject ? Decision.REJECT : Decision.UNSURE;
  }

  /** The score of what the rules cannot tell: half-way between the thresholds. */
  double unknown() {
    return (accept + reject) / 2;
  }

  /** The greatest score a similarity may give that is no proof: just short of acceptance. */
  double nearly() {
    return accept - 0.1 * (accept - reject);
  }
}
