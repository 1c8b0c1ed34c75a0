package org.twinline.core.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.twinline.core.triple.Option;
import org.twinline.core.triple.Prompt;
import org.twinline.core.triple.Role;
import org.twinline.core.triple.Turn;

/**
 * A prompt as trainers write it: its turns, the options below the last one in their order, each
 * {@code label. text} on a line of its own.
 */
final class Conversation {
  /** {@code [{role, content}]}. */
  static final ColumnType MESSAGES = new ColumnType.Repeated(turn("role", "content"));

  private final List<Turn> turns;

  private Conversation(List<Turn> turns) {
    this.turns = List.copyOf(turns);
  }

  /** Why the prompt is not for a trainer; empty where it is. */
  static Optional<LeftOut> unfit(Prompt prompt) {
    List<Turn> turns = prompt.turns();
    int first = turns.get(0).role() == Role.SYSTEM ? 1 : 0;
    boolean inOrder = (turns.size() - first) % 2 == 1;
    for (int i = first; i < turns.size(); i++) {
      inOrder &= turns.get(i).role() == ((i - first) % 2 == 0 ? Role.USER : Role.ASSISTANT);
    }
    return inOrder ? Optional.empty() : Optional.of(LeftOut.TURN_ORDER);
  }

  static Conversation of(Prompt prompt) {
    List<Turn> turns = new ArrayList<>(prompt.turns());
    if (!prompt.options().isEmpty()) {
      int last = turns.size() - 1;
      turns.set(last, new Turn(turns.get(last).role(), withOptions(turns.get(last), prompt)));
    }
    return new Conversation(turns);
  }

  private static String withOptions(Turn turn, Prompt prompt) {
    StringBuilder text = new StringBuilder(turn.content());
    for (Option option : prompt.options()) {
      text.append('\n').append(option.label()).append(". ").append(option.text());
    }
    return text.toString();
  }

  /** The same with the model's reply. */
  Conversation and(DatasetRecord.Answer answer) {
    List<Turn> longer = new ArrayList<>(turns);
    longer.add(new Turn(Role.ASSISTANT, Replies.render(answer)));
    return new Conversation(longer);
  }

  /** The model's reply alone. */
  static Conversation reply(DatasetRecord.Answer answer) {
    return new Conversation(List.of(new Turn(Role.ASSISTANT, Replies.render(answer))));
  }

  /** {@code [{role, content}]} with the roles system, user, assistant. */
  ArrayNode messages() {
    ArrayNode messages = JsonNodeFactory.instance.arrayNode();
    for (Turn turn : turns) {
      messages.add(
          node("role", turn.role().name().toLowerCase(Locale.ROOT), "content", turn.content()));
    }
    return messages;
  }

  /** {@code [{from, value}]} with the names system, human, gpt. */
  ArrayNode shareGpt() {
    ArrayNode messages = JsonNodeFactory.instance.arrayNode();
    turns.forEach(turn -> messages.add(shareGpt(turn)));
    return messages;
  }

  /** {@code {from: gpt, value}}. */
  static ObjectNode shareGptReply(DatasetRecord.Answer answer) {
    return shareGpt(new Turn(Role.ASSISTANT, Replies.render(answer)));
  }

  /** All turns as one text, a blank line between them: for trainers without chat templates. */
  String plain() {
    return turns.stream().map(Turn::content).collect(Collectors.joining("\n\n"));
  }

  /** Unicode characters of all turns. */
  int characters() {
    return turns.stream()
        .mapToInt(turn -> turn.content().codePointCount(0, turn.content().length()))
        .sum();
  }

  private static ObjectNode shareGpt(Turn turn) {
    String from =
        switch (turn.role()) {
          case SYSTEM -> "system";
          case USER -> "human";
          case ASSISTANT -> "gpt";
        };
    return node("from", from, "value", turn.content());
  }

  private static ObjectNode node(String name, String text, String otherName, String otherText) {
    return JsonNodeFactory.instance.objectNode().put(name, text).put(otherName, otherText);
  }

  static ColumnType turn(String speaker, String text) {
    return ColumnType.Struct.of(
        Column.of(speaker, ColumnType.TEXT), Column.of(text, ColumnType.TEXT));
  }
}
