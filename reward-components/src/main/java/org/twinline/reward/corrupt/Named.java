package org.twinline.reward.corrupt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.twinline.core.triple.Language;
import org.twinline.terminology.Designation;
import org.twinline.terminology.Mention;
import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.SemanticType;
import org.twinline.terminology.Terminology;

/**
 * A concept as a text names it.
 *
 * @param concepts what the names may mean, as ordinals, sorted
 * @param type of the likeliest meaning
 * @param places its mentions in the text, in order; at least one is affirmed
 */
record Named(List<Integer> concepts, SemanticType type, List<Mention> places) {
  private static final int LEAST_CHINESE = 2;
  private static final Pattern GENERAL =
      Pattern.compile(
          "others?|foods?|trauma|disease|illness|disorder|syndrome", Pattern.CASE_INSENSITIVE);
  private static final int LEAST_ENGLISH = 5;

  Named {
    concepts = List.copyOf(concepts);
    places = List.copyOf(places);
  }

  int[] ordinals() {
    return concepts.stream().mapToInt(Integer::intValue).toArray();
  }

  String surface(String text) {
    Mention first = places.get(0);
    return text.substring(first.start(), first.end());
  }

  /** The concepts that a text states, in the order of their first mention. */
  static List<Named> in(String text, Language language, Terminology terminology) {
    List<List<Integer>> keys = new ArrayList<>();
    List<List<Mention>> groups = new ArrayList<>();
    for (Mention mention : terminology.mentions(text)) {
      if (!named(text.substring(mention.start(), mention.end()), language)) {
        continue;
      }
      List<Integer> ordinals =
          mention.concepts().stream().map(terminology::ordinal).sorted().toList();
      int group = keys.indexOf(ordinals);
      if (group < 0) {
        group = keys.size();
        keys.add(ordinals);
        groups.add(new ArrayList<>());
      }
      groups.get(group).add(mention);
    }
    List<Named> all = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      if (groups.get(i).stream().anyMatch(Mention::affirmed)) {
        int likeliest = terminology.ordinal(groups.get(i).get(0).concepts().get(0));
        Named named =
            new Named(keys.get(i), terminology.conceptAt(likeliest).type(), groups.get(i));
        if (known(named, named.surface(text), language, terminology)) {
          all.add(named);
        }
      }
    }
    return all;
  }

  /** A word or two characters only count as a preferred name: 抑制 is also an alias. */
  private static boolean known(
      Named named, String surface, Language language, Terminology terminology) {
    boolean chinese = language == Language.ZH;
    boolean single = chinese ? surface.length() <= LEAST_CHINESE : surface.indexOf(' ') < 0;
    if (!single) {
      return true;
    }
    if (chinese && named.type() == SemanticType.DRUG) {
      return false;
    }
    String folded = NameNormaliser.name(surface);
    return Arrays.stream(named.ordinals())
        .mapToObj(terminology::conceptAt)
        .flatMap(c -> c.designations().stream())
        .anyMatch(
            d ->
                d.kind() == Designation.Kind.PREFERRED
                    && NameNormaliser.name(d.text()).equals(folded));
  }

  /** Whether a name is long enough, and in the script of the text, to be exchanged for another. */
  private static boolean named(String surface, Language language) {
    long han =
        surface
            .codePoints()
            .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
            .count();
    return language == Language.ZH
        ? han >= LEAST_CHINESE
        : han == 0
            && surface.length() >= LEAST_ENGLISH
            && surface.chars().anyMatch(Character::isLowerCase)
            && !GENERAL.matcher(surface).matches();
  }

  boolean means(int concept) {
    return Arrays.stream(ordinals()).anyMatch(own -> own == concept);
  }
}
