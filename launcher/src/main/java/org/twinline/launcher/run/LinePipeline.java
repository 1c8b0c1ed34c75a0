package org.twinline.launcher.run;

import java.util.Optional;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.Filter;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.twinline.core.dataset.ShardCompression;
import org.twinline.core.dataset.beam.WriteDatasets;
import org.twinline.core.flow.Flow;
import org.twinline.core.flow.beam.FlowCoder;
import org.twinline.core.flow.beam.MapGroups;
import org.twinline.core.group.GroupBounds;
import org.twinline.core.group.beam.GroupCandidates;
import org.twinline.core.io.beam.ReadRecords;
import org.twinline.reward.step.RecogniseKind;
import org.twinline.unverifiable.UnverifiableConfiguration;
import org.twinline.unverifiable.UnverifiableLine;
import org.twinline.verifiable.VerifiableConfiguration;
import org.twinline.verifiable.VerifiableLine;

/**
 * The whole pipeline: read, group, recognise the answer kind, one line or both, write.
 *
 * @param verifiable empty where the job has only the other line
 * @param unverifiable empty where the job has only the other line
 */
record LinePipeline(
    ReadRecords read,
    GroupBounds bounds,
    Optional<VerifiableConfiguration> verifiable,
    Optional<UnverifiableConfiguration> unverifiable,
    String staging,
    ShardCompression compression) {

  /** Adds the steps to a pipeline. */
  void applyTo(Pipeline pipeline) {
    PCollection<Flow> groups =
        pipeline
            .apply("Read", read)
            .apply("GroupCandidates", GroupCandidates.within(bounds))
            .apply("RecogniseKind", MapGroups.through(new RecogniseKind()));
    lines(groups).apply("WriteDatasets", WriteDatasets.to(staging).compressed(compression));
  }

  private PCollection<Flow> lines(PCollection<Flow> groups) {
    if (verifiable.isEmpty()) {
      return groups.apply("Unverifiable", UnverifiableLine.of(unverifiable.orElseThrow()));
    }
    if (unverifiable.isEmpty()) {
      return groups.apply("Verifiable", VerifiableLine.of(verifiable.get()));
    }
    PCollection<Flow> checked =
        groups
            .apply("RouteVerifiable", only(flow -> !isUnverifiable(flow)))
            .setCoder(FlowCoder.of())
            .apply("Verifiable", VerifiableLine.of(verifiable.get()));
    PCollection<Flow> preferred =
        groups
            .apply("RouteUnverifiable", only(LinePipeline::isUnverifiable))
            .setCoder(FlowCoder.of())
            .apply("Unverifiable", UnverifiableLine.of(unverifiable.get()));
    return PCollectionList.of(checked).and(preferred).apply("BothLines", Flatten.pCollections());
  }

  private static Filter<Flow> only(SerializableFunction<Flow, Boolean> predicate) {
    return Filter.by(predicate);
  }

  private static boolean isUnverifiable(Flow flow) {
    return flow instanceof Flow.Group group && !Route.verifiable(group.group().question());
  }
}
