package org.twinline.reward.djl;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import ai.djl.util.Pair;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.twinline.core.Require;

/**
 * An encoder whose last layers learn. The embeddings stay as they are, which is two fifths of the
 * weights; so does every layer before those that learn. Only Twinline's own code can be trained
 * ({@link Skeleton}): what is learnt is written into the same archive, entry by entry.
 *
 * <p>Not thread-safe, and in a JVM one collects gradients at a time.
 */
public final class TrainableEncoder implements AutoCloseable {
  /*
   * Which of the module's parameters is which entry of the archive is told by their bytes before
   * the first step: an entry is the raw numbers of one parameter, and no two hold the same.
   */
  private static final Pattern LAYER = Pattern.compile("layers\\.(\\d+)\\..*");
  private static final float WEIGHT_DECAY = 0.01f;

  private final EncoderPlace place;
  private final EncoderCard card;
  private final Skeleton skeleton;
  private final Model model;
  private final Trainer trainer;
  private final SortedMap<String, NDArray> learning = new TreeMap<>();

  private TrainableEncoder(
      EncoderPlace place, EncoderCard card, Skeleton skeleton, Model model, Trainer trainer) {
    this.place = place;
    this.card = card;
    this.skeleton = skeleton;
    this.model = model;
    this.trainer = trainer;
  }

  /**
   * Opens an encoder for training.
   *
   * @param layers how many of the last layers learn; all where it has no more
   * @param learningRate of AdamW (Loshchilov and Hutter 2019)
   * @throws UnusableModel if it is missing or changed, or its code is not Twinline's own
   */
  public static TrainableEncoder open(EncoderPlace place, int layers, double learningRate) {
    EncoderCard card = place.verified();
    try {
      Skeleton skeleton =
          Skeleton.of(place.model())
              .orElseThrow(
                  () ->
                      new UnusableModel(
                          "Cannot train the encoder in %s: its TorchScript is not Twinline's own code; train a head on it"
                              .formatted(place.folder())));
      TorchEngine.start();
      Device device = TorchEngine.device();
      Model model = Model.newInstance(card.name(), device, TorchEngine.NAME);
      boolean opened = false;
      try {
        model.load(place.folder(), EncoderCard.MODEL, Map.of("trainParam", "true"));
        Trainer trainer =
            model.newTrainer(
                new DefaultTrainingConfig(Loss.l2Loss())
                    .optOptimizer(
                        Optimizer.adamW()
                            .optLearningRateTracker(Tracker.fixed((float) learningRate))
                            .optWeightDecays(WEIGHT_DECAY)
                            .build())
                    .optDevices(new Device[] {device}));
        TrainableEncoder encoder = new TrainableEncoder(place, card, skeleton, model, trainer);
        encoder.begin(layers);
        opened = true;
        return encoder;
      } finally {
        if (!opened) {
          model.close();
        }
      }
    } catch (IOException | MalformedModelException e) {
      throw new UnusableModel(
          "Cannot load the encoder in " + place.folder() + ": " + e.getMessage(), e);
    }
  }

  private void begin(int wanted) throws IOException {
    Map<String, String> entries = entriesByHash();
    int layers = 0;
    for (Pair<String, Parameter> parameter : model.getBlock().getParameters()) {
      layers = Math.max(layers, layer(parameter.getKey()).orElse(-1) + 1);
    }
    for (Pair<String, Parameter> parameter : model.getBlock().getParameters()) {
      Optional<Integer> layer = layer(parameter.getKey());
      boolean learns = layer.isPresent() && layer.get() >= layers - wanted;
      // Freezing before the trainer is made has no effect.
      parameter.getValue().freeze(!learns);
      if (learns) {
        NDArray array = parameter.getValue().getArray();
        String entry = entries.get(ModelFiles.sha256(bytes(array)));
        if (entry == null || learning.put(entry, array) != null) {
          throw new IllegalStateException(
              "Cannot find parameter " + parameter.getKey() + " in " + place.model());
        }
      }
    }
    Require.argument(
        !learning.isEmpty(), "Cannot train %s of the %s layers of %s", wanted, layers, card.name());
    Shape any = new Shape(1, 16);
    trainer.initialize(any, any, any);
  }

  private static Optional<Integer> layer(String parameter) {
    Matcher matcher = LAYER.matcher(parameter);
    return matcher.matches() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
  }

  private Map<String, String> entriesByHash() throws IOException {
    Map<String, String> entries = new HashMap<>();
    try (ZipFile zip = new ZipFile(place.model().toFile())) {
      for (Skeleton.Weight weight : skeleton.weights()) {
        String hash = ModelFiles.sha256(Skeleton.read(zip, weight).array());
        // Two entries of the same numbers could not be told apart.
        entries.merge(hash, weight.entry(), (a, b) -> "");
      }
    }
    return entries;
  }

