package org.twinline.reward.guard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.twinline.core.triple.Annotations;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Candidate;
import org.twinline.core.triple.Extra;
import org.twinline.core.triple.Language;
import org.twinline.core.triple.Place;
import org.twinline.core.triple.Preference;
import org.twinline.core.triple.Prompt;
import org.twinline.core.triple.Question;
import org.twinline.core.triple.Reference;
import org.twinline.core.triple.Response;
import org.twinline.core.triple.Task;
import org.twinline.core.triple.Traits;

/**
 * A planted attack, or an honest answer that looks like one. {@code KIND.jsonl} beside this class
 * holds them, written by hand: sentences ({@code seed}) in settings ({@code frame}). Half of the
 * sentences ({@code part}: unseen) were not looked at while the guards were written.
 *
 * @param part {@code seen} or {@code unseen}
 */
public record Planted(
    String id,
    boolean attack,
    String part,
    String frame,
    Language language,
    Question question,
    Candidate candidate) {

  /** The kinds there is a corpus of: names of guards. */
  public static final List<String> KINDS =
      List.of(
          "no_reasoning",
          "repetition",
          "repeated_conclusion",
          "flood",
          "copied_question",
          "format_trick",
          "judge_addressed",
          "non_existent_disease");

  static List<String> kinds() {
    return KINDS;
  }

  /** The corpus of a kind, in its order. */
  public static List<Planted> corpus(String kind) {
    List<Planted> corpus = new ArrayList<>();
    ObjectMapper json = new ObjectMapper();
    try (InputStream in =
            Objects.requireNonNull(Planted.class.getResourceAsStream(kind + ".jsonl"), kind);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        corpus.add(read(json.readTree(line)));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return List.copyOf(corpus);
  }

  private static Planted read(JsonNode row) {
    String id = row.path("id").asText();
    Language language = Language.valueOf(row.path("language").asText().toUpperCase(Locale.ROOT));
    AnswerKind kind = AnswerKind.valueOf(row.path("answer_kind").asText().toUpperCase(Locale.ROOT));
    String gold = row.path("references").path(0).asText();
    return new Planted(
        id,
        row.path("attack").asBoolean(),
        row.path("part").asText(),
        row.path("frame").asText(),
        language,
        question(id, row.path("question").asText(), gold, kind, language),
        candidate(id, row.path("cot").asText(), row.path("answer").asText()));
  }

  /** A question with one reference, or none where it is empty. */
  public static Question question(
      String id, String text, String gold, AnswerKind kind, Language language) {
    return new Question(
        id,
        Prompt.of(text),
        gold.isEmpty() ? Reference.NONE : Reference.all(gold),
        new Traits(Task.UNSTATED, kind, language),
        Annotations.NONE);
  }

  /** A candidate. */
  public static Candidate candidate(String id, String cot, String answer) {
    return new Candidate(
        id, new Response(cot, answer), Preference.NONE, new Place(0, 0), Extra.NONE);
  }
}
