package org.twinline.terminology.link;

import java.util.ArrayList;
import java.util.List;
import org.twinline.core.verdict.Explanation;
import org.twinline.terminology.SemanticType;

/**
 * Links texts by names alone: what is used where no linker has been trained.
 *
 * <p>Every part of the text is scored against the names found for it ({@link RuleScore}). The
 * pieces at punctuation and numbering stand for a term each; a piece is cut again at its joining
 * words where that explains it better than one name. A text that equals a name is never cut. For
 * one thread.
 */
public final class RuleLinker {
  private static final float WHOLE = 0.9f;
  private static final float LEAST = 0.6f;
  private static final float CUT = 1.0f;
  private static final float OVERLAP = 0.3f;
  private static final int VERBATIM = 3;

  private final Targets targets;
  private final SemanticType type;
  private final AllNames names;
  private final Query query;
  private final Retriever retriever;
  private final CandidateSet set = new CandidateSet();
  private final RuleScore score;
  private final TopScores top = new TopScores();
  private final float[][] scores = new float[Segments.MAX][CandidateSet.CAPACITY];
  private final int[] best = new int[Segments.MAX];

  /**
   * A linker.
   *
   * @param search over the forms of {@code names}, for this thread
   */
  public RuleLinker(Targets targets, TargetNames names, GramSearch search) {
    this.targets = targets;
    this.names = new AllNames(names, TargetNames.none());
    type = targets.mainType();
    query = new Query(names);
    retriever = new Retriever(this.names, search, (form, limit, ids, found) -> 0, null);
    score = new RuleScore(this.names);
  }

  /**
   * Links a text.
   *
   * @param limit how many candidates of each mention to report
   */
  public LinkResult link(String text, int limit) {
    weigh(text);
    List<LinkResult.Linked> concepts = new ArrayList<>();
    List<LinkResult.Part> mentions = new ArrayList<>();
    int chosen = choose();
    for (int rest = chosen; rest != 0; rest &= rest - 1) {
      int part = Integer.numberOfTrailingZeros(rest);
      mentions.add(mention(part, limit));
      int c = best[part];
      if (c >= 0 && (scores[part][c] >= LEAST || Integer.bitCount(chosen) == 1)) {
        add(concepts, set.term[c], scores[part][c]);
      }
    }
    if (concepts.isEmpty() && best[0] >= 0) {
      add(concepts, set.term[best[0]], scores[0][best[0]]);
    }
    if (!concepts.isEmpty() && concepts.get(0).score() < WHOLE || query.parts.size() > 1) {
      verbatim(concepts);
    }
    concepts.sort((a, b) -> Double.compare(b.score(), a.score()));
    return new LinkResult(concepts, mentions);
  }

  private void add(List<LinkResult.Linked> concepts, int term, float value) {
    for (LinkResult.Linked one : concepts) {
      if (one.term() == term) {
        return;
      }
    }
    concepts.add(new LinkResult.Linked(term, targets.code(term), targets.name(term), value));
  }

  /** Adds names that stand in the text where no name chosen so far does, longest first. */
  private void verbatim(List<LinkResult.Linked> concepts) {
    long[] covered = new long[Grams.MAX * 2 / 64];
    for (LinkResult.Linked one : concepts) {
      int c = set.find(one.term());
      score.set(query, set.designation[c] >= 0 ? set.designation[c] : names.first(one.term()));
      score.cover(covered);
    }
    top.clear(16);
    for (int c = 0; c < set.size; c++) {
      if (set.verbatim[c] >= VERBATIM) {
        top.offer(c, set.verbatim[c]);
      }
    }
    int[] ids = new int[16];
    int n = top.drain(ids, new float[16]);
    for (int i = 0; i < n; i++) {
      int c = ids[i];
      score.set(query, set.designation[c] >= 0 ? set.designation[c] : names.first(set.term[c]));
      if (score.covered(covered) <= OVERLAP) {
        score.cover(covered);
        add(concepts, set.term[c], LEAST);
      }
    }
  }

