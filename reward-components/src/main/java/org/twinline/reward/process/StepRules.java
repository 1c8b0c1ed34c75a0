package org.twinline.reward.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.twinline.core.text.Span;
import org.twinline.terminology.NameNormaliser;

/**
 * What is wrong with steps. One pass with look-ups by hash: linear in the length of the text.
 *
 * <p>A diagnosis ruled out may be concluded after all where a step between reconsiders it: one that
 * reflects, or that speaks for the diagnosis.
 */
final class StepRules {
  /** Shorter steps may recur: "That makes sense." */
  private static final int LEAST_REPEATED = 12;

  private static final int LEAST_COPIED = 40;
  private static final double COPIED = 0.95;

  private final Reasoning reasoning;
  private final StepText.Shingles question;
  private final Map<String, Integer> said = new HashMap<>();
  private final Map<Integer, Integer> ruledOut = new HashMap<>();
  private final Map<Integer, Integer> named = new HashMap<>();
  private final Map<Integer, Integer> supported = new HashMap<>();
  private int reflected = -1;
  private int concluded = -1;

  private StepRules(Reasoning reasoning, String question) {
    this.reasoning = reasoning;
    this.question = StepText.Shingles.of(question);
  }

  static List<JudgedStep> judge(Reasoning reasoning, String question) {
    StepRules rules = new StepRules(reasoning, question);
    List<JudgedStep> steps = new ArrayList<>();
    for (int i = 0; i < reasoning.size(); i++) {
      steps.add(
          JudgedStep.of(reasoning.steps().get(i), reasoning.actions().get(i), rules.comments(i)));
    }
    return steps;
  }

  private List<StepComment> comments(int i) {
    List<StepComment> comments = new ArrayList<>();
    String text = reasoning.steps().get(i).of(reasoning.cot());
    int halfWords = Steps.halfWords(text, new Span(0, text.length()));
    wording(i, text, halfWords, comments);
    if (reasoning.action(i) == ThinkingAction.CONCLUDE) {
      conclusion(i).ifPresent(answer -> concludes(i, answer, comments));
    }
    remember(i);
    return comments;
  }

  private void wording(int i, String text, int halfWords, List<StepComment> comments) {
    String folded = NameNormaliser.name(text);
    Integer before = halfWords < LEAST_REPEATED ? null : said.putIfAbsent(folded, i);
    if (before != null) {
      comments.add(new StepComment(StepComment.Kind.REPEATS, before));
    }
    String lower = StepText.fold(text);
    if (ShingleReader.of(lower).isEmpty()) {
      comments.add(new StepComment(StepComment.Kind.NO_CONTENT, -1));
    } else if (halfWords >= LEAST_COPIED && question.share(lower) >= COPIED) {
      comments.add(new StepComment(StepComment.Kind.COPIES_QUESTION, -1));
    }
  }

  private OptionalInt conclusion(int i) {
    int answer = reasoning.affirmed(i);
    return answer < 0 ? OptionalInt.empty() : OptionalInt.of(answer);
  }

  private void concludes(int i, int answer, List<StepComment> comments) {
    Integer out = ruledOut.get(answer);
    if (out != null && reflected < out && supported.getOrDefault(answer, -1) < out) {
      comments.add(new StepComment(StepComment.Kind.CONCLUDES_EXCLUDED, out));
    }
    if (!named.containsKey(answer)) {
      comments.add(new StepComment(StepComment.Kind.UNSUPPORTED, -1));
    }
    if (concluded >= 0
        && reflected < concluded
        && supported.getOrDefault(answer, -1) < concluded
        && reasoning.affirmed(concluded) != answer
        && reasoning.names().get(i).stream()
            .noneMatch(name -> name.key() == reasoning.affirmed(concluded))) {
      comments.add(new StepComment(StepComment.Kind.CONTRADICTS, concluded));
    }
    concluded = i;
  }

  private void remember(int i) {
    reasoning.excluded(i).forEach(out -> ruledOut.put(out, i));
    switch (reasoning.action(i)) {
      case REFLECT -> reflected = i;
      case SUPPORT ->
          reasoning.names().get(i).stream()
              .filter(PossibleAnswers.Named::affirmed)
              .forEach(name -> supported.put(name.key(), i));
      case PLAN, RESTATE, RECALL, HYPOTHESISE, EXCLUDE, BACKWARD, CONCLUDE -> {}
    }
    reasoning.names().get(i).forEach(name -> named.putIfAbsent(name.key(), i));
  }
}
