package org.twinline.reward.djl;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.twinline.core.Require;
import org.twinline.core.triple.Language;

/**
 * What {@code card.json} says of a bundle: what it judges, on which encoder, how its inputs are
 * made, where it comes from and how good it is.
 */
public record BundleCard(
    Identity identity, EncoderRef encoder, Inputs inputs, Outputs outputs, Evidence evidence) {

  /** The card's file name in a bundle. */
  public static final String FILE = "card.json";

  /** The head's file name in a bundle. */
  public static final String HEAD = "head.safetensors";

  /** What a bundle judges. */
  public enum Kind {
    /** Right or wrong against a reference answer. */
    VERIFIER,
    /** How much an answer is preferred, without a reference. */
    PREFERENCE,
    /** Whether a step of the chain of thought is sound. */
    PROCESS,
    /** Whether the answer says what the chain of thought concludes. */
    CONSISTENCY,
    /**
     * What a step of the chain of thought does: a dimension an action, which exclude each other.
     */
    ACTIONS
  }

  public BundleCard {
    Require.argument(
        evidence.golden().examples().stream()
            .allMatch(example -> example.scores().size() == outputs.dimensions().size()),
        "Cannot make a card whose golden scores do not have %s dimensions",
        outputs.dimensions().size());
  }

  /**
   * @param name letters, digits and {@code . _ -}
   * @param licence of the head, an SPDX identifier
   * @param languages that it serves; candidates of others get no score
   */
  public record Identity(String name, Kind kind, String licence, Set<Language> languages) {
    public Identity {
      Require.argument(
          ModelFiles.isName(name), "illegal bundle name: '%s', letters, digits and . _ -", name);
      Require.argument(!languages.isEmpty(), "Cannot make a bundle that serves no language");
      Require.argument(
          !languages.contains(Language.UNSTATED), "Cannot make a bundle for an unstated language");
      Set<Language> copy = new LinkedHashSet<>();
      for (Language language : Language.values()) {
        if (languages.contains(language)) {
          copy.add(language);
        }
      }
      languages = Collections.unmodifiableSet(copy);
    }
  }

  /**
   * How a candidate becomes features; every template is filled and encoded on its own.
   *
   * @param maximumTokens of one input, with both special tokens, 3 to 512
   */
  public record Inputs(
      List<Template> templates, Features features, int maximumTokens, Text.Truncation truncation) {
    public Inputs {
      templates = List.copyOf(templates);
      Require.argument(
          templates.size() == features.inputs(),
          "Cannot make %s features of %s templates, they take %s",
          features.key(),
          templates.size(),
          features.inputs());
      Require.inRange("maximum_tokens", maximumTokens, 3, 512);
    }

    /** The texts to encode, none where a placeholder's value is blank. */
    public List<Text> render(Slots slots) {
      List<Text> texts =
          templates.stream()
              .flatMap(template -> template.fill(slots).stream())
              .map(text -> new Text(text, maximumTokens, truncation))
              .toList();
      return texts.size() == templates.size() ? texts : List.of();
    }

    boolean useReference() {
      return templates.stream().anyMatch(template -> template.uses("reference"));
    }
  }

  /** A dimension's name, which is its score's name, and its scale. */
  public record Dimension(String name, Calibration calibration) {
    public Dimension {
      Require.argument(ModelFiles.isName(name), "illegal dimension name: '%s'", name);
    }
  }

  /**
   * @param dimensions in the order of the head's rows
   * @param headSha256 of {@code head.safetensors}
   */
  public record Outputs(List<Dimension> dimensions, String headSha256) {
    public Outputs {
      dimensions = List.copyOf(dimensions);
      Require.argument(!dimensions.isEmpty(), "Cannot make a bundle without dimensions");
      Require.argument(
          dimensions.stream().map(Dimension::name).distinct().count() == dimensions.size(),
          "Cannot make a bundle with two dimensions of one name");
      Require.argument(ModelFiles.isHash(headSha256), "illegal sha256 of a head: %s", headSha256);
    }
  }

  /**
   * Why the bundle may be trusted, and for what.
   *
   * @param training empty where the bundle was trained elsewhere and nothing is known of it
   */
  public record Evidence(Optional<Training> training, Quality quality, Golden golden) {

    /** Hashes of the questions it was trained on; none where they are not known. */
    public List<String> questionHashes() {
      return training.map(Training::questionHashes).orElse(List.of());
    }
  }

  /**
   * @param command that trains the head again
   * @param dataSha256 of the training file
   * @param rows of it, held-out ones included
   * @param questionHashes {@link QuestionHash} of every question the head was fitted on, sorted
   */
  public record Training(
      String command, String dataSha256, int rows, long seed, List<String> questionHashes) {
    public Training {
      questionHashes = List.copyOf(questionHashes);
      Require.argument(ModelFiles.isHash(dataSha256), "illegal sha256 of data: %s", dataSha256);
      Require.argument(rows > 0, "illegal number of rows: %s, must be positive", rows);
      for (int i = 0; i < questionHashes.size(); i++) {
        String hash = questionHashes.get(i);
        Require.argument(QuestionHash.isHash(hash), "illegal question hash: '%s'", hash);
        Require.argument(
            i == 0 || questionHashes.get(i - 1).compareTo(hash) < 0,
            "question hashes must be sorted and distinct: '%s' is not",
            hash);
      }
    }
  }

  /**
   * Figures on questions that training did not see.
   *
   * @param crossValidated on the training questions, each judged by a fit that did not see it; for
   *     pairs the accuracy of differences; empty where it was trained elsewhere
   * @param slices of the held-out rows, by what they are sliced by ({@code language}, {@code
   *     corruption}, {@code dimension}, {@code split}, {@code length_matched}) and its value
   * @param baselines what needs no model, on the same rows
   */
  public record Quality(
      Figures heldOut,
      Optional<Figures> crossValidated,
      SortedMap<String, SortedMap<String, Figures>> slices,
      SortedMap<String, Figures> baselines) {
    public Quality {
      SortedMap<String, SortedMap<String, Figures>> copy = new TreeMap<>();
      slices.forEach(
          (name, figures) ->
              copy.put(name, Collections.unmodifiableSortedMap(new TreeMap<>(figures))));
      slices = Collections.unmodifiableSortedMap(copy);
      baselines = Collections.unmodifiableSortedMap(new TreeMap<>(baselines));
    }
  }

  /** One input with the score of every dimension. */
  public record Example(Slots slots, List<Double> scores) {
    public Example {
      scores = List.copyOf(scores);
      scores.forEach(score -> Require.inRange("golden score", score, 0, 1));
    }
  }

  /**
   * Inputs that every loader scores before the first record.
   *
   * @param tolerance the largest difference allowed
   */
  public record Golden(double tolerance, List<Example> examples) {
    public Golden {
      examples = List.copyOf(examples);
      Require.inRange("tolerance", tolerance, 0, 0.01);
      Require.argument(!examples.isEmpty(), "Cannot make a bundle without golden inputs");
    }
  }

  /**
   * Reads the card of a bundle.
   *
   * @throws UnusableModel if it is missing or malformed; unknown keys are refused by name
   */
  public static BundleCard read(Path bundle) {
    return BundleCardJson.read(bundle);
  }

  /**
   * The same bundle on other score scales.
   *
   * @param calibrations one a dimension
   * @param golden the golden inputs with the scores that these give
   */
  public BundleCard calibrated(List<Calibration> calibrations, Golden golden) {
    List<Dimension> dimensions = new ArrayList<>();
    for (int d = 0; d < calibrations.size(); d++) {
      dimensions.add(new Dimension(outputs.dimensions().get(d).name(), calibrations.get(d)));
    }
    return new BundleCard(
        identity,
        encoder,
        inputs,
        new Outputs(dimensions, outputs.headSha256()),
        new Evidence(evidence.training(), evidence.quality(), golden));
  }

  /** The content of {@code card.json}. */
  public byte[] toJson() {
    return BundleCardJson.write(this);
  }

  /** The card's identity: SHA-256 of {@link #toJson}, lower-case hex; the head's hash is in it. */
  public String sha256() {
    return ModelFiles.sha256(toJson());
  }
}
