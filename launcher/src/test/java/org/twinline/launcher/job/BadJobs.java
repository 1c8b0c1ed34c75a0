package org.twinline.launcher.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.twinline.core.io.Inputs;
import org.twinline.core.io.UnreadableInput;

/** A place where the sample jobs find all they name, so that a mistake is the only thing wrong. */
final class BadJobs {
  private final Path folder;

  BadJobs(Path folder, Path root) throws IOException {
    this.folder = folder;
    Path home = folder.resolve("home");
    empty(home.resolve("launcher/target/terminology/index.json"));
    for (String bundle : List.of("verifier-zh", "verifier-en", "preference-zh", "preference-en")) {
      empty(home.resolve("samples/models").resolve(bundle).resolve("card.json"));
    }
    empty(home.resolve("samples/verifiable.jsonl"));
    empty(home.resolve("samples/unverifiable.jsonl"));
    for (String file :
        List.of(
            "agentclinic-214",
            "cmtmedqa-600",
            "huatuo26m-3000",
            "jmed-300",
            "o1-open-100",
            "preference-medical-50")) {
      empty(folder.resolve("data/eval/" + file + ".jsonl"));
    }
    System.setProperty("twinline.home", home.toString());
    this.mutations = Mutations.of(root.resolve("samples/jobs"), folder.resolve("data").toString());
  }

  private final List<Mutation> mutations;

  private static void empty(Path file) throws IOException {
    Files.createDirectories(Optional.ofNullable(file.getParent()).orElseThrow());
    Files.writeString(file, "");
  }

  /** Every mistake. */
  List<Mutation> mutations() {
    return mutations;
  }

  /** What loading a mutation says; empty if nothing. */
  List<JobError> errors(Mutation mutation) throws IOException {
    Path file = folder.resolve("job.yaml");
    Files.writeString(file, mutation.text());
    return JobFile.load(file, List.of(), BadJobs::input) instanceof JobFile.Invalid invalid
        ? invalid.errors()
        : List.of();
  }

  /** Whether an error asks for a word, or a path that ends with it. */
  static boolean asks(JobError error, String meant) {
    int asked = error.message().lastIndexOf("did you mean ");
    String near = error.message().substring(Math.max(0, asked));
    return asked >= 0 && near.matches("did you mean '?([^']*/)?\\Q" + meant + "\\E'?\\?");
  }

  private static Optional<String> input(String pattern) {
    try {
      Inputs.resolve(List.of(pattern));
      return Optional.empty();
    } catch (UnreadableInput e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
