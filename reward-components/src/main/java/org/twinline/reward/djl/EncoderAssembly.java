package org.twinline.reward.djl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.twinline.core.Require;

/**
 * Makes the folder of an encoder from a pinned Maven artifact.
 *
 * <p>The artifact brings the weights as ONNX; PyTorch wants a TorchScript archive. Twinline keeps
 * the archive's code as a skeleton of some 8 kB without weights, whose entry {@code weights.tsv}
 * names for every missing zip entry the ONNX initializer whose bytes it is (see {@link Skeleton}).
 * Assembly copies bytes, and adds the changes of a bundle's adapter where one is given ({@link
 * EncoderAdapter}); its output is the same everywhere. {@code docs/models/skeleton} has the script
 * that made the skeleton.
 */
public final class EncoderAssembly {
  static final String REMEDY =
      "delete the encoder's folder and assemble it again (twinline's set-up)";

  private final PinnedEncoder encoder;
  private final Skeleton skeleton;
  private final String name;
  private final Optional<EncoderAdapter> adapter;

  private EncoderAssembly(PinnedEncoder encoder, String name, Optional<EncoderAdapter> adapter) {
    this.encoder = encoder;
    this.skeleton = Skeleton.of(encoder);
    this.name = name;
    this.adapter = adapter;
    adapter.ifPresent(changes -> changes.requireFor(skeleton));
  }

  /**
   * Makes {@code <targetDir>/<name of the encoder>} with {@code model.pt}, {@code tokenizer.json}
   * and {@code encoder.json}, or reuses it where it is whole; one that is damaged is replaced.
   * Written beside and renamed, so that a killed set-up leaves no half folder. Takes about a
   * second, and as much heap as the weights.
   *
   * @return the card of the encoder
   * @throws UnusableModel if the artifact is not on the class path or is not the pinned one
   * @throws UncheckedIOException if the folder cannot be written
   */
  public static EncoderCard assemble(Path targetDir, PinnedEncoder encoder) {
    return new EncoderAssembly(encoder, encoder.folder(), Optional.empty()).run(targetDir);
  }

  /**
   * The same, with the changes of an adapter.
   *
   * @param name of the encoder that it becomes, and of its folder: that of the plain one, a hyphen
   *     and more
   * @param adapter a file of low-rank changes ({@code docs/formats.md})
   * @throws UnusableModel also if the adapter is malformed or of another encoder
   */
  public static EncoderCard assemble(
      Path targetDir, PinnedEncoder encoder, String name, Path adapter) {
    Require.argument(
        ModelFiles.isName(name) && name.startsWith(encoder.folder() + "-"),
        "illegal name of an encoder with an adapter: '%s', must be %s, a hyphen and more",
        name,
        encoder.folder());
    return new EncoderAssembly(encoder, name, Optional.of(EncoderAdapter.read(adapter)))
        .run(targetDir);
  }

  /**
   * The encoder of a bundle that brings an adapter; nothing for any other bundle.
   *
   * @throws UnusableModel if the bundle cannot be used, or its adapter gives other weights than its
   *     card names
   */
  public static Optional<EncoderCard> assemble(Path targetDir, Path bundle) {
    Path adapter = bundle.resolve(EncoderAdapter.FILE);
    if (!Files.exists(adapter)) {
      return Optional.empty();
    }
    EncoderRef wanted = Bundle.read(bundle).card().encoder();
    EncoderCard card =
        assemble(targetDir, PinnedEncoder.under(wanted.name()), wanted.name(), adapter);
    if (!card.ref().equals(wanted)) {
      throw new UnusableModel(
          "Cannot use %s: it makes an encoder with model sha256 %s, the bundle needs %s; %s"
              .formatted(
                  adapter, card.files().model(), wanted.files().model(), BundleCardJson.REMEDY));
    }
    return Optional.of(card);
  }

