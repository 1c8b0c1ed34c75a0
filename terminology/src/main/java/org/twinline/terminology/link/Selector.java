package org.twinline.terminology.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.twinline.terminology.link.CandidateSet.Evidence;

/**
 * The features by which the second pass chooses a set of terms: each of the best candidates against
 * those ranked above it. For one thread.
 */
final class Selector {
  /** So many of the best candidates are looked at. */
  static final int TOP = 12;

  private static final List<String> NAMES = new ArrayList<>();

  private static final int CHANCE = id("chance");
  private static final int ODDS = id("log_odds");
  private static final int RANK = id("rank");
  private static final int GAP_FIRST = id("gap_to_first");
  private static final int GAP_ABOVE = id("gap_to_above");
  private static final int GAP_BELOW = id("gap_to_below");
  private static final int SHARE = id("share_of_sum");
  private static final int SUM = id("sum_of_chances");
  private static final int SUM_ABOVE = id("sum_above");
  private static final int LIKELY = id("likely_candidates");
  private static final int LEFT = id("text_left_by_higher");
  private static final int GAIN = id("text_gained");
  private static final int OVERLAP = id("overlap_with_higher");
  private static final int OVERLAP_CHANCE = id("chance_of_most_alike_higher");
  private static final int SAME_CATEGORY = id("same_category_as_higher");
  private static final int WITHIN = id("within_higher");
  private static final int CONTAINS = id("contains_higher");
  private static final int SAME_PART = id("same_part_as_higher");
  private static final int MORPHOLOGY = id("morphology");
  private static final int MORPHOLOGY_ABOVE = id("morphology_above");
  private static final int SITE_ABOVE = id("site_code_above");
  private static final int COMPANION_FIRST = id("companion_of_first");
  private static final int TOGETHER = id("together_with_first");
  private static final int COPIED = NAMES.size();
  private static final int[] COPY = copied();

  static final int COUNT = NAMES.size();

  private final AllNames names;
  private final float[] rows = new float[TOP * COUNT];
  private final char[] chars = new char[160];
  private final int[] buffer = new int[Grams.MAX];
  private final long[][] textGrams = new long[TOP][6];
  private final int[][] grams = new int[TOP][];
  private final String[] forms = new String[TOP];

  Selector(AllNames names) {
    this.names = names;
    Arrays.fill(forms, "");
  }

  private static int id(String name) {
    NAMES.add(name);
    return NAMES.size() - 1;
  }

  private static int[] copied() {
    List<String> wanted =
        List.of(
            "cos_whole",
            "cos_part",
            "term_covered_by_text",
            "part_covered_by_term",
            "parts",
            "best_part_committed",
            "length_whole",
            "length_term",
            "verbatim_length",
            "evidence_" + Evidence.UNIT_SHARE,
            "evidence_" + Evidence.UNIT_BEST,
            "evidence_" + Evidence.UNIT_SUM,
            "evidence_" + Evidence.TEXT_SHARE_5,
            "evidence_" + Evidence.TEXT_BEST,
            "evidence_" + Evidence.WORDS_MEAN,
            "evidence_" + Evidence.COMPANION,
            "evidence_" + Evidence.LINEAR,
            "prior",
            "prior_alone_share",
            "nearest_right_share",
            "translation_mean_best",
            "translation_least_part",
            "whole_explained",
            "part_explained",
            "siblings",
            "code_length");
    int[] out = new int[wanted.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = Features.names().indexOf(wanted.get(i));
      NAMES.add(wanted.get(i));
    }
    return out;
  }

  static List<String> names() {
    return List.copyOf(NAMES);
  }

  /**
   * The rows of the best candidates.
   *
   * @param order candidates, best first
   * @param n how many rows, at most {@link #TOP}
   * @param odds log odds by candidate
   * @param features the rows of {@link Features} by candidate
   */
  float[] rows(
      Query query,
      CandidateSet set,
      int[] order,
      int n,
      float[] odds,
      float[] features,
      Companions companions) {
    float sum = 0;
    int likely = 0;
    for (int c = 0; c < set.size; c++) {
      float p = chance(odds[c]);
      sum += p;
      likely += p > 0.3f ? 1 : 0;
    }
    Arrays.fill(rows, 0, n * COUNT, 0);
    long[] covered = new long[6];
    float above = 0;
    int firstPart = -1;
    for (int i = 0; i < n; i++) {
      int c = order[i];
      int row = i * COUNT;
      int from = c * Features.COUNT;
      float p = chance(odds[c]);
      prepare(query, set, c, i);
      rows[row + CHANCE] = p;
      rows[row + ODDS] = odds[c];
      rows[row + RANK] = i;
      rows[row + GAP_FIRST] = odds[order[0]] - odds[c];
      rows[row + GAP_ABOVE] = i == 0 ? 0 : odds[order[i - 1]] - odds[c];
      rows[row + GAP_BELOW] = i + 1 < n ? odds[c] - odds[order[i + 1]] : 9;
      rows[row + SHARE] = p / (sum + 1e-6f);
      rows[row + SUM] = sum;
      rows[row + SUM_ABOVE] = above;
      rows[row + LIKELY] = likely;
      against(query, set, order, i, odds, features, covered);
      rows[row + MORPHOLOGY] = names.morphology(set.term[c]) ? 1 : 0;
      rows[row + COMPANION_FIRST] = i == 0 ? -1 : companions.given(set.term[order[0]], set.term[c]);
      rows[row + TOGETHER] = i == 0 ? -1 : companions.given(set.term[c], set.term[order[0]]);
      for (int k = 0; k < COPY.length; k++) {
        rows[row + COPIED + k] = features[from + COPY[k]];
      }
      above += p;
      if (p > 0.25f || i == 0) {
        for (int w = 0; w < covered.length; w++) {
          covered[w] |= textGrams[i][w];
        }
      }
    }
    return rows;
  }

