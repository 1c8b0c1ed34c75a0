package org.twinline.launcher.plan;

import static org.twinline.core.verdict.RejectionReason.DUPLICATE_CANDIDATE;
import static org.twinline.core.verdict.RejectionReason.DUPLICATE_ID;
import static org.twinline.core.verdict.RejectionReason.DUPLICATE_QUESTION;
import static org.twinline.core.verdict.RejectionReason.GROUP_OVERFLOW;
import static org.twinline.core.verdict.RejectionReason.INCONSISTENT;
import static org.twinline.core.verdict.RejectionReason.LOW_REWARD;
import static org.twinline.core.verdict.RejectionReason.MISSING_SCORE;
import static org.twinline.core.verdict.RejectionReason.NON_FINITE_SCORE;
import static org.twinline.core.verdict.RejectionReason.NOT_SELECTED;
import static org.twinline.core.verdict.RejectionReason.NO_CANDIDATES;
import static org.twinline.core.verdict.RejectionReason.NO_PAIR;
import static org.twinline.core.verdict.RejectionReason.NO_REFERENCE;
import static org.twinline.core.verdict.RejectionReason.PASS_RATE;
import static org.twinline.core.verdict.RejectionReason.QUESTION_CONFLICT;
import static org.twinline.core.verdict.RejectionReason.UNSURE;
import static org.twinline.core.verdict.RejectionReason.WRONG_ANSWER;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.twinline.core.verdict.RejectionReason;
import org.twinline.launcher.job.Job;
import org.twinline.launcher.job.Reward;

/** The stages that a job will run, in their order. */
final class Stages {
  private static final String VERIFIABLE = "verifiable";
  private static final String UNVERIFIABLE = "unverifiable";

  private final Job job;
  private final List<Stage> stages = new ArrayList<>();

  private Stages(Job job) {
    this.job = job;
  }

  static List<Stage> of(Job job) {
    Stages made = new Stages(job);
    made.reading();
    made.guards();
    if (job.line() != Job.Line.UNVERIFIABLE) {
      made.verifiable();
    }
    if (job.line() != Job.Line.VERIFIABLE) {
      made.unverifiable();
    }
    return List.copyOf(made.stages);
  }

  private void add(String name, String line, String does, RejectionReason... drops) {
    stages.add(Stage.of(name, line, does, drops));
  }

  private void reading() {
    stages.add(
        new Stage(
            "read",
            Stage.BOTH,
            "lines of the form "
                + job.input().format().word()
                + ", at most "
                + job.input().limits().lineBytes()
                + " long; stops with exit code 3 beyond a share of "
                + job.errors().maxRate(),
            List.of("dead_letters")));
    add(
        "group",
        Stage.BOTH,
        "candidates by question, at most " + job.group().maxCandidates(),
        GROUP_OVERFLOW,
        QUESTION_CONFLICT,
        DUPLICATE_CANDIDATE,
        DUPLICATE_ID,
        DUPLICATE_QUESTION,
        NO_CANDIDATES);
  }

  private void guards() {
    Optional<Reward.Guards> guards = job.rewards(Reward.Guards.class).stream().findFirst();
    if (guards.isEmpty()) {
      return;
    }
    List<RejectionReason> drops = new ArrayList<>();
    for (Reward.GuardName guard : guards.get().guards()) {
      drops.add(
          guard == Reward.GuardName.FLOOD
              ? RejectionReason.ANSWER_FLOOD
              : RejectionReason.valueOf(guard.name()));
    }
    if (!guards.get().patterns().isEmpty()) {
      drops.add(RejectionReason.GUARD_PATTERN);
    }
    add(
        "guards",
        Stage.BOTH,
        drops.size() + (drops.size() == 1 ? " kind" : " kinds") + " of cheating or malformed",
        drops.toArray(RejectionReason[]::new));
  }

  private void verifiable() {
    Reward.Rule rule =
        job.rewards(Reward.Rule.class).stream().findFirst().orElse(Reward.Rule.DEFAULT);
    add(
        "rules",
        VERIFIABLE,
        "answer against reference, accepted from "
            + rule.accept()
            + ", rejected to "
            + rule.reject(),
        NO_REFERENCE,
        WRONG_ANSWER);
    for (Reward.Model model : job.rewards(Reward.Model.class)) {
      add(
          "model",
          VERIFIABLE,
          model.bundle() + " where the rules are unsure, accepted from " + model.accept(),
          WRONG_ANSWER,
          NON_FINITE_SCORE);
    }
    reasoning(VERIFIABLE);
    if (composes(false)) {
      add("composite", VERIFIABLE, weights(job.composite(), false), MISSING_SCORE);
    }
    for (Job.Stage stage : job.select().stages()) {
      if (!stage.composite().weights().isEmpty()) {
        add(
            "composite",
            VERIFIABLE,
            "in stage " + stage.name() + ": " + weights(stage.composite(), false),
            MISSING_SCORE);
      }
    }
    add(
        "select",
        VERIFIABLE,
        "pass rate "
            + job.select().passRate().low()
            + " to "
            + job.select().passRate().high()
            + bands()
            + ", at most "
            + job.select().perQuestion()
            + " a question",
        UNSURE,
        PASS_RATE,
        NOT_SELECTED);
  }

  private void unverifiable() {
    reasoning(UNVERIFIABLE);
    for (Reward.Preference preference : job.rewards(Reward.Preference.class)) {
      add("preference", UNVERIFIABLE, String.valueOf(preference.bundle()), NON_FINITE_SCORE);
    }
    if (composes(true)) {
      add("composite", UNVERIFIABLE, weights(job.composite(), true));
    }
    add(
        "pair",
        UNVERIFIABLE,
        "best answer from "
            + job.select().minReward()
            + ", pairs "
            + job.select().margin()
            + " apart",
        MISSING_SCORE,
        LOW_REWARD,
        NO_PAIR);
  }

  private void reasoning(String line) {
    Optional<Reward.Process> process = job.rewards(Reward.Process.class).stream().findFirst();
    boolean models = process.isPresent() && !process.get().actions().isEmpty();
    if (process.isPresent() && !models) {
      add("process", line, "scores the steps of the reasoning");
    }
    if (!job.rewards(Reward.Consistency.class).isEmpty()) {
      add("consistency", line, "the answer against what the reasoning concludes", INCONSISTENT);
    }
    if (models) {
      add(
          "process",
          line,
          "scores the steps of the reasoning, what they do read by "
              + process.get().actions().stream()
                  .map(Path::toString)
                  .collect(Collectors.joining(", ")),
          NON_FINITE_SCORE);
    }
  }

  private boolean composes(boolean text) {
    return job.composite().weights().keySet().stream()
        .anyMatch(key -> key.equals(Job.Composites.TEXT) == text);
  }

  private String bands() {
    List<Job.Stage> bands = job.select().stages();
    return bands.isEmpty()
        ? ""
        : bands.stream()
            .map(b -> b.name() + " " + b.passRate().low() + " to " + b.passRate().high())
            .collect(Collectors.joining(", ", " in stages (", ")"));
  }

  private static String weights(Job.Composites composite, boolean text) {
    return composite.weights().entrySet().stream()
        .filter(entry -> entry.getKey().equals(Job.Composites.TEXT) == text)
        .map(
            entry ->
                entry.getKey()
                    + ": "
                    + entry.getValue().entrySet().stream()
                        .map(w -> String.format(Locale.ROOT, "%s × %s", w.getValue(), w.getKey()))
                        .collect(Collectors.joining(" + ")))
        .collect(Collectors.joining("; "));
  }
}
