package org.twinline.launcher.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.twinline.core.export.Column;
import org.twinline.core.export.ColumnType;

/** A dataset in Croissant's terms: its shards, the set of them, and the fields of its records. */
final class RecordSets {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private RecordSets() {}

  /**
   * A file object a shard, and a file set of the JSON lines in them: the shards themselves, or what
   * their compression holds.
   */
  static void distribution(RunFolder.Dataset dataset, ArrayNode distribution) {
    ArrayNode containers = NODES.arrayNode();
    for (RunFolder.Shard shard : dataset.shards()) {
      String path = dataset.name() + "/" + shard.file();
      Croissant.file(path, Croissant.type(path), shard.bytes(), shard.sha256(), distribution);
      containers.addObject().put("@id", path);
    }
    boolean plain = dataset.extension().equals(".jsonl");
    ObjectNode set =
        distribution
            .addObject()
            .put("@type", "cr:FileSet")
            .put("@id", files(dataset))
            .put("name", files(dataset))
            .put("description", "The JSON lines of " + dataset.name() + ".");
    set.set("containedIn", containers);
    set.put("encodingFormat", "application/jsonlines")
        .put("includes", plain ? dataset.name() + "/part-*.jsonl" : "*.jsonl");
  }

  static ObjectNode of(RunFolder.Dataset dataset) {
    ObjectNode records =
        NODES
            .objectNode()
            .put("@type", "cr:RecordSet")
            .put("@id", dataset.name())
            .put("name", dataset.name())
            .put("description", dataset.records() + " records.");
    ArrayNode fields = records.putArray("field");
    for (Column column : DatasetColumns.of(dataset.name())) {
      ObjectNode field = fields.addObject();
      describe(field, dataset.name() + "/" + column.name(), column);
      ObjectNode source = field.putObject("source");
      source.putObject("fileSet").put("@id", files(dataset));
      source.putObject("extract").put("column", column.name());
    }
    return records;
  }

  private static String files(RunFolder.Dataset dataset) {
    return dataset.name() + "-files";
  }

  private static void describe(ObjectNode field, String id, Column column) {
    field.put("@type", "cr:Field").put("@id", id).put("name", id);
    ColumnType type = column.type();
    if (type instanceof ColumnType.Repeated repeated) {
      field.put("repeated", true);
      type = repeated.element();
    }
    if (type instanceof ColumnType.Struct struct) {
      field.put("dataType", "cr:RecordSet");
      members(field, id, struct.members());
    } else {
      field.put("dataType", word((ColumnType.Scalar) type));
      if (type == ColumnType.Scalar.JSON) {
        field.put("description", "A JSON value.");
      }
    }
  }

  private static void members(ObjectNode field, String id, List<Column> members) {
    ArrayNode parts = field.putArray("subField");
    for (Column member : members) {
      describe(parts.addObject(), id + "/" + member.name(), member);
    }
  }

  private static String word(ColumnType.Scalar type) {
    return switch (type) {
      case TEXT, JSON -> "sc:Text";
      case WHOLE -> "sc:Integer";
      case REAL -> "sc:Float";
    };
  }
}
