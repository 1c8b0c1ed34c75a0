package org.twinline.launcher.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.twinline.core.io.InputFile;
import org.twinline.core.io.Inputs;
import org.twinline.core.io.UnreadableInput;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Failure;
import org.twinline.launcher.cli.Terminal;
import org.twinline.launcher.job.Input;
import org.twinline.launcher.job.InputCheck;
import org.twinline.launcher.job.Job;
import org.twinline.launcher.job.JobError;
import org.twinline.launcher.job.JobFile;
import org.twinline.launcher.plan.Forecast;
import org.twinline.launcher.plan.Outlook;
import org.twinline.launcher.plan.Reading;
import org.twinline.reward.djl.Encoders;

/** {@code twinline doctor}. */
public final class Doctor {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Terminal terminal;
  private final Path home;
  private final InputCheck inputs;
  private final Function<Input, Reading> reading;
  private final boolean json;
  private final List<Check> checks = new ArrayList<>();

  /**
   * An examination.
   *
   * @param home the installation's root
   * @param json whether standard output holds one JSON document
   */
  public Doctor(
      Terminal terminal,
      Path home,
      InputCheck inputs,
      Function<Input, Reading> reading,
      boolean json) {
    this.terminal = terminal;
    this.home = home;
    this.inputs = inputs;
    this.reading = reading;
    this.json = json;
  }

  /** Examines machine and installation, and a job where one is named. */
  public ExitCode run(Optional<Path> file, List<String> settings) {
    Optional<Job> job = file.flatMap(path -> job(path, settings));
    Optional<Outlook> outlook = job.flatMap(this::outlook);
    tell(MachineChecks.of(job, outlook));
    Path output = job.map(one -> one.output().directory()).orElse(Path.of("out"));
    tell(DiskChecks.of(output, job.map(Doctor::inputBytes).orElse(0L)));
    ModelChecks models =
        new ModelChecks(
            job.map(one -> one.models().access())
                .orElseGet(() -> Encoders.in(home.resolve("launcher/target/encoders"))));
    tell(models.encoders());
    tell(List.of(models.nativeLibrary(home.resolve("samples/models/verifier-zh"))));
    job.ifPresent(one -> tell(models.bundles(one)));
    Path terminology =
        job.flatMap(Job::terminology).orElse(home.resolve("launcher/target/terminology"));
    if (job.isEmpty() || job.get().terminology().isPresent()) {
      tell(List.of(JobChecks.terminology(terminology)));
    }
    return end();
  }

  private Optional<Job> job(Path file, List<String> settings) {
    JobFile.Loaded loaded = JobFile.load(file, settings, inputs);
    if (loaded instanceof JobFile.Invalid invalid) {
      for (JobError error : invalid.errors()) {
        tell(
            List.of(
                Check.fail(
                    "job", error.place() + ": " + error.message(), "twinline run shows the line")));
      }
      return Optional.empty();
    }
    tell(List.of(Check.ok("job", file + " is valid")));
    Job job = ((JobFile.Valid) loaded).job();
    tell(JobChecks.inputs(job));
    return Optional.of(job);
  }

  /** The lines of a sample, and what a run of them would take if all else can be used. */
  private Optional<Outlook> outlook(Job job) {
    Reading lines = reading.apply(job.input());
    try {
      List<InputFile> files = Inputs.resolve(job.input().files());
      tell(List.of(JobChecks.lines(job, Forecast.sample(files, lines, job.line()))));
      return Optional.of(Forecast.of(job, lines, terminal));
    } catch (Failure e) {
      return Optional.empty(); // a terminology or model, which has a check of its own
    } catch (IOException e) {
      tell(
          List.of(
              Check.fail(
                  "lines", "the input cannot be read: " + e.getMessage(), "look at its rights")));
      return Optional.empty();
    }
  }

  private static long inputBytes(Job job) {
    try {
      return Inputs.resolve(job.input().files()).stream().mapToLong(InputFile::size).sum();
    } catch (UnreadableInput e) {
      return 0; // told already
    }
  }

  private void tell(List<Check> found) {
    checks.addAll(found);
    if (json) {
      return;
    }
    for (Check check : found) {
      terminal
          .out()
          .printf(
              Locale.ROOT, "%-5s %-12s %s%n", check.status().word(), check.name(), check.message());
      if (!check.next().isEmpty()) {
        terminal.out().printf(Locale.ROOT, "%18s next: %s%n", "", check.next());
      }
    }
  }

  private ExitCode end() {
    long failed = checks.stream().filter(c -> c.status() == Check.Status.FAIL).count();
    long warned = checks.stream().filter(c -> c.status() == Check.Status.WARN).count();
    if (json) {
      terminal.out().println(document(failed == 0));
    } else {
      terminal
          .out()
          .printf(
              Locale.ROOT,
              "%d checks: %d ok, %d warnings, %d failed%n",
              checks.size(),
              checks.size() - failed - warned,
              warned,
              failed);
    }
    return failed == 0 ? ExitCode.DONE : ExitCode.USAGE;
  }

  private String document(boolean ok) {
    ObjectNode root = JSON.createObjectNode().put("ok", ok);
    ArrayNode array = root.putArray("checks");
    for (Check check : checks) {
      ObjectNode node = array.addObject();
      node.put("name", check.name()).put("status", check.status().word());
      node.put("message", check.message());
      if (!check.next().isEmpty()) {
        node.put("next", check.next());
      }
    }
    try {
      return JSON.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("Cannot write the findings", e);
    }
  }
}
