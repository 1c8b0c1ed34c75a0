package org.twinline.terminology.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.twinline.terminology.link.CandidateSet.Evidence;

/**
 * The numbers by which a candidate is judged: one row of {@link #COUNT} floats each.
 *
 * <p>Blocks: the candidate's name against the whole text and its best part; how names were found;
 * evidence of training texts; translation; attributes and sites; code; then, over all candidates of
 * the text, rank and gap to the best of {@link #RELATIVE}. For one thread.
 */
final class Features {
  private static final List<String> NAMES = new ArrayList<>();

  private static final int COS_WHOLE = id("cos_whole");
  private static final int COS_PART = id("cos_part");
  private static final int COS_MEAN = id("cos_mean_parts");
  private static final int COVER_TERM = id("term_covered_by_text");
  private static final int COVER_TERM_PART = id("term_covered_by_part");
  private static final int COVER_TEXT = id("text_covered_by_term");
  private static final int COVER_PART = id("part_covered_by_term");
  private static final int MISSING = id("term_idf_missing");
  private static final int MISSING_MOST = id("term_idf_missing_most");
  private static final int PART_LEFT = id("part_idf_left");
  private static final int JACCARD = id("jaccard_part");
  private static final int SUBSEQUENCE_TERM = id("subsequence_of_term");
  private static final int SUBSEQUENCE_PART = id("subsequence_of_part");
  private static final int RUN = id("longest_run_of_term");
  private static final int PREFIX = id("common_prefix");
  private static final int SUFFIX = id("common_suffix");
  private static final int EQUAL_WHOLE = id("equals_whole");
  private static final int EQUAL_PART = id("equals_part");
  private static final int LENGTH_TERM = id("length_term");
  private static final int LENGTH_PART = id("length_part");
  private static final int LENGTH_WHOLE = id("length_whole");
  private static final int LENGTH_GAP = id("length_term_minus_part");
  private static final int PARTS = id("parts");
  static final int PART = id("best_part");
  private static final int COMMITTED = id("best_part_committed");
  private static final int OWN_COS = id("cos_own_name");
  private static final int SYNONYM = id("synonym_gain");
  private static final int WHOLE_RANK = id("name_rank_whole");
  private static final int PART_RANK = id("name_rank_part");
  private static final int FOUND = id("name_found_score");
  private static final int VERBATIM = id("verbatim_length");
  private static final int EVIDENCE = ids("evidence_", Evidence.COUNT);
  private static final int EVIDENCE_HERE = id("unit_share_of_best_part");
  private static final int BAYES = id("bayes");
  private static final int PRIOR = id("prior");
  private static final int ALONE = id("prior_alone_share");
  private static final int VERBATIM_RIGHT = id("verbatim_right_share");
  private static final int NEAREST_RIGHT = id("nearest_right_share");
  private static final int LISTED = id("listed");
  private static final int MEAN_LOG = id("translation_mean_part");
  private static final int LEAST_LOG = id("translation_least_part");
  private static final int MEAN_LOG_WHOLE = id("translation_mean_whole");
  private static final int LEAST_LOG_WHOLE = id("translation_least_whole");
  private static final int MEAN_BEST = id("translation_mean_best");
  private static final int LEAST_BEST = id("translation_least_best");
  private static final int RATIO = id("translation_ratio");
  private static final int RATIO_WHOLE = id("translation_ratio_whole");
  private static final int EXPLAINED = id("whole_explained");
  private static final int EXPLAINED_PART = id("part_explained");
  private static final int ATTRIBUTE = ids("attribute_", Attributes.table().names());
  private static final int AGREE = id("attributes_agree");
  private static final int CONFLICT = id("attributes_conflict");
  private static final int TERM_ONLY = id("attributes_term_only");
  private static final int TEXT_ONLY = id("attributes_text_only");
  private static final int SITES_TERM = id("sites_term");
  private static final int SITES_KNOWN = id("sites_term_in_text");
  private static final int SITES_WIDER = id("sites_term_wider");
  private static final int SITES_NARROWER = id("sites_term_narrower");
  private static final int SITES_FOREIGN = id("sites_term_foreign");
  private static final int SITES_LEFT = id("sites_part_left");
  private static final int DIGITS = id("digits");
  private static final int MORPHOLOGY = id("code_morphology");
  private static final int CODE_LENGTH = id("code_length");
  private static final int CATEGORY = id("code_category");
  private static final int SIBLINGS = id("siblings");
  private static final int SIBLING_BEST = id("sibling_unit_share");
  private static final int SIBLING_COS = id("sibling_cos");
  private static final int CANDIDATES = id("candidates");

