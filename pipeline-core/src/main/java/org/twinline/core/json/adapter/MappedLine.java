package org.twinline.core.json.adapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twinline.core.json.DeadLetterCode;
import org.twinline.core.json.JsonValue;
import org.twinline.core.json.MalformedRecord;
import org.twinline.core.json.Options;
import org.twinline.core.json.Read;
import org.twinline.core.json.ReferenceCodec;
import org.twinline.core.triple.Annotations;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.CandidateGroup;
import org.twinline.core.triple.Language;
import org.twinline.core.triple.Option;
import org.twinline.core.triple.Place;
import org.twinline.core.triple.Prompt;
import org.twinline.core.triple.Question;
import org.twinline.core.triple.Reference;
import org.twinline.core.triple.Role;
import org.twinline.core.triple.Task;
import org.twinline.core.triple.Traits;
import org.twinline.core.triple.Turn;

/** One line under a mapping: finds the values, remembers which it used. */
final class MappedLine {
  private final FieldMapping mapping;
  private final JsonValue.Obj line;
  private final Place place;
  private final Consumed consumed = new Consumed();

  MappedLine(FieldMapping mapping, JsonValue.Obj line, Place place) {
    this.mapping = mapping;
    this.line = line;
    this.place = place;
  }

  CandidateGroup group() throws MalformedRecord {
    Optional<JsonValue> id = first(MappedField.ID);
    Question question =
        new Question(
            id.isPresent() ? Read.scalar(MappedField.ID.key(), one(id.get())) : "",
            prompt(),
            reference(),
            traits(),
            Annotations.NONE);
    MappedCandidates found = new MappedCandidates(mapping, line, place, consumed);
    found.collect(text(MappedField.COT), first(MappedField.ANSWER), first(MappedField.RESPONSE));
    return found.group(question, consumed.rest(line));
  }

  private Prompt prompt() throws MalformedRecord {
    List<Turn> turns = new ArrayList<>();
    String system = text(MappedField.SYSTEM);
    if (!system.isBlank()) {
      turns.add(new Turn(Role.SYSTEM, system));
    }
    Optional<JsonValue> history = first(MappedField.HISTORY);
    if (history.isPresent()) {
      turns.addAll(Turns.history(MappedField.HISTORY.key(), history.get()));
      consumed.add(history.get());
    }
    turns.add(Fragments.user(question()));
    Optional<JsonValue> options = first(MappedField.OPTIONS);
    List<Option> choices = List.of();
    if (options.isPresent()) {
      choices = Options.read(MappedField.OPTIONS.key(), options.get());
      consumed.add(options.get());
    }
    return new Prompt(turns, choices);
  }

  private String question() throws MalformedRecord {
    boolean there = false;
    for (QuestionSource source : mapping.question()) {
      if (source instanceof QuestionSource.Field field) {
        Optional<JsonValue> value = field.pointer().find(line);
        there |= value.isPresent();
        if (value.isPresent() && !blank(value.get())) {
          return Read.scalar(field.pointer().toString(), one(value.get()));
        }
        value.ifPresent(consumed::add);
      } else if (source instanceof QuestionSource.Outline outline) {
        String text = outline(outline);
        if (!text.isBlank()) {
          return text;
        }
      }
    }
    throw new MalformedRecord(
        there ? DeadLetterCode.BLANK_QUESTION : DeadLetterCode.MISSING_FIELD,
        "no source of the question has text",
        line.start());
  }

  private String outline(QuestionSource.Outline outline) {
    StringBuilder text = new StringBuilder();
    for (FieldPointer pointer : outline.pointers()) {
      Optional<JsonValue> value = pointer.find(line);
      if (value.isPresent()) {
        Outlines.append(pointer.name(), value.get(), 0, text);
        consumed.add(value.get());
      }
    }
    return text.toString();
  }

  private Reference reference() throws MalformedRecord {
    Optional<JsonValue> value = first(MappedField.REFERENCES);
    if (value.isEmpty()) {
      return Reference.NONE;
    }
    consumed.add(value.get());
    if (value.get() instanceof JsonValue.Arr) {
      return Fragments.withoutBlanks(ReferenceCodec.INSTANCE.read(value.get()));
    }
    return Reference.all(Read.scalar(MappedField.REFERENCES.key(), value.get()));
  }

  private Traits traits() throws MalformedRecord {
    FieldMapping.Constants constants = mapping.constants();
    return new Traits(
        word(MappedField.TASK, Task.values(), constants.task()),
        word(MappedField.ANSWER_KIND, AnswerKind.values(), constants.answerKind()),
        word(MappedField.LANGUAGE, Language.values(), constants.language()));
  }

  private <E extends Enum<E>> E word(MappedField field, E[] words, E constant)
      throws MalformedRecord {
    Optional<JsonValue> value = first(field);
    if (value.isEmpty()) {
      return constant;
    }
    consumed.add(value.get());
    return Read.word(field.key(), value.get(), words);
  }

  private String text(MappedField field) throws MalformedRecord {
    Optional<JsonValue> value = first(field);
    return value.isPresent() ? Read.scalar(field.key(), one(value.get())) : "";
  }

  /** The first value that is not blank; a blank one before it is used up, as it says nothing. */
  private Optional<JsonValue> first(MappedField field) {
    Optional<JsonValue> found = Optional.empty();
    for (FieldPointer pointer : mapping.pointers(field)) {
      Optional<JsonValue> value = pointer.find(line);
      if (value.isPresent()) {
        if (!blank(value.get())) {
          return value;
        }
        consumed.add(value.get());
        found = isAnswer(field) && found.isEmpty() ? value : found;
      }
    }
    return found;
  }

  /** A blank answer is an answer, for a guard to drop; any other blank is absent. */
  private static boolean isAnswer(MappedField field) {
    return field == MappedField.ANSWER || field == MappedField.RESPONSE;
  }

  /** A value, or the first element of an array of texts; the other elements are not used up. */
  private JsonValue one(JsonValue value) {
    JsonValue result = value;
    if (value instanceof JsonValue.Arr array && !array.elements().isEmpty()) {
      result = array.elements().get(0);
    }
    consumed.add(result);
    return result;
  }

  static boolean blank(JsonValue value) {
    if (value instanceof JsonValue.Text text) {
      return text.text().isBlank();
    }
    return value.isNull()
        || (value instanceof JsonValue.Arr array
            && array.elements().stream().allMatch(MappedLine::blank))
        || (value instanceof JsonValue.Obj object && object.members().isEmpty());
  }
}
