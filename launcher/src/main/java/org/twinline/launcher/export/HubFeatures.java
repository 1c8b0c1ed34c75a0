package org.twinline.launcher.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.twinline.core.export.Column;
import org.twinline.core.export.ColumnType;

/** Columns as the features of a Hugging Face dataset card. */
final class HubFeatures {
  private HubFeatures() {}

  static ArrayNode of(List<Column> columns) {
    ArrayNode features = JsonNodeFactory.instance.arrayNode();
    for (Column column : columns) {
      ObjectNode feature = features.addObject().put("name", column.name());
      ColumnType type = column.type();
      if (type instanceof ColumnType.Repeated repeated) {
        feature.set("list", element(repeated.element()));
      } else if (type instanceof ColumnType.Struct struct) {
        feature.set("struct", of(struct.members()));
      } else {
        feature.put("dtype", word((ColumnType.Scalar) type));
      }
    }
    return features;
  }

  private static JsonNode element(ColumnType type) {
    if (type instanceof ColumnType.Struct struct) {
      return of(struct.members());
    }
    if (type instanceof ColumnType.Scalar scalar) {
      return TextNode.valueOf(word(scalar));
    }
    throw new IllegalArgumentException("Cannot describe a list of lists");
  }

  private static String word(ColumnType.Scalar type) {
    return switch (type) {
      case TEXT -> "string";
      case WHOLE -> "int64";
      case REAL -> "float64";
      case JSON -> "json";
    };
  }
}
