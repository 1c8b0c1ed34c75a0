package org.twinline.reward.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twinline.core.triple.Language;
import org.twinline.terminology.AtomicEntity;
import org.twinline.terminology.Concept;
import org.twinline.terminology.Designation;
import org.twinline.terminology.NameProfile;
import org.twinline.terminology.Terminology;

/**
 * A reference item, linked.
 *
 * @param number its number among the question's items
 * @param concepts ordinals of what it means; empty where no list knows it
 * @param names the item itself, then the names of its concepts
 * @param categories the ICD-10 categories of its concepts' codes: their first three characters
 * @param atoms the atomic entities of its concepts, or named in it
 * @param label the code for explanations, {@code unlinked} where there is none
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; ordinals of one terminology.
record Required(
    int number,
    String text,
    int[] concepts,
    List<NameProfile> names,
    Set<String> categories,
    Set<AtomicEntity> atoms,
    String label) {

  private static final int CATEGORY = 3;

  static Required of(int number, String item, Optional<Terminology> terminology) {
    List<NameProfile> names = new ArrayList<>();
    String core = Filler.strip(Filler.withoutBrackets(item));
    names.add(NameProfile.of(item));
    names.add(NameProfile.of(core.isEmpty() ? item : core));
    if (terminology.isEmpty()) {
      return new Required(number, item, new int[0], names, Set.of(), Set.of(), "unlinked");
    }
    int[] concepts = terminology.get().exactOrdinals(item);
    if (concepts.length == 0 && !core.isEmpty()) {
      concepts = terminology.get().exactOrdinals(core);
    }
    Set<String> categories = new HashSet<>();
    Set<AtomicEntity> atoms = new LinkedHashSet<>();
    String label = "unlinked";
    for (int i = concepts.length - 1; i >= 0; i--) {
      Concept concept = terminology.get().conceptAt(concepts[i]);
      label = concept.code().label();
      concept.designations().stream()
          .filter(d -> d.language() == Language.ZH || d.language() == Language.EN)
          .map(Designation::text)
          .forEach(t -> names.add(NameProfile.of(t)));
      concept.codes().stream()
          .filter(
              code -> code.system().id().startsWith("ICD10") && code.value().length() >= CATEGORY)
          .forEach(code -> categories.add(code.value().substring(0, CATEGORY)));
      atoms.addAll(concept.attributes());
    }
    if (concepts.length == 0) {
      atoms.addAll(terminology.get().atoms(item));
    }
    return new Required(
        number,
        item,
        concepts,
        List.copyOf(names),
        Set.copyOf(categories),
        Set.copyOf(atoms),
        label);
  }

  boolean linked() {
    return concepts.length > 0;
  }

  /** Whether one of some concepts is its own. */
  boolean means(int[] others) {
    return Arrays.stream(others).anyMatch(o -> Arrays.stream(concepts).anyMatch(c -> c == o));
  }

  double term(NameProfile profile) {
    double best = 0;
    for (NameProfile name : names) {
      best = Math.max(best, name.similarity(profile));
    }
    return best;
  }

  boolean comparable(NameProfile profile) {
    return names.stream().anyMatch(profile::comparable);
  }

  /** Whether each of its names and the other have something that the other lacks. */
  boolean substituted(NameProfile profile) {
    return names.stream()
        .allMatch(name -> Overlap.of(name.folded(), profile.folded()).substitutes());
  }

  /** Whether the other has the same words as one of its names, in any order and inflection. */
  boolean reworded(NameProfile profile) {
    if (Qualifiers.conflict(text, profile.folded())) {
      return false;
    }
    return names.stream()
        .map(name -> Overlap.of(name.folded(), profile.folded()))
        .anyMatch(overlap -> overlap.ofA() == 1 && overlap.ofB() == 1);
  }
}
