package org.twinline.core.json.adapter;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twinline.core.json.DeadLetterCode;
import org.twinline.core.json.JsonValue;
import org.twinline.core.json.MalformedRecord;
import org.twinline.core.json.Names;
import org.twinline.core.triple.CandidateGroup;
import org.twinline.core.triple.Place;
import org.twinline.core.triple.Preference;
import org.twinline.core.triple.Turn;

/**
 * A preference pair: the chosen answer becomes a candidate of preference 1, the rejected one of
 * preference 0. The question is {@code prompt}, {@code question}, {@code conversations}, {@code
 * messages}, or Alpaca's {@code instruction} and {@code input}.
 */
final class PreferenceForm implements Form {
  private static final List<List<String>> PAIRS =
      List.of(List.of("chosen", "rejected"), List.of("response_chosen", "response_rejected"));
  private static final List<String> PROMPTS =
      List.of(
          ConversationForm.PROMPT,
          Names.QUESTION,
          ConversationForm.CONVERSATIONS,
          ConversationForm.MESSAGES);

  /** Whether the line has both sides of a pair. */
  static boolean fits(JsonValue.Obj line) {
    return PAIRS.stream().anyMatch(pair -> line.has(pair.get(0)) && line.has(pair.get(1)));
  }

  @Override
  public CandidateGroup adapt(JsonValue.Obj line, Place place) throws MalformedRecord {
    for (List<String> pair : PAIRS) {
      Optional<JsonValue> chosen = line.find(pair.get(0));
      Optional<JsonValue> rejected = line.find(pair.get(1));
      if (chosen.isPresent() && rejected.isPresent()) {
        Set<String> own = new HashSet<>(pair);
        own.add(ConversationForm.SYSTEM);
        List<Turn> turns = Turns.withSystem(line, prompt(line, own), ConversationForm.SYSTEM);
        return Fragments.foreign(
            line,
            place,
            turns,
            List.of(judged(pair.get(0), chosen.get(), 1), judged(pair.get(1), rejected.get(), 0)),
            own);
      }
    }
    throw new MalformedRecord(
        DeadLetterCode.MISSING_FIELD,
        "chosen and rejected are missing, and so are response_chosen and response_rejected",
        line.start());
  }

  private static Fragments.Answer judged(String name, JsonValue value, double preference)
      throws MalformedRecord {
    Fragments.Answer answer = ConversationForm.completion(name, value);
    return new Fragments.Answer(answer.response(), Preference.of(preference));
  }

  private static List<Turn> prompt(JsonValue.Obj line, Set<String> own) throws MalformedRecord {
    for (String name : PROMPTS) {
      Optional<JsonValue> prompt = line.find(name);
      if (prompt.isPresent()) {
        own.add(name);
        return ConversationForm.prompt(name, prompt.get());
      }
    }
    if (line.has(AlpacaForm.INSTRUCTION)) {
      own.addAll(List.of(AlpacaForm.INSTRUCTION, AlpacaForm.INPUT, AlpacaForm.HISTORY));
      return AlpacaForm.prompt(line);
    }
    throw new MalformedRecord(
        DeadLetterCode.MISSING_FIELD,
        "the question is missing: " + String.join(", ", PROMPTS) + " or instruction",
        line.start());
  }
}
