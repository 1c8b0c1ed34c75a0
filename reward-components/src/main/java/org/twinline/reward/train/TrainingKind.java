package org.twinline.reward.train;

import java.util.List;
import org.twinline.reward.djl.BundleCard;
import org.twinline.reward.djl.Features;
import org.twinline.reward.djl.Template;
import org.twinline.reward.djl.Text;

/** What each kind of bundle reads of a training file, and what its head sees. */
enum TrainingKind {
  VERIFIER(
      BundleCard.Kind.VERIFIER,
      List.of("{reference}", "{answer}"),
      Features.PAIR_OVERLAP,
      Text.Truncation.CHUNKS,
      TrainingFile::labelled),
  PREFERENCE(
      BundleCard.Kind.PREFERENCE,
      List.of("{question}", "{answer}"),
      Features.PAIR,
      Text.Truncation.CHUNKS,
      TrainingFile::compared),
  PROCESS(
      BundleCard.Kind.PROCESS,
      List.of("{question}", "{step}"),
      Features.PAIR_OVERLAP,
      Text.Truncation.CHUNKS,
      TrainingFile::steps),
  /** Of a chain of thought the end counts: there it concludes. */
  CONSISTENCY(
      BundleCard.Kind.CONSISTENCY,
      List.of("{cot}", "{answer}"),
      Features.PAIR_OVERLAP,
      Text.Truncation.LEFT,
      TrainingFile::labelled);

  private static final int MAXIMUM_TOKENS = 512;

  private final BundleCard.Kind kind;
  private final BundleCard.Inputs inputs;
  private final TrainingFile.Form form;

  TrainingKind(
      BundleCard.Kind kind,
      List<String> templates,
      Features features,
      Text.Truncation truncation,
      TrainingFile.Form form) {
    this.kind = kind;
    this.inputs =
        new BundleCard.Inputs(
            templates.stream().map(Template::parse).toList(), features, MAXIMUM_TOKENS, truncation);
    this.form = form;
  }

  static TrainingKind of(BundleCard.Kind kind) {
    return switch (kind) {
      case VERIFIER -> VERIFIER;
      case PREFERENCE -> PREFERENCE;
      case PROCESS -> PROCESS;
      case CONSISTENCY -> CONSISTENCY;
      case ACTIONS ->
          throw new IllegalArgumentException(
              "Cannot read rows for a bundle of kind actions: docs/models/actions makes and measures such bundles");
    };
  }

  BundleCard.Kind bundle() {
    return kind;
  }

  BundleCard.Inputs inputs() {
    return inputs;
  }

  TrainingFile.Form form() {
    return form;
  }

  /** Whether rows are comparisons of two answers, not labels of one. */
  boolean compares() {
    return this == PREFERENCE;
  }
}
