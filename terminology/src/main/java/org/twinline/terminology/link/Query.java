package org.twinline.terminology.link;

import java.util.Arrays;
import org.twinline.terminology.SemanticType;

/**
 * A text prepared for comparison with many terms: its parts, its grams with the parts each occurs
 * in, its attributes and sites, and what its grams translate to. Reused from text to text; for one
 * thread.
 */
final class Query {
  private static final int GRAM_SLOTS = 1 << 10;
  private static final int TRANSLATION_SLOTS = 1 << 14;
  private static final int EXPANSION = 8;
  private static final float LEAST_TRANSLATION = 0.08f;

  private final TargetNames names;
  private final int[] buffer = new int[Grams.MAX];

  String raw = "";
  Segments parts;
  final float[] norm = new float[Segments.MAX];
  final float[] idfSum = new float[Segments.MAX];
  final int[] gramCount = new int[Segments.MAX];
  final long[][] attributes = new long[Segments.MAX][WordBits.LONGS];
  final long[][] sites = new long[Segments.MAX][WordBits.LONGS];
  final long[][] wholes = new long[Segments.MAX][WordBits.LONGS];

  /** The text's distinct grams in order, with weight and the parts (bits) that contain each. */
  int grams;

  final int[] gram = new int[Grams.MAX * 2];
  final float[] idf = new float[Grams.MAX * 2];
  final int[] partsOf = new int[Grams.MAX * 2];

  private final int[] gramSlot = new int[GRAM_SLOTS];
  private final int[] translationSlot = new int[TRANSLATION_SLOTS];
  private final TopScores top = new TopScores();
  private final int[] topIds = new int[EXPANSION];
  private final float[] topScores = new float[EXPANSION];
  private int translations;
  private int[] translated = new int[1 << 11];
  private float[] sums = new float[(1 << 11) * Segments.MAX];
  private float[] best = new float[1 << 11];
  private long[] sources = new long[(1 << 11) * 2];
  private int[] usedSlots = new int[1 << 11];

  Query(TargetNames names) {
    this.names = names;
    parts = Segments.of("", SemanticType.OTHER);
    Arrays.fill(gramSlot, -1);
    Arrays.fill(translationSlot, -1);
  }

  /** Takes the next text. */
  void set(String text, SemanticType type) {
    raw = text;
    parts = Segments.of(raw, type);
    Arrays.fill(gramSlot, -1);
    grams = 0;
    for (int p = 0; p < parts.size(); p++) {
      Segments.Part part = parts.get(p);
      int n = Grams.of(part.form(), buffer);
      gramCount[p] = n;
      float squares = 0;
      float sum = 0;
      for (int i = 0; i < n; i++) {
        int index = add(buffer[i]);
        partsOf[index] |= 1 << p;
        squares += idf[index] * idf[index];
        sum += idf[index];
      }
      norm[p] = (float) Math.sqrt(squares);
      idfSum[p] = sum;
      Arrays.fill(attributes[p], 0);
      Arrays.fill(sites[p], 0);
      Arrays.fill(wholes[p], 0);
      Attributes.table().scan(part.folded(), 0, part.folded().length(), attributes[p]);
      BodySites.table().scan(part.folded(), 0, part.folded().length(), sites[p]);
      BodySites.table().close(sites[p], wholes[p]);
    }
  }

  private int add(int value) {
    int slot = GramTable.mix(value) & (GRAM_SLOTS - 1);
    while (gramSlot[slot] >= 0) {
      if (gram[gramSlot[slot]] == value) {
        return gramSlot[slot];
      }
      slot = (slot + 1) & (GRAM_SLOTS - 1);
    }
    if (grams == gram.length) {
      return grams - 1;
    }
    gramSlot[slot] = grams;
    gram[grams] = value;
    partsOf[grams] = 0;
    idf[grams] = names.idf(value);
    return grams++;
  }

