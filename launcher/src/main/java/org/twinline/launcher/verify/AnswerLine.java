package org.twinline.launcher.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twinline.core.json.DeadLetterCode;
import org.twinline.core.json.Json;
import org.twinline.core.json.JsonValue;
import org.twinline.core.json.Limits;
import org.twinline.core.json.MalformedRecord;
import org.twinline.core.json.Names;
import org.twinline.core.json.Options;
import org.twinline.core.json.QuestionCodec;
import org.twinline.core.json.QuestionFields;
import org.twinline.core.json.Read;
import org.twinline.core.json.ReferenceCodec;
import org.twinline.core.triple.Annotations;
import org.twinline.core.triple.Candidate;
import org.twinline.core.triple.Extra;
import org.twinline.core.triple.Option;
import org.twinline.core.triple.Place;
import org.twinline.core.triple.Preference;
import org.twinline.core.triple.Prompt;
import org.twinline.core.triple.Question;
import org.twinline.core.triple.Reference;
import org.twinline.core.triple.Response;
import org.twinline.core.triple.Role;
import org.twinline.core.triple.Traits;
import org.twinline.core.triple.Turn;
import org.twinline.reward.agreement.Label;

/**
 * A line of the input: the question fields of the canonical form, of which only {@code references}
 * must be there, with {@code id} and {@code answer}.
 *
 * @param label what the line itself says of the answer
 */
record AnswerLine(Question question, Candidate candidate, Optional<Label> label) {
  static final String LABEL = "label";

  String id() {
    return question.id();
  }

  /**
   * Reads a line.
   *
   * @param labelled whether {@code label} is read; else it is an unknown field
   */
  static AnswerLine read(byte[] line, Place place, Limits limits, boolean labelled)
      throws MalformedRecord {
    JsonValue.Obj object = Json.readStrict(line, limits);
    String id = id(object);
    String answer = Read.textOrJson(Read.required(object, Names.ANSWER));
    Reference reference =
        withoutBlanks(ReferenceCodec.INSTANCE.read(Read.required(object, Names.REFERENCES)));
    if (reference.isEmpty()) {
      throw new MalformedRecord(
          DeadLetterCode.MISSING_FIELD,
          "references holds no item",
          Read.required(object, Names.REFERENCES).start());
    }
    Question question =
        new Question(
            id,
            prompt(object),
            reference,
            new Traits(
                QuestionFields.task(object),
                QuestionFields.answerKind(object),
                QuestionFields.language(object)),
            Annotations.NONE);
    Candidate candidate =
        new Candidate("", new Response("", answer), Preference.NONE, place, Extra.NONE);
    return new AnswerLine(question, candidate, labelled ? label(object) : Optional.empty());
  }

  /** The id alone, which must be there and not blank. */
  static String id(JsonValue.Obj object) throws MalformedRecord {
    JsonValue value = Read.required(object, Names.ID);
    String id = Read.scalar(Names.ID, value);
    if (id.isBlank()) {
      throw new MalformedRecord(DeadLetterCode.MISSING_FIELD, "id is blank", value.start());
    }
    return id;
  }

  /** The label, empty where the line has none. */
  static Optional<Label> label(JsonValue.Obj object) throws MalformedRecord {
    Optional<JsonValue> value = object.find(LABEL);
    return value.isEmpty()
        ? Optional.empty()
        : Optional.of(Read.word(LABEL, value.get(), Label.values()));
  }

  private static Prompt prompt(JsonValue.Obj object) throws MalformedRecord {
    if (object.has(Names.QUESTION) || object.has(Names.TURNS)) {
      return QuestionCodec.readFields(object, Extra.NONE).prompt();
    }
    JsonValue options = object.members().get(Names.OPTIONS);
    List<Option> choices =
        options == null || options.isNull() ? List.of() : Options.read(Names.OPTIONS, options);
    return new Prompt(List.of(new Turn(Role.USER, "")), choices);
  }

  private static Reference withoutBlanks(Reference reference) {
    List<Reference.Alternative> alternatives = new ArrayList<>();
    for (Reference.Alternative alternative : reference.alternatives()) {
      List<String> required = alternative.required().stream().filter(i -> !i.isBlank()).toList();
      if (!required.isEmpty()) {
        alternatives.add(
            new Reference.Alternative(
                required, alternative.niceToHave().stream().filter(i -> !i.isBlank()).toList()));
      }
    }
    return new Reference(alternatives);
  }
}
