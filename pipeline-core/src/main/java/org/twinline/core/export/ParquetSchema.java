package org.twinline.core.export;

import java.util.List;
import org.apache.parquet.schema.ConversionPatterns;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/** Columns as a Parquet schema; lists have the three levels of the format's LIST. */
final class ParquetSchema {
  /** The name of the middle level of a list. */
  static final String LIST = "list";

  /** The name of a list's element. */
  static final String ELEMENT = "element";

  private ParquetSchema() {}

  static MessageType of(List<Column> columns) {
    Types.MessageTypeBuilder schema = Types.buildMessage();
    columns.forEach(column -> schema.addField(type(column)));
    return schema.named("schema");
  }

  private static Type type(Column column) {
    return type(
        column.name(),
        column.type(),
        column.nullable() ? Repetition.OPTIONAL : Repetition.REQUIRED);
  }

  private static Type type(String name, ColumnType type, Repetition repetition) {
    if (type instanceof ColumnType.Repeated repeated) {
      return ConversionPatterns.listOfElements(
          repetition, name, type(ELEMENT, repeated.element(), Repetition.REQUIRED));
    }
    if (type instanceof ColumnType.Struct struct) {
      Types.GroupBuilder<? extends Type> group = Types.buildGroup(repetition);
      struct.members().forEach(member -> group.addField(type(member)));
      return group.named(name);
    }
    return switch ((ColumnType.Scalar) type) {
      case TEXT ->
          Types.primitive(PrimitiveTypeName.BINARY, repetition)
              .as(LogicalTypeAnnotation.stringType())
              .named(name);
      case WHOLE -> Types.primitive(PrimitiveTypeName.INT64, repetition).named(name);
      case REAL -> Types.primitive(PrimitiveTypeName.DOUBLE, repetition).named(name);
      case JSON ->
          throw new IllegalArgumentException("Cannot write JSON to a Parquet column: " + name);
    };
  }
}
