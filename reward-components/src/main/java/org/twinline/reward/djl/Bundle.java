package org.twinline.reward.djl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.twinline.core.Require;

/** A bundle whose card and head have been read and checked against each other. Immutable. */
public final class Bundle {
  private static final int MAXIMUM_HEAD = 64 * 1024 * 1024;

  /**
   * Cards, with the hashes of head and encoder in them, whose golden inputs gave the right scores
   * in this JVM. Every thread opens bundles of its own, and equal cards give equal scores.
   */
  private static final Set<Checked> GOLDEN_CHECKED = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final BundleCard card;
  private final byte[] headBytes;

  private record Checked(BundleCard card, EncoderCard.Geometry geometry) {}

  private Bundle(Path folder, BundleCard card, byte[] headBytes) {
    this.folder = folder;
    this.card = card;
    this.headBytes = headBytes;
  }

  /**
   * Reads a bundle's files.
   *
   * @throws UnusableModel if one is missing, changed or malformed
   */
  public static Bundle read(Path folder) {
    BundleCard card = BundleCard.read(folder);
    Path head = folder.resolve(BundleCard.HEAD);
    byte[] content = ModelFiles.read(head, MAXIMUM_HEAD, BundleCardJson.REMEDY);
    String found = ModelFiles.sha256(content);
    if (!found.equals(card.outputs().headSha256())) {
      throw UnusableModel.changed(head, card.outputs().headSha256(), found, BundleCardJson.REMEDY);
    }
    return new Bundle(folder, card, content);
  }

  /**
   * Checks that a bundle can be written to a folder.
   *
   * @throws IllegalArgumentException if it exists and is not an empty folder
   */
  public static void requireFree(Path folder) {
    try {
      if (!Files.exists(folder)) {
        return;
      }
      boolean empty = false;
      if (Files.isDirectory(folder)) {
        try (Stream<Path> entries = Files.list(folder)) {
          empty = entries.findAny().isEmpty();
        }
      }
      Require.argument(
          empty, "Cannot write a bundle to %s: it is not empty; delete it or name another", folder);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look into " + folder, e);
    }
  }

  /**
   * Writes a bundle: staged beside the folder, then renamed.
   *
   * @throws IllegalArgumentException if the folder is not free, or the card is of another head
   */
  public static void write(Path folder, BundleCard card, LinearHead head) {
    write(folder, card, head, Optional.empty());
  }

  /**
   * Writes a bundle: staged beside the folder, then renamed.
   *
   * @param encoder the folder of the encoder that the bundle brings along
   * @throws IllegalArgumentException if the folder is not free, or the card is of another head
   */
  public static void write(Path folder, BundleCard card, LinearHead head, Optional<Path> encoder) {
    requireFree(folder);
    byte[] content = head.toBytes();
    Require.argument(
        ModelFiles.sha256(content).equals(card.outputs().headSha256()),
        "Cannot write bundle %s: its card is of another head",
        folder);
    Path absolute = folder.toAbsolutePath();
    Path staged = absolute.resolveSibling("." + absolute.getFileName() + "-" + UUID.randomUUID());
    try {
      Files.createDirectories(staged);
      Files.write(staged.resolve(BundleCard.HEAD), content);
      Files.write(staged.resolve(BundleCard.FILE), card.toJson());
      if (encoder.isPresent()) {
        for (String file : EncoderCard.FOLDER) {
          Files.copy(encoder.get().resolve(file), staged.resolve(file));
        }
      }
      Files.deleteIfExists(absolute);
      Files.move(staged, absolute, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write bundle " + folder, e);
    }
  }

  /** Its card. */
  public BundleCard card() {
    return card;
  }

  /** Whether an encoder, or a part of one, lies in the bundle's own folder. */
  public boolean bringsEncoder() {
    return EncoderCard.FOLDER.stream().anyMatch(file -> Files.exists(folder.resolve(file)));
  }

  /** Where the bundle's encoder lies: in its own folder, else among the shared ones. */
  public EncoderPlace encoder(Encoders encoders) {
    return bringsEncoder()
        ? new EncoderPlace(folder, card.encoder(), true, encoders.allowed())
        : encoders.shared(card.encoder());
  }

  /** The head, once the encoder's vector length is known. */
  public LinearHead head(EncoderCard encoder) {
    return LinearHead.read(
        headBytes,
        folder.resolve(BundleCard.HEAD),
        card.outputs().dimensions().size(),
        card.inputs().features().size(encoder.geometry().hiddenSize()));
  }

  /**
   * Scores the golden inputs, once in a JVM, which also warms the model up.
   *
   * @throws UnusableModel if a score is off by more than the card's tolerance
   */
  void check(TextEncoder encoder, LinearHead head) {
    Checked golden = new Checked(card, encoder.card().geometry());
    if (!GOLDEN_CHECKED.contains(golden)) {
      checkGolden(encoder, head);
      GOLDEN_CHECKED.add(golden);
    }
  }

  private void checkGolden(TextEncoder encoder, LinearHead head) {
    BundleCard.Golden golden = card.evidence().golden();
    List<Text> texts = new ArrayList<>();
    for (BundleCard.Example example : golden.examples()) {
      List<Text> inputs = card.inputs().render(example.slots());
      if (inputs.isEmpty()) {
        throw new UnusableModel(
            "Cannot use %s: a golden input leaves a placeholder empty; %s"
                .formatted(folder.resolve(BundleCard.FILE), BundleCardJson.REMEDY));
      }
      texts.addAll(inputs);
    }
    List<Encoded> encoded = encoder.encode(texts);
    int width = card.inputs().templates().size();
    for (int i = 0; i < golden.examples().size(); i++) {
      int from = i * width;
      float[] features =
          features(texts.subList(from, from + width), encoded.subList(from, from + width));
      for (int d = 0; d < head.dimensions(); d++) {
        BundleCard.Dimension dimension = card.outputs().dimensions().get(d);
        double expected = golden.examples().get(i).scores().get(d);
        double found = dimension.calibration().score(head.logit(d, features));
        if (!(Math.abs(found - expected) <= golden.tolerance())) {
          throw new UnusableModel(
              "Cannot use bundle %s: golden input %d gives %s %s, expected %s within %s; %s"
                  .formatted(
                      folder,
                      i,
                      dimension.name(),
                      found,
                      expected,
                      golden.tolerance(),
                      BundleCardJson.REMEDY));
        }
      }
    }
  }

  float[] features(List<Text> texts, List<Encoded> encoded) {
    return card.inputs().features().of(texts, encoded);
  }
}
