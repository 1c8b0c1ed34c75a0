package org.twinline.launcher.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every mechanical mistake in the sample jobs is refused at its place. */
class BadJobsTest {
  private static final Path ROOT = Path.of(System.getProperty("twinline.root", ".."));

  @TempDir Path folder;

  private final String home = System.getProperty("twinline.home", "");

  @AfterEach
  void restore() {
    System.setProperty("twinline.home", home);
  }

  @Test
  void everyMistakeIsRefusedAtItsPlaceAndNearlyAllWithTheRightWord() throws IOException {
    BadJobs jobs = new BadJobs(folder, ROOT);
    List<String> misplaced = new ArrayList<>();
    List<String> unsuggested = new ArrayList<>();
    int refused = 0;
    int misspelt = 0;
    // Every seventh; BadJobsBench makes them all.
    for (int i = 0; i < jobs.mutations().size(); i += 7) {
      Mutation mutation = jobs.mutations().get(i);
      refused++;
      List<JobError> errors = jobs.errors(mutation);
      List<JobError> here =
          errors.stream().filter(error -> error.place().endsWith(mutation.place())).toList();
      if (here.isEmpty()) {
        misplaced.add(mutation.name() + mutation.place() + " " + heads(errors));
      } else if (mutation.meant().isPresent()) {
        misspelt++;
        if (here.stream().noneMatch(error -> BadJobs.asks(error, mutation.meant().get()))) {
          unsuggested.add(mutation.name() + " " + heads(here));
        }
      }
    }
    assertThat(refused).isGreaterThanOrEqualTo(200);
    assertThat(misplaced).isEmpty();
    assertThat(misspelt).isGreaterThanOrEqualTo(100);
    assertThat(unsuggested.size() / (double) misspelt)
        .as(String.join("\n", unsuggested))
        .isLessThanOrEqualTo(0.05);
  }

  private static List<String> heads(List<JobError> errors) {
    return errors.stream().map(error -> error.place() + ": " + error.message()).toList();
  }
}
