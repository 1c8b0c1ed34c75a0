package org.twinline.launcher.init;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.twinline.core.io.InputFile;
import org.twinline.core.io.Inputs;
import org.twinline.core.io.UnreadableInput;
import org.twinline.core.json.Limits;
import org.twinline.core.json.adapter.Adapters;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Failure;
import org.twinline.launcher.cli.InitRequest;
import org.twinline.launcher.cli.JobLoading;
import org.twinline.launcher.cli.Terminal;
import org.twinline.launcher.job.Input;
import org.twinline.launcher.job.InputCheck;
import org.twinline.launcher.job.Job;
import org.twinline.launcher.plan.Forecast;
import org.twinline.launcher.plan.Reading;
import org.twinline.launcher.plan.SampleCounts;

/** {@code twinline init}. */
public final class Init {
  private static final String FILE = "job.yaml";
  private static final int MOST_OUTPUTS = 1_000;
  private static final int LONGEST_NAME = 40;

  /** Control, formatting and lone surrogate characters, which would act on a terminal. */
  private static final Pattern UNSHOWN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

  /** Beyond this share of one line's records the other is not worth its models. */
  private static final double NEARLY_ALL = 0.95;

  private final Terminal terminal;
  private final InputCheck inputs;
  private final Function<Input, Reading> reading;

  /** A command that writes to a terminal. */
  public Init(Terminal terminal, InputCheck inputs, Function<Input, Reading> reading) {
    this.terminal = terminal;
    this.inputs = inputs;
    this.reading = reading;
  }

  /**
   * Writes a job file.
   *
   * @throws Failure if there is one already, or the data cannot be read
   */
  public ExitCode run(InitRequest request) {
    Path file = request.directory().resolve(FILE).normalize();
    if (Files.exists(file)) {
      throw new Failure(
          ExitCode.USAGE,
          file + " is there already; nothing was written",
          "name another folder: twinline init DIR");
    }
    try {
      JobText text =
          request.data().isPresent() ? ofData(request, request.data().get()) : ofSamples(request);
      Job job = write(file, text);
      request.data().ifPresent(data -> check(job));
      terminal.out().println("wrote " + file);
      terminal.out().println("next: twinline run " + shell(file));
      return ExitCode.DONE;
    } catch (UnreadableInput e) {
      throw new Failure(ExitCode.USAGE, String.valueOf(e.getMessage()), "", e);
    } catch (IOException e) {
      throw new Failure(ExitCode.RUNNER_FAILED, "cannot write " + file + ": " + e, "", e);
    }
  }

  private JobText ofSamples(InitRequest request) throws IOException {
    Job.Line line = request.line().orElse(Job.Line.BOTH);
    List<String> files =
        Stream.of(Job.Line.VERIFIABLE, Job.Line.UNVERIFIABLE)
            .filter(one -> line == Job.Line.BOTH || line == one)
            .map(one -> "${home}/samples/" + one.word() + ".jsonl")
            .toList();
    return new JobText(
        name(request),
        line,
        files,
        "canonical",
        List.of(),
        output(request),
        List.of("zh", "en"),
        true);
  }

  private JobText ofData(InitRequest request, String data) throws IOException {
    List<InputFile> files = Inputs.resolve(List.of(data));
    Fields fields = new Fields(Adapters.named("auto"));
    SampleCounts counts =
        Forecast.sample(files, new Reading(fields, Limits.DEFAULT), Job.Line.BOTH);
    if (fields.lines() == 0) {
      throw new Failure(
          ExitCode.USAGE,
          data + " holds no JSON objects in its first lines",
          "input is JSON lines: one object a line; docs/formats.md describes them");
    }
    Detected detected = Detected.of(fields, counts);
    show(data, detected, fields);
    Job.Line line = request.line().orElseGet(() -> line(counts, detected));
    boolean mapped = !detected.roles().isEmpty();
    return new JobText(
        name(request),
        line,
        List.of(data),
        detected.format(),
        detected.mapping(fields),
        output(request),
        fields.languages().isEmpty() ? List.of("zh", "en") : fields.languages(),
        mapped ? detected.roles().containsKey(Role.COT) : counts.reasons());
  }

