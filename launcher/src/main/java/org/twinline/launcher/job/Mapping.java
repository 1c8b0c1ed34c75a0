package org.twinline.launcher.job;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.twinline.core.Require;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Language;
import org.twinline.core.triple.Task;

/**
 * Where the fields of a triple stand in a record. Every field is a JSON Pointer ({@code /name}); of
 * several the first that is present counts.
 *
 * @param fields the pointers of each field that is mapped, none empty
 * @param history the earlier turns of the conversation
 */
public record Mapping(
    QuestionText question,
    Map<Field, List<String>> fields,
    Optional<String> history,
    List<Candidate> candidates,
    Constants constants) {

  public Mapping {
    EnumMap<Field, List<String>> copy = new EnumMap<>(Field.class);
    fields.forEach((field, pointers) -> copy.put(field, List.copyOf(pointers)));
    fields = Collections.unmodifiableMap(copy);
    candidates = List.copyOf(candidates);
    Require.argument(
        !(fields.containsKey(Field.ANSWER) && fields.containsKey(Field.RESPONSE)),
        "input.mapping has both answer and response, must have one");
  }

  /** The pointers of a field, empty where it is not mapped. */
  public List<String> pointers(Field field) {
    return fields.getOrDefault(field, List.of());
  }

  /** The mapped fields of a record beside the question. */
  public enum Field {
    ID,
    SYSTEM,
    ANSWER,
    COT,
    RESPONSE,
    TASK,
    ANSWER_KIND,
    LANGUAGE,
    REFERENCES,
    OPTIONS;

    /** The key in the job file. */
    public String key() {
      return Word.of(this, '_');
    }
  }

  /** The question's text: the first of some fields, or with {@code outline} all of them joined. */
  public record QuestionText(boolean outline, List<String> pointers) {
    public QuestionText {
      pointers = List.copyOf(pointers);
      Require.argument(!pointers.isEmpty(), "input.mapping.question names no field");
    }
  }

  /**
   * One candidate, or one per element of a list.
   *
   * @param each the list whose elements {@code fields} are relative to; empty for one candidate
   * @param preference what a person stated by putting the answer here, in [0,1]
   */
  public record Candidate(
      Optional<String> each, Map<CandidateField, String> fields, OptionalDouble preference) {

    public Candidate {
      EnumMap<CandidateField, String> copy = new EnumMap<>(CandidateField.class);
      copy.putAll(fields);
      fields = Collections.unmodifiableMap(copy);
      Require.argument(
          each.isPresent()
              || fields.containsKey(CandidateField.ANSWER)
              || fields.containsKey(CandidateField.RESPONSE),
          "an entry of input.mapping.candidates has none of each, answer and response");
      Require.argument(
          !(fields.containsKey(CandidateField.ANSWER)
              && fields.containsKey(CandidateField.RESPONSE)),
          "an entry of input.mapping.candidates has both answer and response, must have one");
      preference.ifPresent(value -> Require.inRange("preference", value, 0, 1));
    }
  }

  /** The mapped fields of a candidate. */
  public enum CandidateField {
    ID,
    ANSWER,
    COT,
    RESPONSE;

    /** The key in the job file. */
    public String key() {
      return Word.of(this, '_');
    }
  }

  /** Values for records whose fields do not say; {@code UNSTATED} where there is none. */
  public record Constants(Task task, AnswerKind answerKind, Language language) {
    public static final Constants NONE =
        new Constants(Task.UNSTATED, AnswerKind.UNSTATED, Language.UNSTATED);
  }
}
