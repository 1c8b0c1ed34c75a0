package org.twinline.core.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * Parquet, zstd-compressed, in row groups of 16 MiB, which bounds what a writer holds.
 *
 * <p>Hadoop is in parquet-java's signatures, so it is needed to compile; nothing here loads it, and
 * it is not among the libraries at run time.
 */
final class ParquetFile implements RowFile {
  private static final long ROW_GROUP_BYTES = 16L << 20;

  private final ParquetWriter<ObjectNode> writer;

  private ParquetFile(ParquetWriter<ObjectNode> writer) {
    this.writer = writer;
  }

  static ParquetFile create(Path path, List<Column> columns) throws IOException {
    return new ParquetFile(
        new Builder(new LocalOutputFile(path), columns)
            .withConf(new PlainParquetConfiguration())
            .withCodecFactory(new ZstdPages())
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withRowGroupSize(ROW_GROUP_BYTES)
            .build());
  }

  @Override
  public void write(ObjectNode row) throws IOException {
    writer.write(row);
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  private static final class Builder extends ParquetWriter.Builder<ObjectNode, Builder> {
    private final List<Column> columns;

    Builder(OutputFile file, List<Column> columns) {
      super(file);
      this.columns = columns;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    protected WriteSupport<ObjectNode> getWriteSupport(Configuration configuration) {
      throw new UnsupportedOperationException("Cannot write Parquet with Hadoop's configuration");
    }

    @Override
    protected WriteSupport<ObjectNode> getWriteSupport(ParquetConfiguration configuration) {
      return new RowSupport(columns);
    }
  }

  private static final class RowSupport extends WriteSupport<ObjectNode> {
    private final List<Column> columns;
    private final MessageType schema;
    private @Nullable RecordConsumer consumer;

    RowSupport(List<Column> columns) {
      this.columns = columns;
      this.schema = ParquetSchema.of(columns);
    }

    @Override
    public WriteContext init(Configuration configuration) {
      throw new UnsupportedOperationException("Cannot write Parquet with Hadoop's configuration");
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
      return new WriteContext(schema, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer prepared) {
      consumer = prepared;
    }

    @Override
    public void write(ObjectNode values) {
      if (consumer == null) {
        throw new IllegalStateException("Cannot write a row before the file is prepared");
      }
      ParquetRow.write(columns, values, consumer);
    }
  }
}
