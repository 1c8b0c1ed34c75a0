package org.twinline.terminology.store;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.twinline.core.triple.Language;
import org.twinline.terminology.AtomicEntity;
import org.twinline.terminology.CodeSystem;
import org.twinline.terminology.Concept;
import org.twinline.terminology.ConceptCode;
import org.twinline.terminology.ConceptId;
import org.twinline.terminology.Designation;
import org.twinline.terminology.SemanticType;

/**
 * The concepts by ordinal, which is their rank by id.
 *
 * <p>Sections: 0 the ids in unsigned order (longs), 1 where each concept begins in section 2 (n + 1
 * ints), 2 the concepts, 3 the code systems, 4 the atomic entities in order. In sections 2 to 4
 * numbers are unsigned and of seven bits a byte, low bits first (LEB128); strings are in UTF-8
 * behind their length in bytes; enums are bytes. A concept: its type; how many codes, each with its
 * system, value and 1 + the name its source prefers (0 where none is stated); how many names, each
 * with language, kind and text; how many atomic entities, and which.
 */
@SuppressWarnings("EnumOrdinal") // The order of these enums is part of the file format.
public final class ConceptStore {
  /** The longest name or code, in bytes of UTF-8. */
  public static final int MAX_TEXT_BYTES = 65_535;

  private static final SemanticType[] TYPES = SemanticType.values();
  private static final Language[] LANGUAGES = Language.values();
  private static final Designation.Kind[] KINDS = Designation.Kind.values();

  private final LongBuffer ids;
  private final IntBuffer offsets;
  private final ByteBuffer blob;
  private final List<CodeSystem> systems = new ArrayList<>();
  private final List<AtomicEntity> atoms = new ArrayList<>();

  private ConceptStore(Sections sections) {
    ids = sections.longs(0);
    offsets = sections.ints(1);
    blob = sections.bytes(2);
    ByteBuffer written = sections.bytes(3);
    PackedReader in = new PackedReader(written, 0, written.capacity());
    for (int i = in.number(); i > 0; i--) {
      systems.add(new CodeSystem(in.text(), in.text()));
    }
    written = sections.bytes(4);
    in = new PackedReader(written, 0, written.capacity());
    for (int i = in.number(); i > 0; i--) {
      atoms.add(new AtomicEntity(in.text(), in.text(), in.text()));
    }
  }

  /** Maps a store. */
  public static ConceptStore open(Path file) {
    return new ConceptStore(Sections.open(file));
  }

  /**
   * The sections of a store of concepts in the order of their ids.
   *
   * @throws org.twinline.terminology.TerminologyException as {@link ConceptStoreWriter#add}
   */
  public static Sections.Writer sections(List<Concept> concepts, List<AtomicEntity> atoms) {
    ConceptStoreWriter writer = new ConceptStoreWriter(atoms);
    concepts.forEach(concept -> writer.add(concept, new int[0]));
    return writer.sections();
  }

  /** How many concepts there are. */
  public int size() {
    return ids.capacity();
  }

  /** The id of the concept at that ordinal. */
  public ConceptId id(int ordinal) {
    return new ConceptId(ids.get(ordinal));
  }

  /** The ordinal of a concept, or −1. */
  public int ordinal(ConceptId id) {
    int low = 0;
    int high = ids.capacity() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Long.compareUnsigned(ids.get(middle), id.value());
      if (order == 0) {
        return middle;
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    return -1;
  }

  /** The atomic entities of all concepts, sorted. */
  public List<AtomicEntity> atoms() {
    return atoms;
  }

  /** The concept at that ordinal, decoded anew at each call (about a microsecond). */
  public Concept concept(int ordinal) {
    PackedReader in = reader(ordinal);
    SemanticType type = TYPES[in.octet()];
    int count = in.number();
    List<ConceptCode> codes = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      codes.add(new ConceptCode(systems.get(in.number()), in.text()));
      in.number();
    }
    List<Designation> designations = designations(in);
    count = in.number();
    List<AtomicEntity> attributes = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      attributes.add(atoms.get(in.number()));
    }
    return new Concept(id(ordinal), type, codes, designations, attributes);
  }

  /** The names of the concept at that ordinal, decoded anew at each call. */
  public List<Designation> designations(int ordinal) {
    PackedReader in = reader(ordinal);
    in.octet();
    for (int codes = in.number(); codes > 0; codes--) {
      skipCode(in);
    }
    return Collections.unmodifiableList(designations(in));
  }

  private static List<Designation> designations(PackedReader in) {
    int count = in.number();
    List<Designation> designations = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Language language = LANGUAGES[in.octet()];
      Designation.Kind kind = KINDS[in.octet()];
      designations.add(new Designation(in.text(), language, kind));
    }
    return designations;
  }

  private static void skipCode(PackedReader in) {
    in.number();
    in.skipText();
    in.number();
  }

  /**
   * Which of the concept's designations the source of one of its codes prefers, or −1 where it
   * states none.
   */
  public int nameOfCode(int ordinal, int code) {
    PackedReader in = reader(ordinal);
    in.octet();
    int count = in.number();
    if (code < 0 || code >= count) {
      throw new IndexOutOfBoundsException("code " + code + " of " + count);
    }
    for (int i = 0; i < code; i++) {
      skipCode(in);
    }
    in.number();
    in.skipText();
    return in.number() - 1;
  }

  private PackedReader reader(int ordinal) {
    return new PackedReader(blob, offsets.get(ordinal), offsets.get(ordinal + 1));
  }
}