  private static byte[] bytes(NDArray array) {
    float[] values = array.toFloatArray();
    ByteBuffer bytes =
        ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  /** The encoder's card before training. */
  public EncoderCard card() {
    return card;
  }

  /** How many numbers learn. */
  public long size() {
    return learning.values().stream().mapToLong(array -> array.getShape().size()).sum();
  }

  /** A manager whose arrays live until it is closed. */
  public NDManager newManager() {
    return trainer.getManager().newSubManager();
  }

  /** Collects the gradients of what is computed until it is closed. */
  public GradientCollector collector() {
    return trainer.newGradientCollector();
  }

  /** Moves the weights against the gradients of the last backward pass. */
  public void step() {
    trainer.step();
  }

  /**
   * The vectors of texts.
   *
   * @param rows {@code [texts, hidden]}, in another order than the texts
   * @param places of each text, its row
   */
  public record Vectors(NDArray rows, List<Integer> places) {}

  /** Encodes token ids, texts of one padded length together. */
  public Vectors encode(NDManager batch, List<long[]> texts) {
    Map<PaddedShape, List<Integer>> classes = new EnumMap<>(PaddedShape.class);
    for (int i = 0; i < texts.size(); i++) {
      classes
          .computeIfAbsent(PaddedShape.of(texts.get(i).length), shape -> new ArrayList<>())
          .add(i);
    }
    List<Integer> places = new ArrayList<>(Collections.nCopies(texts.size(), 0));
    NDList parts = new NDList();
    int next = 0;
    for (Map.Entry<PaddedShape, List<Integer>> members : classes.entrySet()) {
      parts.add(forward(batch, members.getKey().tokens(), members.getValue(), texts));
      for (int text : members.getValue()) {
        places.set(text, next++);
      }
    }
    // Of a single array concat makes a copy that gradients do not flow through.
    NDArray rows = parts.size() == 1 ? parts.singletonOrThrow() : NDArrays.concat(parts);
    rows.attach(batch);
    return new Vectors(rows, places);
  }

  /** What a text of so many tokens costs, in tokens. */
  public static int padded(int tokens) {
    return PaddedShape.of(tokens).tokens();
  }

  private NDArray forward(NDManager batch, int width, List<Integer> members, List<long[]> texts) {
    long[] ids = new long[members.size() * width];
    long[] mask = new long[ids.length];
    for (int row = 0; row < members.size(); row++) {
      long[] tokens = texts.get(members.get(row));
      System.arraycopy(tokens, 0, ids, row * width, tokens.length);
      Arrays.fill(mask, row * width, row * width + tokens.length, 1);
    }
    Shape form = new Shape(members.size(), width);
    NDList input =
        new NDList(
            batch.create(LongBuffer.wrap(ids), form, DataType.INT64),
            batch.create(LongBuffer.wrap(mask), form, DataType.INT64),
            batch.zeros(form, DataType.INT64));
    NDList output = trainer.forward(input);
    output.attach(batch);
    return output.singletonOrThrow();
  }

  /** What has been learnt so far, by entry of the archive. */
  public SortedMap<String, byte[]> learnt() {
    SortedMap<String, byte[]> weights = new TreeMap<>();
    learning.forEach((entry, array) -> weights.put(entry, bytes(array)));
    return weights;
  }

  /**
   * Writes an encoder folder: this encoder with other weights.
   *
   * @param folder that exists
   * @param weights as {@link #learnt} gave them
   */
  public EncoderPlace write(Path folder, String name, SortedMap<String, byte[]> weights)
      throws IOException {
    Path target = folder.resolve(EncoderCard.MODEL);
    try (ZipFile base = new ZipFile(place.model().toFile())) {
      skeleton.write(
          target,
          weight -> {
            byte[] learnt = weights.get(weight.entry());
            return learnt == null ? Skeleton.read(base, weight) : ByteBuffer.wrap(learnt);
          });
    }
    Files.copy(
        place.folder().resolve(EncoderCard.TOKENIZER), folder.resolve(EncoderCard.TOKENIZER));
    EncoderCard tuned =
        new EncoderCard(
            name,
            new EncoderCard.Hashes(ModelFiles.sha256(target), card.files().tokenizer()),
            card.geometry(),
            card.licence(),
            new EncoderCard.Source(
                card.source().artifact(), card.files().model(), Optional.of(skeleton.sha256())));
    Files.write(folder.resolve(EncoderCard.FILE), tuned.toJson());
    return new EncoderPlace(folder, tuned.ref(), true, place.allowed());
  }

  @Override
  public void close() {
    trainer.close();
    model.close();
  }
}
