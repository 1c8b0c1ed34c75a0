package org.twinline.core.json.adapter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.twinline.core.json.DeadLetterCode;
import org.twinline.core.json.Extras;
import org.twinline.core.json.JsonValue;
import org.twinline.core.json.MalformedRecord;
import org.twinline.core.json.Names;
import org.twinline.core.json.Options;
import org.twinline.core.json.QuestionFields;
import org.twinline.core.json.Read;
import org.twinline.core.json.ReferenceCodec;
import org.twinline.core.triple.Annotations;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Candidate;
import org.twinline.core.triple.CandidateGroup;
import org.twinline.core.triple.Extra;
import org.twinline.core.triple.Language;
import org.twinline.core.triple.Option;
import org.twinline.core.triple.Place;
import org.twinline.core.triple.Preference;
import org.twinline.core.triple.Prompt;
import org.twinline.core.triple.Question;
import org.twinline.core.triple.Reference;
import org.twinline.core.triple.Response;
import org.twinline.core.triple.Role;
import org.twinline.core.triple.Task;
import org.twinline.core.triple.Traits;
import org.twinline.core.triple.Turn;

/** Puts a group fragment together from what a form found in a line. */
final class Fragments {
  private Fragments() {}

  /** An answer of a line that gives it no id. */
  record Answer(Response response, Preference preference) {
    static Answer of(String text) {
      return new Answer(Responses.split(text), Preference.NONE);
    }
  }

  /** Reads one field, which either fits the canonical form or is an unknown field. */
  private interface Attempt<T> {
    T read(JsonValue.Obj line) throws MalformedRecord;
  }

  /**
   * A fragment of a foreign form. The canonical fields of a question ({@code id}, {@code
   * references}, {@code task} …) are understood beside the form's own where they fit; else they are
   * unknown fields, as published sets use these names for other things.
   *
   * @param own names of the form's own fields
   */
  static CandidateGroup foreign(
      JsonValue.Obj line, Place place, List<Turn> turns, List<Answer> answers, Set<String> own)
      throws MalformedRecord {
    Set<String> known = new HashSet<>(own);
    Prompt prompt =
        new Prompt(
            asked(turns, line), tryRead(line, Names.OPTIONS, known, List.of(), Fragments::options));
    Reference reference =
        tryRead(line, Names.REFERENCES, known, Reference.NONE, Fragments::reference);
    Traits traits =
        new Traits(
            tryRead(line, Names.TASK, known, Task.UNSTATED, QuestionFields::task),
            tryRead(
                line, Names.ANSWER_KIND, known, AnswerKind.UNSTATED, QuestionFields::answerKind),
            tryRead(line, Names.LANGUAGE, known, Language.UNSTATED, QuestionFields::language));
    String id =
        tryRead(line, Names.ID, known, "", l -> Read.scalar(Names.ID, Read.required(l, Names.ID)));
    Annotations annotations =
        new Annotations(
            tryRead(line, Names.LABELS, known, Map.of(), QuestionFields::labels),
            tryRead(line, Names.RUBRICS, known, List.of(), QuestionFields::rubrics),
            Extra.NONE);
    Extra extra = Leftovers.keep(Extras.unknown(line, known), line, known);
    return group(new Question(id, prompt, reference, traits, annotations), answers, place, extra);
  }

  private static <T> T tryRead(
      JsonValue.Obj line, String field, Set<String> known, T absent, Attempt<T> attempt) {
    if (known.contains(field) || !line.has(field)) {
      return absent;
    }
    try {
      T value = attempt.read(line);
      known.add(field);
      return value;
    } catch (MalformedRecord e) {
      // Not in the canonical shape: it stays among the unknown fields.
      return absent;
    }
  }

  private static List<Option> options(JsonValue.Obj line) throws MalformedRecord {
    return Options.read(Names.OPTIONS, Read.required(line, Names.OPTIONS));
  }

  private static Reference reference(JsonValue.Obj line) throws MalformedRecord {
    return withoutBlanks(ReferenceCodec.INSTANCE.read(Read.required(line, Names.REFERENCES)));
  }

  /** Unknown fields go to the one candidate, else to the question. */
  static CandidateGroup group(Question question, List<Answer> answers, Place place, Extra extra) {
    boolean single = answers.size() == 1;
    List<Candidate> candidates = new ArrayList<>();
    for (Answer answer : answers) {
      candidates.add(
          new Candidate(
              "", answer.response(), answer.preference(), place, single ? extra : Extra.NONE));
    }
    return fragment(single ? question : withExtra(question, extra), candidates, place);
  }

  static CandidateGroup fragment(Question question, List<Candidate> candidates, Place place) {
    return new CandidateGroup(
        question, candidates, candidates.isEmpty() ? List.of(place) : List.of());
  }

  static Question withExtra(Question question, Extra extra) {
    Annotations old = question.annotations();
    return new Question(
        question.id(),
        question.prompt(),
        question.reference(),
        question.traits(),
        new Annotations(old.labels(), old.rubrics(), extra));
  }

  /**
   * The same turns.
   *
   * @throws MalformedRecord if there is none, or the last of the user is blank
   */
  static List<Turn> asked(List<Turn> turns, JsonValue.Obj line) throws MalformedRecord {
    if (turns.isEmpty() || new Prompt(turns, List.of()).lastUserContent().isBlank()) {
      throw new MalformedRecord(
          DeadLetterCode.BLANK_QUESTION, "the question has no text", line.start());
    }
    return turns;
  }

  /** References without blank items, and without alternatives that required nothing else. */
  static Reference withoutBlanks(Reference reference) {
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

  static Turn user(String content) {
    return new Turn(Role.USER, content);
  }
}