  private EncoderCard run(Path targetDir) {
    Path folder = targetDir.resolve(name);
    try {
      if (Files.exists(folder)) {
        try {
          return whole(folder);
        } catch (UnusableModel damaged) {
          deleteTree(folder);
        }
      }
      Files.createDirectories(targetDir);
      // Not createTempDirectory: its folders can be read by their owner only.
      Path staged = targetDir.resolve("." + name + "-" + UUID.randomUUID());
      Files.createDirectory(staged);
      try {
        fill(staged);
        return publish(staged, folder);
      } finally {
        deleteTree(staged);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot assemble the encoder in " + folder, e);
    }
  }

  /** The card of a folder that was assembled from the same sources and not changed since. */
  private EncoderCard whole(Path folder) {
    EncoderCard card = EncoderCard.read(folder);
    if (!card.source().equals(source()) || !card.name().equals(name)) {
      throw new UnusableModel("Cannot reuse " + folder + ": it was made from other sources");
    }
    ModelFiles.verify(folder.resolve(EncoderCard.MODEL), card.files().model(), REMEDY);
    ModelFiles.verify(folder.resolve(EncoderCard.TOKENIZER), card.files().tokenizer(), REMEDY);
    return card;
  }

  private EncoderCard.Source source() {
    return new EncoderCard.Source(
        encoder.artifact(),
        encoder.onnx().sha256(),
        Optional.of(skeleton.sha256()),
        adapter.map(EncoderAdapter::sha256));
  }

  private void fill(Path staged) throws IOException {
    byte[] tokenizer = pinned(encoder.tokenizer());
    Files.write(staged.resolve(EncoderCard.TOKENIZER), tokenizer);
    Path model = staged.resolve(EncoderCard.MODEL);
    Map<String, ByteBuffer> weights = OnnxInitializers.of(ByteBuffer.wrap(pinned(encoder.onnx())));
    skeleton.write(model, weight -> changed(weight, initializer(weights, weight.initializer())));
    EncoderCard card =
        new EncoderCard(
            name,
            new EncoderCard.Hashes(ModelFiles.sha256(model), ModelFiles.sha256(tokenizer)),
            encoder.geometry(),
            encoder.licence(),
            source());
    Files.write(staged.resolve(EncoderCard.FILE), card.toJson());
  }

  private ByteBuffer changed(Skeleton.Weight weight, ByteBuffer bytes) {
    return adapter.isPresent() ? adapter.get().apply(weight.initializer(), bytes) : bytes;
  }

  private EncoderCard publish(Path staged, Path folder) throws IOException {
    try {
      Files.move(staged, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (DirectoryNotEmptyException | FileAlreadyExistsException e) {
      // Another process was faster; its folder holds the same bytes.
      return whole(folder);
    }
    return EncoderCard.read(folder);
  }

  private byte[] pinned(PinnedEncoder.File file) {
    byte[] content =
        resource(
            EncoderAssembly.class.getResourceAsStream("/" + file.name()),
            file.name(),
            file.bytes());
    String found = ModelFiles.sha256(content);
    if (!found.equals(file.sha256())) {
      throw new UnusableModel(
          "Cannot assemble the encoder: %s on the class path has sha256 %s, expected %s; put %s on the class path"
              .formatted(file.name(), found, file.sha256(), encoder.artifact()));
    }
    return content;
  }

  private byte[] resource(@Nullable InputStream stream, String name, int limit) {
    if (stream == null) {
      throw new UnusableModel(
          "Cannot assemble the encoder: %s is not on the class path; put %s there"
              .formatted(name, encoder.artifact()));
    }
    try (InputStream in = stream) {
      // One byte more than allowed, so that a larger resource fails its hash.
      return in.readNBytes(limit + 1);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name + " from the class path", e);
    }
  }

  private static ByteBuffer initializer(Map<String, ByteBuffer> weights, String name) {
    ByteBuffer bytes = weights.get(name);
    if (bytes == null) {
      throw new UnusableModel("Cannot assemble the encoder: no initializer " + name);
    }
    return bytes;
  }

  private static void deleteTree(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(root)) {
      paths = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      Files.delete(path);
    }
  }
}
