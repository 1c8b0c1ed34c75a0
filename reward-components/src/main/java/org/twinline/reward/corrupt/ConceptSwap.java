package org.twinline.reward.corrupt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.twinline.terminology.Mention;
import org.twinline.terminology.SemanticType;

/**
 * Exchanges a stated concept for a sibling. In half of the cases the chosen text uses another name
 * of the concept, so that a formal name is no sign of a fault.
 */
final class ConceptSwap implements Maker {
  private static final int TRIED = 6;

  private final Siblings siblings;
  private final Predicate<Named> which;
  private final boolean lastOnly;

  private ConceptSwap(Siblings siblings, Predicate<Named> which, boolean lastOnly) {
    this.siblings = siblings;
    this.which = which;
    this.lastOnly = lastOnly;
  }

  static ConceptSwap everywhere(Siblings siblings) {
    return new ConceptSwap(siblings, named -> named.type() != SemanticType.OTHER, false);
  }

  static ConceptSwap ofDrugs(Siblings siblings) {
    return new ConceptSwap(siblings, named -> named.type() == SemanticType.DRUG, false);
  }

  static ConceptSwap ofConclusion(Siblings siblings) {
    return new ConceptSwap(
        siblings, n -> n.type() != SemanticType.OTHER && n.places().size() > 1, true);
  }

  @Override
  public Optional<Pair> make(Case good, Draw draw) {
    String asked = good.question().toLowerCase(Locale.ROOT);
    List<Named> names =
        draw.shuffled(good.names().stream().filter(which).toList()).stream()
            .sorted(
                Comparator.comparing(
                    n -> asked.contains(n.surface(good.text()).toLowerCase(Locale.ROOT))))
            .limit(TRIED)
            .toList();
    for (Named named : names) {
      if (siblings.swappable(named, good.part())) {
        String surface = named.surface(good.text());
        List<String> found =
            siblings.of(
                named,
                surface,
                good.language(),
                good.part(),
                1,
                draw,
                good.text(),
                good.question());
        // A name of the question is mostly left alone, or overlap with it would tell.
        boolean renames = asked.contains(surface.toLowerCase(Locale.ROOT)) || draw.coin();
        Optional<String> other =
            renames ? siblings.otherName(named, surface, good.language(), draw) : Optional.empty();
        if (!found.isEmpty() && (!renames || other.isPresent() || draw.coin())) {
          return Optional.of(pair(good, named, found.get(0), other));
        }
      }
    }
    return Optional.empty();
  }

  private Pair pair(Case good, Named named, String sibling, Optional<String> other) {
    List<Mention> places = named.places();
    List<Mention> wrong = lastOnly ? places.subList(places.size() - 1, places.size()) : places;
    String chosen = other.map(name -> named(good.text(), wrong, name)).orElse(good.text());
    return new Pair(chosen, named(good.text(), wrong, sibling));
  }

  /** The text with the name in all the places. */
  static String named(String text, List<Mention> places, String name) {
    List<Edits.Edit> edits = new ArrayList<>();
    for (Mention place : places) {
      boolean capital =
          Character.isUpperCase(text.charAt(place.start()))
              && place.start() + 1 < text.length()
              && Character.isLowerCase(text.charAt(place.start() + 1));
      String cased = capital ? Character.toUpperCase(name.charAt(0)) + name.substring(1) : name;
      Edits.Edit article = article(text, place.start(), name);
      edits.add(new Edits.Edit(article.start(), place.end(), article.with() + cased));
    }
    return Edits.applied(text, edits);
  }

  /** The indefinite article before a place, as the name wants it; nothing where there is none. */
  private static Edits.Edit article(String text, int place, String name) {
    for (String article : List.of(" an ", " a ")) {
      if (text.startsWith(article, place - article.length())) {
        boolean vowel = "aeiou".indexOf(Character.toLowerCase(name.charAt(0))) >= 0;
        return new Edits.Edit(place - article.length(), place, vowel ? " an " : " a ");
      }
    }
    return new Edits.Edit(place, place, "");
  }
}
