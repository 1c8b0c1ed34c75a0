package org.twinline.launcher.report;

import java.util.Arrays;
import java.util.Optional;
import org.twinline.core.verdict.RejectionReason;

/**
 * What a rejection reason means, for a reader who has not read the manual.
 *
 * @param stage where on its way the triple was dropped
 * @param title two to four words
 * @param meaning one sentence
 */
record ReasonText(Stage stage, String title, String meaning) {

  /** The way of a record, in order. */
  enum Stage {
    READING("Reading"),
    GROUPING("Grouping"),
    GUARDS("Guards"),
    VERIFYING("Verifying"),
    PREFERRING("Preferring"),
    SELECTING("Selecting"),
    OTHER("Other");

    private final String label;

    Stage(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  /** Of a code of the ledger, which may be from another version. */
  static ReasonText of(String code) {
    return reason(code)
        .map(ReasonText::of)
        .orElseGet(
            () ->
                new ReasonText(
                    Stage.OTHER,
                    Lenient.brief(code.replace('_', ' '), 24),
                    "This version of the report does not know the code."));
  }

  /** The reason of that code. */
  static Optional<RejectionReason> reason(String code) {
    return Arrays.stream(RejectionReason.values()).filter(r -> r.code().equals(code)).findFirst();
  }

  private static ReasonText of(RejectionReason reason) {
    return switch (reason) {
      case GROUP_OVERFLOW ->
          new ReasonText(
              Stage.GROUPING,
              "group overflow",
              "The question has more candidates, or more bytes, than a group may hold.");
      case DUPLICATE_ID ->
          new ReasonText(
              Stage.GROUPING,
              "duplicate id",
              "Another candidate of the same question has the same id but another text.");
      case DUPLICATE_CANDIDATE ->
          new ReasonText(
              Stage.GROUPING,
              "duplicate candidate",
              "The same chain of thought and answer was already read for this question.");
      case DUPLICATE_QUESTION ->
          new ReasonText(
              Stage.GROUPING,
              "duplicate question",
              "The line brings no candidates, and other lines already bring this question.");
      case QUESTION_CONFLICT ->
          new ReasonText(
              Stage.GROUPING,
              "question conflict",
              "Another line has the same question id but asks another question.");
      case NO_CANDIDATES ->
          new ReasonText(
              Stage.GROUPING,
              "no candidates",
              "There is neither a candidate to judge nor a reference answer to verify against.");
      case NO_REFERENCE ->
          new ReasonText(
              Stage.GROUPING,
              "no reference",
              "The verifiable line was asked for, but the question has no reference answer.");
      case EMPTY_ANSWER ->
          new ReasonText(Stage.GUARDS, "empty answer", "The final answer is blank.");
      case NO_REASONING ->
          new ReasonText(
              Stage.GUARDS, "no reasoning", "The chain of thought is missing or says nothing.");
      case REPETITION ->
          new ReasonText(
              Stage.GUARDS, "repetition", "The same passage is repeated again and again.");
      case ANSWER_FLOOD ->
          new ReasonText(
              Stage.GUARDS,
              "answer flood",
              "The answer lists many possibilities and does not commit to one.");
      case REPEATED_CONCLUSION ->
          new ReasonText(
              Stage.GUARDS,
              "repeated conclusion",
              "The same conclusion is restated again and again, with nothing new.");
      case NON_EXISTENT_DISEASE ->
          new ReasonText(
              Stage.GUARDS,
              "non-existent disease",
              "The answer names a disease that is in no list and whose parts do not go together.");
      case COPIED_QUESTION ->
          new ReasonText(
              Stage.GUARDS,
              "copied question",
              "The chain of thought or the answer is the question copied.");
      case FORMAT_TRICK ->
          new ReasonText(
              Stage.GUARDS,
              "format trick",
              "Hidden, disguised or contradicting marks mislead a reader or a parser.");
      case JUDGE_ADDRESSED ->
          new ReasonText(
              Stage.GUARDS,
              "judge addressed",
              "The text speaks to whoever judges it instead of answering.");
      case GUARD_PATTERN ->
          new ReasonText(Stage.GUARDS, "guard pattern", "A pattern of the job was found.");
      case WRONG_ANSWER ->
          new ReasonText(
              Stage.VERIFYING,
              "wrong answer",
              "The rules, or the verifier model, find that the answer does not match the"
                  + " reference.");
      case INCONSISTENT ->
          new ReasonText(
              Stage.VERIFYING,
              "inconsistent",
              "The answer says something else than the chain of thought concludes.");
      case UNSURE ->
          new ReasonText(
              Stage.VERIFYING,
              "unsure",
              "Neither the rules nor a model could decide whether the answer is right.");
      case MISSING_SCORE ->
          new ReasonText(
              Stage.PREFERRING,
              "missing score",
              "A score that counts is missing, so the answer cannot be ranked.");
      case NON_FINITE_SCORE ->
          new ReasonText(
              Stage.PREFERRING,
              "score not finite",
              "A model gave a number that is not finite for it; look at the model.");
      case LOW_REWARD ->
          new ReasonText(
              Stage.PREFERRING, "low reward", "The preference reward is below the bound.");
      case NO_PAIR ->
          new ReasonText(
              Stage.PREFERRING,
              "no pair",
              "Not the best answer, and too close to it to make a useful pair.");
      case PASS_RATE ->
          new ReasonText(
              Stage.SELECTING,
              "pass rate",
              "The question is too easy or too hard: its share of right answers is outside the"
                  + " selected band.");
      case NOT_SELECTED ->
          new ReasonText(
              Stage.SELECTING,
              "not selected",
              "Right, but enough better candidates of the question are kept.");
    };
  }
}
