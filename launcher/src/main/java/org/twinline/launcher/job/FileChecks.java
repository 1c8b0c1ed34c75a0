package org.twinline.launcher.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Checks that what a job names is there, and that its output is not, before anything is read. */
final class FileChecks {
  private final Map<Pointer, Node.Places> places;
  private final Problems problems;

  FileChecks(Map<Pointer, Node.Places> places, Problems problems) {
    this.places = places;
    this.problems = problems;
  }

  void check(JsonNode root, InputCheck inputs) {
    JsonNode files = root.path("input").path("files");
    Pointer filesAt = Pointer.of("input", "files");
    inputs(files, filesAt, inputs);
    for (int i = 0; files.isArray() && i < files.size(); i++) {
      inputs(files.get(i), filesAt.child(i), inputs);
    }
    path(root.path("output").path("directory"), Pointer.of("output", "directory"), this::empty);
    path(
        root.path("terminology"),
        Pointer.of("terminology"),
        (at, path) ->
            holds(
                at,
                path,
                "index.json",
                "it is no terminology ('twinline terminology build' makes one)"));
    JsonNode rewards = root.path("rewards");
    for (int i = 0; rewards.isArray() && i < rewards.size(); i++) {
      Pointer rewardAt = Pointer.of("rewards").child(i);
      path(rewards.get(i).path("bundle"), rewardAt.child("bundle"), this::bundle);
      JsonNode actions = rewards.get(i).path("actions");
      for (int j = 0; actions.isArray() && j < actions.size(); j++) {
        path(actions.get(j), rewardAt.child("actions").child(j), this::bundle);
      }
    }
    path(root.path("models").path("encoders"), Pointer.of("models", "encoders"), this::folder);
  }

  private interface PathCheck {
    void check(Pointer at, Path path);
  }

  private void path(JsonNode node, Pointer at, PathCheck check) {
    if (!node.isTextual() || problems.below(at) || problems.above(at)) {
      return;
    }
    try {
      check.check(at, Path.of(node.asText()));
    } catch (InvalidPathException e) {
      problem(at, "holds no path: " + Shown.quoted(node.asText()));
    }
  }

  private void inputs(JsonNode node, Pointer at, InputCheck inputs) {
    if (node.isTextual() && !problems.below(at) && !problems.above(at)) {
      Optional<String> wrong = inputs.problem(node.asText());
      wrong.ifPresent(message -> problem(at, message));
    }
  }

  private void bundle(Pointer at, Path path) {
    holds(at, path, "card.json", "it is no model bundle");
  }

  private void holds(Pointer at, Path path, String file, String meaning) {
    if (!Files.exists(path)) {
      problem(at, "no such directory: " + path + Siblings.asked(path));
    } else if (!Files.isDirectory(path)) {
      problem(at, "not a directory: " + path);
    } else if (!Files.isRegularFile(path.resolve(file))) {
      problem(at, path + " has no " + file + ": " + meaning);
    }
  }

  private void folder(Pointer at, Path path) {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      problem(at, "not a directory: " + path);
    }
  }

  private void empty(Pointer at, Path path) {
    folder(at, path);
    if (!Files.isDirectory(path)) {
      return;
    }
    try {
      List<String> names = OutputFolder.foreign(path);
      if (!names.isEmpty()) {
        problem(
            JobErrorCode.NOT_EMPTY,
            at,
            path
                + " is not empty ("
                + String.join(", ", names.subList(0, Math.min(3, names.size())))
                + "); name another directory or remove this one");
      }
    } catch (IOException | UncheckedIOException e) {
      problem(at, "cannot list " + path + ": " + e.getMessage());
    }
  }

  private void problem(Pointer at, String message) {
    problem(JobErrorCode.MISSING_FILE, at, message);
  }

  private void problem(JobErrorCode code, Pointer at, String message) {
    Place place = Objects.requireNonNull(places.get(at), at::toString).value();
    problems.add(code, place, at, "'" + at + "': " + message);
  }
}
