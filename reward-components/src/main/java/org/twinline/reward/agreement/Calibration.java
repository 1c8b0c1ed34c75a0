package org.twinline.reward.agreement;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.twinline.core.Require;
import org.twinline.core.triple.AnswerKind;

/**
 * Thresholds chosen from labelled scores: the most decided answers with the least precisions held.
 *
 * <p>A kind with at least {@value #LEAST} right and {@value #LEAST} wrong answers that the rules
 * could judge gets its own thresholds; the others take those of all answers together.
 * Deterministic.
 *
 * <p>Thresholds look better on the answers they were chosen from than on others, so the figures are
 * given twice: on those answers (resubstitution), and with each fifth of them decided by thresholds
 * chosen from the other four (cross-fitted). The fifth goes by a hash of the id alone.
 */
public final class Calibration {
  /** Fewer right or wrong answers than these choose nothing. */
  public static final int LEAST = 20;

  /** Parts of the cross-fitted figures. */
  public static final int FOLDS = 5;

  private final Choice overall;
  private final SortedMap<AnswerKind, Choice> kinds;
  private final Thresholds thresholds;
  private final Agreement resubstitution;
  private final Agreement crossFitted;

  private Calibration(
      Choice overall,
      SortedMap<AnswerKind, Choice> kinds,
      Thresholds thresholds,
      Agreement resubstitution,
      Agreement crossFitted) {
    this.overall = overall;
    this.kinds = Collections.unmodifiableSortedMap(kinds);
    this.thresholds = thresholds;
    this.resubstitution = resubstitution;
    this.crossFitted = crossFitted;
  }

  /**
   * What was chosen from some answers.
   *
   * @param own whether they were enough; else {@code band} is that of all answers
   * @param right answers the rules could judge that are right
   * @param wrong answers the rules could judge that are wrong
   * @param curve every threshold that was looked at, from the lowest
   */
  public record Choice(Band band, boolean own, long right, long wrong, List<CurvePoint> curve) {
    public Choice {
      curve = List.copyOf(curve);
    }
  }

  /**
   * Chooses thresholds.
   *
   * @throws IllegalArgumentException if fewer than {@value #LEAST} answers that the rules could
   *     judge are right, or wrong
   */
  public static Calibration of(List<LabelledAnswer> answers, CalibrationSettings settings) {
    long right = judged(answers, Label.RIGHT);
    long wrong = judged(answers, Label.WRONG);
    Require.argument(
        right >= LEAST && wrong >= LEAST,
        "Cannot calibrate on %s right and %s wrong answers that the rules could judge: at least %s"
            + " of each are needed",
        right,
        wrong,
        LEAST);
    Curve all = Curve.of(answers);
    Choice overall = new Choice(all.best(settings), true, right, wrong, all.points());
    SortedMap<AnswerKind, Choice> kinds = new TreeMap<>();
    for (AnswerKind kind : answers.stream().map(a -> a.judgement().kind()).distinct().toList()) {
      kinds.put(kind, choose(of(kind, answers), settings, overall.band()));
    }
    Thresholds thresholds = fit(answers, kinds, settings);
    return new Calibration(
        overall,
        kinds,
        thresholds,
        Agreement.of(answers, thresholds),
        crossFitted(answers, kinds, settings));
  }

  private static Choice choose(
      List<LabelledAnswer> answers, CalibrationSettings settings, Band fallback) {
    long right = judged(answers, Label.RIGHT);
    long wrong = judged(answers, Label.WRONG);
    boolean own = right >= LEAST && wrong >= LEAST;
    Curve curve = Curve.of(answers);
    return new Choice(own ? curve.best(settings) : fallback, own, right, wrong, curve.points());
  }

  /** Thresholds for all answers and for the kinds that have their own. */
  private static Thresholds fit(
      List<LabelledAnswer> answers,
      SortedMap<AnswerKind, Choice> kinds,
      CalibrationSettings settings) {
    SortedMap<AnswerKind, Band> bands = new TreeMap<>();
    kinds.forEach(
        (kind, choice) -> {
          if (choice.own()) {
            bands.put(kind, Curve.of(of(kind, answers)).best(settings));
          }
        });
    return new Thresholds(Curve.of(answers).best(settings), bands);
  }

  private static Agreement crossFitted(
      List<LabelledAnswer> answers,
      SortedMap<AnswerKind, Choice> kinds,
      CalibrationSettings settings) {
    Thresholds[] fitted = new Thresholds[FOLDS];
    for (int f = 0; f < FOLDS; f++) {
      int held = f;
      fitted[f] = fit(select(answers, a -> fold(a.id()) != held), kinds, settings);
    }
    return Agreement.of(answers, a -> fitted[fold(a.id())].decide(a.judgement()));
  }

  /** The part of an id, in [0, {@value #FOLDS}): murmur3 of its UTF-8, modulo the folds. */
  static int fold(String id) {
    return Math.floorMod(
        Hashing.murmur3_128().hashString(id, StandardCharsets.UTF_8).asLong(), FOLDS);
  }

  private static List<LabelledAnswer> of(AnswerKind kind, List<LabelledAnswer> answers) {
    return select(answers, a -> a.judgement().kind() == kind);
  }

  private static List<LabelledAnswer> select(
      List<LabelledAnswer> answers, Predicate<LabelledAnswer> which) {
    return answers.stream().filter(which).toList();
  }

  private static long judged(List<LabelledAnswer> answers, Label label) {
    return answers.stream().filter(a -> a.judgement().known() && a.label() == label).count();
  }

  /** The choice from all answers. */
  public Choice overall() {
    return overall;
  }

  /** The choice of each kind that is there. */
  public SortedMap<AnswerKind, Choice> kinds() {
    return kinds;
  }

  /** What was chosen, to decide with. */
  public Thresholds thresholds() {
    return thresholds;
  }

  /** The figures on the answers the thresholds were chosen from: too good. */
  public Agreement resubstitution() {
    return resubstitution;
  }

  /** The figures with each answer decided by thresholds chosen without it. */
  public Agreement crossFitted() {
    return crossFitted;
  }
}
