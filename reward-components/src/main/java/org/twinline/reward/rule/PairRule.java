package org.twinline.reward.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twinline.core.verdict.Explanation;
import org.twinline.terminology.AtomicEntity;
import org.twinline.terminology.Concept;
import org.twinline.terminology.Terminology;
import org.twinline.terminology.graph.ConceptGraph;

/**
 * How right one asserted entity is for one required entity.
 *
 * <p>The mean of path similarity (Wu–Palmer), graph similarity (the greater of Lin and relation
 * similarity) and term similarity, by weight, and then what the relation of the two concepts says:
 *
 * <table>
 * <caption>What bounds the mean</caption>
 * <tr><td>same</td><td>1; 0.95 where the name is the head of a longer text; at most just short of
 *     acceptance where it is only a part of it</td></tr>
 * <tr><td>same stem: names differ in British spelling or in a suffix such as 术</td><td>0.95</td></tr>
 * <tr><td>narrower by d steps</td><td>at least 1 − 0.1·d: it entails the reference</td></tr>
 * <tr><td>broader by d steps</td><td>at most 0.7, 0.5, 0.35 for d = 1, 2, 3; the reject threshold
 *     beyond, for a root two steps up, and for the second level three steps up</td></tr>
 * <tr><td>other, both named exactly</td><td>scaled into [0, reject]: it is another thing</td></tr>
 * <tr><td>the same words in another order, inflection or spelling</td><td>0.95</td></tr>
 * <tr><td>other or unknown</td><td>by the likeness of the names: below 0.6, and below 0.85 where
 *     each name has something that the other lacks, at most the reject threshold, partial credit for
 *     shared atomic entities included; else up to just short of acceptance: likeness is no
 *     proof</td></tr>
 * </table>
 */
final class PairRule {
  private static final double[] BROADER = {0.7, 0.5, 0.35};
  private static final double HEAD = 0.95;
  private static final double RELATION_BOUND = 4;

  /** Where names begin to be alike enough to mean the same. */
  private static final double LIKE = 0.6;

  /** Where even names of which each has something of its own may mean the same. */
  private static final double SURE = 0.85;

  private final Optional<Terminology> terminology;
  private final RuleSettings settings;

  PairRule(Optional<Terminology> terminology, RuleSettings settings) {
    this.terminology = terminology;
    this.settings = settings;
  }

  /**
   * The score of a pair and what it rests on.
   *
   * @param said the code of what was asserted
   */
  record Judgement(
      double value,
      String gold,
      String said,
      String relation,
      double path,
      double graph,
      double term,
      double atoms) {
    /** Arguments: the item, the codes of reference and answer, their relation, the place. */
    Explanation explain(int item, int start, int end) {
      return new Explanation(
          "pair",
          value,
          List.of(Integer.toString(item), gold, said, relation, start + "-" + end),
          List.of(
              Explanation.of("path", path),
              Explanation.of("graph", graph),
              Explanation.of("term", term),
              Explanation.of("atoms", atoms)));
    }
  }

  /** Judges a pair. */
  Judgement judge(Asked asked, Required required, Asserted asserted) {
    if (asked.names(asserted, required)) {
      return same(required, asserted, required.label());
    }
    double term = required.term(asserted.profile());
    if (asserted.link().compareTo(Asserted.Link.HEAD) >= 0
        && term < 1
        && Names.sameStem(asserted.profile().folded(), required)) {
      return pair(HEAD, required.label(), required.label(), "same_stem", 1, 1, term, 1);
    }
    if (terminology.isPresent() && required.linked() && asserted.linked()) {
      Judgement best = null;
      for (int gold : required.concepts()) {
        for (int said : asserted.concepts()) {
          Judgement one = linked(required, asserted, gold, said, term);
          best = best == null || one.value() > best.value() ? one : best;
        }
      }
      if (best != null) {
        return best;
      }
    }
    return unlinked(required, asserted, term);
  }

