package org.twinline.launcher.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.twinline.launcher.job.Job;
import org.twinline.launcher.job.Reward;
import org.twinline.reward.djl.BundleCard;
import org.twinline.reward.djl.BundleScorer;
import org.twinline.reward.djl.EncoderCard;
import org.twinline.reward.djl.Encoders;
import org.twinline.reward.djl.ModelFiles;
import org.twinline.reward.djl.UnusableModel;
import org.twinline.reward.process.ActionModels;

/** Encoders by their hashes, the native library, bundles by their golden inputs. */
final class ModelChecks {
  private static final String BUILD = "build again: mvn -B -DskipTests package";
  private static final List<String> FILES = List.of("model.pt", "tokenizer.json");

  private final Encoders encoders;

  ModelChecks(Encoders encoders) {
    this.encoders = encoders;
  }

  /** Each encoder folder: its files against the hashes of its card. */
  List<Check> encoders() {
    List<Check> checks = new ArrayList<>();
    try (Stream<Path> folders = Files.list(encoders.folder())) {
      for (Path folder : folders.filter(f -> Files.isDirectory(f)).sorted().toList()) {
        checks.add(encoder(folder));
      }
    } catch (IOException e) {
      return List.of(Check.fail("encoders", "no encoders in " + encoders.folder(), BUILD));
    }
    return checks.isEmpty()
        ? List.of(Check.fail("encoders", "no encoders in " + encoders.folder(), BUILD))
        : checks;
  }

  private static Check encoder(Path folder) {
    try {
      EncoderCard card = EncoderCard.read(folder);
      List<String> stated = List.of(card.files().model(), card.files().tokenizer());
      for (int i = 0; i < FILES.size(); i++) {
        Path file = folder.resolve(FILES.get(i));
        String found = ModelFiles.sha256(file);
        if (!found.equals(stated.get(i))) {
          return Check.fail(
              "encoder",
              file + " has sha256 " + found + ", its card says " + stated.get(i),
              "delete " + folder + ", then " + BUILD);
        }
      }
      return Check.ok("encoder", card.name() + ", sha256 " + card.files().model());
    } catch (UnusableModel | IOException e) {
      return Check.fail("encoder", text(e), "delete " + folder + ", then " + BUILD);
    }
  }

  /** Starts the native library by opening a bundle that comes with Twinline. */
  Check nativeLibrary(Path sample) {
    try (BundleScorer scorer = BundleScorer.open(sample, encoders)) {
      return Check.ok(
          "native", "libtorch loads; " + scorer.cards().get(0).identity().name() + " scores right");
    } catch (UnusableModel e) {
      return Check.fail("native", text(e), BUILD);
    } catch (RuntimeException | LinkageError e) { // what a native engine throws is not declared
      return Check.fail(
          "native",
          "libtorch does not load: " + text(e),
          "build with the Maven profile of this system; room for its 430 MB in DJL_CACHE_DIR");
    }
  }

  /** Each bundle of a job, in the order of its rewards. */
  List<Check> bundles(Job job) {
    List<Check> checks = new ArrayList<>();
    for (int i = 0; i < job.rewards().size(); i++) {
      Reward reward = job.rewards().get(i);
      String at = "rewards." + i;
      if (reward instanceof Reward.Model model) {
        checks.add(bundle(at + ".bundle", model.bundle(), BundleCard.Kind.VERIFIER));
      } else if (reward instanceof Reward.Preference preference) {
        checks.add(bundle(at + ".bundle", preference.bundle(), BundleCard.Kind.PREFERENCE));
      } else if (reward instanceof Reward.Process process) {
        for (int j = 0; j < process.actions().size(); j++) {
          Path actions = process.actions().get(j);
          checks.add(bundle(at + ".actions." + j, actions, BundleCard.Kind.ACTIONS));
        }
      }
    }
    return checks;
  }

  private Check bundle(String at, Path bundle, BundleCard.Kind kind) {
    String next = "look at " + at;
    try (BundleScorer scorer = BundleScorer.open(bundle, encoders)) {
      BundleCard card = scorer.cards().get(0);
      if (card.identity().kind() != kind) {
        return Check.fail(
            "model",
            bundle + " is of kind " + word(card.identity().kind()) + ", not " + word(kind),
            next);
      }
      if (kind == BundleCard.Kind.ACTIONS) {
        ActionModels.requireActions(card);
      }
      int golden = card.evidence().golden().examples().size();
      return Check.ok("model", bundle + " scores its " + golden + " golden inputs right");
    } catch (UnusableModel e) {
      return Check.fail("model", text(e), next);
    } catch (RuntimeException | LinkageError e) { // what a native engine throws is not declared
      return Check.fail("model", bundle + " cannot be opened: " + text(e), next);
    }
  }

  private static String word(BundleCard.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static String text(Throwable e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
