package org.twinline.launcher.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Loads job files. Everything wrong with a file is found in one go: its YAML, what the schema
 * forbids, what the records refuse, and files that are not there.
 */
public final class JobFile {
  private JobFile() {}

  /** A job, or what is wrong with its file. */
  public sealed interface Loaded {}

  /**
   * A job that can run.
   *
   * @param settings its whole configuration, each value with where it comes from
   */
  public record Valid(Job job, List<Setting> settings) implements Loaded {
    public Valid {
      settings = List.copyOf(settings);
    }
  }

  /** All errors in the order of the file; never empty. */
  public record Invalid(List<JobError> errors) implements Loaded {
    public Invalid {
      errors = List.copyOf(errors);
    }
  }

  /** Loads a job without a check of its input patterns. */
  public static Loaded load(Path file, List<String> overrides) {
    return load(file, overrides, InputCheck.NONE);
  }

  /**
   * Loads a job.
   *
   * @param overrides settings of the form {@code a.b=c}, applied in their order
   * @param inputs checks each of {@code input.files}
   */
  public static Loaded load(Path file, List<String> overrides, InputCheck inputs) {
    SourceText read = SourceText.of(file, FileKind.JOB);
    return read.text().isPresent()
        ? read(read.source(), read.text().get(), overrides, inputs)
        : new Invalid(read.errors());
  }

  private static Invalid invalid(JobErrorCode code, String source, String message) {
    return new Invalid(List.of(new JobError(code, source, message, Optional.empty())));
  }

  private static Loaded read(
      String source, String text, List<String> overrides, InputCheck inputs) {
    Problems problems = new Problems(text);
    Optional<Node> parsed = YamlTree.parse(FileKind.JOB, source, text, problems);
    if (parsed.isEmpty() && problems.none()) {
      return invalid(
          JobErrorCode.MISSING_KEY,
          source,
          "is empty; a job has at least line, input and output ('twinline init' writes one)");
    }
    if (parsed.isEmpty()) {
      return new Invalid(problems.errors());
    }
    Node overridden = Overrides.apply(parsed.get(), overrides, problems);
    if (!(overridden instanceof Node.Entries entries)) {
      problems.add(
          JobErrorCode.WRONG_TYPE,
          overridden.place(),
          Pointer.ROOT,
          "a job file is a mapping of keys, such as 'line: both'");
      return new Invalid(problems.errors());
    }
    String home = home();
    Map<Pointer, Node.Places> places = new HashMap<>();
    JsonNode tree = Parameters.substitute(entries, home, problems).toJson(Pointer.ROOT, places);
    JobSchema.check(tree, places, problems);
    Optional<Job> job = new JobReader(tree, places, problems, home).read();
    new ScoreChecks(tree, places, problems).check();
    new FileChecks(places, problems).check(tree, inputs);
    return job.isPresent() && problems.none()
        ? new Valid(job.get(), new Origins(entries).of(job.get()))
        : new Invalid(problems.errors());
  }

  /** Where Twinline is installed: the system property that the start script sets. */
  private static String home() {
    return System.getProperty("twinline.home", "");
  }
}
