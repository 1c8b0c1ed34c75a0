package org.twinline.launcher.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.twinline.core.resource.ResourceCache;
import org.twinline.core.resource.ResourceRef;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Failure;
import org.twinline.launcher.job.Job;
import org.twinline.launcher.job.Reward;
import org.twinline.reward.djl.Bundle;
import org.twinline.reward.djl.BundleCard;
import org.twinline.reward.djl.BundleScorer;
import org.twinline.reward.djl.UnusableModel;
import org.twinline.reward.process.ActionModels;
import org.twinline.reward.step.ModelJob;
import org.twinline.reward.step.TerminologyLease;
import org.twinline.reward.step.TrainingOverlap;
import org.twinline.terminology.IndexDescription;
import org.twinline.terminology.TerminologyException;

/**
 * The terminology and the models a job names: opened and checked before the first record, and held
 * open while the job runs, so that workers of this process share them.
 */
final class Resources implements AutoCloseable {
  private final Optional<String> staging;
  private final List<AutoCloseable> open = new ArrayList<>();
  private final Map<Path, BundleRef> bundles = new TreeMap<>();
  private Optional<ResourceRef> terminology = Optional.empty();
  private Optional<TerminologyFacts> facts = Optional.empty();

  /** A bundle with its card; {@code job} is what travels to the workers. */
  record BundleRef(ResourceRef ref, BundleCard card, ModelJob job) {}

  /** What the manifest says of a terminology. */
  record TerminologyFacts(String path, String contentHash, long concepts, long designations) {}

  private Resources(Optional<String> staging) {
    this.staging = staging;
  }

  /**
   * Opens everything.
   *
   * @throws Failure with {@link ExitCode#USAGE} if something is missing, corrupt or of another
   *     version
   */
  static Resources open(Job job) {
    Resources resources = new Resources(job.runner().staging());
    boolean done = false;
    try {
      job.terminology().ifPresent(resources::openTerminology);
      for (Reward.Model model : job.rewards(Reward.Model.class)) {
        resources.openBundle(model.bundle(), BundleCard.Kind.VERIFIER, job);
      }
      for (Reward.Preference preference : job.rewards(Reward.Preference.class)) {
        resources.openBundle(preference.bundle(), BundleCard.Kind.PREFERENCE, job);
      }
      for (Reward.Process process : job.rewards(Reward.Process.class)) {
        for (Path actions : process.actions()) {
          resources.openBundle(actions, BundleCard.Kind.ACTIONS, job);
        }
      }
      done = true;
      return resources;
    } finally {
      if (!done) {
        resources.close();
      }
    }
  }

  Optional<ResourceRef> terminology() {
    return terminology;
  }

  Optional<TerminologyFacts> terminologyFacts() {
    return facts;
  }

  ModelJob model(Path path) {
    BundleRef bundle = bundles.get(path);
    if (bundle == null) {
      throw new IllegalStateException("Cannot find bundle " + path + " among the opened");
    }
    return bundle.job();
  }

  List<BundleRef> bundles() {
    return List.copyOf(bundles.values());
  }

  TrainingOverlap overlap() {
    Map<String, Set<String>> hashes = new TreeMap<>();
    for (BundleRef bundle : bundles.values()) {
      hashes.put(
          bundle.card().identity().name(),
          new TreeSet<>(bundle.card().evidence().questionHashes()));
    }
    return TrainingOverlap.with(hashes);
  }

  private void openTerminology(Path path) {
    try {
      String hash = IndexDescription.read(path).contentHash();
      ResourceRef ref = new ResourceRef(path.toAbsolutePath().toString(), hash);
      TerminologyLease lease = TerminologyLease.take(ref);
      open.add(lease);
      IndexDescription opened = lease.terminology().description();
      terminology = Optional.of(travelling(ref, file -> true));
      facts =
          Optional.of(
              new TerminologyFacts(
                  path.toString(), hash, opened.concepts(), opened.designations()));
    } catch (TerminologyException e) {
      throw new Failure(
          ExitCode.USAGE,
          "terminology " + path + " cannot be used: " + e.getMessage(),
          "build it again: twinline terminology build --out DIR --source table:PATH",
          e);
    }
  }

  private void openBundle(Path path, BundleCard.Kind kind, Job job) {
    try {
      BundleScorer scorer = BundleScorer.open(path, job.models().access());
      open.add(scorer);
      BundleCard card = scorer.cards().get(0);
      if (card.identity().kind() != kind) {
        throw new Failure(
            ExitCode.USAGE,
            "bundle "
                + path
                + " is of kind "
                + word(card.identity().kind())
                + ", not "
                + word(kind),
            "name a bundle of kind " + word(kind) + " there");
      }
      if (kind == BundleCard.Kind.ACTIONS) {
        requireActions(path, card);
      }
      requireOwnLanguages(path, card);
      ResourceRef ref = new ResourceRef(path.toAbsolutePath().toString(), card.sha256());
      bundles.put(
          path,
          new BundleRef(
              new ResourceRef(path.toString(), card.sha256()),
              card,
              new ModelJob(
                  travelling(ref, file -> true),
                  encoders(path, ref, card, job),
                  job.models().allow())));
    } catch (UnusableModel e) {
      throw new Failure(
          ExitCode.USAGE, "model " + path + " cannot be used: " + e.getMessage(), "", e);
    }
  }

  /** The bundle's own folder where it brings its encoder, else the one encoder of the shared. */
  private ResourceRef encoders(Path bundle, ResourceRef ref, BundleCard card, Job job) {
    if (Bundle.read(bundle).bringsEncoder()) {
      return travelling(ref, file -> true);
    }
    String encoder = card.encoder().name();
    return travelling(
        new ResourceRef(
            job.models().encoders().toAbsolutePath().toString(), card.encoder().files().model()),
        file -> file.startsWith(encoder));
  }

  private static void requireActions(Path path, BundleCard card) {
    try {
      ActionModels.requireActions(card);
    } catch (IllegalArgumentException e) {
      throw new Failure(
          ExitCode.USAGE, "bundle " + path + ": " + e.getMessage(), "name another one there", e);
    }
  }

  /** Two bundles of one kind would give a candidate two scores of one name. */
  private void requireOwnLanguages(Path path, BundleCard card) {
    bundles.forEach(
        (other, bundle) -> {
          BundleCard.Identity identity = bundle.card().identity();
          if (identity.kind() == card.identity().kind()
              && !Collections.disjoint(identity.languages(), card.identity().languages())) {
            throw new Failure(
                ExitCode.USAGE,
                "bundles "
                    + other
                    + " and "
                    + path
                    + " are both of kind "
                    + word(identity.kind())
                    + " for one language",
                "name one for each language");
          }
        });
  }

  /** The reference as workers take it: beside the job's other remote files where there are such. */
  private ResourceRef travelling(ResourceRef ref, Predicate<Path> wanted) {
    if (staging.isEmpty()) {
      return ref;
    }
    try {
      return ResourceCache.lay(ref, staging.get(), wanted);
    } catch (IOException e) {
      throw new Failure(
          ExitCode.RUNNER_FAILED,
          "cannot copy " + ref.uri() + " to " + staging.get() + ": " + e.getMessage(),
          "look at runner.staging and the rights there; it is safe to run again",
          e);
    }
  }

  private static String word(BundleCard.Kind kind) {
    return kind.name().toLowerCase(java.util.Locale.ROOT);
  }

  @Override
  public void close() {
    for (AutoCloseable resource : open) {
      try {
        resource.close();
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) { // AutoCloseable declares it
        throw new IllegalStateException("Cannot close a resource", e);
      }
    }
    open.clear();
  }
}
