package org.twinline.terminology;

import java.util.List;
import java.util.Optional;
import org.twinline.core.Require;
import org.twinline.core.triple.Language;

/**
 * A coded meaning.
 *
 * @param codes at least one; the first gives the id, the others are cross-references
 * @param designations at least one, in source order
 * @param attributes the atomic entities the concept is made of
 */
public record Concept(
    ConceptId id,
    SemanticType type,
    List<ConceptCode> codes,
    List<Designation> designations,
    List<AtomicEntity> attributes) {
  public Concept {
    codes = List.copyOf(codes);
    designations = List.copyOf(designations);
    attributes = List.copyOf(attributes);
    Require.argument(!codes.isEmpty(), "Cannot make a concept without a code");
    Require.argument(!designations.isEmpty(), "Cannot make a concept without a name: %s", codes);
  }

  /** The code that gives the concept its identity. */
  public ConceptCode code() {
    return codes.get(0);
  }

  /** The preferred name in that language, else the first name in it. */
  public Optional<String> name(Language language) {
    return designations.stream()
        .filter(d -> d.language() == language)
        .min((a, b) -> a.kind().compareTo(b.kind()))
        .map(Designation::text);
  }
}
