package org.twinline.core.json.adapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twinline.core.json.DeadLetterCode;
import org.twinline.core.json.JsonValue;
import org.twinline.core.json.MalformedRecord;
import org.twinline.core.triple.CandidateGroup;
import org.twinline.core.triple.Place;
import org.twinline.core.triple.Role;
import org.twinline.core.triple.Turn;

/**
 * A list of turns: the last is the candidate where the assistant speaks it, else the line is a
 * prompt.
 *
 * @param names fields the conversation may stand in, tried in order
 */
record ConversationForm(List<String> names) implements Form {
  static final String MESSAGES = "messages";
  static final String PROMPT = "prompt";
  static final String COMPLETION = "completion";
  static final String CONVERSATIONS = "conversations";
  static final String SYSTEM = "system";
  static final String SYSTEM_PROMPT = "system_prompt";

  /** OpenAI's {@code messages}, or {@code prompt} with {@code completion} as TRL has it. */
  static final ConversationForm CHAT = new ConversationForm(List.of(MESSAGES, PROMPT));

  static final ConversationForm SHAREGPT = new ConversationForm(List.of(CONVERSATIONS));

  @Override
  public CandidateGroup adapt(JsonValue.Obj line, Place place) throws MalformedRecord {
    for (String name : names) {
      Optional<JsonValue> conversation = line.find(name);
      if (conversation.isPresent()) {
        return read(name, conversation.get(), line, place);
      }
    }
    throw new MalformedRecord(
        DeadLetterCode.MISSING_FIELD, String.join(" or ", names) + " is missing", line.start());
  }

  private static CandidateGroup read(
      String name, JsonValue conversation, JsonValue.Obj line, Place place) throws MalformedRecord {
    List<Turn> turns = new ArrayList<>(prompt(name, conversation));
    List<Fragments.Answer> answers = new ArrayList<>();
    Optional<JsonValue> completion = name.equals(PROMPT) ? line.find(COMPLETION) : Optional.empty();
    if (completion.isPresent()) {
      answers.add(completion(COMPLETION, completion.get()));
    } else if (!turns.isEmpty() && turns.get(turns.size() - 1).role() == Role.ASSISTANT) {
      answers.add(Turns.answer(conversation, turns.remove(turns.size() - 1)));
    }
    Set<String> own =
        name.equals(PROMPT)
            ? Set.of(PROMPT, COMPLETION, SYSTEM, SYSTEM_PROMPT)
            : Set.of(name, SYSTEM, SYSTEM_PROMPT);
    return Fragments.foreign(
        line, place, Turns.withSystem(line, turns, SYSTEM, SYSTEM_PROMPT), answers, own);
  }

  /** A prompt as text or as turns. */
  static List<Turn> prompt(String name, JsonValue value) throws MalformedRecord {
    return value instanceof JsonValue.Text text
        ? List.of(Fragments.user(text.text()))
        : Turns.read(name, value);
  }

  /** An answer as text, a message, or messages whose last one it is. */
  static Fragments.Answer completion(String name, JsonValue value) throws MalformedRecord {
    if (value instanceof JsonValue.Text text) {
      return Fragments.Answer.of(text.text());
    }
    List<Turn> turns = Turns.read(name, value);
    if (turns.isEmpty() || turns.get(turns.size() - 1).role() != Role.ASSISTANT) {
      throw new MalformedRecord(
          DeadLetterCode.WRONG_TYPE, name + " must end with the assistant's turn", value.start());
    }
    return Turns.answer(value, turns.get(turns.size() - 1));
  }
}
