package org.twinline.core.ledger;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.twinline.core.dataset.Digest128;
import org.twinline.core.dataset.ShardResult;
import org.twinline.core.json.JsonCodec;
import org.twinline.core.json.JsonValue;
import org.twinline.core.json.MalformedRecord;
import org.twinline.core.json.Read;
import org.twinline.core.verdict.RejectionReason;

/** The JSON of a {@link Tally}; it travels between steps and lies in the staging folder. */
public final class TallyCodec implements JsonCodec<Tally> {
  public static final TallyCodec INSTANCE = new TallyCodec();

  private static final String ROWS = "rows";
  private static final String HISTOGRAMS = "histograms";
  private static final String FIGURES = "figures";
  private static final String SHARDS = "shards";
  private static final String EXAMPLES = "examples";
  private static final String READ = "read";
  private static final String KEPT = "kept";
  private static final String DROPPED = "dropped";
  private static final String DEAD_LETTERED = "dead_lettered";
  private static final String DATASET = "dataset";
  private static final String FILE = "file";
  private static final String RECORDS = "records";
  private static final String BYTES = "bytes";
  private static final String SHA256 = "sha256";
  private static final String DIGEST = "digest";
  private static final String LINE = "line";
  private static final String RANK = "rank";
  private static final String JSON = "json";

  private TallyCodec() {}

  @Override
  public void write(Tally tally, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeObjectFieldStart(ROWS);
    for (Map.Entry<Integer, LedgerRow> row : tally.rows().entrySet()) {
      out.writeObjectFieldStart(Integer.toString(row.getKey()));
      writeRow(row.getValue(), out);
      out.writeEndObject();
    }
    out.writeEndObject();
    out.writeObjectFieldStart(HISTOGRAMS);
    for (Map.Entry<String, Histogram> histogram : tally.histograms().entrySet()) {
      out.writeFieldName(histogram.getKey());
      writeHistogram(histogram.getValue(), out);
    }
    out.writeEndObject();
    out.writeObjectFieldStart(FIGURES);
    for (Map.Entry<String, Long> figure : tally.figures().entrySet()) {
      out.writeNumberField(figure.getKey(), figure.getValue());
    }
    out.writeEndObject();
    out.writeArrayFieldStart(SHARDS);
    for (ShardResult shard : tally.shards()) {
      writeShard(shard, out);
    }
    out.writeEndArray();
    out.writeArrayFieldStart(EXAMPLES);
    for (Example example : tally.examples()) {
      out.writeStartObject();
      out.writeStringField(LINE, example.line());
      out.writeNumberField(RANK, example.rank());
      out.writeStringField(JSON, example.json());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  /** Writes the fields of a row: {@code read, kept, dropped, dead_lettered}. */
  public static void writeRow(LedgerRow row, JsonGenerator out) throws IOException {
    out.writeNumberField(READ, row.read());
    out.writeNumberField(KEPT, row.kept());
    out.writeObjectFieldStart(DROPPED);
    for (Map.Entry<RejectionReason, Long> dropped : row.dropped().entrySet()) {
      out.writeNumberField(dropped.getKey().code(), dropped.getValue());
    }
    out.writeEndObject();
    out.writeNumberField(DEAD_LETTERED, row.deadLettered());
  }

  /** Writes {@code {"kept":[…],"dropped":[…]}}. */
  public static void writeHistogram(Histogram histogram, JsonGenerator out) throws IOException {
    out.writeStartObject();
    writeBins(KEPT, histogram.kept(), out);
    writeBins(DROPPED, histogram.dropped(), out);
    out.writeEndObject();
  }

  @Override
  public Tally read(JsonValue value) throws MalformedRecord {
    JsonValue.Obj root = Read.object("account", value);
    TreeMap<Integer, LedgerRow> rows = new TreeMap<>();
    for (Map.Entry<String, JsonValue> row : members(root, ROWS)) {
      rows.put(Integer.valueOf(row.getKey()), readRow(row.getValue()));
    }
    TreeMap<String, Histogram> histograms = new TreeMap<>();
    for (Map.Entry<String, JsonValue> histogram : members(root, HISTOGRAMS)) {
      JsonValue.Obj bins = Read.object(HISTOGRAMS, histogram.getValue());
      histograms.put(
          histogram.getKey(),
          new Histogram(
              Read.list(bins, KEPT, TallyCodec::whole),
              Read.list(bins, DROPPED, TallyCodec::whole)));
    }
    TreeMap<String, Long> figures = new TreeMap<>();
    for (Map.Entry<String, JsonValue> figure : members(root, FIGURES)) {
      figures.put(figure.getKey(), whole(figure.getKey(), figure.getValue()));
    }
    return new Tally(
        rows,
        histograms,
        figures,
        Read.list(root, SHARDS, (field, shard) -> readShard(shard)),
        Read.list(root, EXAMPLES, (field, example) -> readExample(example)));
  }

  private static LedgerRow readRow(JsonValue value) throws MalformedRecord {
    JsonValue.Obj row = Read.object(ROWS, value);
    EnumMap<RejectionReason, Long> dropped = new EnumMap<>(RejectionReason.class);
    for (Map.Entry<String, JsonValue> reason : members(row, DROPPED)) {
      dropped.put(
          RejectionReason.valueOf(reason.getKey().toUpperCase(Locale.ROOT)),
          whole(DROPPED, reason.getValue()));
    }
    return new LedgerRow(whole(row, READ), whole(row, KEPT), dropped, whole(row, DEAD_LETTERED));
  }

  private static void writeBins(String name, List<Long> bins, JsonGenerator out)
      throws IOException {
    out.writeArrayFieldStart(name);
    for (long bin : bins) {
      out.writeNumber(bin);
    }
    out.writeEndArray();
  }

  private static void writeShard(ShardResult shard, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField(DATASET, shard.dataset());
    out.writeStringField(FILE, shard.file());
    out.writeNumberField(RECORDS, shard.content().records());
    out.writeNumberField(BYTES, shard.content().bytes());
    out.writeStringField(SHA256, shard.content().sha256());
    out.writeStringField(DIGEST, shard.content().digest().hex());
    out.writeEndObject();
  }

  private static ShardResult readShard(JsonValue value) throws MalformedRecord {
    JsonValue.Obj shard = Read.object(SHARDS, value);
    return new ShardResult(
        text(shard, DATASET),
        text(shard, FILE),
        new ShardResult.Content(
            whole(shard, RECORDS),
            whole(shard, BYTES),
            text(shard, SHA256),
            Digest128.parse(text(shard, DIGEST))));
  }

  private static Example readExample(JsonValue value) throws MalformedRecord {
    JsonValue.Obj example = Read.object(EXAMPLES, value);
    return new Example(text(example, LINE), whole(example, RANK), text(example, JSON));
  }

  private static Iterable<Map.Entry<String, JsonValue>> members(JsonValue.Obj parent, String field)
      throws MalformedRecord {
    return Read.object(field, Read.required(parent, field)).members().entrySet();
  }

  private static String text(JsonValue.Obj parent, String field) throws MalformedRecord {
    return Read.text(field, Read.required(parent, field));
  }

  private static long whole(JsonValue.Obj parent, String field) throws MalformedRecord {
    return whole(field, Read.required(parent, field));
  }

  private static long whole(String field, JsonValue value) throws MalformedRecord {
    return Long.parseLong(Read.scalar(field, value));
  }
}
