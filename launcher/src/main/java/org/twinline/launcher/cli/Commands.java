package org.twinline.launcher.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twinline.core.export.Trainer;
import org.twinline.launcher.job.InputCheck;
import org.twinline.launcher.job.Job;

/**
 * What the commands do. Each returns how it ended, or throws {@link Failure}; it writes results to
 * the {@link Terminal} it was made with.
 */
public interface Commands {

  /** Checks the input patterns of a job while it is loaded. */
  InputCheck inputs();

  /** Runs a job whose file has been checked. */
  ExitCode run(Job job, ProgressMode progress);

  /** Runs both lines on the samples and writes to a directory that is absent or empty. */
  ExitCode demo(Path out, ProgressMode progress);

  /** The commands on plans. */
  PlanActions plan();

  /**
   * Checks machine and installation.
   *
   * @param job a job that is checked too
   * @param json whether standard output holds one JSON document
   */
  ExitCode doctor(Optional<Path> job, List<String> settings, boolean json);

  /** Writes a first job file. */
  ExitCode init(InitRequest request);

  /** Shows what happened to the question or candidate of an id in a finished run. */
  ExitCode explain(Path run, String id);

  /**
   * Renders the page of a finished run.
   *
   * @param against another finished run, whose difference is shown
   */
  ExitCode report(Path run, Optional<Path> against, Optional<Path> output);

  /** Makes files for trainers from a finished run, in a directory that is absent or empty. */
  ExitCode export(Path run, Set<Trainer> trainers, Path out);

  /** Scores answers, or explains those of one id. */
  ExitCode verify(VerifyRequest request);

  /** The commands on terminologies. */
  TerminologyActions terminology();

  /** The commands on reward and verifier models. */
  RewardActions reward();

  /** The commands on gates. */
  GateActions gate();
}
