package org.twinline.core.json.adapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twinline.core.json.DeadLetterCode;
import org.twinline.core.json.JsonValue;
import org.twinline.core.json.MalformedRecord;
import org.twinline.core.json.Names;
import org.twinline.core.json.Read;
import org.twinline.core.triple.Preference;
import org.twinline.core.triple.Response;
import org.twinline.core.triple.Role;
import org.twinline.core.triple.Turn;

/** Conversations: {@code role} and {@code content}, or {@code from} and {@code value}. */
final class Turns {
  private static final String FROM = "from";
  private static final String VALUE = "value";
  private static final String REASONING = "reasoning_content";
  private static final Map<String, Role> ROLES =
      Map.of(
          "system", Role.SYSTEM,
          "developer", Role.SYSTEM,
          "user", Role.USER,
          "human", Role.USER,
          "assistant", Role.ASSISTANT,
          "gpt", Role.ASSISTANT);

  private Turns() {}

  /** Each turn of a list, or of a single message. */
  static List<Turn> read(String field, JsonValue value) throws MalformedRecord {
    if (value instanceof JsonValue.Obj message) {
      return List.of(turn(field, message));
    }
    return Read.list(field, value, Turns::turn);
  }

  static Turn turn(String field, JsonValue value) throws MalformedRecord {
    JsonValue.Obj object = Read.object(field, value);
    boolean shareGpt = object.has(FROM);
    JsonValue speaker = Read.required(object, shareGpt ? FROM : Names.ROLE);
    Role role = ROLES.get(Read.text(shareGpt ? FROM : Names.ROLE, speaker));
    if (role == null) {
      throw new MalformedRecord(
          DeadLetterCode.UNSUPPORTED_CONTENT,
          field + " has a role other than system, user and assistant",
          speaker.start());
    }
    String name = shareGpt ? VALUE : Names.CONTENT;
    return new Turn(role, content(field, Read.required(object, name)));
  }

  /** Text, or the text parts of a message in parts. */
  private static String content(String field, JsonValue value) throws MalformedRecord {
    if (!(value instanceof JsonValue.Arr parts)) {
      return Read.text(field, value);
    }
    StringBuilder text = new StringBuilder();
    for (JsonValue part : parts.elements()) {
      Optional<JsonValue> words =
          part instanceof JsonValue.Obj object ? object.find("text") : Optional.empty();
      if (words.isEmpty()) {
        throw new MalformedRecord(
            DeadLetterCode.UNSUPPORTED_CONTENT, field + " has a part without text", part.start());
      }
      text.append(Read.text(field, words.get()));
    }
    return text.toString();
  }

  /** Question and answer pairs, or turns. */
  static List<Turn> history(String field, JsonValue value) throws MalformedRecord {
    List<Turn> turns = new ArrayList<>();
    for (JsonValue element : Read.array(field, value).elements()) {
      if (element instanceof JsonValue.Arr pair) {
        if (pair.elements().size() != 2) {
          throw MalformedRecord.wrongType(field, "pairs of a question and an answer", element);
        }
        turns.add(new Turn(Role.USER, Read.text(field, pair.elements().get(0))));
        turns.add(new Turn(Role.ASSISTANT, Read.text(field, pair.elements().get(1))));
      } else {
        turns.add(turn(field, element));
      }
    }
    return turns;
  }

  /** The last message of a list as an answer; its {@code reasoning_content} is its thought. */
  static Fragments.Answer answer(JsonValue list, Turn last) throws MalformedRecord {
    JsonValue message = list;
    if (list instanceof JsonValue.Arr array) {
      message = array.elements().get(array.elements().size() - 1);
    }
    Optional<JsonValue> reasoning =
        message instanceof JsonValue.Obj object ? object.find(REASONING) : Optional.empty();
    return reasoning.isPresent()
        ? new Fragments.Answer(
            new Response(Read.text(REASONING, reasoning.get()), last.content()), Preference.NONE)
        : Fragments.Answer.of(last.content());
  }

  /** A system prompt beside the conversation, put first. */
  static List<Turn> withSystem(JsonValue.Obj line, List<Turn> turns, String... names)
      throws MalformedRecord {
    for (String name : names) {
      Optional<JsonValue> system = line.find(name);
      if (system.isPresent() && !Read.text(name, system.get()).isBlank()) {
        List<Turn> all = new ArrayList<>();
        all.add(new Turn(Role.SYSTEM, Read.text(name, system.get())));
        all.addAll(turns);
        return all;
      }
    }
    return turns;
  }
}