  /** Features that also have a rank and a gap to the best among the text's candidates. */
  private static final int[] RELATIVE = {
    COS_WHOLE,
    COS_PART,
    COVER_TERM,
    COVER_PART,
    FOUND,
    EVIDENCE + Evidence.TEXT_SHARE_20,
    EVIDENCE + Evidence.TEXT_BEST,
    EVIDENCE + Evidence.UNIT_SHARE,
    EVIDENCE + Evidence.UNIT_BEST,
    EVIDENCE + Evidence.UNIT_SUM,
    EVIDENCE + Evidence.WORDS_MEAN,
    EVIDENCE + Evidence.TRANSLATED,
    BAYES,
    EVIDENCE + Evidence.LINEAR,
    PRIOR,
    MEAN_LOG,
    LEAST_LOG,
    MEAN_BEST,
    RATIO,
    EXPLAINED,
    SUBSEQUENCE_TERM
  };

  private static final int GAPS = gaps();

  /** How many features there are. */
  static final int COUNT = NAMES.size();

  private static final float FLOOR = 1e-4f;
  private static final float SMOOTHING = 4;
  private static final float BAYES_PENALTY = 0.8f;

  private final AllNames names;
  private final char[] chars = new char[160];
  private final int[] grams = new int[Grams.MAX];
  private final long[] attributes = new long[WordBits.LONGS];
  private final long[] sites = new long[WordBits.LONGS];
  private final long[] siteWholes = new long[WordBits.LONGS];
  private final float[] common = new float[Segments.MAX];
  private final float[] commonSquares = new float[Segments.MAX];
  private final int[] commonCount = new int[Segments.MAX];
  private final int[] previous = new int[320];
  private final int[] current = new int[320];
  private final int[] runPrevious = new int[320];
  private final int[] runCurrent = new int[320];
  private final int[] category = new int[CandidateSet.CAPACITY];
  private final long[] order = new long[CandidateSet.CAPACITY];
  private final TermForm term = new TermForm();
  private float[] rows = new float[COUNT * 128];

  Features(AllNames names) {
    this.names = names;
  }

  /** The features' names in order. */
  static List<String> names() {
    return List.copyOf(NAMES);
  }

  private static int id(String name) {
    NAMES.add(name);
    return NAMES.size() - 1;
  }

  private static int ids(String prefix, int count) {
    int first = NAMES.size();
    for (int i = 0; i < count; i++) {
      NAMES.add(prefix + i);
    }
    return first;
  }

  private static int ids(String prefix, List<String> of) {
    int first = NAMES.size();
    of.forEach(name -> NAMES.add(prefix + name));
    return first;
  }

  private static int gaps() {
    int first = NAMES.size();
    for (int feature : RELATIVE) {
      String name = NAMES.get(feature);
      NAMES.add(name + "_gap");
      NAMES.add(name + "_rank");
    }
    return first;
  }

  /** A form as a sequence, without a string. */
  private final class TermForm implements CharSequence {
    private int length;

    @Override
    public int length() {
      return length;
    }

    @Override
    public char charAt(int index) {
      return chars[index];
    }

    @Override
    public CharSequence subSequence(int from, int to) {
      return new String(chars, from, to - from);
    }
  }

  /**
   * The rows of all candidates, one after the other; valid until the next call.
   *
   * @param table what grams translate to; the query must have been translated with it
   */
  float[] rows(
      Query query,
      CandidateSet set,
      @Nullable TermStatistics statistics,
      @Nullable TranslationTable table) {
    int n = set.size;
    if (rows.length < n * COUNT) {
      rows = new float[n * COUNT];
    }
    Arrays.fill(rows, 0, n * COUNT, 0);
    for (int c = 0; c < n; c++) {
      int row = c * COUNT;
      names(query, set, c, row);
      found(set, c, row);
      if (statistics != null) {
        prior(statistics, set.term[c], row);
      }
      if (table != null) {
        translation(query, table, row);
      }
      attributes(query, row);
      code(set, c, row);
    }
    siblings(set);
    relative(n);
    return rows;
  }

  private void names(Query query, CandidateSet set, int c, int row) {
    int own = names.first(set.term[c]);
    int best = own;
    if (set.designation[c] >= 0 && set.designation[c] != own) {
      compare(query, own, row);
      float ownCos = rows[row + COS_PART];
      compare(query, set.designation[c], row);
      rows[row + OWN_COS] = ownCos;
      rows[row + SYNONYM] = rows[row + COS_PART] - ownCos;
      if (rows[row + COS_PART] > ownCos) {
        best = set.designation[c];
      }
    }
    if (best == own) {
      compare(query, own, row);
      rows[row + OWN_COS] = rows[row + COS_PART];
    }
    names.bits(best, attributes, sites);
    rows[row + LISTED] = names.listed(set.term[c]) ? 1 : 0;
  }

