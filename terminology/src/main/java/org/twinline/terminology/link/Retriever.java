package org.twinline.terminology.link;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.twinline.terminology.link.CandidateSet.Evidence;

/**
 * Finds the terms worth weighing for a text: by names alike to the whole and to each part, by names
 * that stand in it verbatim, and, with training texts, by the terms of alike texts and parts, by
 * co-occurrence with its grams and with the terms most voted for.
 *
 * <p>Every source is bounded; at most {@link #LIMIT} candidates remain. For one thread.
 */
final class Retriever {
  /** So many candidates remain at most. */
  static final int LIMIT = 100;

  private static final int WHOLE = 40;
  private static final int PART = 24;

  /** Names for the whole text where there are no training texts: speed before completeness. */
  private static final int LEAN = 24;

  private static final int TEXTS = 20;
  private static final int UNITS = 10;
  private static final int WORD_TERMS = 20;
  private static final int WORD_POSTINGS = 12_000;
  private static final float SMOOTHING = 4;
  private static final int TRANSLATED = 32;
  private static final int COMPANIONS = 10;
  private static final int CLASSIFIED = 8;
  private static final int LONGEST_NAME = 24;

  private final AllNames names;
  private final GramSearch search;
  private final GramSearch extraSearch;
  private final int[] ids = new int[64];
  private final float[] scores = new float[64];
  private final int[] exact = new int[16];
  private final TopScores top = new TopScores();

  private final @Nullable AliasIndex aliases;
  private final GramPostings.@Nullable Searcher texts;
  private final GramPostings.@Nullable Searcher units;
  private @Nullable LinearTerms linear;
  private @Nullable Wording wording;
  private final int[] marks = new int[Wording.MAX];
  private float[] margins = new float[0];
  private byte[] folds = new byte[0];
  private int excluded = -1;
  private final WeightedTerms votes = new WeightedTerms();
  private final long[] order = new long[Grams.MAX * 2];

  Retriever(
      AllNames names, GramSearch search, GramSearch extraSearch, @Nullable AliasIndex aliases) {
    this.names = names;
    this.search = search;
    this.extraSearch = extraSearch;
    this.aliases = aliases;
    texts = aliases == null ? null : aliases.texts.searcher();
    units = aliases == null ? null : aliases.units.searcher();
  }

  /** Leaves out the training rows of a fold, −1 for none. */
  void exclude(byte[] foldOfRow, int fold) {
    folds = foldOfRow;
    excluded = fold;
    if (aliases != null && texts != null && units != null) {
      byte[] foldOfUnit = new byte[aliases.rowOfUnit.length];
      for (int u = 0; u < foldOfUnit.length; u++) {
        foldOfUnit[u] = foldOfRow[aliases.rowOfUnit[u]];
      }
      texts.exclude(foldOfRow, fold);
      units.exclude(foldOfUnit, fold);
    }
  }

  /** Fills the set for a text. */
  void retrieve(Query query, CandidateSet out) {
    out.clear();
    int parts = query.parts.size();
    if (aliases != null) {
      byTexts(query, aliases, out);
      byUnits(query, aliases, out);
      byWords(query, aliases, out);
      byCompanions(aliases, out);
    }
    byMargins(query, out);
    verbatim(query, out);
    boolean lean = aliases == null;
    byNames(query, 0, lean ? LEAN : WHOLE, out);
    int perPart = Math.max(4, Math.min(lean ? LEAN / 2 : PART, 48 / Math.max(1, parts)));
    for (int p = 1; p < parts; p++) {
      byNames(query, p, perPart, out);
    }
    for (int p = 0; p < parts && !lean; p++) {
      byTranslation(query, p, parts == 1 ? TRANSLATED : Math.max(4, TRANSLATED / parts), out);
    }
    prune(out);
  }

