package org.twinline.launcher.export;

import static org.twinline.core.export.ColumnType.REAL;
import static org.twinline.core.export.ColumnType.Scalar.JSON;
import static org.twinline.core.export.ColumnType.TEXT;
import static org.twinline.core.export.ColumnType.WHOLE;

import java.util.ArrayList;
import java.util.List;
import org.twinline.core.dataset.DatasetNames;
import org.twinline.core.export.Column;
import org.twinline.core.export.ColumnType;
import org.twinline.core.export.ColumnType.Repeated;
import org.twinline.core.export.ColumnType.Struct;

/** The columns of a run's datasets, as docs/formats.md describes their lines. */
final class DatasetColumns {
  private static final ColumnType TURN =
      Struct.of(Column.of("role", TEXT), Column.of("content", TEXT));

  private static final ColumnType RUBRIC =
      Struct.of(
          Column.of("criterion", TEXT),
          Column.of("points", REAL),
          Column.nullable("tags", new Repeated(TEXT)));

  private static final ColumnType SCORE =
      Struct.of(Column.of("name", TEXT), Column.of("value", REAL), Column.of("explanation", JSON));

  private static final List<Column> QUESTION =
      List.of(
          Column.of("id", TEXT),
          Column.nullable("question", TEXT),
          Column.nullable("turns", new Repeated(TURN)),
          Column.nullable("options", JSON),
          Column.nullable("references", JSON),
          Column.nullable("task", TEXT),
          Column.nullable("answer_kind", TEXT),
          Column.nullable("language", TEXT),
          Column.nullable("labels", JSON),
          Column.nullable("rubrics", new Repeated(RUBRIC)),
          Column.nullable("extra", JSON));

  private static final List<Column> JUDGED =
      List.of(
          Column.of("candidate_id", TEXT),
          Column.nullable("cot", TEXT),
          Column.of("answer", TEXT),
          Column.nullable("preference", REAL),
          Column.nullable("candidate_extra", JSON),
          Column.of("scores", new Repeated(SCORE)),
          Column.of("place", TEXT));

  private DatasetColumns() {}

  /** The columns of a dataset; none of a name that is not a dataset's. */
  static List<Column> of(String dataset) {
    return switch (dataset) {
      case DatasetNames.TRIPLES ->
          joined(
              QUESTION,
              JUDGED,
              List.of(
                  Column.of("reward", REAL),
                  Column.of("pass_rate", REAL),
                  Column.nullable("stage", TEXT)));
      case DatasetNames.BEST_ANSWERS ->
          joined(QUESTION, JUDGED, List.of(Column.of("reward", REAL)));
      case DatasetNames.PROMPTS -> joined(QUESTION, List.of(Column.of("place", TEXT)));
      case DatasetNames.PREFERENCES ->
          joined(
              QUESTION,
              List.of(
                  Column.of("chosen", new Struct(JUDGED)),
                  Column.of("rejected", new Struct(JUDGED)),
                  Column.of("margin", REAL)));
      case DatasetNames.REJECTED ->
          joined(
              List.of(Column.of("reason", TEXT)),
              QUESTION,
              JUDGED.stream().map(c -> Column.nullable(c.name(), c.type())).toList(),
              List.of(Column.of("rejection", JSON)));
      case DatasetNames.DEAD_LETTERS ->
          List.of(
              Column.of("code", TEXT),
              Column.of("place", TEXT),
              Column.of("column", WHOLE),
              Column.of("detail", TEXT));
      default -> List.of();
    };
  }

  @SafeVarargs
  private static List<Column> joined(List<Column>... parts) {
    List<Column> columns = new ArrayList<>();
    for (List<Column> part : parts) {
      columns.addAll(part);
    }
    return columns;
  }
}
