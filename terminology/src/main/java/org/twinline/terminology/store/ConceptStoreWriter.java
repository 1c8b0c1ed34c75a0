package org.twinline.terminology.store;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.objects.Object2IntLinkedOpenHashMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.twinline.core.Require;
import org.twinline.terminology.AtomicEntity;
import org.twinline.terminology.CodeSystem;
import org.twinline.terminology.Concept;
import org.twinline.terminology.ConceptCode;
import org.twinline.terminology.Designation;
import org.twinline.terminology.TerminologyException;

/**
 * Takes the concepts of a {@link ConceptStore} in the order of their ids; what it holds is as large
 * as the file, whatever the number of concepts.
 */
@SuppressWarnings("EnumOrdinal") // The order of these enums is part of the file format.
public final class ConceptStoreWriter {
  private final Object2IntLinkedOpenHashMap<CodeSystem> systems =
      new Object2IntLinkedOpenHashMap<>();
  private final Object2IntLinkedOpenHashMap<AtomicEntity> atoms =
      new Object2IntLinkedOpenHashMap<>();
  private final LongArrayList ids = new LongArrayList();
  private final IntArrayList offsets = new IntArrayList(new int[] {0});
  private final PackedWriter concepts = new PackedWriter("concepts");

  /**
   * A writer for concepts made of these atomic entities.
   *
   * @param atoms sorted and distinct
   */
  public ConceptStoreWriter(List<AtomicEntity> atoms) {
    atoms.forEach(atom -> this.atoms.put(atom, this.atoms.size()));
  }

  /**
   * Adds a concept.
   *
   * @param concept with an id after that of the one before
   * @param nameOfCode for each code which of the designations its source prefers, −1 or nothing
   *     where none
   * @throws TerminologyException if a name or code is longer than {@link
   *     ConceptStore#MAX_TEXT_BYTES}
   */
  public void add(Concept concept, int[] nameOfCode) {
    long id = concept.id().value();
    Require.argument(
        ids.isEmpty() || Long.compareUnsigned(ids.getLong(ids.size() - 1), id) < 0,
        "illegal concept %s: must come after the one before it",
        concept.id());
    ids.add(id);
    concepts.octet(concept.type().ordinal());
    concepts.number(concept.codes().size());
    for (int i = 0; i < concept.codes().size(); i++) {
      ConceptCode code = concept.codes().get(i);
      int name = i < nameOfCode.length ? nameOfCode[i] : -1;
      Require.argument(
          name < concept.designations().size(),
          "illegal name of code %s: %s, the concept has %s names",
          code,
          name,
          concept.designations().size());
      int system = systems.computeIfAbsent(code.system(), s -> systems.size());
      concepts.number(system);
      text(code.value(), concept);
      concepts.number(Math.max(0, name + 1));
    }
    concepts.number(concept.designations().size());
    for (Designation designation : concept.designations()) {
      concepts.octet(designation.language().ordinal());
      concepts.octet(designation.kind().ordinal());
      text(designation.text(), concept);
    }
    concepts.number(concept.attributes().size());
    for (AtomicEntity attribute : concept.attributes()) {
      Require.argument(
          atoms.containsKey(attribute), "illegal attribute of %s: not listed", concept.code());
      concepts.number(atoms.getInt(attribute));
    }
    offsets.add(concepts.bytes().size());
  }

  private void text(String text, Concept concept) {
    int most = ConceptStore.MAX_TEXT_BYTES;
    int length = text.length() * 3 <= most ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
    if (length > most) {
      throw new TerminologyException(
          "Cannot store concept %s: a name or code of %d bytes, at most %d are possible; shorten it"
              .formatted(concept.id(), length, most));
    }
    concepts.text(text);
  }

  /** How many concepts were added. */
  public int size() {
    return ids.size();
  }

  /** The sections of the store; nothing may be added any more. */
  public Sections.Writer sections() {
    PackedWriter known = new PackedWriter("code systems");
    known.number(systems.size());
    for (CodeSystem system : systems.keySet()) {
      known.text(system.id());
      known.text(system.edition());
    }
    PackedWriter entities = new PackedWriter("atomic entities");
    entities.number(atoms.size());
    for (AtomicEntity atom : atoms.keySet()) {
      entities.text(atom.axis());
      entities.text(atom.zh());
      entities.text(atom.en());
    }
    return new Sections.Writer()
        .longs(ids.toLongArray())
        .ints(offsets.elements(), offsets.size())
        .bytes(concepts.bytes())
        .bytes(known.bytes())
        .bytes(entities.bytes());
  }

  /** Writes the store, which must not exist; nothing may be added any more. */
  public void write(Path file) throws IOException {
    sections().write(file);
  }
}