  private void byTranslation(Query query, int part, int limit, CandidateSet out) {
    CharSequence expanded = query.expanded(part);
    if (expanded.isEmpty()) {
      return;
    }
    int n = search.search(expanded, limit, ids, scores);
    for (int i = 0; i < n; i++) {
      int c = out.add(names.term(ids[i]));
      if (c >= 0) {
        if (out.designation[c] < 0) {
          out.designation[c] = ids[i];
        }
        out.evidence[Evidence.TRANSLATED][c] =
            Math.max(out.evidence[Evidence.TRANSLATED][c], scores[i]);
      }
    }
  }

  /** Takes the linear classifiers of the training rows that are not left out. */
  void classify(LinearTerms classifiers) {
    linear = classifiers;
    wording = classifiers.wording();
    margins = new float[classifiers.size()];
  }

  private void byMargins(Query query, CandidateSet out) {
    if (linear == null || wording == null) {
      return;
    }
    int count = wording.of(query.raw, query.parts.get(0).form(), marks);
    linear.margins(marks, count, margins);
    top.clear(CLASSIFIED);
    for (int k = 0; k < margins.length; k++) {
      top.offer(k, margins[k]);
    }
    int n = top.drain(ids, scores);
    for (int i = 0; i < n; i++) {
      out.add(linear.term(ids[i]));
    }
    for (int k = 0; k < margins.length; k++) {
      int c = out.find(linear.term(k));
      if (c >= 0) {
        out.evidence[Evidence.LINEAR][c] = margins[k];
      }
    }
  }

  private void byNames(Query query, int part, int limit, CandidateSet out) {
    String form = query.parts.get(part).form();
    named(search.search(form, limit, ids, scores), 0, part, out);
    named(extraSearch.search(form, 5, ids, scores), names.base().designations(), part, out);
  }

  private void named(int n, int offset, int part, CandidateSet out) {
    for (int i = 0; i < n; i++) {
      int designation = offset + ids[i];
      int c = out.add(names.term(designation));
      if (c < 0) {
        continue;
      }
      if (scores[i] > out.designationScore[c]) {
        out.designationScore[c] = scores[i];
        out.designation[c] = designation;
      }
      if (part == 0) {
        out.wholeRank[c] = Math.min(out.wholeRank[c], i + 1);
        out.wholeScore[c] = Math.max(out.wholeScore[c], scores[i]);
      } else if (i + 1 < out.partRank[c]
          || (i + 1 == out.partRank[c] && scores[i] > out.partScore[c])) {
        out.partRank[c] = i + 1;
        out.partScore[c] = scores[i];
      }
    }
  }

  private void verbatim(Query query, CandidateSet out) {
    String form = query.parts.get(0).form();
    int n = Math.min(form.length(), 120);
    int hidden = 0;
    for (int from = 0; from < n; from++) {
      boolean first = true;
      for (int to = Math.min(n, from + LONGEST_NAME); to > Math.max(from + 1, hidden); to--) {
        int count = names.exact(form, from, to, exact);
        for (int i = 0; i < count; i++) {
          int c = out.add(names.term(exact[i]));
          if (c >= 0 && to - from > out.verbatim[c]) {
            out.verbatim[c] = to - from;
            if (out.designation[c] < 0) {
              out.designation[c] = exact[i];
            }
          }
        }
        if (count > 0 && first) {
          hidden = Math.max(hidden, to);
          first = false;
        }
      }
    }
  }

