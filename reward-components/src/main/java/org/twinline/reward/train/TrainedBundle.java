package org.twinline.reward.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.twinline.reward.djl.Bundle;
import org.twinline.reward.djl.BundleCard;
import org.twinline.reward.djl.EncoderPlace;
import org.twinline.reward.djl.LinearHead;
import org.twinline.reward.djl.ModelFiles;
import org.twinline.reward.djl.QuestionHash;

/**
 * What a bundle is made of.
 *
 * @param heads one a dimension
 */
record TrainedBundle(EncoderPlace encoder, List<TrainedHead> heads, BundleCard.Quality quality) {
  TrainedBundle {
    heads = List.copyOf(heads);
  }

  /**
   * Writes the bundle, with the encoder where that is its own.
   *
   * @param rows of the training file
   * @param fitted rows that heads, or the encoder, have learnt from
   */
  BundleCard write(
      TrainingSettings settings, TrainingKind kind, int rows, List<EncodedRow> fitted) {
    TrainingSettings.Target target = settings.target();
    LinearHead head = LinearHead.stacked(heads.stream().map(TrainedHead::head).toList());
    TreeSet<String> hashes =
        fitted.stream()
            .map(example -> QuestionHash.of(example.row().question()))
            .collect(Collectors.toCollection(TreeSet::new));
    List<BundleCard.Dimension> dimensions =
        heads.stream()
            .map(trained -> new BundleCard.Dimension(trained.dimension(), trained.calibration()))
            .toList();
    BundleCard card =
        new BundleCard(
            new BundleCard.Identity(
                target.name(), kind.bundle(), target.licence(), target.languages()),
            encoder.encoder(),
            kind.inputs(),
            new BundleCard.Outputs(dimensions, ModelFiles.sha256(head.toBytes())),
            new BundleCard.Evidence(
                Optional.of(
                    new BundleCard.Training(
                        target.command(),
                        hash(settings.data()),
                        rows,
                        settings.fit().seed(),
                        List.copyOf(hashes))),
                quality,
                GoldenInputs.scored(
                    kind.inputs(),
                    head,
                    heads.stream().map(TrainedHead::calibration).toList(),
                    encoder)));
    Bundle.write(
        target.folder(),
        card,
        head,
        encoder.own() ? Optional.of(encoder.folder()) : Optional.empty());
    return card;
  }

  private static String hash(Path data) {
    try {
      return ModelFiles.sha256(data);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read training file " + data, e);
    }
  }
}
