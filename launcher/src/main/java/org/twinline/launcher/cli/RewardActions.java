package org.twinline.launcher.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twinline.core.triple.Language;
import org.twinline.reward.djl.BundleCard;
import org.twinline.reward.train.TrainingSettings;

/** What {@code twinline reward …} does: bundles are trained, judged and brought to scale. */
public interface RewardActions {

  /**
   * Where encoders lie and how they are used.
   *
   * @param folder of encoders; that of the installation where empty
   * @param cache folder of vectors; no cache where empty
   * @param allow SHA-256 of the {@code model.pt} files of foreign code that may run
   */
  record Encoding(Optional<Path> folder, Optional<Path> cache, int threads, List<String> allow) {
    public Encoding {
      allow = List.copyOf(allow);
    }
  }

  /**
   * What is trained.
   *
   * @param output the bundle's folder, absent or empty
   * @param name the output folder's own name where empty
   * @param encoder the language's where empty
   * @param unseen kinds of corruption that are held out altogether
   * @param tuning how the encoder learns too; it stays as it is where empty
   */
  record Training(
      Path data,
      BundleCard.Kind kind,
      Path output,
      Optional<String> name,
      Language language,
      Optional<String> encoder,
      String licence,
      long seed,
      Set<String> unseen,
      Optional<TrainingSettings.Tuning> tuning) {}

  /** The rows that are made of good answers. */
  enum Rows {
    /** Answers beside corrupted ones. */
    PAIRS,
    /** Chains of thought with sound and corrupted steps. */
    STEPS,
    /** Chains of thought that conclude what the answer says, or something else. */
    CONSISTENCY
  }

  /**
   * What is made of good answers.
   *
   * @param kinds of corruption by name; all of answers where empty
   * @param perAnswer corruptions of an answer at most
   */
  record Corruptions(
      Path terminology,
      List<Path> inputs,
      Path output,
      Rows rows,
      Set<String> kinds,
      int perAnswer,
      long seed) {}

  /** Makes training rows of good answers, one JSON line each. */
  ExitCode corrupt(Corruptions corruptions);

  /** Trains a bundle and shows its learning curve and held-out figures. */
  ExitCode train(Training training, Encoding encoding, boolean json);

  /**
   * Judges a bundle on labelled rows.
   *
   * @param seen whether rows of questions that it was trained on are judged too
   */
  ExitCode evaluate(Path bundle, Path data, boolean seen, Encoding encoding, boolean json);

  /** Writes the bundle anew with isotonic scales fitted to labelled rows. */
  ExitCode calibrate(
      Path bundle, Path data, Path output, boolean seen, Encoding encoding, boolean json);
}
