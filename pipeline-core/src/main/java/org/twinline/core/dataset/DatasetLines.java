package org.twinline.core.dataset;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.twinline.core.flow.Flow;
import org.twinline.core.json.DeadLetter;
import org.twinline.core.json.Json;
import org.twinline.core.json.QuestionCodec;
import org.twinline.core.json.RejectionCodec;
import org.twinline.core.json.ScoreCodec;
import org.twinline.core.triple.Candidate;
import org.twinline.core.triple.Place;
import org.twinline.core.triple.Question;
import org.twinline.core.verdict.Judged;
import org.twinline.core.verdict.Rejection;
import org.twinline.core.verdict.Score;

/** Renders the records of a run's datasets; docs/formats.md specifies them. */
public final class DatasetLines {
  private static final String REWARD = "reward";
  private static final String PLACE = "place";

  private DatasetLines() {}

  /**
   * A kept triple.
   *
   * @param reward the composite reward in [0,1]
   * @param passRate share of the group's candidates that verify, in [0,1]
   * @param stage of the training that the group is for, where stages are told apart
   */
  public static Flow.Line triple(
      Question question, Judged judged, double reward, double passRate, Optional<String> stage) {
    return line(
        DatasetNames.TRIPLES,
        out -> {
          QuestionCodec.writeFields(question, out);
          writeJudged(judged, out);
          out.writeNumberField(REWARD, reward);
          out.writeNumberField("pass_rate", passRate);
          if (stage.isPresent()) {
            out.writeStringField("stage", stage.get());
          }
        });
  }

  /** The best answer of a question. */
  public static Flow.Line bestAnswer(Question question, Judged judged, double reward) {
    return line(
        DatasetNames.BEST_ANSWERS,
        out -> {
          QuestionCodec.writeFields(question, out);
          writeJudged(judged, out);
          out.writeNumberField(REWARD, reward);
        });
  }

  /**
   * A preference pair.
   *
   * @param margin difference of the two rewards, positive
   */
  public static Flow.Line preference(
      Question question, Judged chosen, Judged rejected, double margin) {
    return line(
        DatasetNames.PREFERENCES,
        out -> {
          QuestionCodec.writeFields(question, out);
          out.writeObjectFieldStart("chosen");
          writeJudged(chosen, out);
          out.writeEndObject();
          out.writeObjectFieldStart("rejected");
          writeJudged(rejected, out);
          out.writeEndObject();
          out.writeNumberField("margin", margin);
        });
  }

  /** A question with a reference answer and without candidates. */
  public static Flow.Line prompt(Question question, Place place) {
    return line(
        DatasetNames.PROMPTS,
        out -> {
          QuestionCodec.writeFields(question, out);
          out.writeStringField(PLACE, place.toString());
        });
  }

  /**
   * A dropped triple with the reason.
   *
   * @throws IllegalArgumentException if the candidate is not rejected
   */
  public static Flow.Line rejected(Question question, Judged judged) {
    Rejection rejection =
        judged.rejections().stream()
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("Cannot write a reject without a reason"));
    return line(
        DatasetNames.REJECTED,
        out -> {
          out.writeStringField("reason", rejection.reason().code());
          QuestionCodec.writeFields(question, out);
          writeJudged(judged, out);
          out.writeFieldName("rejection");
          RejectionCodec.INSTANCE.write(rejection, out);
        });
  }

  /** A dropped line that brought no candidate. */
  public static Flow.Line rejectedBare(Question question, Place place, Rejection rejection) {
    return line(
        DatasetNames.REJECTED,
        out -> {
          out.writeStringField("reason", rejection.reason().code());
          QuestionCodec.writeFields(question, out);
          out.writeStringField(PLACE, place.toString());
          out.writeFieldName("rejection");
          RejectionCodec.INSTANCE.write(rejection, out);
        });
  }

  /** A line that could not be read. */
  public static Flow.Line deadLetter(DeadLetter letter) {
    return line(
        DatasetNames.DEAD_LETTERS,
        out -> {
          out.writeStringField("code", letter.code().code());
          out.writeStringField(PLACE, letter.place().toString());
          out.writeNumberField("column", letter.column());
          out.writeStringField("detail", letter.detail());
        });
  }

  private static void writeJudged(Judged judged, JsonGenerator out) throws IOException {
    out.writeStringField("candidate_id", judged.candidate().id());
    Candidate candidate = judged.candidate();
    if (!candidate.cot().isEmpty()) {
      out.writeStringField("cot", candidate.cot());
    }
    out.writeStringField("answer", candidate.answer());
    OptionalDouble preference = candidate.preference().value();
    if (preference.isPresent()) {
      out.writeNumberField("preference", preference.getAsDouble());
    }
    if (!candidate.extra().fields().isEmpty()) {
      out.writeObjectFieldStart("candidate_extra");
      for (Map.Entry<String, String> field : candidate.extra().fields().entrySet()) {
        out.writeFieldName(field.getKey());
        out.writeRawValue(field.getValue());
      }
      out.writeEndObject();
    }
    out.writeArrayFieldStart("scores");
    for (Score score : judged.scores()) {
      ScoreCodec.INSTANCE.write(score, out);
    }
    out.writeEndArray();
    out.writeStringField(PLACE, judged.candidate().place().toString());
  }

  private static Flow.Line line(String dataset, Fields fields) {
    return new Flow.Line(
        dataset,
        Json.write(
            out -> {
              out.writeStartObject();
              fields.write(out);
              out.writeEndObject();
            }));
  }

  private interface Fields {
    void write(JsonGenerator out) throws IOException;
  }
}
