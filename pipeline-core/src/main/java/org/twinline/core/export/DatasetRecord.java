package org.twinline.core.export;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.twinline.core.json.Json;
import org.twinline.core.json.JsonValue;
import org.twinline.core.json.MalformedRecord;
import org.twinline.core.json.Names;
import org.twinline.core.json.QuestionCodec;
import org.twinline.core.json.Read;
import org.twinline.core.triple.Extra;
import org.twinline.core.triple.Question;

/**
 * A line of a dataset as exporters see it.
 *
 * @param answers none for a prompt; one for a triple or a best answer; chosen, then rejected for a
 *     pair
 * @param passRate share of the question's candidates that verify, in [0,1], where it is known
 */
record DatasetRecord(Question question, List<Answer> answers, OptionalDouble passRate) {
  private static final String CHOSEN = "chosen";
  private static final String REJECTED = "rejected";
  private static final String PASS_RATE = "pass_rate";

  DatasetRecord {
    answers = List.copyOf(answers);
  }

  /** A candidate: its chain of thought, empty where it has none, and its answer. */
  record Answer(String candidateId, String cot, String text) {}

  /**
   * Reads a line of {@code triples}, {@code best-answers}, {@code prompts} or {@code preferences}.
   */
  static DatasetRecord read(byte[] line) throws MalformedRecord {
    JsonValue.Obj object = Json.read(line);
    List<Answer> answers = new ArrayList<>();
    if (object.has(CHOSEN)) {
      answers.add(answer(Read.object(CHOSEN, Read.required(object, CHOSEN))));
      answers.add(answer(Read.object(REJECTED, Read.required(object, REJECTED))));
    } else if (object.has(Names.ANSWER)) {
      answers.add(answer(object));
    }
    return new DatasetRecord(
        QuestionCodec.readFields(object, Extra.NONE),
        answers,
        object.has(PASS_RATE)
            ? OptionalDouble.of(Read.number(PASS_RATE, Read.required(object, PASS_RATE)))
            : OptionalDouble.empty());
  }

  private static Answer answer(JsonValue.Obj object) throws MalformedRecord {
    return new Answer(
        Read.text("candidate_id", Read.required(object, "candidate_id")),
        object.has(Names.COT) ? Read.text(Names.COT, Read.required(object, Names.COT)) : "",
        Read.text(Names.ANSWER, Read.required(object, Names.ANSWER)));
  }
}
