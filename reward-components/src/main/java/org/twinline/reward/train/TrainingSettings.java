package org.twinline.reward.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twinline.core.Require;
import org.twinline.core.triple.Language;
import org.twinline.reward.djl.Encoders;
import org.twinline.reward.djl.PinnedEncoder;

/**
 * What to train on, and what to make of it.
 *
 * @param data a JSONL file, see {@link HeadTraining}
 * @param tuning how the encoder learns too; it stays as it is where empty
 */
public record TrainingSettings(
    Path data, Encoding encoding, Target target, Fit fit, Optional<Tuning> tuning) {

  /** Heads on a frozen encoder. */
  public TrainingSettings(Path data, Encoding encoding, Target target, Fit fit) {
    this(data, encoding, target, fit, Optional.empty());
  }

  /**
   * The encoder and how it is used.
   *
   * @param encoders where encoders lie, and which foreign ones may run
   * @param encoder the name of the encoder's folder
   * @param cache folder of vectors that were made before, where they are kept
   * @param threads that encode, from 1
   */
  public record Encoding(Encoders encoders, String encoder, Optional<Path> cache, int threads) {
    public Encoding {
      Require.argument(threads > 0, "illegal number of threads: %s, must be positive", threads);
    }

    /** The encoder of a language, one thread, no cache. */
    public static Encoding of(Path encodersDir, PinnedEncoder encoder) {
      return new Encoding(Encoders.in(encodersDir), encoder.folder(), Optional.empty(), 1);
    }
  }

  /**
   * The bundle to be written.
   *
   * @param folder must not exist, or be empty
   * @param languages the card will list; rows of other languages are not used
   * @param licence of the head, an SPDX identifier
   * @param command that trains it again, for the card
   */
  public record Target(
      Path folder, String name, Set<Language> languages, String licence, String command) {
    public Target {
      languages = Set.copyOf(languages);
    }
  }

  /**
   * How the head is fitted.
   *
   * @param seed decides the split and the folds, nothing else is random
   * @param heldOut share of questions kept for the figures, in (0,1)
   * @param folds of the training questions, for early stopping and the choice of strength
   * @param maximumEpochs full passes over the data
   * @param strengths of the L2 penalty to choose from
   * @param unseen kinds of corruption that are held out altogether
   */
  public record Fit(
      long seed,
      double heldOut,
      int folds,
      int maximumEpochs,
      List<Double> strengths,
      Set<String> unseen) {
    /** Seed 17, a fifth held out, 5 folds, at most 300 epochs. */
    public static final Fit DEFAULTS =
        new Fit(17, 0.2, 5, 300, List.of(0.01, 0.1, 1.0, 3.0), Set.of());

    public Fit {
      strengths = List.copyOf(strengths);
      unseen = Set.copyOf(unseen);
      Require.argument(
          heldOut > 0 && heldOut < 1,
          "illegal held-out share: %s, must be within 0 and 1",
          heldOut);
      Require.argument(folds >= 2 && folds <= 20, "illegal folds: %s, must be 2 to 20", folds);
      Require.argument(
          maximumEpochs > 0, "illegal maximum of epochs: %s, must be positive", maximumEpochs);
      Require.argument(!strengths.isEmpty(), "Cannot fit without an L2 strength");
      for (double strength : strengths) {
        Require.argument(
            strength >= 0 && Double.isFinite(strength),
            "illegal L2 strength: %s, must be finite and not negative",
            strength);
      }
    }

    /** The same with one fold less, for rows without those of one fold. */
    Fit withoutOneFold() {
      return new Fit(seed, heldOut, folds - 1, maximumEpochs, strengths, unseen);
    }
  }

  /**
   * How an encoder learns together with the heads on it.
   *
   * @param epochs passes over the training rows at most, 1 to 100
   * @param learningRate of the encoder, in (0,0.01]
   * @param layers how many of its last layers learn, from 1; all where it has no more
   * @param maximumTokens of a text that training reads, 16 to 512
   */
  public record Tuning(int epochs, double learningRate, int layers, int maximumTokens) {
    /** Three epochs at 5e-5, all layers, 256 tokens. */
    public static final Tuning DEFAULTS = new Tuning(3, 5e-5, 100, 256);

    public Tuning {
      Require.argument(
          epochs >= 1 && epochs <= 100, "illegal epochs: %s, must be 1 to 100", epochs);
      Require.argument(
          learningRate > 0 && learningRate <= 0.01,
          "illegal learning rate: %s, must be above 0 and at most 0.01",
          learningRate);
      Require.argument(layers >= 1, "illegal layers: %s, must be at least 1", layers);
      Require.argument(
          maximumTokens >= 16 && maximumTokens <= 512,
          "illegal tokens: %s, must be 16 to 512",
          maximumTokens);
    }
  }
}