  private int gramCount;

  private void compare(Query query, int designation, int row) {
    int length = names.copy(designation, chars);
    term.length = length;
    int parts = query.parts.size();
    Arrays.fill(common, 0, parts, 0);
    Arrays.fill(commonSquares, 0, parts, 0);
    Arrays.fill(commonCount, 0, parts, 0);
    gramCount = Grams.of(term, grams);
    float squares = 0;
    float sum = 0;
    float missing = 0;
    float missingMost = 0;
    for (int i = 0; i < gramCount; i++) {
      int index = query.find(grams[i]);
      float weight = index >= 0 ? query.idf[index] : names.base().idf(grams[i]);
      squares += weight * weight;
      sum += weight;
      if (index < 0) {
        missing += weight;
        if (!Grams.wide(grams[i])) {
          missingMost = Math.max(missingMost, weight);
        }
        continue;
      }
      for (int rest = query.partsOf[index]; rest != 0; rest &= rest - 1) {
        int p = Integer.numberOfTrailingZeros(rest);
        common[p] += weight;
        commonSquares[p] += weight * weight;
        commonCount[p]++;
      }
    }
    float norm = (float) Math.sqrt(squares) + 1e-6f;
    int part = 0;
    float best = -1;
    float total = 0;
    for (int p = 0; p < parts; p++) {
      float cos = commonSquares[p] / (norm * query.norm[p] + 1e-6f);
      total += p > 0 ? cos : 0;
      if (cos > best) {
        best = cos;
        part = p;
      }
    }
    String form = query.parts.get(part).form();
    float[] r = rows;
    r[row + COS_WHOLE] = commonSquares[0] / (norm * query.norm[0] + 1e-6f);
    r[row + COS_PART] = best;
    r[row + COS_MEAN] = parts > 1 ? total / (parts - 1) : best;
    r[row + COVER_TERM] = common[0] / (sum + 1e-6f);
    r[row + COVER_TERM_PART] = common[part] / (sum + 1e-6f);
    r[row + COVER_TEXT] = common[0] / (query.idfSum[0] + 1e-6f);
    r[row + COVER_PART] = common[part] / (query.idfSum[part] + 1e-6f);
    r[row + MISSING] = missing;
    r[row + MISSING_MOST] = missingMost;
    r[row + PART_LEFT] = query.idfSum[part] - common[part];
    r[row + JACCARD] =
        commonCount[part]
            / (float) Math.max(1, gramCount + query.gramCount[part] - commonCount[part]);
    r[row + LENGTH_TERM] = length;
    r[row + LENGTH_PART] = form.length();
    r[row + LENGTH_WHOLE] = query.parts.get(0).form().length();
    r[row + LENGTH_GAP] = length - form.length();
    r[row + PARTS] = parts;
    r[row + PART] = part;
    r[row + COMMITTED] = query.parts.get(part).committed() ? 1 : 0;
    sequence(form, length, row);
    r[row + EQUAL_WHOLE] = equal(query.parts.get(0).form(), length) ? 1 : 0;
    r[row + EQUAL_PART] = equal(form, length) ? 1 : 0;
  }

