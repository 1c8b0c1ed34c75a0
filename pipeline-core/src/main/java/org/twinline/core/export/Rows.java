package org.twinline.core.export;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.twinline.core.triple.Question;

/** Columns that several exporters write alike. */
final class Rows {
  static final Column ID = Column.of("id", ColumnType.TEXT);
  static final Column CANDIDATE_ID = Column.of("candidate_id", ColumnType.TEXT);
  static final Column CHOSEN_ID = Column.of("chosen_id", ColumnType.TEXT);
  static final Column REJECTED_ID = Column.of("rejected_id", ColumnType.TEXT);

  private Rows() {}

  static ObjectNode row() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** The ids of the question and its one candidate. */
  static ObjectNode withIds(ObjectNode row, DatasetRecord record) {
    return row.put(ID.name(), record.question().id())
        .put(CANDIDATE_ID.name(), record.answers().get(0).candidateId());
  }

  /** The ids of the question and the two sides of a pair. */
  static ObjectNode withPairIds(ObjectNode row, DatasetRecord record) {
    return row.put(ID.name(), record.question().id())
        .put(CHOSEN_ID.name(), record.answers().get(0).candidateId())
        .put(REJECTED_ID.name(), record.answers().get(1).candidateId());
  }

  static Conversation prompt(DatasetRecord record) {
    return Conversation.of(record.question().prompt());
  }

  static String task(Question question) {
    return word(question.traits().task());
  }

  static String answerKind(Question question) {
    return word(question.traits().answerKind());
  }

  static String language(Question question) {
    return word(question.traits().language());
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
