package org.twinline.verifiable;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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
import org.twinline.reward.composite.Stages;
import org.twinline.reward.step.PassRate;
import org.twinline.reward.step.ReferenceChapters;
import org.twinline.reward.step.ScoreNames;

/**
 * Keeps right answers of groups whose pass rate is in the band, at most so many a question, best
 * rewards first; everything else is dropped with its reason.
 *
 * <p>The pass rate is the share of all the group's candidates that a verifier accepted; a candidate
 * a guard rejected counts as not passing. Where there are stages, a group must be of one, and its
 * triples name it. The reward is the outcome, or a composite; a right answer without one is never
 * ranked.
 */
final class SelectTriples implements GroupSink {
  private static final long serialVersionUID = 1;
  private final Selection selection;
  private final Stages stages;
  private final String rewardName;
  private final VerifiableConfiguration.Reporting reporting;

  /**
   * A selection.
   *
   * @param stages none where groups are not told apart
   * @param rewardName the score that is the reward
   */
  SelectTriples(
      Selection selection,
      Stages stages,
      String rewardName,
      VerifiableConfiguration.Reporting reporting) {
    this.selection = selection;
    this.stages = stages;
    this.rewardName = rewardName;
    this.reporting = reporting;
  }

  @Override
  public void accept(JudgedGroup group, Consumer<Flow.Line> lines, TallyBuilder tally) {
    BareLines.accept(group, lines, tally);
    if (group.candidates().isEmpty()) {
      return;
    }
    List<Judged> right = group.candidates().stream().filter(PassRate::passes).toList();
    double passRate = PassRate.of(group);
    Optional<String> stage = stages.of(passRate).map(Stages.Stage::name);
    boolean admitted = selection.admits(passRate) && (stages.isEmpty() || stage.isPresent());
    Set<String> selected = admitted ? best(right) : Set.of();
    List<Judged> decided = new ArrayList<>();
    for (Judged judged : group.candidates()) {
      boolean keep = PassRate.passes(judged) && selected.contains(judged.candidate().id());
      Judged after = keep ? judged : judged.reject(reason(judged, passRate, admitted));
      decided.add(after);
      if (keep) {
        tally.kept(judged.candidate().place());
        lines.accept(
            DatasetLines.triple(group.question(), judged, reward(judged), passRate, stage));
      } else {
        tally.dropped(judged.candidate().place(), after.rejections().get(0).reason());
        lines.accept(DatasetLines.rejected(group.question(), after));
      }
      for (Score score : judged.scores()) {
        tally.observe(score.name(), score.value(), keep);
      }
      verdicts(judged, tally);
      ReferenceChapters.count(judged, keep, tally);
    }
    TextLengths.count(group.question(), decided, tally);
    tally.count("verifiable.groups", 1);
    tally.observe("pass_rate", passRate, !selected.isEmpty());
    if (!selected.isEmpty()) {
      stage.ifPresent(name -> tally.count("stage." + name, 1));
      reporting.overlap().kept(group.question(), tally);
    }
    if (reporting.examples() > 0) {
      Examples.offer("verifiable", selection.seed(), group.question(), decided, tally);
    }
  }

  private static void verdicts(Judged judged, TallyBuilder tally) {
    if (judged.score(ScoreNames.RULE).isEmpty()) {
      tally.count("rule.not_asked", 1);
    } else if (judged.score(ScoreNames.VERIFIER).isPresent()) {
      tally.count("rule.unsure", 1);
      tally.count(
          judged.score(ScoreNames.OUTCOME).isEmpty()
              ? "model.unsure"
              : judged.rejected() ? "model.reject" : "model.accept",
          1);
    } else {
      tally.count(
          judged.score(ScoreNames.OUTCOME).isEmpty()
              ? "rule.unsure"
              : judged.rejected() ? "rule.reject" : "rule.accept",
          1);
    }
  }

  private double reward(Judged judged) {
    return judged.score(rewardName).orElseThrow().value();
  }

  private Set<String> best(List<Judged> right) {
    Set<String> ids = new HashSet<>();
    right.stream()
        .filter(judged -> judged.score(rewardName).isPresent())
        .sorted(
            Comparator.comparingDouble(this::reward)
                .reversed()
                .thenComparingLong(this::lot)
                .thenComparing(j -> j.candidate().id()))
        .limit(selection.perQuestion())
        .forEach(j -> ids.add(j.candidate().id()));
    return ids;
  }

  private long lot(Judged judged) {
    return Hashing.murmur3_128((int) selection.seed())
        .hashString(judged.candidate().id(), StandardCharsets.UTF_8)
        .asLong();
  }

  private Rejection reason(Judged judged, double passRate, boolean admitted) {
    if (judged.score(ScoreNames.OUTCOME).isEmpty()) {
      return Rejection.of(RejectionReason.UNSURE);
    }
    if (judged.score(rewardName).isEmpty()) {
      return Rejection.of(RejectionReason.MISSING_SCORE);
    }
    return admitted
        ? Rejection.of(RejectionReason.NOT_SELECTED, selection.perQuestion())
        : Rejection.of(RejectionReason.PASS_RATE, passRate);
  }
}
