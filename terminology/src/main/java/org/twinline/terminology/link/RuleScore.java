package org.twinline.terminology.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.twinline.core.verdict.Explanation;

/**
 * How well a name fits a part of a text, without training: a number in [0,1] from transparent
 * parts.
 *
 * <p>1 for equal forms; else {@code 0.97 · (w₁ · cosine + w₂ · coverage of the name + w₃ · coverage
 * of the part)} over gram weights, less a penalty for each attribute that both name differently,
 * that only the name has, or only the part, and for each site of the name that the part neither
 * names nor lies in. For one thread.
 */
final class RuleScore {
  private static final float COSINE = 0.42f;
  private static final float NAME = 0.21f;
  private static final float PART = 0.37f;
  private static final float CONFLICT = 0.085f;
  private static final float TERM_ONLY = 0.055f;
  private static final float TEXT_ONLY = 0.013f;
  private static final float FOREIGN_SITE = 0.28f;
  private static final float WIDER_SITE = 0.014f;
  private static final float NARROWER_SITE = 0.056f;

  private final AllNames names;
  private final char[] chars = new char[160];
  private final int[] grams = new int[Grams.MAX];
  private final float[] common = new float[Segments.MAX];
  private final float[] squares = new float[Segments.MAX];
  private final long[] attributes = new long[WordBits.LONGS];
  private final long[] sites = new long[WordBits.LONGS];
  private final long[] wholes = new long[WordBits.LONGS];

  /** The text's grams that the designation shares, as bits. */
  private final long[] shared = new long[Grams.MAX * 2 / 64];

  private float sum;
  private float norm;
  private int length;

  RuleScore(AllNames names) {
    this.names = names;
  }

  /** Takes a designation; then {@link #of} scores it against parts of the query. */
  void set(Query query, int designation) {
    length = names.copy(designation, chars);
    names.bits(designation, attributes, sites);
    Arrays.fill(wholes, 0);
    BodySites.table().close(sites, wholes);
    Arrays.fill(common, 0, query.parts.size(), 0);
    Arrays.fill(squares, 0, query.parts.size(), 0);
    int n = Grams.of(java.nio.CharBuffer.wrap(chars, 0, length), grams);
    Arrays.fill(shared, 0);
    sum = 1e-6f;
    float all = 1e-6f;
    for (int i = 0; i < n; i++) {
      int index = query.find(grams[i]);
      float weight = index >= 0 ? query.idf[index] : names.base().idf(grams[i]);
      sum += weight;
      all += weight * weight;
      if (index >= 0) {
        shared[index >>> 6] |= 1L << (index & 63);
      }
      for (int rest = index < 0 ? 0 : query.partsOf[index]; rest != 0; rest &= rest - 1) {
        int p = Integer.numberOfTrailingZeros(rest);
        common[p] += weight;
        squares[p] += weight * weight;
      }
    }
    norm = (float) Math.sqrt(all);
  }

  /** Adds the text's grams that the designation shares. */
  void cover(long[] covered) {
    for (int i = 0; i < covered.length; i++) {
      covered[i] |= shared[i];
    }
  }

  /** The share of the designation's grams in the text that are covered already. */
  float covered(long[] covered) {
    int all = 0;
    int both = 0;
    for (int i = 0; i < covered.length; i++) {
      all += Long.bitCount(shared[i]);
      both += Long.bitCount(shared[i] & covered[i]);
    }
    return all == 0 ? 1 : both / (float) all;
  }

  private float likeness(Query query, int part) {
    float cosine = squares[part] / (norm * query.norm[part] + 1e-6f);
    return COSINE * cosine
        + NAME * common[part] / sum
        + PART * common[part] / (query.idfSum[part] + 1e-6f);
  }

  private boolean equal(Query query, int part) {
    String form = query.parts.get(part).form();
    if (form.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (form.charAt(i) != chars[i]) {
        return false;
      }
    }
    return true;
  }

  private float attributePenalty(Query query, int part) {
    Attributes table = Attributes.table();
    float penalty = 0;
    for (int a = 0; a < table.names().size(); a++) {
      penalty += penalty(table.compare(a, query.attributes[part], attributes));
    }
    return penalty;
  }

  private static float penalty(int compared) {
    return switch (compared) {
      case Attributes.CONFLICT -> CONFLICT;
      case Attributes.TERM_ONLY -> TERM_ONLY;
      case Attributes.TEXT_ONLY -> TEXT_ONLY;
      default -> 0;
    };
  }

  private float sitePenalty(Query query, int part) {
    long[] named = query.sites[part];
    long[] around = query.wholes[part];
    int wider = 0;
    int narrower = 0;
    int foreign = 0;
    for (int i = 0; i < WordBits.LONGS; i++) {
      wider += Long.bitCount(sites[i] & around[i] & ~named[i]);
      narrower += Long.bitCount(named[i] & wholes[i] & ~sites[i]);
      foreign += Long.bitCount(sites[i] & ~around[i]);
    }
    return wider * WIDER_SITE
        + narrower * NARROWER_SITE
        + (narrower > 0 ? 0 : Math.min(2, foreign) * FOREIGN_SITE);
  }

  /** The score of the designation against a part, in [0,1]. */
  float of(Query query, int part) {
    float likeness = likeness(query, part);
    if (likeness < 0.15f) {
      return likeness;
    }
    float penalty = attributePenalty(query, part) + sitePenalty(query, part);
    float top = equal(query, part) ? 1 : 0.97f * likeness;
    return Math.max(0, Math.min(1, top - (top == 1 ? 0.2f : 1f) * penalty));
  }

  /** The parts of a score. */
  Explanation explain(Query query, int part) {
    List<Explanation> parts = new ArrayList<>();
    parts.add(Explanation.of("gram_cosine", squares[part] / (norm * query.norm[part] + 1e-6f)));
    parts.add(Explanation.of("name_covered", common[part] / sum));
    parts.add(Explanation.of("text_covered", common[part] / (query.idfSum[part] + 1e-6f)));
    Attributes table = Attributes.table();
    for (int a = 0; a < table.names().size(); a++) {
      int compared = table.compare(a, query.attributes[part], attributes);
      if (compared != Attributes.ABSENT) {
        parts.add(Explanation.of("attribute_" + table.names().get(a), -penalty(compared)));
      }
    }
    parts.add(Explanation.of("sites", -sitePenalty(query, part)));
    return Explanation.of("name_rules", of(query, part), parts);
  }
}