  private boolean equal(String form, int length) {
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

  private void sequence(String form, int length, int row) {
    int m = Math.min(form.length(), 300);
    Arrays.fill(previous, 0, m + 1, 0);
    Arrays.fill(runPrevious, 0, m + 1, 0);
    int[] above = previous;
    int[] here = current;
    int[] runAbove = runPrevious;
    int[] runHere = runCurrent;
    int run = 0;
    for (int i = 1; i <= length; i++) {
      here[0] = 0;
      runHere[0] = 0;
      char c = chars[i - 1];
      for (int j = 1; j <= m; j++) {
        if (c == form.charAt(j - 1)) {
          here[j] = above[j - 1] + 1;
          runHere[j] = runAbove[j - 1] + 1;
          run = Math.max(run, runHere[j]);
        } else {
          here[j] = Math.max(above[j], here[j - 1]);
          runHere[j] = 0;
        }
      }
      int[] swap = above;
      above = here;
      here = swap;
      swap = runAbove;
      runAbove = runHere;
      runHere = swap;
    }
    int prefix = 0;
    while (prefix < length && prefix < m && chars[prefix] == form.charAt(prefix)) {
      prefix++;
    }
    int suffix = 0;
    while (suffix < length
        && suffix < m
        && chars[length - 1 - suffix] == form.charAt(form.length() - 1 - suffix)) {
      suffix++;
    }
    int subsequence = above[m];
    rows[row + SUBSEQUENCE_TERM] = subsequence / (float) Math.max(1, length);
    rows[row + SUBSEQUENCE_PART] = subsequence / (float) Math.max(1, m);
    rows[row + RUN] = run / (float) Math.max(1, length);
    rows[row + PREFIX] = prefix;
    rows[row + SUFFIX] = suffix;
  }

  private void found(CandidateSet set, int c, int row) {
    rows[row + WHOLE_RANK] = set.wholeRank[c];
    rows[row + PART_RANK] = set.partRank[c];
    rows[row + FOUND] = set.designationScore[c];
    rows[row + VERBATIM] = set.verbatim[c];
    for (int e = 0; e < Evidence.COUNT; e++) {
      rows[row + EVIDENCE + e] = set.evidence[e][c];
    }
    rows[row + EVIDENCE_HERE] =
        (int) set.evidence[Evidence.UNIT_PART][c] == (int) rows[row + PART]
            ? set.evidence[Evidence.UNIT_SHARE][c]
            : 0;
  }

  private void prior(TermStatistics statistics, int of, int row) {
    int count = statistics.count(of, TermStatistics.COUNT);
    int verbatim = statistics.count(of, TermStatistics.VERBATIM);
    int nearest = statistics.count(of, TermStatistics.NEAREST);
    rows[row + PRIOR] = count;
    int seen = EVIDENCE + Evidence.WORDS_BAYES;
    rows[row + BAYES] = rows[row + seen] - FastLog.of(1 + count / SMOOTHING) * BAYES_PENALTY;
    rows[row + ALONE] = statistics.count(of, TermStatistics.ALONE) / (count + 1f);
    rows[row + VERBATIM_RIGHT] =
        (statistics.count(of, TermStatistics.VERBATIM_RIGHT) + 1f) / (verbatim + 2f);
    rows[row + NEAREST_RIGHT] =
        (statistics.count(of, TermStatistics.NEAREST_RIGHT) + 1f) / (nearest + 2f);
  }

  private void translation(Query query, TranslationTable table, int row) {
    int part = (int) rows[row + PART];
    float partGrams = Math.max(1, query.gramCount[part]);
    float wholeGrams = Math.max(1, query.gramCount[0]);
    double mean = 0;
    double meanWhole = 0;
    double meanBest = 0;
    double ratio = 0;
    double ratioWhole = 0;
    float least = 1;
    float leastWhole = 1;
    float leastBest = 1;
    long low = 0;
    long high = 0;
    for (int i = 0; i < gramCount; i++) {
      int t = query.translationOf(grams[i]);
      float p = FLOOR;
      float whole = FLOOR;
      float best = FLOOR;
      if (t >= 0) {
        p += query.sum(t, part) / partGrams;
        whole += query.sum(t, 0) / wholeGrams;
        best += query.best(t);
        low |= query.sources(t, 0);
        high |= query.sources(t, 1);
      }
      float background = table.frequency(grams[i]) + FLOOR;
      double logP = FastLog.of(p);
      double logWhole = FastLog.of(whole);
      double logBackground = FastLog.of(background);
      mean += logP;
      meanWhole += logWhole;
      meanBest += FastLog.of(best);
      ratio += logP - logBackground;
      ratioWhole += logWhole - logBackground;
      least = Math.min(least, p);
      leastWhole = Math.min(leastWhole, whole);
      leastBest = Math.min(leastBest, best);
    }
    int n = Math.max(1, gramCount);
    rows[row + MEAN_LOG] = (float) (mean / n);
    rows[row + MEAN_LOG_WHOLE] = (float) (meanWhole / n);
    rows[row + MEAN_BEST] = (float) (meanBest / n);
    rows[row + RATIO] = (float) ratio;
    rows[row + RATIO_WHOLE] = (float) (ratioWhole / n);
    rows[row + LEAST_LOG] = least;
    rows[row + LEAST_LOG_WHOLE] = leastWhole;
    rows[row + LEAST_BEST] = leastBest;
    float explained = 0;
    float explainedPart = 0;
    for (int half = 0; half < 2; half++) {
      for (long rest = half == 0 ? low : high; rest != 0; rest &= rest - 1) {
        int f = (half << 6) + Long.numberOfTrailingZeros(rest);
        explained += (query.partsOf[f] & 1) != 0 ? query.idf[f] : 0;
        explainedPart += (query.partsOf[f] >>> part & 1) != 0 ? query.idf[f] : 0;
      }
    }
    rows[row + EXPLAINED] = explained / (query.idfSum[0] + 1e-6f);
    rows[row + EXPLAINED_PART] = explainedPart / (query.idfSum[part] + 1e-6f);
  }

  private void attributes(Query query, int row) {
    int part = (int) rows[row + PART];
    long[] textAttributes = query.attributes[part];
    int[] counts = new int[5];
    Attributes table = Attributes.table();
    int kinds = table.names().size();
    for (int a = 0; a < kinds; a++) {
      int compared = table.compare(a, textAttributes, attributes);
      rows[row + ATTRIBUTE + a] = compared;
      counts[compared]++;
    }
    rows[row + AGREE] = counts[Attributes.AGREE];
    rows[row + CONFLICT] = counts[Attributes.CONFLICT];
    rows[row + TERM_ONLY] = counts[Attributes.TERM_ONLY];
    rows[row + TEXT_ONLY] = counts[Attributes.TEXT_ONLY];
    Arrays.fill(siteWholes, 0);
    BodySites.table().close(sites, siteWholes);
    long[] textSites = query.sites[part];
    long[] textWholes = query.wholes[part];
    int inTerm = 0;
    int shared = 0;
    int wider = 0;
    int narrower = 0;
    int left = 0;
    for (int i = 0; i < WordBits.LONGS; i++) {
      inTerm += Long.bitCount(sites[i]);
      shared += Long.bitCount(sites[i] & textSites[i]);
      wider += Long.bitCount(sites[i] & textWholes[i] & ~textSites[i]);
      narrower += Long.bitCount(textSites[i] & siteWholes[i] & ~sites[i]);
      left += Long.bitCount(textSites[i] & ~siteWholes[i]);
    }
    rows[row + SITES_TERM] = inTerm;
    rows[row + SITES_KNOWN] = shared;
    rows[row + SITES_WIDER] = wider;
    rows[row + SITES_NARROWER] = narrower;
    rows[row + SITES_FOREIGN] = narrower > 0 ? 0 : inTerm - shared - wider;
    rows[row + SITES_LEFT] = left;
    rows[row + DIGITS] = digits(query.parts.get(part).form());
  }

  /** 1 where both have the same last digit run, −1 where they differ, else 0, 2 or 3. */
  private float digits(String form) {
    int inTerm = digit(term);
    int inText = digit(form);
    if (inTerm < 0) {
      return inText < 0 ? 0 : 3;
    }
    return inText < 0 ? 2 : inText == inTerm ? 1 : -1;
  }

  private static int digit(CharSequence text) {
    for (int i = text.length() - 1; i >= 0; i--) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        return c - '0';
      }
    }
    return -1;
  }

  private void code(CandidateSet set, int c, int row) {
    int of = set.term[c];
    category[c] = names.category(of);
    rows[row + MORPHOLOGY] = names.morphology(of) ? 1 : 0;
    rows[row + CODE_LENGTH] = names.codeLength(of);
    rows[row + CATEGORY] = category[c] >>> 6;
    rows[row + CANDIDATES] = set.size;
  }

  private void siblings(CandidateSet set) {
    int n = set.size;
    for (int c = 0; c < n; c++) {
      int count = 0;
      float share = 0;
      float cos = 0;
      for (int other = 0; other < n; other++) {
        if (other != c && category[c] != 0 && category[other] == category[c]) {
          count++;
          share = Math.max(share, set.evidence[Evidence.UNIT_SHARE][other]);
          cos = Math.max(cos, rows[other * COUNT + COS_PART]);
        }
      }
      rows[c * COUNT + SIBLINGS] = count;
      rows[c * COUNT + SIBLING_BEST] = share;
      rows[c * COUNT + SIBLING_COS] = cos;
    }
  }

  private void relative(int n) {
    for (int k = 0; k < RELATIVE.length; k++) {
      int feature = RELATIVE[k];
      float best = -Float.MAX_VALUE;
      for (int c = 0; c < n; c++) {
        float value = rows[c * COUNT + feature];
        best = Math.max(best, value);
        int bits = Float.floatToIntBits(value);
        int sortable = bits ^ ((bits >> 31) & 0x7fffffff);
        order[c] = ((long) ~sortable << 32) | c;
      }
      Arrays.sort(order, 0, n);
      int rank = 0;
      for (int i = 0; i < n; i++) {
        int c = (int) order[i];
        if (i > 0 && (order[i] >> 32) != (order[i - 1] >> 32)) {
          rank = i;
        }
        rows[c * COUNT + GAPS + 2 * k] = best - rows[c * COUNT + feature];
        rows[c * COUNT + GAPS + 2 * k + 1] = rank;
      }
    }
  }
}
