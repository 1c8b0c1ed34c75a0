package org.twinline.unverifiable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.twinline.core.dataset.DatasetLines;
import org.twinline.core.flow.BareLines;
import org.twinline.core.flow.Examples;
import org.twinline.core.flow.Flow;
import org.twinline.core.flow.GroupSink;
import org.twinline.core.flow.TextLengths;
import org.twinline.core.ledger.TallyBuilder;
import org.twinline.core.verdict.Judged;
import org.twinline.core.verdict.JudgedGroup;
import org.twinline.core.verdict.Rejection;
import org.twinline.core.verdict.RejectionReason;
import org.twinline.core.verdict.Score;

/**
 * Ranks the answers of a question and makes preference pairs and a best answer.
 *
 * <p>The best answer is chosen in every pair; the others become its rejected side, the lowest
 * first, where they are at least {@code margin} below it. Where a person stated a preference for
 * every answer still in the running, that decides instead of the reward, and how often the reward
 * agrees is counted ({@code preference.agree}, {@code preference.disagree}, {@code
 * preference.tie}).
 */
final class PairAnswers implements GroupSink {
  private static final long serialVersionUID = 1;

  /** 0.9 − 0.8 is below 0.1 in doubles. */
  private static final double ROUNDING = 1e-9;

  private final Ranking ranking;
  private final String rewardName;
  private final UnverifiableConfiguration.Reporting reporting;

  /**
   * A ranking.
   *
   * @param rewardName the score that is the reward
   */
  PairAnswers(Ranking ranking, String rewardName, UnverifiableConfiguration.Reporting reporting) {
    this.ranking = ranking;
    this.rewardName = rewardName;
    this.reporting = reporting;
  }

  @Override
  public void accept(JudgedGroup group, Consumer<Flow.Line> lines, TallyBuilder tally) {
    BareLines.accept(group, lines, tally);
    if (group.candidates().isEmpty()) {
      return;
    }
    List<Judged> running = group.candidates().stream().filter(j -> !j.rejected()).toList();
    compare(running, tally);
    boolean stated =
        !running.isEmpty()
            && running.stream().allMatch(j -> j.candidate().preference().value().isPresent());
    ToDoubleFunction<Judged> worth = stated ? PairAnswers::stated : this::reward;
    List<Judged> ranked =
        running.stream()
            .filter(j -> !Double.isNaN(worth.applyAsDouble(j)))
            .sorted(
                Comparator.comparingDouble(worth).reversed().thenComparing(j -> j.candidate().id()))
            .toList();
    Set<String> kept = new HashSet<>();
    if (!ranked.isEmpty() && worth.applyAsDouble(ranked.get(0)) >= ranking.minReward()) {
      keep(group, ranked, worth, kept, lines);
      tally.count("best_answers", 1);
      tally.count("pairs", kept.size() - 1L);
      reporting.overlap().kept(group.question(), tally);
    }
    account(group, worth, kept, lines, tally);
  }

  private void keep(
      JudgedGroup group,
      List<Judged> ranked,
      ToDoubleFunction<Judged> worth,
      Set<String> kept,
      Consumer<Flow.Line> lines) {
    Judged best = ranked.get(0);
    double top = worth.applyAsDouble(best);
    kept.add(best.candidate().id());
    lines.accept(DatasetLines.bestAnswer(group.question(), best, top));
    int pairs = 0;
    for (int i = ranked.size() - 1; i > 0 && pairs < ranking.perQuestion(); i--) {
      double margin = top - worth.applyAsDouble(ranked.get(i));
      if (margin > 0 && margin >= ranking.margin() - ROUNDING) {
        kept.add(ranked.get(i).candidate().id());
        lines.accept(DatasetLines.preference(group.question(), best, ranked.get(i), margin));
        pairs++;
      }
    }
  }

  private void account(
      JudgedGroup group,
      ToDoubleFunction<Judged> worth,
      Set<String> kept,
      Consumer<Flow.Line> lines,
      TallyBuilder tally) {
    List<Judged> decided = new ArrayList<>();
    for (Judged judged : group.candidates()) {
      boolean keep = !judged.rejected() && kept.contains(judged.candidate().id());
      Judged after = keep ? judged : judged.reject(reason(judged, worth, kept.isEmpty()));
      decided.add(after);
      if (keep) {
        tally.kept(judged.candidate().place());
      } else {
        tally.dropped(judged.candidate().place(), after.rejections().get(0).reason());
        lines.accept(DatasetLines.rejected(group.question(), after));
      }
      for (Score score : judged.scores()) {
        tally.observe(score.name(), score.value(), keep);
      }
    }
    TextLengths.count(group.question(), decided, tally);
    tally.count("unverifiable.groups", 1);
    if (reporting.examples() > 0) {
      Examples.offer("unverifiable", ranking.seed(), group.question(), decided, tally);
    }
  }

  private Rejection reason(Judged judged, ToDoubleFunction<Judged> worth, boolean noBest) {
    double value = worth.applyAsDouble(judged);
    if (Double.isNaN(value)) {
      return Rejection.of(RejectionReason.MISSING_SCORE);
    }
    return Rejection.of(noBest ? RejectionReason.LOW_REWARD : RejectionReason.NO_PAIR, value);
  }

  private void compare(List<Judged> running, TallyBuilder tally) {
    for (int i = 0; i < running.size(); i++) {
      for (int k = i + 1; k < running.size(); k++) {
        double person = stated(running.get(i)) - stated(running.get(k));
        double reward = reward(running.get(i)) - reward(running.get(k));
        if (Double.isNaN(person) || Double.isNaN(reward) || person == 0) {
          continue;
        }
        tally.count(
            reward == 0
                ? "preference.tie"
                : person > 0 == reward > 0 ? "preference.agree" : "preference.disagree",
            1);
      }
    }
  }

  private static double stated(Judged judged) {
    OptionalDouble value = judged.candidate().preference().value();
    return value.orElse(Double.NaN);
  }

  private double reward(Judged judged) {
    return judged.score(rewardName).map(Score::value).orElse(Double.NaN);
  }
}
