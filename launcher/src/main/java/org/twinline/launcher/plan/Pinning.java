package org.twinline.launcher.plan;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.twinline.core.io.InputFile;
import org.twinline.core.io.Inputs;
import org.twinline.core.io.UnreadableInput;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Failure;
import org.twinline.launcher.job.Job;
import org.twinline.launcher.job.JobFile;
import org.twinline.launcher.job.Reward;
import org.twinline.reward.djl.Bundle;
import org.twinline.reward.djl.BundleCard;
import org.twinline.reward.djl.EncoderCard;
import org.twinline.reward.djl.EncoderPlace;
import org.twinline.reward.djl.ModelFiles;
import org.twinline.reward.djl.UnusableModel;
import org.twinline.terminology.IndexDescription;
import org.twinline.terminology.TerminologyException;

/** Looks at all that a job names: reads every input once, for its hash. */
final class Pinning {
  private static final long LARGE = 1L << 30;

  private final Job job;
  private final PrintStream err;

  Pinning(Job job, PrintStream err) {
    this.job = job;
    this.err = err;
  }

  /**
   * Hashes everything.
   *
   * @throws Failure if something cannot be used, with what to do
   * @throws IOException if something cannot be read
   */
  Pinned of(Path file, List<String> given, JobFile.Valid valid) throws IOException {
    List<InputFile> inputs = inputs(job);
    long bytes = inputs.stream().mapToLong(InputFile::size).sum();
    if (bytes >= LARGE) {
      err.printf(Locale.ROOT, "hashing %s of input%n", Amounts.bytes(bytes));
    }
    List<Pinned.HashedFile> hashed = new ArrayList<>();
    for (InputFile input : inputs) {
      hashed.add(hashed(Path.of(input.path())));
    }
    return new Pinned(
        Build.current(),
        Path.of("").toAbsolutePath().toString(),
        hashed(file),
        given,
        valid.settings(),
        hashed,
        terminology(),
        models());
  }

  static List<InputFile> inputs(Job job) {
    try {
      return Inputs.resolve(job.input().files());
    } catch (UnreadableInput e) {
      throw new Failure(ExitCode.USAGE, String.valueOf(e.getMessage()), "", e);
    }
  }

  private static Pinned.HashedFile hashed(Path file) throws IOException {
    return new Pinned.HashedFile(file.toString(), Files.size(file), ModelFiles.sha256(file));
  }

  Optional<Pinned.PinnedTerminology> terminology() throws IOException {
    if (job.terminology().isEmpty()) {
      return Optional.empty();
    }
    Path path = job.terminology().get();
    try {
      IndexDescription index = IndexDescription.read(path);
      long bytes = 0;
      try (Stream<Path> files = Files.walk(path)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          bytes += Files.size(file);
        }
      }
      return Optional.of(
          new Pinned.PinnedTerminology(
              path.toString(),
              ModelFiles.sha256(path.resolve("index.json")),
              index.concepts(),
              index.designations(),
              bytes));
    } catch (TerminologyException e) {
      throw new Failure(
          ExitCode.USAGE, String.valueOf(e.getMessage()), "twinline doctor JOB looks closer", e);
    }
  }

  List<Pinned.PinnedModel> models() throws IOException {
    List<Path> bundles = new ArrayList<>();
    job.rewards(Reward.Model.class).forEach(model -> bundles.add(model.bundle()));
    job.rewards(Reward.Preference.class).forEach(model -> bundles.add(model.bundle()));
    job.rewards(Reward.Process.class).forEach(process -> bundles.addAll(process.actions()));
    List<Pinned.PinnedModel> models = new ArrayList<>();
    for (Path bundle : bundles) {
      try {
        models.add(model(bundle));
      } catch (UnusableModel e) {
        throw new Failure(
            ExitCode.USAGE, String.valueOf(e.getMessage()), "twinline doctor JOB looks closer", e);
      }
    }
    return models;
  }

  private Pinned.PinnedModel model(Path path) throws IOException {
    Bundle bundle = Bundle.read(path);
    BundleCard card = bundle.card();
    EncoderPlace place = bundle.encoder(job.models().access());
    EncoderCard encoder = place.verified();
    return new Pinned.PinnedModel(
        path.toString(),
        card.identity().name(),
        card.identity().kind().name().toLowerCase(Locale.ROOT),
        card.identity().languages().stream().map(l -> l.name().toLowerCase(Locale.ROOT)).toList(),
        ModelFiles.sha256(card.toJson()),
        new Pinned.PinnedEncoder(
            encoder.name(), encoder.files().model(), Files.size(place.model())),
        card.inputs().templates().stream().map(Object::toString).toList());
  }
}
