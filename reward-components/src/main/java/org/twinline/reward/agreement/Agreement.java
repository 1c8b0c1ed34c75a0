package org.twinline.reward.agreement;

import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Task;
import org.twinline.core.verdict.Decision;

/** How far decisions agree with labels: over all, for each kind of answer and for each task. */
public record Agreement(
    Part overall, SortedMap<AnswerKind, Part> kinds, SortedMap<Task, Part> tasks) {

  public Agreement {
    kinds = Collections.unmodifiableSortedMap(new TreeMap<>(kinds));
    tasks = Collections.unmodifiableSortedMap(new TreeMap<>(tasks));
  }

  /**
   * The figures of some answers.
   *
   * @param auc area under the curve of the score, whatever was decided and what the rules could not
   *     tell included; empty where all are right or all wrong
   */
  public record Part(Counts counts, OptionalDouble auc) {}

  /** Compares what thresholds decide with the labels. */
  public static Agreement of(List<LabelledAnswer> answers, Thresholds thresholds) {
    return of(answers, answer -> thresholds.decide(answer.judgement()));
  }

  static Agreement of(List<LabelledAnswer> answers, Function<LabelledAnswer, Decision> decision) {
    return new Agreement(
        part(answers, decision),
        parts(answers, decision, a -> a.judgement().kind()),
        parts(answers, decision, LabelledAnswer::task));
  }

  private static <K extends Comparable<K>> SortedMap<K, Part> parts(
      List<LabelledAnswer> answers,
      Function<LabelledAnswer, Decision> decision,
      Function<LabelledAnswer, K> key) {
    SortedMap<K, Part> parts = new TreeMap<>();
    for (K one : answers.stream().map(key).distinct().toList()) {
      parts.put(
          one, part(answers.stream().filter(a -> key.apply(a).equals(one)).toList(), decision));
    }
    return parts;
  }

  private static Part part(
      List<LabelledAnswer> answers, Function<LabelledAnswer, Decision> decision) {
    return new Part(Counts.of(answers, decision), area(answers));
  }

  private static OptionalDouble area(List<LabelledAnswer> answers) {
    boolean[] right = new boolean[answers.size()];
    for (int i = 0; i < right.length; i++) {
      right[i] = answers.get(i).label() == Label.RIGHT;
    }
    return Auc.of(answers.stream().mapToDouble(a -> a.judgement().score()).toArray(), right);
  }
}
