package org.twinline.terminology.store;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SortedMap;
import org.twinline.terminology.NameNormaliser;

/**
 * Folded names, each with an ordered list of numbers (concepts, or whatever the file is about).
 *
 * <p>Sections: 0 to 2 the {@link Trie} over the folded names in their order, 3 where each name's
 * list begins in section 4 (n + 1 ints), 4 the lists, 5 flags per name (bytes), 6 where each shown
 * name begins in section 7 (n + 1 ints), 7 the shown names in UTF-8.
 */
public final class NameTable {
  /** The name is a list of capitals and only counts where it is written in capitals. */
  public static final int CAPITALS = 1;

  private final Trie trie;
  private final IntBuffer offsets;
  private final IntBuffer targets;
  private final ByteBuffer flags;
  private final IntBuffer textOffsets;
  private final ByteBuffer texts;

  private NameTable(Sections sections) {
    trie = Trie.read(sections, 0);
    offsets = sections.ints(Trie.SECTIONS);
    targets = sections.ints(Trie.SECTIONS + 1);
    flags = sections.bytes(Trie.SECTIONS + 2);
    textOffsets = sections.ints(Trie.SECTIONS + 3);
    texts = sections.bytes(Trie.SECTIONS + 4);
  }

  /** Maps a table. */
  public static NameTable open(Path file) {
    return new NameTable(Sections.open(file));
  }

  /** What is known of one folded name: the name as shown, its flags, its ordered targets. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared; written once.
  public record Entry(String shown, int flags, int[] targets) {}

  /** The sections of a table of entries by folded name. */
  public static Sections.Writer sections(SortedMap<String, Entry> entries) {
    Writer writer = new Writer();
    entries.forEach((folded, e) -> writer.add(folded, e.shown, e.flags, e.targets));
    return writer.sections();
  }

  /**
   * Takes the entries of a table in the order of their folded names; what it holds is about as
   * large as the file, whatever the number of names.
   */
  public static final class Writer {
    private final SortedStrings names = new SortedStrings();
    private final IntArrayList offsets = new IntArrayList(new int[] {0});
    private final IntArrayList targets = new IntArrayList();
    private final Bytes flags = new Bytes("flags of names");
    private final IntArrayList textOffsets = new IntArrayList(new int[] {0});
    private final Bytes texts = new Bytes("shown names");

    /**
     * Adds a name.
     *
     * @param folded after the one before in the order of {@link String#compareTo}
     * @param shown the name as its source writes it; empty where it is never shown
     * @param flags 0 or {@link #CAPITALS}
     * @param ordered the name's numbers, the likeliest first
     * @throws IllegalArgumentException if the folded name is empty or not after the one before
     */
    public void add(CharSequence folded, String shown, int flags, int[] ordered) {
      names.add(folded);
      targets.addElements(targets.size(), ordered);
      offsets.add(targets.size());
      this.flags.write(flags);
      texts.write(shown.getBytes(StandardCharsets.UTF_8));
      textOffsets.add(texts.size());
    }

    /** How many names were added. */
    public int size() {
      return names.size();
    }

    /** The sections of the table; nothing may be added any more. */
    public Sections.Writer sections() {
      Sections.Writer writer = new Sections.Writer();
      TrieBuilder.write(names, writer);
      return writer
          .ints(offsets.elements(), offsets.size())
          .ints(targets.elements(), targets.size())
          .bytes(flags)
          .ints(textOffsets.elements(), textOffsets.size())
          .bytes(texts);
    }

    /** Writes the table, which must not exist; nothing may be added any more. */
    public void write(Path file) throws IOException {
      sections().write(file);
    }
  }

  /** How many names there are. */
  public int size() {
    return flags.capacity();
  }

  /** The trie over the folded names. */
  public Trie trie() {
    return trie;
  }

  /** The number of a name as written, or −1. */
  public int find(String name) {
    return trie.find(NameNormaliser.name(name));
  }

  /** The ordered targets of a name. */
  public int[] targets(int name) {
    int from = offsets.get(name);
    int[] copy = new int[offsets.get(name + 1) - from];
    targets.get(from, copy);
    return copy;
  }

  /** Whether the name only counts where it is written in capitals. */
  public boolean capitals(int name) {
    return (flags.get(name) & CAPITALS) != 0;
  }

  /** The name as its source writes it. */
  public String shown(int name) {
    int from = textOffsets.get(name);
    byte[] bytes = new byte[textOffsets.get(name + 1) - from];
    texts.get(from, bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
