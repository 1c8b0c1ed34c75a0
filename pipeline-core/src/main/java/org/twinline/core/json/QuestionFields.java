package org.twinline.core.json;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Language;
import org.twinline.core.triple.Option;
import org.twinline.core.triple.Prompt;
import org.twinline.core.triple.Role;
import org.twinline.core.triple.Rubric;
import org.twinline.core.triple.Task;
import org.twinline.core.triple.Turn;

/** The parts of a question, each read from its own field of the canonical form. */
public final class QuestionFields {
  // values() copies; these are read once a record.
  private static final Task[] TASKS = Task.values();
  private static final AnswerKind[] KINDS = AnswerKind.values();
  private static final Language[] LANGUAGES = Language.values();
  private static final Role[] ROLES = Role.values();

  private QuestionFields() {}

  static Prompt prompt(JsonValue.Obj object) throws MalformedRecord {
    JsonValue options = object.members().get(Names.OPTIONS);
    List<Option> choices =
        options == null || options.isNull() ? List.of() : Options.read(Names.OPTIONS, options);
    JsonValue question = object.members().get(Names.QUESTION);
    if (question != null && !question.isNull()) {
      if (object.has(Names.TURNS)) {
        throw new MalformedRecord(
            DeadLetterCode.WRONG_TYPE, "question and turns exclude each other", question.start());
      }
      Turn turn = new Turn(Role.USER, Read.text(Names.QUESTION, question));
      return new Prompt(List.of(turn), choices);
    }
    JsonValue turns = object.members().get(Names.TURNS);
    if (turns == null || turns.isNull()) {
      throw new MalformedRecord(
          DeadLetterCode.MISSING_FIELD, "question is missing, and so is turns", object.start());
    }
    List<Turn> read = Read.list(Names.TURNS, turns, QuestionFields::turn);
    if (read.isEmpty()) {
      throw new MalformedRecord(
          DeadLetterCode.BLANK_QUESTION, "turns must not be empty", turns.start());
    }
    return new Prompt(read, choices);
  }

  private static Turn turn(String field, JsonValue value) throws MalformedRecord {
    JsonValue.Obj object = Read.object(field, value);
    Role role = Read.word(Names.ROLE, Read.required(object, Names.ROLE), ROLES);
    return new Turn(role, Read.text(Names.CONTENT, Read.required(object, Names.CONTENT)));
  }

  /** The stated task. */
  public static Task task(JsonValue.Obj object) throws MalformedRecord {
    JsonValue value = object.members().get(Names.TASK);
    return value == null || value.isNull() ? Task.UNSTATED : Read.word(Names.TASK, value, TASKS);
  }

  /** The stated kind of answer. */
  public static AnswerKind answerKind(JsonValue.Obj object) throws MalformedRecord {
    JsonValue value = object.members().get(Names.ANSWER_KIND);
    return value == null || value.isNull()
        ? AnswerKind.UNSTATED
        : Read.word(Names.ANSWER_KIND, value, KINDS);
  }

  /** The stated language. */
  public static Language language(JsonValue.Obj object) throws MalformedRecord {
    JsonValue value = object.members().get(Names.LANGUAGE);
    return value == null || value.isNull()
        ? Language.UNSTATED
        : Read.word(Names.LANGUAGE, value, LANGUAGES);
  }

  /** Axis to values; a single text stands for a list of one. */
  public static Map<String, List<String>> labels(JsonValue.Obj object) throws MalformedRecord {
    JsonValue value = object.members().get(Names.LABELS);
    if (value == null || value.isNull()) {
      return Map.of();
    }
    Map<String, List<String>> labels = new TreeMap<>();
    for (Map.Entry<String, JsonValue> axis :
        Read.object(Names.LABELS, value).members().entrySet()) {
      labels.put(
          axis.getKey(),
          axis.getValue() instanceof JsonValue.Text text
              ? List.of(text.text())
              : Read.list(Names.LABELS, axis.getValue(), Read::text));
    }
    return labels;
  }

  /** Criteria with their points. */
  public static List<Rubric> rubrics(JsonValue.Obj object) throws MalformedRecord {
    return Read.list(object, Names.RUBRICS, QuestionFields::rubric);
  }

  private static Rubric rubric(String field, JsonValue value) throws MalformedRecord {
    JsonValue.Obj object = Read.object(field, value);
    return new Rubric(
        Read.text(Names.CRITERION, Read.required(object, Names.CRITERION)),
        Read.number(Names.POINTS, Read.required(object, Names.POINTS)),
        Read.list(object, Names.TAGS, Read::text));
  }
}
