package org.twinline.terminology.store;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.twinline.terminology.NameNormaliser;

/**
 * Folded names, each with an ordered list of numbers (concepts, or whatever the file is about).
 *
 * <p>Sections: 0 and 1 the {@link Trie} over the folded names in their order, 2 where each name's
 * list begins in section 3 (n + 1 ints), 3 the lists, 4 flags per name (ints), 5 where each shown
 * name begins in section 6 (n + 1 ints), 6 the shown names in UTF-8.
 */
public final class NameTable {
  /** The name is a list of capitals and only counts where it is written in capitals. */
  public static final int CAPITALS = 1;

  private final Trie trie;
  private final IntBuffer offsets;
  private final IntBuffer targets;
  private final IntBuffer flags;
  private final IntBuffer textOffsets;
  private final ByteBuffer texts;

  private NameTable(Sections sections) {
    trie = Trie.read(sections, 0);
    offsets = sections.ints(2);
    targets = sections.ints(3);
    flags = sections.ints(4);
    textOffsets = sections.ints(5);
    texts = sections.bytes(6);
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
    Sections.Writer writer = new Sections.Writer();
    TrieBuilder.write(List.copyOf(entries.keySet()), writer);
    int n = entries.size();
    int[] offsets = new int[n + 1];
    int[] flags = new int[n];
    int[] textOffsets = new int[n + 1];
    List<byte[]> texts = new ArrayList<>();
    int i = 0;
    for (Entry entry : entries.values()) {
      byte[] text = entry.shown.getBytes(StandardCharsets.UTF_8);
      texts.add(text);
      offsets[i + 1] = offsets[i] + entry.targets.length;
      textOffsets[i + 1] = Math.addExact(textOffsets[i], text.length);
      flags[i++] = entry.flags;
    }
    int[] targets =
        entries.values().stream().flatMapToInt(e -> java.util.Arrays.stream(e.targets)).toArray();
    ByteBuffer all = ByteBuffer.allocate(textOffsets[n]);
    texts.forEach(all::put);
    return writer.ints(offsets).ints(targets).ints(flags).ints(textOffsets).bytes(all.array());
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
