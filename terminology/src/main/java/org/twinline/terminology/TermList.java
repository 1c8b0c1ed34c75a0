package org.twinline.terminology;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.twinline.terminology.link.Targets;
import org.twinline.terminology.store.ConceptStore;
import org.twinline.terminology.store.Sections;

/**
 * The terms of a list that texts are linked to: the distinct preferred names of a system's codes,
 * or of all concepts. Of several codes with one name the first in the order of codes counts.
 *
 * <p>Sections of the file: 0 the concept of each term, 1 the number of its code in the concept, 2
 * the number of its name in the concept.
 */
final class TermList implements Targets {
  private final ConceptStore store;
  private final IntBuffer concepts;
  private final IntBuffer codes;
  private final IntBuffer names;
  private final Set<String> withheld;

  private TermList(
      ConceptStore store,
      IntBuffer concepts,
      IntBuffer codes,
      IntBuffer names,
      Set<String> withheld) {
    this.store = store;
    this.concepts = concepts;
    this.codes = codes;
    this.names = names;
    this.withheld = withheld;
  }

  static TermList open(ConceptStore store, Path file) {
    Sections sections = Sections.open(file);
    return new TermList(store, sections.ints(0), sections.ints(1), sections.ints(2), Set.of());
  }

  /**
   * Collects the terms of a list.
   *
   * @param system the id of a system, with {@code /edition} where one of several is meant; empty
   *     for all concepts by their first codes
   * @param withheld folded texts that are not given as synonyms: those that a model is fitted to,
   *     which would otherwise find themselves
   */
  static TermList of(ConceptStore store, String system, Set<String> withheld) {
    Map<String, Integer> byName = new HashMap<>();
    IntArrayList concepts = new IntArrayList();
    IntArrayList codes = new IntArrayList();
    IntArrayList names = new IntArrayList();
    List<String> values = new ArrayList<>();
    for (int i = 0; i < store.size(); i++) {
      Concept concept = store.concept(i);
      for (int c = 0; c < concept.codes().size(); c++) {
        ConceptCode code = concept.codes().get(c);
        int name = store.nameOfCode(i, c);
        if ((system.isEmpty() ? c > 0 : !of(code, system))
            || concept.designations().get(name).kind() == Designation.Kind.STRUCTURAL) {
          continue;
        }
        String folded = NameNormaliser.name(concept.designations().get(name).text());
        Integer before = folded.isEmpty() ? Integer.valueOf(-1) : byName.get(folded);
        if (before == null) {
          byName.put(folded, concepts.size());
          concepts.add(i);
          codes.add(c);
          names.add(name);
          values.add(code.value());
        } else if (before >= 0 && code.value().compareTo(values.get(before)) < 0) {
          concepts.set(before.intValue(), i);
          codes.set(before.intValue(), c);
          names.set(before.intValue(), name);
          values.set(before, code.value());
        }
      }
    }
    return new TermList(
        store,
        IntBuffer.wrap(concepts.toIntArray()),
        IntBuffer.wrap(codes.toIntArray()),
        IntBuffer.wrap(names.toIntArray()),
        withheld);
  }

  private static boolean of(ConceptCode code, String system) {
    return code.system().id().equals(system) || code.system().toString().equals(system);
  }

  void write(Path file) throws IOException {
    new Sections.Writer().ints(array(concepts)).ints(array(codes)).ints(array(names)).write(file);
  }

  private static int[] array(IntBuffer buffer) {
    int[] values = new int[buffer.capacity()];
    buffer.get(0, values);
    return values;
  }

  @Override
  public int size() {
    return concepts.capacity();
  }

  /** The concept's number. */
  int concept(int term) {
    return concepts.get(term);
  }

  @Override
  public String name(int term) {
    return store.concept(concepts.get(term)).designations().get(names.get(term)).text();
  }

  @Override
  public String code(int term) {
    return store.concept(concepts.get(term)).codes().get(codes.get(term)).value();
  }

  @Override
  public SemanticType type(int term) {
    return store.concept(concepts.get(term)).type();
  }

  @Override
  public List<String> synonyms(int term) {
    Concept concept = store.concept(concepts.get(term));
    List<String> synonyms = new ArrayList<>();
    for (int i = 0; i < concept.designations().size(); i++) {
      Designation designation = concept.designations().get(i);
      if (i != names.get(term)
          && designation.kind() != Designation.Kind.STRUCTURAL
          && (withheld.isEmpty() || !withheld.contains(NameNormaliser.name(designation.text())))) {
        synonyms.add(designation.text());
      }
    }
    return synonyms;
  }
}