  private static Job.Line line(SampleCounts counts, Detected detected) {
    if (!detected.roles().isEmpty()) {
      return detected.roles().containsKey(Role.REFERENCES)
          ? Job.Line.VERIFIABLE
          : Job.Line.UNVERIFIABLE;
    }
    double share = (double) counts.verifiable() / Math.max(1, counts.triples());
    if (share >= NEARLY_ALL) {
      return Job.Line.VERIFIABLE;
    }
    return share <= 1 - NEARLY_ALL ? Job.Line.UNVERIFIABLE : Job.Line.BOTH;
  }

  private void show(String data, Detected detected, Fields fields) {
    terminal
        .out()
        .printf(
            Locale.ROOT,
            "%s: form %s, by %,d sampled lines%n",
            data,
            detected.format(),
            fields.lines());
    for (Map.Entry<String, Fields.Field> field : fields.fields().entrySet()) {
      String role = detected.role(field.getKey()).map(one -> "  taken for " + one.key()).orElse("");
      terminal
          .out()
          .printf(
              Locale.ROOT,
              "  %-24s %-7s in %3.0f %%%s%n",
              shown(field.getKey()),
              field.getValue().kind(),
              100.0 * field.getValue().count() / fields.lines(),
              role);
    }
  }

  /** A field's name as a terminal may show it. */
  private static String shown(String name) {
    String inert = UNSHOWN.matcher(name).replaceAll("\uFFFD");
    return inert.length() > LONGEST_NAME ? inert.substring(0, LONGEST_NAME - 1) + "…" : inert;
  }

  /** Writes beside, loads what was written, and then puts it in place. */
  private Job write(Path file, JobText text) throws IOException {
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElseThrow();
    Files.createDirectories(folder);
    Path staged = folder.resolve("." + FILE + ".part");
    try {
      Files.writeString(staged, text.text());
      Job job = JobLoading.load(staged, List.of(), inputs, terminal).job();
      Files.move(staged, file); // fails where another has written one meanwhile
      return job;
    } finally {
      Files.deleteIfExists(staged);
    }
  }

  /** Tells how much of the data the written job can read. */
  private void check(Job job) {
    try {
      SampleCounts counts =
          Forecast.sample(
              Inputs.resolve(job.input().files()), reading.apply(job.input()), job.line());
      long bad = counts.deadLetters().values().stream().mapToLong(count -> count).sum();
      terminal
          .out()
          .printf(
              Locale.ROOT,
              "the job reads %,d of %,d sampled lines: %,d triples, %,d for the verifiable line%n",
              counts.lines() - bad,
              counts.lines(),
              counts.triples() - bad,
              counts.verifiable());
      if (bad > 0) {
        terminal.out().println("  unreadable: " + counts.deadLetters() + "; look at input");
      }
      if (!counts.answers()) {
        terminal
            .out()
            .println(
                counts.references()
                    ? "  no candidates: questions with a reference become prompts"
                    : "  neither candidates nor references were found: complete input.mapping");
      }
    } catch (IOException e) {
      throw new Failure(ExitCode.RUNNER_FAILED, "the data cannot be read: " + e, "", e);
    }
  }

  private static String name(InitRequest request) {
    Path folder = request.directory().toAbsolutePath().normalize().getFileName();
    return folder == null ? "job" : folder.toString();
  }

  /** {@code out} in the folder, or the first of {@code out-2} … that is free. */
  private static String output(InitRequest request) throws IOException {
    Path out = request.directory().resolve("out").normalize();
    for (int i = 2; i < MOST_OUTPUTS && Files.exists(out); i++) {
      out = request.directory().resolve("out-" + i).normalize();
    }
    return out.toString();
  }

  private static String shell(Path file) {
    String text = file.toString();
    return text.matches("[A-Za-z0-9_./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
