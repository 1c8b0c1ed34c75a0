package org.twinline.reward.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.twinline.core.triple.Reference;
import org.twinline.core.verdict.Explanation;
import org.twinline.terminology.RelationType;
import org.twinline.terminology.Terminology;
import org.twinline.terminology.graph.ConceptGraph;

/**
 * Entity answers: the entities the conclusion asserts against those the reference requires.
 *
 * <p>The score of an alternative is recall × precision. Recall is the sum of the pair scores of an
 * optimal matching over the number of required items. Precision is k / (k + x), k being the matched
 * items and x the other asserted entities that are <em>unrelated</em>: surely linked, of the kind
 * that is asked for, and neither broader than what was matched, nor joined to it by a clinical
 * relation (complication, cause, symptom, treatment, examination; a sibling counts whatever its
 * relations). A product is used rather than an F-measure since an answer that lists every option
 * must end near 0: of five listed options one is right, 1 × 1/5.
 */
final class EntityRule {
  private static final int CACHED = 4096;
  private static final Set<RelationType> CLINICAL =
      EnumSet.complementOf(EnumSet.of(RelationType.DIFFERENTIAL));

  private final Optional<Terminology> terminology;
  private final RuleSettings settings;
  private final Assertions assertions;
  private final PairRule pairs;
  // Candidates of a group come together: linking the reference once serves all of them.
  private final ConcurrentHashMap<String, Required> linked = new ConcurrentHashMap<>();

  EntityRule(Optional<Terminology> terminology, RuleSettings settings) {
    this.terminology = terminology;
    this.settings = settings;
    assertions = new Assertions(terminology);
    pairs = new PairRule(terminology, settings);
  }

  Explanation judge(Reference reference, String answer) {
    Assertions.Reading reading = assertions.read(Conclusion.of(answer).text());
    Explanation best = null;
    for (Reference.Alternative alternative : reference.alternatives()) {
      Explanation one = alternative(alternative, reading);
      best = best == null || one.value() > best.value() ? one : best;
    }
    return best == null ? Explanation.of("rule_entity", 0) : best;
  }

  private Required required(String item) {
    Required known = linked.get(item);
    if (known == null) {
      if (linked.size() >= CACHED) {
        linked.clear();
      }
      known = Required.of(item, terminology);
      linked.put(item, known);
    }
    return known;
  }

  private Explanation alternative(Reference.Alternative alternative, Assertions.Reading reading) {
    List<Required> required = alternative.required().stream().map(this::required).toList();
    List<Asserted> asserted = reading.asserted();
    if (asserted.isEmpty()) {
      return Explanation.of("rule_entity", 0, "negated");
    }
    Explanation[][] scores = new Explanation[required.size()][asserted.size()];
    double[][] values = new double[required.size()][asserted.size()];
    for (int r = 0; r < required.size(); r++) {
      for (int a = 0; a < asserted.size(); a++) {
        scores[r][a] = pairs.judge(required.get(r), asserted.get(a));
        values[r][a] = scores[r][a].value();
      }
    }
    int[] matching = Matching.best(values);
    List<Explanation> parts = new ArrayList<>();
    double sum = 0;
    int matched = 0;
    for (int r = 0; r < matching.length; r++) {
      if (matching[r] >= 0) {
        parts.add(scores[r][matching[r]]);
        sum += values[r][matching[r]];
        matched++;
      }
    }
    boolean[] used = new boolean[asserted.size()];
    Arrays.stream(matching).filter(a -> a >= 0).forEach(a -> used[a] = true);
    int welcome = 0;
    int unrelated = 0;
    for (int a = 0; a < used.length; a++) {
      if (!used[a]) {
        Asserted extra = asserted.get(a);
        if (niceToHave(alternative, extra)) {
          welcome++;
        } else if (unrelated(extra, required)) {
          unrelated++;
        }
      }
    }
    double recall = sum / required.size();
    double precision = (double) matched / (matched + unrelated);
    double score = recall * precision;
    parts.add(
        Explanation.of(
            "matching",
            score,
            Explanation.number(recall),
            Explanation.number(precision),
            Integer.toString(unrelated)));
    if (score >= settings.accept() && welcome > 0) {
      double bonus = Math.min(1 - score, welcome * settings.bonus());
      parts.add(Explanation.of("nice_to_have", bonus, Integer.toString(welcome)));
      score += bonus;
    }
    return Explanation.of("rule_entity", Math.min(1, score), parts);
  }

  private boolean niceToHave(Reference.Alternative alternative, Asserted extra) {
    return alternative.niceToHave().stream()
        .anyMatch(item -> pairs.judge(required(item), extra).value() >= settings.accept());
  }

  private boolean unrelated(Asserted extra, List<Required> required) {
    if (terminology.isEmpty() || extra.link().compareTo(Asserted.Link.HEAD) > 0) {
      return false;
    }
    Terminology known = terminology.get();
    ConceptGraph graph = known.graph();
    int concept = extra.concepts()[0];
    boolean sameKind = required.stream().noneMatch(Required::linked);
    for (Required item : required) {
      for (int gold : item.concepts()) {
        sameKind |= known.conceptAt(gold).type() == known.conceptAt(concept).type();
        boolean narrower = graph.distanceUp(concept, gold) >= 0;
        boolean broader = graph.distanceUp(gold, concept) >= 0;
        if (narrower || broader || clinical(graph, gold, concept)) {
          return false;
        }
      }
    }
    return sameKind;
  }

  private static boolean clinical(ConceptGraph graph, int gold, int concept) {
    int[] parents = graph.parents(concept);
    boolean siblings =
        Arrays.stream(graph.parents(gold))
            .anyMatch(p -> Arrays.stream(parents).anyMatch(q -> q == p));
    return !siblings && graph.related(gold, concept, CLINICAL);
  }
}
