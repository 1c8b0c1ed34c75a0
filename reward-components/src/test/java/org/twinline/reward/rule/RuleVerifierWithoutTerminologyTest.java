package org.twinline.reward.rule;

import org.twinline.reward.Verifier;
import org.twinline.reward.VerifierContract;

class RuleVerifierWithoutTerminologyTest extends VerifierContract {
  @Override
  protected Verifier create() {
    return RuleVerifier.withoutTerminology(RuleSettings.DEFAULT);
  }
}
