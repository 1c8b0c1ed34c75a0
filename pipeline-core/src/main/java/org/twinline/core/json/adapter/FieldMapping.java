package org.twinline.core.json.adapter;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.twinline.core.Require;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Language;
import org.twinline.core.triple.Task;

/**
 * Which field of a foreign line means what.
 *
 * @param question tried in order, the first that is not blank wins; at least one
 * @param fields pointers tried in order, the first value that is not blank wins
 * @param candidates sources of candidates beside {@link MappedField#ANSWER} and {@link
 *     MappedField#RESPONSE}, in this order
 * @param constants what lines mean that do not say it themselves
 */
public record FieldMapping(
    List<QuestionSource> question,
    Map<MappedField, List<FieldPointer>> fields,
    List<CandidateSource> candidates,
    Constants constants)
    implements Serializable {

  /** Task, answer kind and language of all lines that do not say; each may be unstated. */
  public record Constants(Task task, AnswerKind answerKind, Language language)
      implements Serializable {
    public static final Constants NONE =
        new Constants(Task.UNSTATED, AnswerKind.UNSTATED, Language.UNSTATED);
  }

  public FieldMapping {
    question = List.copyOf(question);
    fields = Map.copyOf(fields);
    candidates = List.copyOf(candidates);
    Require.argument(!question.isEmpty(), "Cannot map lines without a source of the question");
    Require.argument(
        !(fields.containsKey(MappedField.ANSWER) && fields.containsKey(MappedField.RESPONSE)),
        "Cannot map both answer and response");
  }

  /** The pointers of a field, empty where it is not mapped. */
  List<FieldPointer> pointers(MappedField field) {
    return fields.getOrDefault(field, List.of());
  }
}
