package org.twinline.terminology.link;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongArrays;
import it.unimi.dsi.fastutil.objects.Object2IntOpenCustomHashMap;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.SemanticType;
import org.twinline.terminology.store.Sections;

/**
 * The names of {@link Targets} prepared for matching: each name and synonym is a
 * <em>designation</em> with its {@link LinkForm}, attributes and sites; forms are looked up by
 * hash.
 *
 * <p>The designations of a term are contiguous, its own name first. One file of memory-mapped
 * sections: term offsets, form offsets, {@link FormTexts forms}, slots of the hash table, term of
 * each designation, distinct rows of attribute and site bits, the gram table with document
 * frequencies. Thread-safe.
 */
public final class TargetNames {
  /** How many terms are prepared at a time, on all cores. */
  private static final int BLOCK = 8_192;

  /** How many longs the attribute and site bits of a designation take. */
  private static final int WIDTH = 2 * WordBits.LONGS;

  private final IntBuffer firstOf;
  private final FormTexts forms;
  private final IntBuffer slots;
  private final IntBuffer termOf;
  private final LongBuffer rows;
  private final IntBuffer rowOf;
  private final GramTable grams;
  private final IntBuffer idf;
  private final IntBuffer codes;
  private final int mask;
  private final float unseen;

  private TargetNames(Sections sections) {
    firstOf = sections.ints(0);
    forms = new FormTexts(sections.ints(1), sections.bytes(2));
    slots = sections.ints(3);
    termOf = sections.ints(4);
    rows = sections.longs(5);
    rowOf = sections.ints(10);
    grams = GramTable.read(sections, 6);
    idf = sections.ints(8);
    codes = sections.ints(9);
    mask = slots.capacity() - 1;
    unseen = (float) (StrictMath.log(1.0 + designations()) + 1);
  }

  /** No names at all, for lists that nothing was added to. */
  static TargetNames none() {
    return new TargetNames();
  }

  private TargetNames() {
    firstOf = IntBuffer.wrap(new int[] {0});
    forms = new FormTexts(IntBuffer.wrap(new int[] {0}), ByteBuffer.allocate(0));
    slots = IntBuffer.wrap(new int[] {-1});
    termOf = IntBuffer.allocate(0);
    rows = LongBuffer.allocate(0);
    rowOf = IntBuffer.allocate(0);
    grams = new GramTable.Builder().build();
    idf = IntBuffer.allocate(0);
    codes = IntBuffer.allocate(0);
    mask = 0;
    unseen = 1;
  }

  /** Opens what {@link #write} wrote. */
  public static TargetNames open(Path file) {
    return new TargetNames(Sections.open(file));
  }

  /** Prepares the names of the targets and writes them to a new file. */
  public static TargetNames write(Targets targets, Path file) throws IOException {
    int terms = targets.size();
    int[] firstOf = new int[terms + 1];
    int[] termOf = new int[terms + 1];
    int[] rowOf = new int[terms + 1];
    LongArrayList rows = new LongArrayList();
    Object2IntOpenCustomHashMap<long[]> numbers =
        new Object2IntOpenCustomHashMap<>(LongArrays.HASH_STRATEGY);
    FormTexts.Builder forms = new FormTexts.Builder(terms);
    GramTable.Builder grams = new GramTable.Builder();
    int[] df = new int[1 << 12];
    int[] buffer = new int[Grams.MAX];
    int[] codes = new int[terms];
    int n = 0;
    for (int from = 0; from < terms; from += BLOCK) {
      Prepared[] block =
          IntStream.range(from, Math.min(terms, from + BLOCK))
              .parallel()
              .mapToObj(term -> Prepared.of(targets, term))
              .toArray(Prepared[]::new);
      for (int term = from; term < from + block.length; term++) {
        Prepared prepared = block[term - from];
        firstOf[term] = n;
        codes[term] = prepared.code;
        for (int s = 0; s < prepared.forms.size(); s++) {
          String form = prepared.forms.get(s);
          if (n + 1 >= termOf.length) {
            termOf = Arrays.copyOf(termOf, n * 2 + 2);
            rowOf = Arrays.copyOf(rowOf, n * 2 + 2);
          }
          forms.add(form);
          termOf[n] = term;
          long[] row = Arrays.copyOfRange(prepared.bits, s * WIDTH, (s + 1) * WIDTH);
          int number = numbers.computeIfAbsent(row, r -> rows.size() / WIDTH);
          if (number * WIDTH == rows.size()) {
            rows.addElements(rows.size(), row);
          }
          rowOf[n] = number;
          int count = Grams.of(form, buffer);
          for (int g = 0; g < count; g++) {
            int gram = grams.add(buffer[g]);
            df = gram < df.length ? df : Arrays.copyOf(df, df.length * 2);
            df[gram]++;
          }
          n++;
        }
      }
    }
    firstOf[terms] = n;
    int[] idf = new int[grams.size()];
    for (int g = 0; g < idf.length; g++) {
      idf[g] = Float.floatToIntBits((float) (StrictMath.log((1.0 + n) / (1.0 + df[g])) + 1));
    }
    Sections.Writer out =
        new Sections.Writer()
            .ints(firstOf)
            .ints(forms.starts())
            .bytes(forms.bytes())
            .ints(table(forms.build(), n))
            .ints(termOf, n)
            .longs(rows.toLongArray());
    grams.write(out);
    out.ints(idf).ints(codes).ints(rowOf, n).write(file);
    return open(file);
  }

