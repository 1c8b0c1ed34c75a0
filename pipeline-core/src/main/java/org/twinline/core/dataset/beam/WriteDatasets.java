package org.twinline.core.dataset.beam;

import java.io.IOException;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;
import org.joda.time.Instant;
import org.jspecify.annotations.Nullable;
import org.twinline.core.dataset.ShardCompression;
import org.twinline.core.dataset.StagedDatasets;
import org.twinline.core.dataset.TallyFile;
import org.twinline.core.flow.Flow;
import org.twinline.core.ledger.Tally;
import org.twinline.core.ledger.TallyBuilder;

/**
 * Writes lines to staged shards, one a bundle and dataset, and the run's whole account to {@link
 * TallyFile}, last. Groups must have become lines before.
 */
public final class WriteDatasets extends PTransform<PCollection<Flow>, PDone> {
  private static final long serialVersionUID = 1;
  private final String staging;
  private final ShardCompression compression;

  private WriteDatasets(String staging, ShardCompression compression) {
    this.staging = staging;
    this.compression = compression;
  }

  /** Writes below a staging location, uncompressed. */
  public static WriteDatasets to(String staging) {
    return new WriteDatasets(staging, ShardCompression.NONE);
  }

  /** The same, compressed. */
  public WriteDatasets compressed(ShardCompression newCompression) {
    return new WriteDatasets(staging, newCompression);
  }

  @Override
  public PDone expand(PCollection<Flow> input) {
    input
        .apply("WriteShards", ParDo.of(new WriteFn(staging, compression)))
        .setCoder(TallyCoder.of())
        .apply("SumAccounts", Combine.globally(new SumTallies()).withoutDefaults())
        .setCoder(TallyCoder.of())
        .apply("WriteAccount", ParDo.of(new AccountFn(staging)));
    return PDone.in(input.getPipeline());
  }

  private static final class WriteFn extends DoFn<Flow, Tally> {
    private static final long serialVersionUID = 1;
    private final String staging;
    private final ShardCompression compression;
    private transient @Nullable StagedDatasets datasets;
    private transient @Nullable TallyBuilder tally;

    WriteFn(String staging, ShardCompression compression) {
      this.staging = staging;
      this.compression = compression;
    }

    @StartBundle
    public void start() throws IOException {
      abandon();
      datasets = new StagedDatasets(staging, compression);
      tally = new TallyBuilder();
    }

    @ProcessElement
    public void process(@Element Flow flow) throws IOException {
      if (datasets == null || tally == null) {
        throw new IllegalStateException("Cannot process before the bundle starts");
      }
      if (flow instanceof Flow.Line line) {
        datasets.write(line.dataset(), line.json());
      } else if (flow instanceof Flow.Account account) {
        tally.add(account.tally());
      } else {
        throw new IllegalStateException("Cannot write a group that no line's sink has taken");
      }
    }

    @FinishBundle
    public void finish(FinishBundleContext context) throws IOException {
      if (datasets != null && tally != null) {
        datasets.finish().forEach(tally::shard);
        context.output(tally.finish(), Instant.EPOCH, GlobalWindow.INSTANCE);
      }
    }

    @Teardown
    public void abandon() throws IOException {
      if (datasets != null) {
        datasets.close();
      }
    }
  }

  private static final class SumTallies extends Combine.BinaryCombineFn<Tally> {
    private static final long serialVersionUID = 1;

    @Override
    public Tally apply(Tally left, Tally right) {
      return left.plus(right);
    }

    @Override
    public Tally identity() {
      return Tally.EMPTY;
    }
  }

  private static final class AccountFn extends DoFn<Tally, Void> {
    private static final long serialVersionUID = 1;
    private final String staging;

    AccountFn(String staging) {
      this.staging = staging;
    }

    @ProcessElement
    public void process(@Element Tally tally) throws IOException {
      TallyFile.write(staging, tally);
    }
  }
}
