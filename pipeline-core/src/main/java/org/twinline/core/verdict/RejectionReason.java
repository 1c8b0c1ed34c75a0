package org.twinline.core.verdict;

import java.util.Locale;

/** Why a triple was dropped. The code is frozen: it stands in ledgers, rejects and gates. */
public enum RejectionReason {
  /** The group had more candidates or bytes than its bounds. */
  GROUP_OVERFLOW,
  /** Another candidate of the question has the same id. */
  DUPLICATE_ID,
  /** Another candidate of the question has the same chain of thought and answer. */
  DUPLICATE_CANDIDATE,
  /** A line without candidates for a question that other lines already bring. */
  DUPLICATE_QUESTION,
  /** Another line has the same question id but another question. */
  QUESTION_CONFLICT,
  /** Neither candidates nor a reference answer: nothing to judge and nothing to verify. */
  NO_CANDIDATES,
  /** The line was forced to the verifiable line but has no reference answer. */
  NO_REFERENCE,
  /** Guard: the answer is blank. */
  EMPTY_ANSWER,
  /** Guard: no chain of thought, or a hollow one. */
  NO_REASONING,
  /** Guard: the same passage again and again. */
  REPETITION,
  /** Guard: a list of answers without a conclusion. */
  ANSWER_FLOOD,
  /** Guard: the same conclusion restated again and again, with nothing new. */
  REPEATED_CONCLUSION,
  /** Guard: the answer names a disease that does not exist. */
  NON_EXISTENT_DISEASE,
  /** Guard: the chain of thought or the answer is the question copied. */
  COPIED_QUESTION,
  /** Guard: hidden, disguised or ambiguous marks that are to mislead a reader or a parser. */
  FORMAT_TRICK,
  /** Guard: text that is addressed to whoever judges the answer. */
  JUDGE_ADDRESSED,
  /** Guard: a pattern of the job matches. */
  GUARD_PATTERN,
  /** The verifier rejects the answer. */
  WRONG_ANSWER,
  /** The answer says something else than the chain of thought concludes. */
  INCONSISTENT,
  /** No verifier knows. */
  UNSURE,
  /** The group's pass rate is outside the selected band. */
  PASS_RATE,
  /** Right, but enough better candidates of the question are kept. */
  NOT_SELECTED,
  /** A score the composite weighs is missing. */
  MISSING_SCORE,
  /** A model gave a number that is not finite. */
  NON_FINITE_SCORE,
  /** The preference reward is below the bound. */
  LOW_REWARD,
  /** No other candidate differs enough in reward to make a pair, and not the best. */
  NO_PAIR;

  /** The code written to files: the name in lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
