package org.twinline.launcher.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
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
  private static final int LARGEST = 1 << 20;

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
    String source = Shown.plain(file.toString());
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      if (Files.isDirectory(file)) {
        return unreadable(source, "is a directory, must be a job file");
      }
      bytes = in.readNBytes(LARGEST + 1);
    } catch (AccessDeniedException e) {
      return unreadable(source, "permission denied");
    } catch (IOException e) {
      String why = Files.isDirectory(file) ? "is a directory, must be a job file" : e.getMessage();
      return Files.exists(file)
          ? unreadable(source, String.valueOf(why))
          : invalid(JobErrorCode.MISSING_FILE, source, missing(file));
    }
    if (bytes.length > LARGEST) {
      return invalid(
          JobErrorCode.TOO_LARGE, source, "larger than 1MiB; a job file has a few dozen lines");
    }
    return decode(source, bytes, overrides, inputs);
  }

  private static Invalid unreadable(String source, String message) {
    return invalid(JobErrorCode.UNREADABLE, source, message);
  }

  private static Invalid invalid(JobErrorCode code, String source, String message) {
    return new Invalid(List.of(new JobError(code, source, message, Optional.empty())));
  }

  private static String missing(Path file) {
    String asked = Siblings.asked(file);
    return "no such file" + (asked.isEmpty() ? "; 'twinline init' writes one" : asked);
  }

  private static Loaded decode(
      String source, byte[] bytes, List<String> overrides, InputCheck inputs) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(buffer)
              .toString();
      return read(source, text.startsWith("\uFEFF") ? text.substring(1) : text, overrides, inputs);
    } catch (CharacterCodingException e) {
      return notUtf8(source, bytes, buffer.position());
    }
  }

  /** The place is told in characters, up to the first byte that is none. */
  private static Invalid notUtf8(String source, byte[] bytes, int at) {
    String before = new String(bytes, 0, at, StandardCharsets.UTF_8);
    Problems problems = new Problems(new String(bytes, StandardCharsets.UTF_8));
    int start = before.lastIndexOf('\n') + 1;
    int line = 1 + (int) before.chars().filter(point -> point == '\n').count();
    int column = 1 + before.codePointCount(start, before.length());
    problems.add(
        JobErrorCode.NOT_UTF8,
        new Place(source, line, column),
        Pointer.ROOT,
        "not UTF-8 at byte " + at + "; save the file as UTF-8");
    return new Invalid(problems.errors());
  }

  private static Loaded read(
      String source, String text, List<String> overrides, InputCheck inputs) {
    Problems problems = new Problems(text);
    Optional<Node> parsed = YamlTree.parse(source, text, problems);
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
