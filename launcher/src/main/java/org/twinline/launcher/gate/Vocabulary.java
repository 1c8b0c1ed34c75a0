package org.twinline.launcher.gate;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.twinline.core.json.DeadLetterCode;
import org.twinline.core.verdict.RejectionReason;
import org.twinline.launcher.job.CheckedYaml;
import org.twinline.launcher.job.Suggestion;

/** The words of which names of metrics are made. */
final class Vocabulary {
  static final List<String> REASONS =
      Arrays.stream(RejectionReason.values()).map(RejectionReason::code).toList();
  static final List<String> CODES =
      Arrays.stream(DeadLetterCode.values()).map(DeadLetterCode::code).toList();
  static final List<String> DATASETS =
      List.of("triples", "prompts", "preferences", "best-answers", "rejected", "dead-letters");

  /** Scores that are always called so; a model's dimensions may have other names. */
  static final List<String> SCORES =
      List.of(
          "rule",
          "verifier",
          "outcome",
          "preference",
          "process",
          "medical_logic",
          "clear_structure",
          "reasoning_completeness",
          "difficulty",
          "consistency",
          "reward",
          "correctness",
          "completeness",
          "reasonableness",
          "logic",
          "helpfulness",
          "harmlessness",
          "relevance",
          "empathy");

  static final List<String> FIGURES =
      List.of(
          "prompts",
          "verifiable.groups",
          "rule.accept",
          "rule.reject",
          "rule.unsure",
          "rule.not_asked",
          "model.accept",
          "model.reject",
          "model.unsure",
          "unverifiable.groups",
          "best_answers",
          "pairs",
          "preference.agree",
          "preference.disagree",
          "preference.tie");

  static final List<String> PARTS = List.of("question", "cot", "answer");
  static final List<String> UNITS = List.of("characters", "tokens");

  private Vocabulary() {}

  /**
   * Checks a word of a closed set.
   *
   * @param before what stands before the word, for the suggestion
   * @throws IllegalArgumentException if it is not in the set
   */
  static String known(String before, String word, Collection<String> words, String what) {
    if (!words.contains(word)) {
      String asked =
          Suggestion.of(word, words)
              .map(near -> "; did you mean '" + before + near + "'?")
              .orElseGet(() -> "; known are: " + String.join(", ", words));
      throw new IllegalArgumentException(CheckedYaml.quoted(word) + " is no " + what + asked);
    }
    return word;
  }

  /** A score's name: any, unless it looks like a misspelling of a known one. */
  static String score(String word) {
    Optional<String> near = Suggestion.of(word, SCORES);
    if (!SCORES.contains(word) && (near.isPresent() || word.isEmpty())) {
      return known("score.", word, SCORES, "score");
    }
    return word;
  }
}
