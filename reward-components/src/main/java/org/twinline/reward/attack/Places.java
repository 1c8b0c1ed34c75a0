package org.twinline.reward.attack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twinline.terminology.Terminology;

/**
 * What stands in the places of a sentence.
 *
 * <p>Of an entity: {@code {G}} the gold, {@code {1}} to {@code {3}} other answers; {@code {C}} the
 * gold's code, {@code {W}} another disease's, {@code {N}} the gold's name in the other language,
 * {@code {O}} the first other answer's, each where the terminology has it and the other answer is
 * another thing. Of a choice: {@code {AL}} and {@code {AT}} label and text of the right option,
 * {@code {BL}}, {@code {BT}} and so on those of the wrong ones.
 */
record Places(Map<String, String> filling, String question) {
  private static final Pattern PLACE = Pattern.compile("\\{([A-PR-Z0-9]{1,2})\\}");

  static Places of(AttackItem item, Optional<Terminology> terminology) {
    Map<String, String> filling = new HashMap<>();
    filling.put("G", item.gold());
    for (int i = 0; i < AttackItem.OTHERS; i++) {
      filling.put(Integer.toString(i + 1), item.others().get(i));
    }
    terminology.ifPresent(known -> concepts(item, known, filling));
    return new Places(Map.copyOf(filling), item.question());
  }

  private static void concepts(AttackItem item, Terminology known, Map<String, String> filling) {
    Neighbourhood around = new Neighbourhood(known, item.gold(), item.language());
    String other = item.others().get(0);
    around.gloss().ifPresent(gloss -> filling.put("N", gloss));
    if (around.near(other)) {
      return;
    }
    around.glossOf(other).ifPresent(gloss -> filling.put("O", gloss));
    if (!around.codes().isEmpty()) {
      filling.put("C", around.codes().get(0));
      filling.put("W", around.wrongCode(other));
    }
  }

  static Places of(ChoiceItem item) {
    Map<String, String> filling = new HashMap<>();
    filling.put("AL", item.gold());
    filling.put("AT", item.text(item.gold()));
    List<String> wrong = item.wrong();
    for (int i = 0; i < wrong.size(); i++) {
      char letter = (char) ('B' + i);
      filling.put(letter + "L", wrong.get(i));
      filling.put(letter + "T", item.text(wrong.get(i)));
    }
    return new Places(Map.copyOf(filling), item.question());
  }

  /** The text with every place filled; empty where there is nothing for one of them. */
  Optional<String> fill(String text) {
    Matcher places = PLACE.matcher(text);
    StringBuilder out = new StringBuilder();
    while (places.find()) {
      String value = filling.get(places.group(1));
      if (value == null) {
        return Optional.empty();
      }
      places.appendReplacement(out, Matcher.quoteReplacement(value));
    }
    return Optional.of(places.appendTail(out).toString());
  }
}