  /** The index of a gram in this text, −1 where the text lacks it. */
  int find(int value) {
    for (int slot = GramTable.mix(value) & (GRAM_SLOTS - 1);
        ;
        slot = (slot + 1) & (GRAM_SLOTS - 1)) {
      int index = gramSlot[slot];
      if (index < 0 || gram[index] == value) {
        return index;
      }
    }
  }

  /** Translates every gram of the text. */
  void translate(TranslationTable table) {
    for (int i = 0; i < translations; i++) {
      translationSlot[usedSlots[i]] = -1;
    }
    translations = 0;
    for (int f = 0; f < grams; f++) {
      int row = table.row(gram[f]);
      if (row < 0) {
        continue;
      }
      for (int e = table.start(row); e < table.end(row); e++) {
        float p = table.probability(e);
        int t = translation(table.gram(e));
        for (int rest = partsOf[f]; rest != 0; rest &= rest - 1) {
          sums[t * Segments.MAX + Integer.numberOfTrailingZeros(rest)] += p;
        }
        best[t] = Math.max(best[t], p);
        if (p >= 0.03f && f < 128) {
          sources[t * 2 + (f >>> 6)] |= 1L << (f & 63);
        }
      }
    }
  }

  private int translation(int value) {
    int slot = GramTable.mix(value) & (TRANSLATION_SLOTS - 1);
    while (translationSlot[slot] >= 0) {
      if (translated[translationSlot[slot]] == value) {
        return translationSlot[slot];
      }
      slot = (slot + 1) & (TRANSLATION_SLOTS - 1);
    }
    int t = translations++;
    if (t == translated.length) {
      translated = Arrays.copyOf(translated, t * 2);
      usedSlots = Arrays.copyOf(usedSlots, t * 2);
      best = Arrays.copyOf(best, t * 2);
      sources = Arrays.copyOf(sources, t * 4);
      sums = Arrays.copyOf(sums, t * 2 * Segments.MAX);
    }
    translationSlot[slot] = t;
    usedSlots[t] = slot;
    translated[t] = value;
    best[t] = 0;
    sources[t * 2] = 0;
    sources[t * 2 + 1] = 0;
    Arrays.fill(sums, t * Segments.MAX, (t + 1) * Segments.MAX, 0);
    return t;
  }

  /** The index of a name gram among the translations, −1 where nothing translates to it. */
  int translationOf(int value) {
    for (int slot = GramTable.mix(value) & (TRANSLATION_SLOTS - 1);
        ;
        slot = (slot + 1) & (TRANSLATION_SLOTS - 1)) {
      int t = translationSlot[slot];
      if (t < 0 || translated[t] == value) {
        return t;
      }
    }
  }

  /**
   * A part's form followed by the grams its grams most likely stand for and the text lacks, to find
   * names written in other words.
   */
  CharSequence expanded(int part) {
    top.clear(EXPANSION);
    for (int t = 0; t < translations; t++) {
      float p = sums[t * Segments.MAX + part];
      if (p >= LEAST_TRANSLATION && (translated[t] >>> 16) >= 0x2e80 && find(translated[t]) < 0) {
        top.offer(t, Math.min(1, p) * names.idf(translated[t]));
      }
    }
    int n = top.drain(topIds, topScores);
    StringBuilder out = new StringBuilder(parts.get(part).form());
    int length = out.length();
    BodySites.table().appendWider(sites[part], out);
    if (n == 0 && out.length() == length) {
      return "";
    }
    for (int i = 0; i < n; i++) {
      int value = translated[topIds[i]];
      out.append(' ').append((char) (value >>> 16)).append((char) value);
    }
    return out;
  }

  /** Σ of the probabilities of a translation over the grams of a part. */
  float sum(int translation, int part) {
    return sums[translation * Segments.MAX + part];
  }

  /** The greatest probability of a translation from any gram. */
  float best(int translation) {
    return best[translation];
  }

  /** The first 128 grams of the text that may stand for a translation, as bits. */
  long sources(int translation, int half) {
    return sources[translation * 2 + half];
  }
}
