package org.twinline.reward.rule.medication;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twinline.core.json.JsonValue;
import org.twinline.core.triple.Question;
import org.twinline.core.triple.Reference;
import org.twinline.core.verdict.Explanation;
import org.twinline.terminology.Terminology;

/**
 * Answers in JSON against a reference in JSON.
 *
 * <p>Where both are medication lists, entries are matched optimally ({@link PrescriptionPair}); the
 * score is recall × precision, recall the sum of the pairs over the required entries, precision the
 * matched over the matched and the drugs too many, those that are nice to have not counted. With a
 * drug missing, wrong or too many it is at most unknown. Any other JSON is compared as trees: 1, or
 * the share of equal leaves, at most unknown. An answer without readable JSON is unknown, {@code
 * json_unreadable}; a reference without, {@code no_rule_for_kind}.
 *
 * <p>Thread-safe; the terminology is not closed here.
 */
public final class JsonRule {
  private static final int MOST = 100;

  private final Optional<Terminology> terminology;
  private final Scale scale;
  private final PrescriptionPair pairs;

  public JsonRule(Optional<Terminology> terminology, Scale scale) {
    this.terminology = terminology;
    this.scale = scale;
    pairs = new PrescriptionPair(scale);
  }

  /** The best alternative of the question's reference. */
  public Explanation judge(Question question, String answer) {
    Optional<List<JsonValue>> said = JsonText.read(answer);
    Explanation best = null;
    for (Reference.Alternative alternative : question.reference().alternatives()) {
      Explanation one = alternative(alternative, said);
      best = best == null || one.value() > best.value() ? one : best;
    }
    return best == null ? unknown("no_rule_for_kind", "JSON") : best;
  }

  private Explanation alternative(
      Reference.Alternative alternative, Optional<List<JsonValue>> said) {
    List<JsonValue> gold = values(alternative.required());
    if (gold.isEmpty()) {
      return unknown("no_rule_for_kind", "JSON");
    }
    if (said.isEmpty()) {
      return unknown("json_unreadable", "answer");
    }
    Optional<List<Medication>> required = Medication.list(gold);
    Optional<List<Medication>> given = Medication.list(said.get());
    if (required.isPresent()) {
      boolean many = Math.max(required.get().size(), given.map(List::size).orElse(0)) > MOST;
      return given.isEmpty() || many
          ? unknown(many ? "json_too_many" : "json_unreadable", "answer")
          : lists(required.get(), given.get(), values(alternative.niceToHave()));
    }
    return trees(gold, said.get());
  }

  /** The values of all items; empty where one is no JSON. */
  private static List<JsonValue> values(List<String> items) {
    List<JsonValue> values = new ArrayList<>();
    for (String item : items) {
      Optional<List<JsonValue>> value = JsonText.read(item);
      if (value.isEmpty()) {
        return List.of();
      }
      values.addAll(value.get());
    }
    return values;
  }

  private Explanation trees(List<JsonValue> gold, List<JsonValue> said) {
    if (gold.size() != said.size()) {
      return Explanation.of("rule_json", 0, Integer.toString(said.size()));
    }
    double share = 0;
    for (int i = 0; i < gold.size(); i++) {
      share += JsonTrees.share(gold.get(i), said.get(i), scale.tolerance()) / gold.size();
    }
    double value = share > 1 - 1e-9 ? 1 : Math.min(share, scale.unknown());
    return Explanation.of("rule_json", value, Explanation.number(share));
  }

  private Explanation lists(
      List<Medication> required, List<Medication> given, List<JsonValue> welcome) {
    List<DrugName> gold = drugs(required);
    List<DrugName> said = drugs(given);
    Explanation[][] table = new Explanation[required.size()][given.size()];
    double[][] values = new double[required.size()][given.size()];
    for (int r = 0; r < required.size(); r++) {
      for (int c = 0; c < given.size(); c++) {
        table[r][c] = pairs.judge(required.get(r), gold.get(r), given.get(c), said.get(c));
        // The right drug with a wrong dose is still matched to its like.
        values[r][c] = table[r][c].parts().isEmpty() ? 0 : table[r][c].value() + 0.01;
      }
    }
    int[] matching = scale.matching().apply(values);
    List<Explanation> parts = new ArrayList<>();
    boolean[] matched = new boolean[given.size()];
    double sum = 0;
    boolean wrong = false;
    for (int r = 0; r < required.size(); r++) {
      int column = matching[r];
      boolean found = column >= 0 && values[r][column] > 0;
      Explanation part = found ? table[r][column] : Explanation.of("medication", 0, "missing");
      if (found) {
        matched[column] = true;
      }
      wrong |= part.value() <= scale.reject();
      sum += part.value();
      parts.add(part);
    }
    int extra = extra(said, matched, drugs(Medication.list(welcome).orElse(List.of())));
    double recall = sum / required.size();
    int right = given.size() - count(matched, false);
    double precision = right + extra == 0 ? 0 : (double) right / (right + extra);
    double score = recall * precision;
    parts.add(
        Explanation.of(
            "matching",
            score,
            Explanation.number(recall),
            Explanation.number(precision),
            Integer.toString(extra)));
    double value = wrong || extra > 0 ? Math.min(score, scale.unknown()) : score;
    return Explanation.of("rule_medication", value, parts);
  }

  private static int extra(List<DrugName> said, boolean[] matched, List<DrugName> welcome) {
    int extra = 0;
    for (int c = 0; c < matched.length; c++) {
      DrugName drug = said.get(c);
      extra +=
          !matched[c] && welcome.stream().noneMatch(w -> w.same(drug) == DrugName.Same.YES) ? 1 : 0;
    }
    return extra;
  }

  private static int count(boolean[] flags, boolean value) {
    int count = 0;
    for (boolean flag : flags) {
      count += flag == value ? 1 : 0;
    }
    return count;
  }

  private List<DrugName> drugs(List<Medication> medications) {
    return medications.stream().map(m -> new DrugName(m.drug(), terminology)).toList();
  }

  private Explanation unknown(String code, String argument) {
    return Explanation.of(code, scale.unknown(), argument);
  }
}
