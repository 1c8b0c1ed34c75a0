package org.twinline.reward.rule;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twinline.core.triple.Option;
import org.twinline.core.triple.Question;
import org.twinline.core.triple.Reference;
import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.Terminology;

/**
 * What a question asks for, prepared once for all its candidates.
 *
 * @param alternatives in the order of the reference
 * @param names folded names to look for in answers: those of the items, then the question's options
 * @param owner the number of each name's item, −1 for an option that is no item
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Asked(List<Alternative> alternatives, List<String> names, int[] owner) {

  /** The items of one alternative. */
  record Alternative(List<Required> required, List<Required> niceToHave) {}

  static Asked of(Question question, Optional<Terminology> terminology) {
    List<Alternative> alternatives = new ArrayList<>();
    List<String> names = new ArrayList<>();
    IntArrayList owner = new IntArrayList();
    Set<String> known = new HashSet<>();
    int items = 0;
    for (Reference.Alternative alternative : question.reference().alternatives()) {
      List<Required> required = new ArrayList<>();
      List<Required> welcome = new ArrayList<>();
      for (String item : alternative.required()) {
        required.add(Required.of(items++, item, terminology));
      }
      for (String item : alternative.niceToHave()) {
        welcome.add(Required.of(items++, item, terminology));
      }
      alternatives.add(new Alternative(List.copyOf(required), List.copyOf(welcome)));
      for (List<Required> some : List.of(required, welcome)) {
        for (Required item : some) {
          item.names().forEach(name -> add(name.folded(), item.number(), names, owner, known));
        }
      }
    }
    for (Option option : question.prompt().options()) {
      add(NameNormaliser.name(option.text()), -1, names, owner, known);
    }
    return new Asked(List.copyOf(alternatives), List.copyOf(names), owner.toIntArray());
  }

  private static void add(
      String folded, int item, List<String> names, IntArrayList owner, Set<String> known) {
    if (!folded.isEmpty() && known.add(folded + '\0' + item) && (item >= 0 || known.add(folded))) {
      names.add(folded);
      owner.add(item);
    }
    known.add(folded);
  }

  /** Whether an asserted name is one of the item's. */
  boolean names(Asserted asserted, Required item) {
    return asserted.own() >= 0
        && asserted.own() < owner.length
        && owner[asserted.own()] == item.number();
  }

  /** Whether a name of that position is one of some item's. */
  boolean names(int own, List<Required> items) {
    return own >= 0
        && own < owner.length
        && items.stream().anyMatch(item -> owner[own] == item.number());
  }

  /** Whether an answer has a name of the item anywhere, asserted or denied. */
  boolean spoken(Assertions.Reading reading, Required item) {
    return reading.spans().stream()
        .anyMatch(
            span ->
                span.own() >= 0 && span.own() < owner.length && owner[span.own()] == item.number());
  }
}
