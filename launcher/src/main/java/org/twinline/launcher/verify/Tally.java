package org.twinline.launcher.verify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Place;
import org.twinline.core.verdict.Decision;
import org.twinline.reward.agreement.Label;
import org.twinline.reward.agreement.LabelledAnswer;

/** Counts what was scored and joins it with the labels. */
final class Tally {
  private final Optional<Map<String, Label>> labels;
  private final SortedMap<AnswerKind, long[]> verdicts = new TreeMap<>();
  private final Set<String> ids = new HashSet<>();
  private final Map<String, Long> repeated = new LinkedHashMap<>();
  private final List<LabelledAnswer> labelled = new ArrayList<>();
  private final Map<Place, String> codes = new HashMap<>();
  private long answers;

  /**
   * An empty tally.
   *
   * @param labels by id; empty where the answers bring their own
   */
  Tally(Optional<Map<String, Label>> labels) {
    this.labels = labels;
  }

  void add(Scored scored) {
    answers++;
    String id = scored.line().id();
    if (!ids.add(id)) {
      repeated.merge(id, 2L, (n, unused) -> n + 1);
    }
    verdicts
        .computeIfAbsent(scored.judgement().kind(), unused -> new long[Decision.values().length])[
        scored.decision().ordinal()]++;
    Optional<Label> label =
        labels.isPresent() ? Optional.ofNullable(labels.get().get(id)) : scored.line().label();
    if (label.isPresent()) {
      labelled.add(scored.labelled(label.get()));
      codes.put(scored.line().candidate().place(), scored.codes());
    }
  }

  long answers() {
    return answers;
  }

  /** Kinds that are there, each with its count of a verdict. */
  long count(AnswerKind kind, Decision decision) {
    return verdicts.getOrDefault(kind, new long[Decision.values().length])[decision.ordinal()];
  }

  long count(Decision decision) {
    return verdicts.values().stream().mapToLong(n -> n[decision.ordinal()]).sum();
  }

  Set<AnswerKind> kinds() {
    return Collections.unmodifiableSet(verdicts.keySet());
  }

  /** Ids of several answers, with how many, in the order in which they came again. */
  Map<String, Long> repeated() {
    return Collections.unmodifiableMap(repeated);
  }

  /**
   * The labelled answers in the order of the input. Of a file of labels an id must name one answer:
   * nobody knows which of several was meant.
   */
  List<LabelledAnswer> labelled() {
    return labels.isEmpty()
        ? List.copyOf(labelled)
        : labelled.stream().filter(a -> !repeated.containsKey(a.id())).toList();
  }

  /** The codes of the explanation of a labelled answer. */
  String codes(LabelledAnswer answer) {
    return codes.getOrDefault(answer.place(), "");
  }

  /** Ids of the file of labels that no readable answer has. */
  long unknownLabels() {
    return labels
        .map(known -> known.keySet().stream().filter(id -> !ids.contains(id)).count())
        .orElse(0L);
  }

  /** Labelled ids that are left out since they name several answers. */
  long ambiguousLabels() {
    return labels
        .map(known -> known.keySet().stream().filter(repeated::containsKey).count())
        .orElse(0L);
  }
}
