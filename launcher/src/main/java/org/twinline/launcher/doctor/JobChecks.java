package org.twinline.launcher.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.twinline.core.io.InputFile;
import org.twinline.core.io.Inputs;
import org.twinline.core.io.UnreadableInput;
import org.twinline.launcher.job.Job;
import org.twinline.launcher.plan.SampleCounts;
import org.twinline.terminology.IndexCheck;
import org.twinline.terminology.Terminology;
import org.twinline.terminology.TerminologyException;

/** A job's inputs and terminology. */
final class JobChecks {
  private JobChecks() {}

  /** Each pattern: what it names is there, and its first bytes are what its name says. */
  static List<Check> inputs(Job job) {
    List<Check> checks = new ArrayList<>();
    for (String pattern : job.input().files()) {
      try {
        List<InputFile> files = Inputs.resolve(List.of(pattern));
        long bytes = files.stream().mapToLong(InputFile::size).sum();
        String kinds =
            String.join(
                ", ",
                files.stream()
                    .map(f -> f.splittable() ? "text" : f.compression().name())
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .distinct()
                    .toList());
        String message =
            String.format(
                Locale.ROOT,
                "%s: %d %s, %,d bytes, %s by name and by first bytes",
                pattern,
                files.size(),
                files.size() == 1 ? "file" : "files",
                bytes,
                kinds);
        checks.add(
            bytes > 0
                ? Check.ok("input", message)
                : Check.warn(
                    "input", message + ": there is nothing to read", "look at input.files"));
      } catch (UnreadableInput e) {
        checks.add(Check.fail("input", String.valueOf(e.getMessage()), "look at input.files"));
      }
    }
    return checks;
  }

  /** Whether the lines of a sample can be read. */
  static Check lines(Job job, SampleCounts sample) {
    long bad = sample.deadLetters().values().stream().mapToLong(count -> count).sum();
    long lines = sample.lines();
    String message =
        String.format(Locale.ROOT, "%,d of %,d sampled lines can be read", lines - bad, lines);
    if (bad == 0) {
      return Check.ok("lines", message);
    }
    String codes =
        sample.deadLetters().entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
    boolean tooMany = (double) bad / Math.max(1, lines) > job.errors().maxRate();
    return new Check(
        "lines",
        tooMany ? Check.Status.FAIL : Check.Status.WARN,
        message
            + " as "
            + job.input().format().word()
            + " ("
            + codes
            + ")"
            + (tooMany ? ", more than errors.max_rate allows" : ""),
        "look at input.format: twinline init DIR --data FILE tells what a file holds");
  }

  /** Opens an index, which compares every file with its hash, and reads it whole. */
  static Check terminology(Path path) {
    try (Terminology terminology = Terminology.open(path)) {
      IndexCheck check = IndexCheck.of(terminology);
      return check.problems().isEmpty()
          ? Check.ok(
              "terminology",
              String.format(
                  Locale.ROOT,
                  "%s: %,d concepts, %,d names, sound",
                  path,
                  check.concepts(),
                  check.names()))
          : Check.fail(
              "terminology",
              path + ": " + check.problems().get(0),
              "build it again: twinline terminology build");
    } catch (TerminologyException e) {
      return Check.fail(
          "terminology",
          String.valueOf(e.getMessage()),
          "build it again: twinline terminology build");
    }
  }
}
