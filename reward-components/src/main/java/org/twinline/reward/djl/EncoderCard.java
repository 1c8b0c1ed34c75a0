package org.twinline.reward.djl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.twinline.core.Require;

/**
 * What {@code encoder.json} says of an encoder folder: which files it holds and how texts become
 * vectors.
 *
 * @param name the folder's name
 * @param licence of the weights, an SPDX identifier
 */
public record EncoderCard(
    String name, Hashes files, Geometry geometry, String licence, Source source) {

  static final String FILE = "encoder.json";
  static final String MODEL = "model.pt";
  static final String TOKENIZER = "tokenizer.json";

  /** The files of an encoder. */
  public static final List<String> FOLDER = List.of(MODEL, TOKENIZER, FILE);

  private static final int FORMAT = 1;
  private static final int MAXIMUM_BYTES = 64 * 1024;
  private static final String POOLING = "cls";

  /** SHA-256 of {@code model.pt} and {@code tokenizer.json}. */
  public record Hashes(String model, String tokenizer) {
    public Hashes {
      Require.argument(ModelFiles.isHash(model), "illegal sha256 of a model: '%s'", model);
      Require.argument(
          ModelFiles.isHash(tokenizer), "illegal sha256 of a tokenizer: '%s'", tokenizer);
    }
  }

  /**
   * The shape of input and output. The vector is the first token's ({@code cls} pooling).
   *
   * @param maximumTokens with both special tokens
   * @param normalised whether vectors have unit length
   * @param lowerCase whether texts are lower-cased before they are tokenised
   */
  public record Geometry(
      int hiddenSize, int maximumTokens, boolean normalised, boolean lowerCase) {}

  /**
   * Where the bytes came from.
   *
   * @param artifact Maven coordinates, or where else the weights are from
   * @param model sha256 of the file they were in: the ONNX file, of a fine-tuned encoder the {@code
   *     model.pt} it began as, of a converted one its weights
   * @param skeleton sha256 of the TorchScript skeleton; empty where the code is foreign
   * @param adapter sha256 of the low-rank changes made to it; empty where there are none
   */
  public record Source(
      String artifact, String model, Optional<String> skeleton, Optional<String> adapter) {

    /** Without an adapter. */
    public Source(String artifact, String model, Optional<String> skeleton) {
      this(artifact, model, skeleton, Optional.empty());
    }
  }

  /** How bundles refer to this encoder. */
  public EncoderRef ref() {
    return new EncoderRef(name, files);
  }

  /**
   * Reads the card of an encoder folder.
   *
   * @throws UnusableModel if it is missing or malformed
   */
  public static EncoderCard read(Path folder) {
    return read(folder, EncoderAssembly.REMEDY);
  }

  static EncoderCard read(Path folder, String remedy) {
    Path file = folder.resolve(FILE);
    JsonFields json =
        JsonFields.parse(
            ModelFiles.read(file, MAXIMUM_BYTES, remedy),
            message -> new UnusableModel("Cannot use " + file + ": " + message + "; " + remedy));
    json.integer("format", FORMAT, FORMAT);
    JsonFields source = json.object("source");
    if (!json.text("pooling").equals(POOLING)) {
      throw json.invalid("pooling", "'" + POOLING + "'");
    }
    EncoderCard card =
        new EncoderCard(
            json.text("name"),
            new Hashes(hash(json, "model_sha256"), hash(json, "tokenizer_sha256")),
            new Geometry(
                json.integer("hidden_size", 1, 65_536),
                json.integer("maximum_tokens", 3, 512),
                json.flag("normalised"),
                json.flag("lower_case")),
            json.text("licence"),
            new Source(
                source.text("artifact"),
                hash(source, "model_sha256"),
                hashIfAny(source, "skeleton_sha256"),
                hashIfAny(source, "adapter_sha256")));
    source.end();
    json.end();
    return card;
  }

  private static Optional<String> hashIfAny(JsonFields json, String key) {
    return json.has(key) ? Optional.of(hash(json, key)) : Optional.empty();
  }

  private static String hash(JsonFields json, String key) {
    String value = json.text(key);
    if (!ModelFiles.isHash(value)) {
      throw json.invalid(key, "64 lower-case hexadecimal digits");
    }
    return value;
  }

  byte[] toJson() {
    ObjectNode json = JsonFields.newObject();
    json.put("format", FORMAT);
    json.put("name", name);
    json.put("model_sha256", files.model());
    json.put("tokenizer_sha256", files.tokenizer());
    json.put("pooling", POOLING);
    json.put("normalised", geometry.normalised());
    json.put("hidden_size", geometry.hiddenSize());
    json.put("maximum_tokens", geometry.maximumTokens());
    json.put("lower_case", geometry.lowerCase());
    json.put("licence", licence);
    ObjectNode from = json.putObject("source");
    from.put("artifact", source.artifact());
    from.put("model_sha256", source.model());
    source.skeleton().ifPresent(hash -> from.put("skeleton_sha256", hash));
    source.adapter().ifPresent(hash -> from.put("adapter_sha256", hash));
    return JsonFields.write(json);
  }
}
