package org.twinline.terminology.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
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
 * longs), 2 the concepts, 3 the code systems, 4 the atomic entities in order. Sections 2 to 4 are
 * big-endian as {@link java.io.DataOutput} writes them: strings in its modified UTF-8 behind their
 * length (at most 65,535 bytes), counts as unsigned shorts, enums as bytes.
 */
@SuppressWarnings("EnumOrdinal") // The order of these enums is part of the file format.
public final class ConceptStore {
  private final LongBuffer ids;
  private final LongBuffer offsets;
  private final ByteBuffer blob;
  private final List<CodeSystem> systems = new ArrayList<>();
  private final List<AtomicEntity> atoms = new ArrayList<>();

  private ConceptStore(Sections sections) {
    ids = sections.longs(0);
    offsets = sections.longs(1);
    blob = sections.bytes(2);
    try {
      DataInputStream in = input(sections.bytes(3));
      for (int i = in.readInt(); i > 0; i--) {
        systems.add(new CodeSystem(in.readUTF(), in.readUTF()));
      }
      in = input(sections.bytes(4));
      for (int i = in.readInt(); i > 0; i--) {
        atoms.add(new AtomicEntity(in.readUTF(), in.readUTF(), in.readUTF()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Maps a store. */
  public static ConceptStore open(Path file) {
    return new ConceptStore(Sections.open(file));
  }

  private static DataInputStream input(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(0, bytes);
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }

  /** The sections of a store of concepts in the order of their ids. */
  public static Sections.Writer sections(List<Concept> concepts, List<AtomicEntity> atoms)
      throws IOException {
    TreeSet<CodeSystem> sorted = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
    concepts.forEach(c -> c.codes().forEach(code -> sorted.add(code.system())));
    List<CodeSystem> systems = List.copyOf(sorted);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    long[] ids = new long[concepts.size()];
    long[] offsets = new long[concepts.size() + 1];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = concepts.get(i).id().value();
      write(concepts.get(i), systems, atoms, out);
      offsets[i + 1] = out.size();
    }
    Sections.Writer writer = new Sections.Writer().longs(ids).longs(offsets);
    writer.bytes(bytes.toByteArray());
    bytes.reset();
    out.writeInt(systems.size());
    for (CodeSystem system : systems) {
      out.writeUTF(system.id());
      out.writeUTF(system.edition());
    }
    writer.bytes(bytes.toByteArray());
    bytes.reset();
    out.writeInt(atoms.size());
    for (AtomicEntity atom : atoms) {
      out.writeUTF(atom.axis());
      out.writeUTF(atom.zh());
      out.writeUTF(atom.en());
    }
    return writer.bytes(bytes.toByteArray());
  }

  private static void write(
      Concept concept, List<CodeSystem> systems, List<AtomicEntity> atoms, DataOutputStream out)
      throws IOException {
    out.writeByte(concept.type().ordinal());
    out.writeShort(concept.codes().size());
    for (ConceptCode code : concept.codes()) {
      out.writeShort(systems.indexOf(code.system()));
      out.writeUTF(code.value());
    }
    out.writeShort(concept.designations().size());
    for (Designation designation : concept.designations()) {
      out.writeByte(designation.language().ordinal());
      out.writeByte(designation.kind().ordinal());
      out.writeUTF(designation.text());
    }
    out.writeShort(concept.attributes().size());
    for (AtomicEntity attribute : concept.attributes()) {
      out.writeInt(java.util.Collections.binarySearch(atoms, attribute));
    }
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
    long from = offsets.get(ordinal);
    byte[] bytes = new byte[(int) (offsets.get(ordinal + 1) - from)];
    blob.get((int) from, bytes);
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      SemanticType type = SemanticType.values()[in.readByte()];
      List<ConceptCode> codes = new ArrayList<>();
      for (int i = in.readUnsignedShort(); i > 0; i--) {
        codes.add(new ConceptCode(systems.get(in.readUnsignedShort()), in.readUTF()));
      }
      List<Designation> designations = new ArrayList<>();
      for (int i = in.readUnsignedShort(); i > 0; i--) {
        Language language = Language.values()[in.readByte()];
        Designation.Kind kind = Designation.Kind.values()[in.readByte()];
        designations.add(new Designation(in.readUTF(), language, kind));
      }
      List<AtomicEntity> attributes = new ArrayList<>();
      for (int i = in.readUnsignedShort(); i > 0; i--) {
        attributes.add(atoms.get(in.readInt()));
      }
      return new Concept(id(ordinal), type, codes, designations, attributes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
