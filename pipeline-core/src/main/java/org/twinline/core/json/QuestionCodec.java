package org.twinline.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.twinline.core.triple.Annotations;
import org.twinline.core.triple.Extra;
import org.twinline.core.triple.Prompt;
import org.twinline.core.triple.Question;
import org.twinline.core.triple.Reference;
import org.twinline.core.triple.Role;
import org.twinline.core.triple.Rubric;
import org.twinline.core.triple.Traits;
import org.twinline.core.triple.Turn;

/**
 * Questions: {@code id}, {@code question} or {@code turns}, {@code options}, {@code references},
 * {@code task}, {@code answer_kind}, {@code language}, {@code labels}, {@code rubrics}, {@code
 * extra}, in this order; what is absent or unstated is left out.
 */
public final class QuestionCodec implements JsonCodec<Question> {
  public static final QuestionCodec INSTANCE = new QuestionCodec();

  private QuestionCodec() {}

  @Override
  public void write(Question question, JsonGenerator out) throws IOException {
    out.writeStartObject();
    writeFields(question, out);
    out.writeEndObject();
  }

  /** Writes the fields of a question into an object that is already open. */
  public static void writeFields(Question question, JsonGenerator out) throws IOException {
    if (!question.id().isEmpty()) {
      out.writeStringField(Names.ID, question.id());
    }
    writePrompt(question.prompt(), out);
    if (!question.reference().isEmpty()) {
      out.writeFieldName(Names.REFERENCES);
      ReferenceCodec.INSTANCE.write(question.reference(), out);
    }
    writeWord(Names.TASK, question.traits().task(), out);
    writeWord(Names.ANSWER_KIND, question.traits().answerKind(), out);
    writeWord(Names.LANGUAGE, question.traits().language(), out);
    writeLabels(question.annotations().labels(), out);
    writeRubrics(question.annotations().rubrics(), out);
    Extras.writeField(question.annotations().extra(), out);
  }

  private static void writePrompt(Prompt prompt, JsonGenerator out) throws IOException {
    List<Turn> turns = prompt.turns();
    if (turns.size() == 1 && turns.get(0).role() == Role.USER) {
      out.writeStringField(Names.QUESTION, turns.get(0).content());
    } else {
      out.writeArrayFieldStart(Names.TURNS);
      for (Turn turn : turns) {
        out.writeStartObject();
        out.writeStringField(Names.ROLE, Read.word(turn.role()));
        out.writeStringField(Names.CONTENT, turn.content());
        out.writeEndObject();
      }
      out.writeEndArray();
    }
    Options.writeField(prompt.options(), out);
  }

  private static void writeWord(String name, Enum<?> value, JsonGenerator out) throws IOException {
    String word = Read.word(value);
    if (!word.equals(Read.UNSTATED)) {
      out.writeStringField(name, word);
    }
  }

  private static void writeLabels(Map<String, List<String>> labels, JsonGenerator out)
      throws IOException {
    if (labels.isEmpty()) {
      return;
    }
    out.writeObjectFieldStart(Names.LABELS);
    for (Map.Entry<String, List<String>> axis : labels.entrySet()) {
      out.writeFieldName(axis.getKey());
      writeStrings(axis.getValue(), out);
    }
    out.writeEndObject();
  }

  private static void writeRubrics(List<Rubric> rubrics, JsonGenerator out) throws IOException {
    if (rubrics.isEmpty()) {
      return;
    }
    out.writeArrayFieldStart(Names.RUBRICS);
    for (Rubric rubric : rubrics) {
      out.writeStartObject();
      out.writeStringField(Names.CRITERION, rubric.criterion());
      out.writeNumberField(Names.POINTS, rubric.points());
      if (!rubric.tags().isEmpty()) {
        out.writeFieldName(Names.TAGS);
        writeStrings(rubric.tags(), out);
      }
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  static void writeStrings(List<String> texts, JsonGenerator out) throws IOException {
    out.writeStartArray();
    for (String text : texts) {
      out.writeString(text);
    }
    out.writeEndArray();
  }

  @Override
  public Question read(JsonValue value) throws MalformedRecord {
    JsonValue.Obj object = Read.object("record", value);
    return readFields(object, Extras.read(object));
  }

  /** Reads the known fields of a question; the caller says what its unknown fields are. */
  public static Question readFields(JsonValue.Obj object, Extra extra) throws MalformedRecord {
    JsonValue id = object.members().get(Names.ID);
    JsonValue references = object.members().get(Names.REFERENCES);
    return new Question(
        id == null || id.isNull() ? "" : Read.scalar(Names.ID, id),
        QuestionFields.prompt(object),
        references == null || references.isNull()
            ? Reference.NONE
            : ReferenceCodec.INSTANCE.read(references),
        readTraits(object),
        new Annotations(QuestionFields.labels(object), QuestionFields.rubrics(object), extra));
  }

  private static Traits readTraits(JsonValue.Obj object) throws MalformedRecord {
    return new Traits(
        QuestionFields.task(object),
        QuestionFields.answerKind(object),
        QuestionFields.language(object));
  }
}