  private LinkResult.Part mention(int part, int limit) {
    top.clear(limit);
    for (int c = 0; c < set.size; c++) {
      if (scores[part][c] > 0) {
        top.offer(c, scores[part][c]);
      }
    }
    int[] ids = new int[limit];
    float[] values = new float[limit];
    int n = top.drain(ids, values);
    List<LinkResult.Linked> out = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      int term = set.term[ids[i]];
      out.add(new LinkResult.Linked(term, targets.code(term), targets.name(term), values[i]));
    }
    Segments.Part of = query.parts.get(part);
    return new LinkResult.Part(of.start(), of.end(), out);
  }

  /** The names of the terms weighed for the last text, the best of the whole text first. */
  public List<String> candidateNames() {
    List<String> out = new ArrayList<>();
    if (set.size > 0) {
      out.add(targets.name(set.term[best[0]]));
    }
    for (int c = 0; c < set.size; c++) {
      if (c != best[0]) {
        out.add(targets.name(set.term[c]));
      }
    }
    return out;
  }

  private void weigh(String text) {
    query.set(text, type);
    retriever.retrieve(query, set);
    int parts = query.parts.size();
    java.util.Arrays.fill(best, 0, parts, -1);
    for (int c = 0; c < set.size; c++) {
      int own = names.first(set.term[c]);
      int found = set.designation[c];
      for (int which = 0; which < 2; which++) {
        int designation = which == 0 ? own : found;
        if (which == 1 && (found < 0 || found == own)) {
          break;
        }
        score.set(query, designation);
        for (int p = 0; p < parts; p++) {
          float value = score.of(query, p);
          scores[p][c] = which == 0 ? value : Math.max(scores[p][c], value);
        }
      }
      for (int p = 0; p < parts; p++) {
        if (best[p] < 0 || better(p, c, best[p])) {
          best[p] = c;
        }
      }
    }
  }

  private boolean better(int part, int c, int than) {
    float a = scores[part][c];
    float b = scores[part][than];
    return a > b || (a == b && set.term[c] < set.term[than]);
  }

  /** The parts (bits) that stand for a term each. */
  private int choose() {
    int parts = query.parts.size();
    if (parts == 1 || value(0) >= WHOLE) {
      return 1;
    }
    int pieces = 0;
    for (int p = 1; p < parts; p++) {
      if (query.parts.get(p).committed()) {
        pieces |= 1 << p;
      }
    }
    if (pieces == 0) {
      return cut(0, query.parts.leaves());
    }
    if (cut(0, pieces) == 1) {
      return 1;
    }
    int out = 0;
    int leaves = query.parts.leaves();
    for (int rest = pieces; rest != 0; rest &= rest - 1) {
      int piece = Integer.numberOfTrailingZeros(rest);
      out |= cut(piece, within(piece, leaves));
    }
    return out;
  }

  private int within(int piece, int leaves) {
    Segments.Part whole = query.parts.get(piece);
    int out = 0;
    for (int rest = leaves; rest != 0; rest &= rest - 1) {
      int p = Integer.numberOfTrailingZeros(rest);
      Segments.Part part = query.parts.get(p);
      if (p != piece && part.start() >= whole.start() && part.end() <= whole.end()) {
        out |= 1 << p;
      }
    }
    return out;
  }

  /** The piece itself, or its parts where their mean score by length is greater. */
  private int cut(int piece, int parts) {
    if (Integer.bitCount(parts) < 2) {
      return 1 << piece;
    }
    float sum = 0;
    int length = 0;
    for (int rest = parts; rest != 0; rest &= rest - 1) {
      int p = Integer.numberOfTrailingZeros(rest);
      int n = query.parts.get(p).form().length();
      sum += value(p) * n;
      length += n;
    }
    return sum / length > CUT * value(piece) ? parts : 1 << piece;
  }

  private float value(int part) {
    return best[part] < 0 ? 0 : scores[part][best[part]];
  }

  /** Why the text's whole has that score against a term: cosine, coverage, attributes, sites. */
  public Explanation explain(String text, int term) {
    query.set(text, type);
    Explanation best = null;
    for (int designation = names.first(term);
        designation < names.designations() && names.term(designation) == term;
        designation++) {
      score.set(query, designation);
      for (int p = 0; p < query.parts.size(); p++) {
        Explanation one = score.explain(query, p);
        best = best == null || one.value() > best.value() ? one : best;
      }
    }
    return best == null ? Explanation.of("name_rules", 0) : best;
  }
}
