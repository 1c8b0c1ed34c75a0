package org.twinline.terminology.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
        concepts.add(
            model.linked(weighing.set.term[weighing.order[place[i]]], chance));
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
        if (leaves == 1 || weighing.part(c) == p) {
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
    Trees[] ranker = model.ranker();
    for (int c = 0; c < weighing.set.size; c++) {
      float sum = 0;
      for (Trees trees : ranker) {
        sum += trees.score(rows, c * Features.COUNT);
      }
      weighing.odds[c] = sum / ranker.length;
    }
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

  public void retrieveOnly(String text) {
    weighing.features(text, model.type());
  }

  public List<String> retrieved() {
    List<String> out = new ArrayList<>();
    for (int i = 0; i < weighing.set.size; i++) {
      out.add(model.linked(weighing.set.term[i], 0).name());
    }
    return out;
  }
}
