package org.twinline.reward.corrupt;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.twinline.core.json.Json;
import org.twinline.core.json.JsonValue;
import org.twinline.core.json.Limits;
import org.twinline.core.json.MalformedRecord;
import org.twinline.core.json.Read;
import org.twinline.core.json.adapter.Adapters;
import org.twinline.core.json.adapter.RecordAdapter;
import org.twinline.core.text.LanguageGuess;
import org.twinline.core.triple.Candidate;
import org.twinline.core.triple.CandidateGroup;
import org.twinline.core.triple.Language;
import org.twinline.core.triple.Place;

/**
 * Reads good answers from lines: any record form that is recognised, of whose candidates those
 * count that a person did not prefer less than {@value #LEAST_PREFERENCE}; or {@code question} with
 * {@code chosen}, {@code cot}, {@code id} and {@code language}. An unstated language is guessed
 * from question and answer.
 */
public final class GoodAnswers {
  private static final double LEAST_PREFERENCE = 0.5;

  private final RecordAdapter adapter = Adapters.named("auto");

  /**
   * The good answers of a line; none where all are blank, too long or preferred less.
   *
   * @throws MalformedRecord if the line is no record
   */
  public List<GoodAnswer> of(byte[] line, Place place) throws MalformedRecord {
    JsonValue.Obj object = Json.readStrict(line, Limits.DEFAULT);
    if (object.has("chosen") && !object.has("rejected")) {
      String language = text(object, "language");
      return good(
          text(object, "id"),
          Read.text("question", Read.required(object, "question")),
          text(object, "cot"),
          Read.text("chosen", Read.required(object, "chosen")),
          language.equals("zh")
              ? Language.ZH
              : language.equals("en") ? Language.EN : Language.UNSTATED);
    }
    CandidateGroup group = adapter.adapt(line, place);
    List<GoodAnswer> all = new ArrayList<>();
    for (Candidate candidate : group.candidates()) {
      OptionalDouble preference = candidate.preference().value();
      if (preference.isEmpty() || preference.getAsDouble() >= LEAST_PREFERENCE) {
        all.addAll(
            good(
                group.question().id(),
                group.question().prompt().lastUserContent(),
                candidate.response().cot(),
                candidate.response().answer(),
                group.question().traits().language()));
      }
    }
    return all;
  }

  private static String text(JsonValue.Obj object, String field) throws MalformedRecord {
    return object.has(field) ? Read.scalar(field, Read.required(object, field)) : "";
  }

  private static List<GoodAnswer> good(
      String id, String question, String cot, String answer, Language stated) {
    Language language =
        stated == Language.UNSTATED ? LanguageGuess.of(question + "\n" + answer) : stated;
    int longest = Math.max(question.length(), Math.max(cot.length(), answer.length()));
    return question.isBlank()
            || answer.isBlank()
            || language == Language.UNSTATED
            || longest > GoodAnswer.MOST_CHARACTERS
        ? List.of()
        : List.of(new GoodAnswer(id, question, cot, answer, language));
  }
}
