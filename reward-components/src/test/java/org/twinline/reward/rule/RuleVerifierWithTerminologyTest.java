package org.twinline.reward.rule;

import org.twinline.reward.Verifier;
import org.twinline.reward.VerifierContract;

class RuleVerifierWithTerminologyTest extends VerifierContract {
  @Override
  protected Verifier create() {
    return RuleVerifier.against(Rules.terminology(), RuleSettings.DEFAULT);
  }
}
