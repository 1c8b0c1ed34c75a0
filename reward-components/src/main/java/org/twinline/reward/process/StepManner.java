package org.twinline.reward.process;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ways of speaking that tell actions apart in either language. */
enum StepManner {
  /** Denies. */
  DENIES(
      "n't\\b|\\b(?:not|no|none|never|neither|nor|without|rarely|hardly|less|unlikely|lacks?)\\b|[没无未非不]"),
  /** Holds something possible. */
  POSSIBLE("\\b(?:could|might|may|maybe|perhaps|possibly|potentially|possible)\\b|可能|也许|或许|或者"),
  /** Turns against what was said. */
  TURNS(
      "^(?:(?:hmm|okay|oh|well|and|so|alright|now)[,. ]+){0,3}(?:but|however|although|though|still|yet|that said)\\b|^(?:但|不过|然而|可是|而)"),
  /** Gives a reason or draws from one. */
  REASONS(
      "\\b(?:because|since|due to|so|which means|that's why|therefore|thus)\\b|因为|由于|所以|因此|导致|引起"),
  /** Says what is so in general. */
  GENERAL(
      "\\b(?:usually|typically|often|generally|commonly|normally|tends?|sometimes|most|always|can)\\b|通常|一般|常见|多见|往往|常|好发|典型"),
  /** Speaks as the one who thinks. */
  SELF("\\b(?:i|i'm|i'd|i'll|i've|me|my)\\b|我"),
  /** Speaks with the reader. */
  TOGETHER("\\b(?:we|let's|we're|we've|we'd|us|our)\\b|我们"),
  /** Begins with what was said before. */
  POINTS_BACK(
      "^(?:(?:hmm|okay|oh|well|and|so|alright|now|yeah|right|but)[,. ]+){0,3}(?:that|that's|this|these|those|it|it's|they|which)\\b|^(?:这|那|其)"),
  /** Supposes. */
  SUPPOSES("\\b(?:if|suppose|assuming|unless|were it|imagine|say)\\b|如果|若|假设|假如|倘若|除非|一旦");

  private final Pattern pattern;

  StepManner(String pattern) {
    this.pattern = Pattern.compile(pattern);
  }

  /** How often a folded step does, twice at most. */
  int times(String folded) {
    Matcher matcher = pattern.matcher(folded);
    int times = 0;
    while (times < 2 && matcher.find()) {
      times++;
    }
    return times;
  }
}