  private Judgement linked(Required required, Asserted asserted, int gold, int said, double term) {
    Terminology known = terminology.orElseThrow();
    ConceptGraph graph = known.graph();
    String goldLabel = known.conceptAt(gold).code().label();
    if (gold == said) {
      return same(required, asserted, goldLabel);
    }
    Concept concept = known.conceptAt(said);
    double path = graph.wuPalmer(gold, said);
    double near =
        Math.max(graph.lin(gold, said), graph.relationSimilarity(gold, said, RELATION_BOUND));
    double atoms = atoms(required.atoms(), Set.copyOf(concept.attributes()));
    double mean = mean(path, near, term);
    int below = graph.distanceUp(said, gold);
    int above = graph.distanceUp(gold, said);
    String relation;
    double value;
    if (below > 0) {
      relation = "narrower";
      value = Math.max(Math.min(mean, HEAD), 1 - 0.1 * below - (exact(asserted) ? 0 : 0.05));
      value = asserted.link() == Asserted.Link.LOOSE ? Math.min(value, settings.nearly()) : value;
    } else if (above > 0) {
      relation = "broader";
      boolean vague =
          above > BROADER.length
              || (graph.depth(said) == 1 && above > 1)
              || (graph.depth(said) == 2 && above > 2);
      double bound = vague ? settings.reject() : BROADER[above - 1];
      value = Math.min(Math.min(mean, bound), settings.nearly());
    } else if (exact(asserted)) {
      relation = "other";
      value = settings.reject() * Math.max(mean, atoms);
    } else {
      relation = "other_loose";
      value = probable(mean, atoms, required, asserted);
    }
    return pair(value, goldLabel, concept.code().label(), relation, path, near, term, atoms);
  }

  /** The item itself, by name or by concept. */
  private Judgement same(Required required, Asserted asserted, String label) {
    double value =
        switch (asserted.link()) {
          case EXACT -> 1;
          case HEAD ->
              Qualifiers.conflict(required.text(), asserted.profile().folded())
                  ? settings.reject()
                  : HEAD;
          case LOOSE, NONE -> settings.nearly();
        };
    return pair(value, label, label, "same", 1, 1, required.term(asserted.profile()), 1);
  }

  private static boolean exact(Asserted asserted) {
    return asserted.link() == Asserted.Link.EXACT;
  }

  private Judgement unlinked(Required required, Asserted asserted, double term) {
    double atoms =
        terminology
            .map(t -> atoms(required.atoms(), Set.copyOf(t.atoms(asserted.profile().folded()))))
            .orElse(0.0);
    String said = asserted.linked() ? "unrelated" : "unlinked";
    String relation = "names";
    double value;
    if (term == 1) {
      value = 1;
    } else if (required.reworded(asserted.profile())) {
      relation = "reworded";
      value = HEAD;
    } else if (Names.endsWith(asserted.profile().folded(), required)) {
      relation = "head";
      value =
          Qualifiers.conflict(required.text(), asserted.profile().folded())
              ? settings.reject()
              : HEAD;
    } else if (!required.comparable(asserted.profile())) {
      relation = "not_comparable";
      value = settings.unknown();
    } else {
      value = probable(term, atoms, required, asserted);
    }
    return pair(value, required.label(), said, relation, 0, 0, term, atoms);
  }

  /**
   * What likeness alone gives: below {@value #LIKE} the names are of different things and earn at
   * most what is rejected, partial credit for shared atomic entities included; above it nobody can
   * tell.
   */
  private double probable(double likeness, double atoms, Required required, Asserted asserted) {
    double reject = settings.reject();
    if (Qualifiers.conflict(required.text(), asserted.profile().folded())) {
      return reject * likeness;
    }
    if (likeness < LIKE || (likeness < SURE && required.substituted(asserted.profile()))) {
      return reject * Math.max(Math.min(1, likeness / LIKE), settings.partialCredit() * atoms);
    }
    return reject + (settings.nearly() - reject) * (likeness - LIKE) / (1 - LIKE);
  }

  private double mean(double path, double graph, double term) {
    RuleSettings.Weights w = settings.weights();
    return (w.path() * path + w.graph() * graph + w.term() * term)
        / (w.path() + w.graph() + w.term());
  }

  // The components of a judgement, in their order.
  private static Judgement pair(
      double value,
      String gold,
      String said,
      String relation,
      double path,
      double graph,
      double term,
      double atoms) {
    return new Judgement(value, gold, said, relation, path, graph, term, atoms);
  }

  /** Dice's coefficient of two sets of atomic entities, 0 where either is empty. */
  private static double atoms(Set<AtomicEntity> a, Set<AtomicEntity> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return 0;
    }
    Set<AtomicEntity> common = new HashSet<>(a);
    common.retainAll(b);
    return 2.0 * common.size() / (a.size() + b.size());
  }
}
