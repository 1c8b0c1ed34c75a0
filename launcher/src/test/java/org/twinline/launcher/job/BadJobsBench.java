package org.twinline.launcher.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * How well and how fast mistakes in job files are found: every mistake of {@link Mutations}, its
 * place, its suggestion and the time of loading in this process. The first load, which starts the
 * schema validator, is told apart.
 */
public final class BadJobsBench {
  private BadJobsBench() {}

  /**
   * Prints the figures.
   *
   * @param arguments the root of the sources
   */
  public static void main(String[] arguments) throws IOException {
    BadJobs jobs = new BadJobs(Files.createTempDirectory("bad-jobs"), Path.of(arguments[0]));
    List<Double> times = new ArrayList<>();
    double first = 0;
    int refused = 0;
    int placed = 0;
    int alone = 0;
    int misspelt = 0;
    int suggested = 0;
    for (Mutation mutation : jobs.mutations()) {
      long start = System.nanoTime();
      List<JobError> errors = jobs.errors(mutation);
      double time = (System.nanoTime() - start) / 1e6;
      if (times.isEmpty() && first == 0) {
        first = time;
      } else {
        times.add(time);
      }
      List<JobError> here =
          errors.stream().filter(error -> error.place().endsWith(mutation.place())).toList();
      refused += errors.isEmpty() ? 0 : 1;
      placed += here.isEmpty() ? 0 : 1;
      alone += errors.size() == 1 ? 1 : 0;
      if (mutation.meant().isPresent()) {
        misspelt++;
        String meant = mutation.meant().get();
        suggested += here.stream().anyMatch(error -> BadJobs.asks(error, meant)) ? 1 : 0;
      }
    }
    Collections.sort(times);
    System.out.printf(
        Locale.ROOT,
        "%d mistakes: %d refused, %d at their line and column (%d of them the only error)%n"
            + "%d misspelt: %d with the right suggestion%n"
            + "a load: median %.1f ms, 95 %% %.1f ms, longest %.1f ms; the first of the process"
            + " %.0f ms%n",
        jobs.mutations().size(),
        refused,
        placed,
        alone,
        misspelt,
        suggested,
        times.get(times.size() / 2),
        times.get(times.size() * 95 / 100),
        times.get(times.size() - 1),
        first);
  }
}
