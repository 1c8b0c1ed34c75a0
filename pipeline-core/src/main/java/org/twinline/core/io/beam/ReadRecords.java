package org.twinline.core.io.beam;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.joda.time.Instant;
import org.jspecify.annotations.Nullable;
import org.twinline.core.group.ParcelMaker;
import org.twinline.core.io.InputFile;
import org.twinline.core.io.Progress;
import org.twinline.core.io.Slice;
import org.twinline.core.io.SliceReader;
import org.twinline.core.json.Limits;
import org.twinline.core.json.MalformedRecord;
import org.twinline.core.json.adapter.RecordAdapter;
import org.twinline.core.triple.Place;

/**
 * Reads files of lines strictly, large ones in slices, and parses each line once: gives parcels
 * under the key of their question, ready for the shuffle. What cannot be read rides along as a dead
 * letter, and so does the account of what was read.
 */
public final class ReadRecords extends PTransform<PBegin, PCollection<KV<byte[], byte[]>>> {
  private static final long serialVersionUID = 1;
  private final transient List<InputFile> inputs;
  private final RecordAdapter adapter;
  private final Limits limits;

  private ReadRecords(List<InputFile> inputs, RecordAdapter adapter, Limits limits) {
    this.inputs = List.copyOf(inputs);
    this.adapter = adapter;
    this.limits = limits;
  }

  /** Reads these files; their order gives the file indices of places. */
  public static ReadRecords of(List<InputFile> inputs, RecordAdapter adapter, Limits limits) {
    return new ReadRecords(inputs, adapter, limits);
  }

  @Override
  public PCollection<KV<byte[], byte[]>> expand(PBegin begin) {
    return begin
        .apply("Slices", Create.of(Slice.of(inputs)).withCoder(SerializableCoder.of(Slice.class)))
        .apply("Spread", Reshuffle.viaRandomKey())
        .apply("ReadSlices", ParDo.of(new ReadFn(adapter, limits)))
        .setCoder(KvCoder.of(ByteArrayCoder.of(), ByteArrayCoder.of()));
  }

  private static final class ReadFn extends DoFn<Slice, KV<byte[], byte[]>> {
    private static final long serialVersionUID = 1;
    private final RecordAdapter adapter;
    private final Limits limits;
    private transient @Nullable ParcelMaker maker;

    ReadFn(RecordAdapter adapter, Limits limits) {
      this.adapter = adapter;
      this.limits = limits;
    }

    @StartBundle
    public void start() {
      maker = new ParcelMaker(adapter);
    }

    @ProcessElement
    public void process(@Element Slice slice, OutputReceiver<KV<byte[], byte[]>> out)
        throws IOException {
      ParcelMaker parcels = maker();
      new SliceReader(limits)
          .read(
              slice,
              new SliceReader.Sink() {
                @Override
                public void line(Place place, byte[] line) {
                  emit(parcels.line(place, line));
                }

                @Override
                public void malformed(Place place, MalformedRecord fault) {
                  emit(parcels.malformed(place, fault));
                }

                private void emit(ParcelMaker.Keyed parcel) {
                  Progress.LINES.increment();
                  out.output(KV.of(parcel.key(), parcel.parcel()));
                }
              });
    }

    @FinishBundle
    public void finish(FinishBundleContext context) {
      ParcelMaker.Keyed account = maker().account(UUID.randomUUID().toString());
      context.output(KV.of(account.key(), account.parcel()), Instant.EPOCH, GlobalWindow.INSTANCE);
    }

    private ParcelMaker maker() {
      if (maker == null) {
        throw new IllegalStateException("Cannot process before the bundle starts");
      }
      return maker;
    }
  }
}
