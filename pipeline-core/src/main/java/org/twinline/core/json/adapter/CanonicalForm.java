package org.twinline.core.json.adapter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twinline.core.json.CandidateCodec;
import org.twinline.core.json.Extras;
import org.twinline.core.json.JsonValue;
import org.twinline.core.json.MalformedRecord;
import org.twinline.core.json.Names;
import org.twinline.core.json.QuestionCodec;
import org.twinline.core.json.Read;
import org.twinline.core.triple.Candidate;
import org.twinline.core.triple.CandidateGroup;
import org.twinline.core.triple.Extra;
import org.twinline.core.triple.Place;
import org.twinline.core.triple.Question;
import org.twinline.core.triple.Response;

/**
 * The canonical form: grouped where the line has {@code candidates}, else flat, with at most one
 * candidate a line.
 *
 * <p>Flat: {@code question_id} names the question and {@code id} the candidate; without {@code
 * question_id} it is the question that {@code id} names, and lines of the same id bring candidates
 * of it.
 */
final class CanonicalForm implements Form {
  private static final Set<String> GROUPED = union(Names.OF_QUESTION, Set.of(Names.CANDIDATES));
  private static final Set<String> ANSWERING =
      Set.of(Names.QUESTION_ID, Names.COT, Names.ANSWER, Names.RESPONSE, Names.PREFERENCE);
  private static final Set<String> FLAT = union(Names.OF_QUESTION, ANSWERING);
  private static final Set<String> BARE = Names.OF_QUESTION;

  @Override
  public CandidateGroup adapt(JsonValue.Obj line, Place place) throws MalformedRecord {
    Optional<JsonValue> candidates = line.find(Names.CANDIDATES);
    return candidates.isPresent() ? grouped(line, candidates.get(), place) : flat(line, place);
  }

  private static CandidateGroup grouped(JsonValue.Obj line, JsonValue candidates, Place place)
      throws MalformedRecord {
    Extra extra = Leftovers.keep(Extras.unknown(line, GROUPED), line, GROUPED);
    Question question = question(line, extra);
    return Fragments.fragment(
        question,
        Read.list(Names.CANDIDATES, candidates, (field, value) -> candidate(value, place)),
        place);
  }

  private static Candidate candidate(JsonValue value, Place place) throws MalformedRecord {
    JsonValue.Obj object = Read.object(Names.CANDIDATES + "[]", value);
    boolean split = splits(object);
    Set<String> known =
        split ? union(Names.OF_CANDIDATE, Set.of(Names.RESPONSE)) : Names.OF_CANDIDATE;
    Candidate read = CandidateCodec.readFields(object, Extras.unknown(object, known), place);
    return split ? respond(read, object) : read;
  }

  private static CandidateGroup flat(JsonValue.Obj line, Place place) throws MalformedRecord {
    boolean split = splits(line);
    boolean answers = split || line.has(Names.ANSWER) || line.has(Names.COT);
    if (!answers) {
      return bare(line, place);
    }
    Set<String> known = FLAT;
    if (!split) {
      known = new HashSet<>(FLAT);
      known.remove(Names.RESPONSE);
    }
    Extra extra = Leftovers.keep(Extras.unknown(line, known), line, known);
    Question question = question(line, Extra.NONE);
    Candidate candidate = CandidateCodec.readFields(line, extra, place);
    candidate = split ? respond(candidate, line) : candidate;
    Optional<JsonValue> questionId = line.find(Names.QUESTION_ID);
    if (questionId.isPresent()) {
      question = question.withId(Read.scalar(Names.QUESTION_ID, questionId.get()));
    } else {
      candidate = candidate.withId("");
    }
    return Fragments.fragment(question, List.of(candidate), place);
  }

  private static CandidateGroup bare(JsonValue.Obj line, Place place) throws MalformedRecord {
    Optional<JsonValue> questionId = line.find(Names.QUESTION_ID);
    Set<String> known = BARE;
    if (questionId.isPresent()) {
      // Here id names nothing that exists, so it stays where it can be found again.
      known = new HashSet<>(BARE);
      known.remove(Names.ID);
      known.add(Names.QUESTION_ID);
    }
    Question question = question(line, Leftovers.keep(Extras.unknown(line, known), line, known));
    if (questionId.isPresent()) {
      question = question.withId(Read.scalar(Names.QUESTION_ID, questionId.get()));
    }
    return Fragments.fragment(question, List.of(), place);
  }

  private static Question question(JsonValue.Obj line, Extra extra) throws MalformedRecord {
    Question question = QuestionCodec.readFields(line, extra);
    Fragments.asked(question.prompt().turns(), line);
    return question.reference().isEmpty()
        ? question
        : new Question(
            question.id(),
            question.prompt(),
            Fragments.withoutBlanks(question.reference()),
            question.traits(),
            question.annotations());
  }

  /** Whether the answer is to be found in {@code response}. */
  private static boolean splits(JsonValue.Obj object) {
    return object.has(Names.RESPONSE) && !object.has(Names.ANSWER);
  }

  /** A chain of thought of its own wins over marks in the response. */
  private static Candidate respond(Candidate candidate, JsonValue.Obj object)
      throws MalformedRecord {
    String text = Read.text(Names.RESPONSE, Read.required(object, Names.RESPONSE));
    Response response =
        candidate.cot().isEmpty() ? Responses.split(text) : new Response(candidate.cot(), text);
    return new Candidate(
        candidate.id(), response, candidate.preference(), candidate.place(), candidate.extra());
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    List<String> all = new ArrayList<>(one);
    all.addAll(other);
    return Set.copyOf(all);
  }
}