  /** A term's code, its distinct forms (the first may be empty) and the bits of each. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Prepared(int code, List<String> forms, long[] bits) {
    static Prepared of(Targets targets, int term) {
      String name = targets.name(term);
      SemanticType type = targets.type(term);
      List<String> names = new ArrayList<>();
      names.add(name);
      names.addAll(targets.synonyms(term));
      names.addAll(Variants.of(name));
      List<String> forms = new ArrayList<>(names.size());
      long[] bits = new long[names.size() * 2 * WordBits.LONGS];
      for (String each : names) {
        String folded = NameNormaliser.name(each);
        String form = LinkForm.ofFolded(folded, type);
        if (forms.isEmpty() || !(form.isEmpty() || forms.contains(form))) {
          Bits.scan(folded, bits, forms.size() * 2 * WordBits.LONGS);
          forms.add(form);
        }
      }
      return new Prepared(packed(targets.code(term)), forms, bits);
    }
  }

  /** Category (24 bits), whether it is a morphology code (1 bit), length (7 bits). */
  private static int packed(String code) {
    int n = Math.min(code.length(), 127);
    int category = 0;
    int categoryLength = n > 0 && Character.isDigit(code.charAt(0)) ? 4 : 3;
    for (int i = 0; i < Math.min(n, categoryLength); i++) {
      category = category * 89 + code.charAt(i);
    }
    return category << 8 | (code.indexOf('/') > 0 ? 0x80 : 0) | n;
  }

  /** A number equal for terms of one category (the first three places of the code), 0 for none. */
  int category(int term) {
    return codes.get(term) >>> 8;
  }

  /** Whether the term's code is one of morphology, such as M80000/3. */
  boolean morphology(int term) {
    return (codes.get(term) & 0x80) != 0;
  }

  int codeLength(int term) {
    return codes.get(term) & 0x7f;
  }

  private static int[] table(FormTexts forms, int n) {
    int[] slots = new int[Math.max(16, Integer.highestOneBit(n + n / 2 + 1) * 2)];
    Arrays.fill(slots, -1);
    char[] form = new char[0];
    for (int d = 0; d < n; d++) {
      int length = forms.length(d);
      form = length <= form.length ? form : new char[length * 2];
      forms.copy(d, form);
      int slot = hash(CharBuffer.wrap(form), 0, length) & (slots.length - 1);
      while (slots[slot] >= 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = d;
    }
    return slots;
  }

  private static int hash(CharSequence text, int from, int to) {
    int h = 0x811c9dc5;
    for (int i = from; i < to; i++) {
      h = (h ^ text.charAt(i)) * 0x01000193;
    }
    return GramTable.mix(h);
  }

  /** How many terms there are. */
  public int terms() {
    return firstOf.capacity() - 1;
  }

  /** How many designations there are. */
  public int designations() {
    return termOf.capacity();
  }

  /** The term of a designation. */
  public int term(int designation) {
    return termOf.get(designation);
  }

  /** The first designation of a term: its own name. */
  public int first(int term) {
    return firstOf.get(term);
  }

  /** The matching form of a designation: what a {@link GramSearch} over these names indexes. */
  public String form(int designation) {
    char[] chars = new char[length(designation)];
    copy(designation, chars);
    return new String(chars);
  }

  int length(int designation) {
    return forms.length(designation);
  }

  /** Copies at most {@code out.length} characters of a form. */
  int copy(int designation, char[] out) {
    return forms.copy(designation, out);
  }

  /** The attribute bits, then the site bits, of a designation. */
  void bits(int designation, long[] attributes, long[] sites) {
    int at = rowOf.get(designation) * WIDTH;
    for (int i = 0; i < WordBits.LONGS; i++) {
      attributes[i] = rows.get(at + i);
      sites[i] = rows.get(at + WordBits.LONGS + i);
    }
  }

  /**
   * Writes the designations whose form is exactly that part of the text.
   *
   * @return how many were written, at most {@code out.length}
   */
  int exact(CharSequence text, int from, int to, int[] out) {
    int n = 0;
    for (int slot = hash(text, from, to) & mask; n < out.length; slot = (slot + 1) & mask) {
      int d = slots.get(slot);
      if (d < 0) {
        break;
      }
      if (forms.same(d, text, from, to)) {
        out[n++] = d;
      }
    }
    return n;
  }

  /** The inverse document frequency of a gram among the designations, at least 1. */
  float idf(int gram) {
    int number = grams.number(gram);
    return number < 0 ? unseen : Float.intBitsToFloat(idf.get(number));
  }

  /** All forms as an array-based index, for lists of up to some tens of thousands of names. */
  public GramPostings postings() {
    GramPostings.Builder builder = new GramPostings.Builder();
    for (int d = 0; d < designations(); d++) {
      builder.add(form(d));
    }
    return builder.build();
  }

  /** Attribute and site bits side by side. */
  static final class Bits {
    private Bits() {}

    static void scan(CharSequence folded, long[] out, int at) {
      long[] attributes = new long[WordBits.LONGS];
      long[] sites = new long[WordBits.LONGS];
      Attributes.table().scan(folded, 0, folded.length(), attributes);
      BodySites.table().scan(folded, 0, folded.length(), sites);
      System.arraycopy(attributes, 0, out, at, WordBits.LONGS);
      System.arraycopy(sites, 0, out, at + WordBits.LONGS, WordBits.LONGS);
    }
  }

  /** The semantic type most terms have. */
  static SemanticType mainType(Targets targets) {
    int[] counts = new int[SemanticType.values().length];
    for (int t = 0; t < targets.size(); t++) {
      counts[targets.type(t).ordinal()]++;
    }
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return SemanticType.values()[best];
  }
}
