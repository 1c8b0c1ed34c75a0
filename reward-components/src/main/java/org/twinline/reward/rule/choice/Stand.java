package org.twinline.reward.rule.choice;

/** What an answer says of an option, the weakest statement first. */
enum Stand {
  /** Ruled out. */
  DENIED,
  /** In a question, a supposition or a reason. */
  ASIDE,
  /** Only named. */
  NAMED,
  /** Judged to be true. */
  AFFIRMED,
  /** Judged to be false, where the question may ask for what is false. */
  FALSE,
  /** Behind "the diagnosis is", "best explained by" … */
  LINKED,
  /** Behind "the answer is", 故选 … */
  ANSWERED
}
