package org.twinline.core.export;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** What a Parquet file holds: its schema, and its rows as JSON-like text. */
record ParquetRows(String schema, List<String> rows) {
  static ParquetRows read(Path file) throws IOException {
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration())
            .withCodecFactory(new Unzstd())
            .build();
    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
      MessageType schema = reader.getFooter().getFileMetaData().getSchema();
      List<String> rows = new ArrayList<>();
      PageReadStore pages;
      while ((pages = reader.readNextRowGroup()) != null) {
        RecordReader<Group> records =
            new ColumnIOFactory()
                .getColumnIO(schema)
                .getRecordReader(pages, new GroupRecordConverter(schema));
        for (long i = 0; i < pages.getRowCount(); i++) {
          rows.add(group(schema, records.read()));
        }
      }
      return new ParquetRows(schema.toString(), rows);
    }
  }

  private static String group(GroupType type, Group group) {
    List<String> members = new ArrayList<>();
    for (int i = 0; i < type.getFieldCount(); i++) {
      if (group.getFieldRepetitionCount(i) > 0) {
        members.add(type.getFieldName(i) + ": " + value(type.getType(i), group, i));
      }
    }
    return "{" + String.join(", ", members) + "}";
  }

  private static String value(Type type, Group group, int field) {
    if (type.isPrimitive()) {
      return group.getValueToString(field, 0);
    }
    Group inner = group.getGroup(field, 0);
    if (!LogicalTypeAnnotation.listType().equals(type.getLogicalTypeAnnotation())) {
      return group(type.asGroupType(), inner);
    }
    GroupType list = type.asGroupType().getType(0).asGroupType();
    List<String> elements = new ArrayList<>();
    for (int i = 0; i < inner.getFieldRepetitionCount(0); i++) {
      elements.add(value(list.getType(0), inner.getGroup(0, i), 0));
    }
    return elements.toString();
  }

  private static final class Unzstd implements CompressionCodecFactory {
    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
      throw new UnsupportedOperationException();
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
      return new BytesInputDecompressor() {
        @Override
        public BytesInput decompress(BytesInput bytes, int size) throws IOException {
          return BytesInput.from(Zstd.decompress(bytes.toByteArray(), size));
        }

        @Override
        public void decompress(ByteBuffer in, int inSize, ByteBuffer out, int outSize) {
          throw new UnsupportedOperationException();
        }

        @Override
        public void release() {}
      };
    }

    @Override
    public void release() {}
  }
}
