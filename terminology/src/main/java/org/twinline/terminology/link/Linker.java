package org.twinline.terminology.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.twinline.core.verdict.Explanation;
import org.twinline.terminology.link.trees.Trees;

/** Links texts with a trained model. For one thread; {@link LinkModel#linker} makes one. */
public final class Linker {
  private final LinkModel model;
  private final Weighing weighing;
  private final float[] chosen = new float[Selector.TOP];
  private final int[] place = new int[Selector.TOP];

  Linker(LinkModel model, Weighing weighing) {
    this.model = model;
    this.weighing = weighing;
  }

  /**
   * Links a text.
   *
   * @param top how many candidates of each mention to report
   */
  public LinkResult link(String text, int top) {
    int n = weigh(text);
    List<LinkResult.Linked> concepts = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      float chance = Selector.chance(chosen[place[i]]);
      if (i == 0 || chance >= model.threshold()) {
        concepts.add(model.linked(weighing.set.term[weighing.order[place[i]]], chance));
      }
    }
    return new LinkResult(concepts, mentions(top));
  }

  private List<LinkResult.Part> mentions(int top) {
    Segments parts = weighing.query.parts;
    List<LinkResult.Part> out = new ArrayList<>();
    int leaves = parts.leaves();
    for (int p = 0; p < parts.size(); p++) {
      if ((leaves >>> p & 1) == 0) {
        continue;
      }
      List<LinkResult.Linked> candidates = new ArrayList<>();
      for (int i = 0; i < weighing.set.size && candidates.size() < top; i++) {
        int c = weighing.order[i];
        if (parts.contains(weighing.part(c), p)) {
          candidates.add(model.linked(weighing.set.term[c], Selector.chance(weighing.odds[c])));
        }
      }
      out.add(new LinkResult.Part(parts.get(p).start(), parts.get(p).end(), candidates));
    }
    return out;
  }

  /** Ranks the candidates of a text; the best places are in {@code place}. */
  private int weigh(String text) {
    float[] rows = weighing.features(text, model.type());
    model.ranker().odds(rows, Features.COUNT, 0, weighing.set.size, weighing.odds);
    weighing.rank();
    float[] selection = weighing.selection();
    int n = Math.min(Selector.TOP, weighing.set.size);
    long[] sorted = new long[n];
    for (int i = 0; i < n; i++) {
      chosen[i] = model.selector().score(selection, i * Selector.COUNT);
      int bits = Float.floatToIntBits(chosen[i]);
      int ascending = bits ^ ((bits >> 31) & 0x7fffffff);
      sorted[i] = ((long) ~ascending << 32) | i;
    }
    Arrays.sort(sorted);
    for (int i = 0; i < n; i++) {
      place[i] = (int) sorted[i];
    }
    return n;
  }

  /** The names of the terms weighed for the last text, best first. */
  public List<String> candidateNames() {
    List<String> out = new ArrayList<>();
    for (int i = 0; i < weighing.set.size; i++) {
      out.add(model.linked(weighing.set.term[weighing.order[i]], 0).name());
    }
    return out;
  }

  /**
   * Why a concept of the last text has its chance: the features that moved the log odds of the
   * first pass most, with their values.
   *
   * @param term a term's number in {@link Targets}
   * @param most how many features to show
   * @return the chance of the first pass over its parts; a chance of 0 where the term was not
   *     weighed
   */
  public Explanation explain(int term, int most) {
    int candidate = weighing.set.find(term);
    if (candidate < 0) {
      return Explanation.of("not_weighed", 0);
    }
    float[] parts = new float[Features.COUNT];
    float base = 0;
    Trees[] ranker = model.ranker().trees();
    for (Trees trees : ranker) {
      base += trees.contributions(weighing.rows(), candidate * Features.COUNT, parts);
    }
    TopScores top = new TopScores();
    top.clear(most);
    for (int f = 0; f < parts.length; f++) {
      if (parts[f] != 0) {
        top.offer(f, Math.abs(parts[f]));
      }
    }
    int[] shown = new int[most];
    int n = top.drain(shown, new float[most]);
    List<Explanation> out = new ArrayList<>();
    out.add(Explanation.of("base", base / ranker.length));
    for (int i = 0; i < n; i++) {
      out.add(
          Explanation.of(
              Features.names().get(shown[i]),
              parts[shown[i]] / ranker.length,
              Explanation.number(weighing.rows()[candidate * Features.COUNT + shown[i]])));
    }
    return Explanation.of("trained_linker", Selector.chance(weighing.odds[candidate]), out);
  }
}
