package org.twinline.terminology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twinline.terminology.link.Targets;
import org.twinline.terminology.store.ConceptStore;

/** Every concept as a term under its own number: its first code with that code's name. */
final class AllConcepts implements Targets {
  private final ConceptStore store;
  private final SemanticType mainType;

  /** The concept asked for last; a race costs a second reading, nothing else. */
  private Last last = new Last(-1, Optional.empty());

  private record Last(int term, Optional<Concept> concept) {}

  private Concept concept(int term) {
    Last before = last;
    if (before.term == term && before.concept.isPresent()) {
      return before.concept.get();
    }
    Concept concept = store.concept(term);
    last = new Last(term, Optional.of(concept));
    return concept;
  }

  AllConcepts(ConceptStore store, SemanticType mainType) {
    this.store = store;
    this.mainType = mainType;
  }

  @Override
  public SemanticType mainType() {
    return mainType;
  }

  @Override
  public int size() {
    return store.size();
  }

  /** Empty where the concept is a category without a name. */
  @Override
  public String name(int term) {
    Designation name = concept(term).designations().get(store.nameOfCode(term, 0));
    return name.kind() == Designation.Kind.STRUCTURAL ? "" : name.text();
  }

  @Override
  public String code(int term) {
    return concept(term).code().value();
  }

  @Override
  public SemanticType type(int term) {
    return concept(term).type();
  }

  @Override
  public List<String> synonyms(int term) {
    List<Designation> designations = concept(term).designations();
    List<String> synonyms = new ArrayList<>(designations.size());
    int own = store.nameOfCode(term, 0);
    for (int i = 0; i < designations.size(); i++) {
      if (i != own && designations.get(i).kind() != Designation.Kind.STRUCTURAL) {
        synonyms.add(designations.get(i).text());
      }
    }
    return synonyms;
  }
}
