package org.twinline.core.json.adapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twinline.core.json.JsonValue;
import org.twinline.core.json.MalformedRecord;
import org.twinline.core.json.Read;
import org.twinline.core.triple.CandidateGroup;
import org.twinline.core.triple.Place;
import org.twinline.core.triple.Turn;

/**
 * Alpaca as LLaMA-Factory reads it: {@code instruction}, then {@code input} on its own line, is the
 * question; {@code output} the candidate; {@code history} and {@code system} come before.
 */
final class AlpacaForm implements Form {
  static final String INSTRUCTION = "instruction";
  static final String INPUT = "input";
  static final String OUTPUT = "output";
  static final String HISTORY = "history";
  private static final Set<String> OWN =
      Set.of(INSTRUCTION, INPUT, OUTPUT, HISTORY, ConversationForm.SYSTEM);

  @Override
  public CandidateGroup adapt(JsonValue.Obj line, Place place) throws MalformedRecord {
    List<Fragments.Answer> answers = new ArrayList<>();
    Optional<JsonValue> output = line.find(OUTPUT);
    if (output.isPresent()) {
      answers.add(Fragments.Answer.of(Read.text(OUTPUT, output.get())));
    }
    List<Turn> turns = Turns.withSystem(line, prompt(line), ConversationForm.SYSTEM);
    return Fragments.foreign(line, place, turns, answers, OWN);
  }

  /** The turns without the system prompt. */
  static List<Turn> prompt(JsonValue.Obj line) throws MalformedRecord {
    List<Turn> turns = new ArrayList<>();
    Optional<JsonValue> history = line.find(HISTORY);
    if (history.isPresent()) {
      turns.addAll(Turns.history(HISTORY, history.get()));
    }
    String instruction = Read.text(INSTRUCTION, Read.required(line, INSTRUCTION));
    Optional<JsonValue> input = line.find(INPUT);
    String more = input.isPresent() ? Read.text(INPUT, input.get()) : "";
    String question = more.isBlank() ? instruction : instruction + "\n" + more;
    turns.add(Fragments.user(question));
    return turns;
  }
}