  private void byTexts(Query query, AliasIndex index, CandidateSet out) {
    if (texts == null) {
      return;
    }
    int n = texts.search(query.parts.get(0).form(), TEXTS, ids, scores);
    float all5 = 1e-6f;
    float all20 = 1e-6f;
    for (int i = 0; i < n; i++) {
      float vote = scores[i] * scores[i];
      vote *= vote;
      all5 += i < 5 ? vote : 0;
      all20 += vote;
    }
    for (int i = 0; i < n; i++) {
      float vote = scores[i] * scores[i];
      vote *= vote;
      for (int t = index.textStart.get(ids[i]); t < index.textStart.get(ids[i] + 1); t++) {
        int c = out.add(index.textTerms.get(t));
        if (c < 0) {
          continue;
        }
        if (i < 5) {
          out.evidence[Evidence.TEXT_SHARE_5][c] += vote / all5;
        }
        out.evidence[Evidence.TEXT_SHARE_20][c] += vote / all20;
        if (scores[i] > out.evidence[Evidence.TEXT_BEST][c]) {
          out.evidence[Evidence.TEXT_BEST][c] = scores[i];
          out.evidence[Evidence.TEXT_RANK][c] = 1 - i / (float) TEXTS;
        }
      }
    }
  }

  private void byUnits(Query query, AliasIndex index, CandidateSet out) {
    if (units == null) {
      return;
    }
    for (int p = 0; p < query.parts.size(); p++) {
      int n = units.search(query.parts.get(p).form(), UNITS, ids, scores);
      float all = 1e-6f;
      int equal = 0;
      for (int i = 0; i < n; i++) {
        float vote = scores[i] * scores[i];
        all += vote * vote;
        equal += scores[i] > 0.9999f ? 1 : 0;
      }
      votes.clear();
      for (int i = 0; i < n; i++) {
        float vote = scores[i] * scores[i];
        vote = vote * vote / all;
        for (int t = index.unitStart.get(ids[i]); t < index.unitStart.get(ids[i] + 1); t++) {
          int term = index.unitTerms.get(t);
          votes.add(term, vote);
          int c = out.add(term);
          if (c < 0) {
            continue;
          }
          out.evidence[Evidence.UNIT_BEST][c] =
              Math.max(out.evidence[Evidence.UNIT_BEST][c], scores[i]);
          if (i == 0) {
            out.evidence[Evidence.UNIT_NEAREST][c] =
                Math.max(out.evidence[Evidence.UNIT_NEAREST][c], vote);
          }
          if (scores[i] > 0.9999f) {
            out.evidence[Evidence.EQUAL_SHARE][c] += 1f / equal;
            out.evidence[Evidence.EQUAL_COUNT][c] += 1;
          }
        }
      }
      for (int i = 0; i < votes.size; i++) {
        int c = out.find(votes.term[i]);
        if (c >= 0) {
          out.evidence[Evidence.UNIT_SUM][c] += votes.weight[i];
          if (votes.weight[i] > out.evidence[Evidence.UNIT_SHARE][c]) {
            out.evidence[Evidence.UNIT_SHARE][c] = votes.weight[i];
            out.evidence[Evidence.UNIT_PART][c] = p;
          }
        }
      }
    }
  }

  private boolean left(int row) {
    return excluded >= 0 && folds[row] == excluded;
  }

  private void byWords(Query query, AliasIndex index, CandidateSet out) {
    int known = 0;
    float all = 1e-6f;
    for (int g = 0; g < query.grams; g++) {
      int number = index.units.number(query.gram[g]);
      if (number >= 0) {
        order[known++] = ((long) (index.units.end(number) - index.units.start(number)) << 32) | g;
      }
    }
    Arrays.sort(order, 0, known);
    votes.clear();
    int left = WORD_POSTINGS;
    for (int i = 0; i < known && left > 0; i++) {
      int g = (int) order[i];
      int number = index.units.number(query.gram[g]);
      int total = 2;
      votes.mark();
      for (int p = index.units.start(number); p < index.units.end(number); p++) {
        int unit = index.units.posting(p);
        if (excluded >= 0 && left(index.rowOfUnit[unit])) {
          continue;
        }
        total++;
        for (int t = index.unitStart.get(unit); t < index.unitStart.get(unit + 1); t++) {
          votes.tally(index.unitTerms.get(t));
        }
      }
      left -= (int) (order[i] >>> 32);
      float weight = query.idf[g] * (Grams.wide(query.gram[g]) ? 1f : 0.5f);
      all += weight;
      votes.settle(weight, 1f / total, index.units.size() / (total * SMOOTHING));
    }
    top.clear(Math.min(WORD_TERMS, ids.length));
    for (int i = 0; i < votes.size; i++) {
      top.offer(votes.term[i], votes.weight[i]);
    }
    int n = top.drain(ids, scores);
    for (int i = 0; i < n; i++) {
      out.add(ids[i]);
    }
    for (int i = 0; i < votes.size; i++) {
      int c = out.find(votes.term[i]);
      if (c >= 0) {
        out.evidence[Evidence.WORDS_MEAN][c] = votes.weight[i] / all;
        out.evidence[Evidence.WORDS_BEST][c] = votes.best[i];
        out.evidence[Evidence.WORDS_BAYES][c] = votes.bayes[i] / all;
        out.evidence[Evidence.WORDS_SEEN][c] = votes.times[i] / (float) known;
      }
    }
  }