  private void prepare(Query query, CandidateSet set, int c, int i) {
    int designation = set.designation[c] >= 0 ? set.designation[c] : names.first(set.term[c]);
    int length = names.copy(designation, chars);
    forms[i] = new String(chars, 0, length);
    int count = Grams.of(forms[i], buffer);
    grams[i] = Arrays.copyOf(buffer, count);
    Arrays.sort(grams[i]);
    Arrays.fill(textGrams[i], 0);
    for (int g = 0; g < count; g++) {
      int index = query.find(buffer[g]);
      if (index >= 0) {
        textGrams[i][index >>> 6] |= 1L << (index & 63);
      }
      int t = query.translationOf(buffer[g]);
      if (t >= 0 && query.best(t) > 0.1f) {
        textGrams[i][0] |= query.sources(t, 0);
        textGrams[i][1] |= query.sources(t, 1);
      }
    }
  }

  private void against(
      Query query,
      CandidateSet set,
      int[] order,
      int i,
      float[] odds,
      float[] features,
      long[] covered) {
    int row = i * COUNT;
    float gained = 0;
    float left = 0;
    for (int g = 0; g < query.grams; g++) {
      boolean free = (covered[g >>> 6] >>> (g & 63) & 1) == 0;
      left += free ? query.idf[g] : 0;
      gained += free && (textGrams[i][g >>> 6] >>> (g & 63) & 1) != 0 ? query.idf[g] : 0;
    }
    rows[row + LEFT] = left / (query.idfSum[0] + 1e-6f);
    rows[row + GAIN] = gained / (query.idfSum[0] + 1e-6f);
    int category = names.category(set.term[order[i]]);
    int part = part(features, order[i]);
    for (int k = 0; k < i; k++) {
      float p = chance(odds[order[k]]);
      float overlap = dice(grams[i], grams[k]);
      if (overlap > rows[row + OVERLAP]) {
        rows[row + OVERLAP] = overlap;
        rows[row + OVERLAP_CHANCE] = p;
      }
      int other = set.term[order[k]];
      boolean same = category != 0 && names.category(other) == category;
      rows[row + SAME_CATEGORY] = Math.max(rows[row + SAME_CATEGORY], same ? p : 0);
      rows[row + WITHIN] = Math.max(rows[row + WITHIN], forms[k].contains(forms[i]) ? p : 0);
      rows[row + CONTAINS] = Math.max(rows[row + CONTAINS], forms[i].contains(forms[k]) ? p : 0);
      rows[row + SAME_PART] =
          Math.max(rows[row + SAME_PART], part == part(features, order[k]) ? p : 0);
      boolean morphology = names.morphology(other);
      rows[row + MORPHOLOGY_ABOVE] = Math.max(rows[row + MORPHOLOGY_ABOVE], morphology ? p : 0);
      rows[row + SITE_ABOVE] = Math.max(rows[row + SITE_ABOVE], morphology ? 0 : p);
    }
  }

  private static int part(float[] features, int candidate) {
    return (int) features[candidate * Features.COUNT + Features.PART];
  }

  static float chance(float odds) {
    return (float) (1 / (1 + StrictMath.exp(-odds)));
  }

  private static float dice(int[] a, int[] b) {
    int i = 0;
    int j = 0;
    int common = 0;
    while (i < a.length && j < b.length) {
      if (a[i] == b[j]) {
        common++;
        i++;
        j++;
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return 2f * common / Math.max(1, a.length + b.length);
  }

  /** How likely a term is beside another. */
  interface Companions {
    /** The share of training texts with {@code given} that also have {@code term}. */
    float given(int given, int term);
  }
}
