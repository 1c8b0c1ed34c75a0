package org.twinline.core.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;

/** Feeds the values of a row to Parquet, column by column. */
final class ParquetRow {
  private ParquetRow() {}

  /**
   * Writes a row.
   *
   * @throws IllegalArgumentException if it lacks a column that is not nullable
   */
  static void write(List<Column> columns, JsonNode row, RecordConsumer consumer) {
    consumer.startMessage();
    members(columns, row, consumer);
    consumer.endMessage();
  }

  private static void members(List<Column> columns, JsonNode values, RecordConsumer consumer) {
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      JsonNode value = values.path(column.name());
      if (!value.isMissingNode()) {
        consumer.startField(column.name(), i);
        value(column.type(), value, consumer);
        consumer.endField(column.name(), i);
      } else if (!column.nullable()) {
        throw new IllegalArgumentException("Cannot write a row without " + column.name());
      }
    }
  }

  private static void value(ColumnType type, JsonNode value, RecordConsumer consumer) {
    if (type instanceof ColumnType.Repeated repeated) {
      list(repeated.element(), value, consumer);
    } else if (type instanceof ColumnType.Struct struct) {
      consumer.startGroup();
      members(struct.members(), value, consumer);
      consumer.endGroup();
    } else if (type == ColumnType.WHOLE) {
      consumer.addLong(value.longValue());
    } else if (type == ColumnType.REAL) {
      consumer.addDouble(value.doubleValue());
    } else {
      consumer.addBinary(Binary.fromString(value.textValue()));
    }
  }

  private static void list(ColumnType element, JsonNode values, RecordConsumer consumer) {
    consumer.startGroup();
    if (!values.isEmpty()) {
      consumer.startField(ParquetSchema.LIST, 0);
      for (JsonNode value : values) {
        consumer.startGroup();
        consumer.startField(ParquetSchema.ELEMENT, 0);
        value(element, value, consumer);
        consumer.endField(ParquetSchema.ELEMENT, 0);
        consumer.endGroup();
      }
      consumer.endField(ParquetSchema.LIST, 0);
    }
    consumer.endGroup();
  }
}