  private void byCompanions(AliasIndex index, CandidateSet out) {
    top.clear(4);
    for (int c = 0; c < out.size; c++) {
      float vote = out.evidence[Evidence.UNIT_SHARE][c] * out.evidence[Evidence.UNIT_BEST][c];
      if (vote > 0.2f) {
        top.offer(c, vote);
      }
    }
    int[] leaders = new int[4];
    float[] unused = new float[4];
    int n = top.drain(leaders, unused);
    for (int i = 0; i < n; i++) {
      int leader = out.term[leaders[i]];
      int number = index.number(leader);
      if (number < 0) {
        continue;
      }
      int total = 1;
      votes.clear();
      votes.mark();
      int end = Math.min(index.rowEnd(number), index.rowStart(number) + 400);
      for (int r = index.rowStart(number); r < end; r++) {
        int row = index.row(r);
        if (left(row)) {
          continue;
        }
        total++;
        for (int t = index.textStart.get(row); t < index.textStart.get(row + 1); t++) {
          if (index.textTerms.get(t) != leader) {
            votes.tally(index.textTerms.get(t));
          }
        }
      }
      votes.settle(1, 1f / total, 0);
      top.clear(COMPANIONS);
      for (int v = 0; v < votes.size; v++) {
        if (votes.weight[v] > 0.05f) {
          top.offer(votes.term[v], votes.weight[v]);
        }
      }
      int m = top.drain(ids, scores);
      for (int v = 0; v < m; v++) {
        int c = out.add(ids[v]);
        if (c >= 0) {
          out.evidence[Evidence.COMPANION][c] =
              Math.max(out.evidence[Evidence.COMPANION][c], scores[v]);
        }
      }
    }
  }

  /** Keeps the candidates that the sources together think most of. */
  private void prune(CandidateSet out) {
    if (out.size <= LIMIT) {
      return;
    }
    top.clear(LIMIT);
    for (int c = 0; c < out.size; c++) {
      float rank = 1f / (1 + Math.min(out.wholeRank[c], out.partRank[c]));
      float score =
          rank
              + out.designationScore[c]
              + out.evidence[Evidence.UNIT_SHARE][c]
              + out.evidence[Evidence.UNIT_BEST][c]
              + out.evidence[Evidence.TEXT_SHARE_20][c]
              + out.evidence[Evidence.COMPANION][c]
              + 4 * out.evidence[Evidence.WORDS_MEAN][c]
              + out.evidence[Evidence.WORDS_BEST][c]
              + out.evidence[Evidence.TRANSLATED][c]
              + Math.min(out.verbatim[c], 8) * 0.125f
              + Math.max(0, 1 + out.evidence[Evidence.LINEAR][c]);
      top.offer(c, score);
    }
    int[] kept = new int[LIMIT];
    int n = top.drain(kept, new float[LIMIT]);
    out.keep(kept, n);
  }
}
