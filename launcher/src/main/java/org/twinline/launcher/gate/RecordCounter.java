package org.twinline.launcher.gate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.twinline.core.verdict.RejectionReason;
import org.twinline.reward.step.ScoreNames;

/**
 * Counts the records of datasets, for the run and each of its slices. Every triple is counted once:
 * a kept one in {@code triples}, {@code prompts}, {@code best-answers} or as the rejected side of a
 * pair (the chosen side is a best answer), a dropped one in {@code rejected}.
 */
final class RecordCounter {
  /** Inputs beyond these are one slice together. */
  private static final int MOST_SOURCES = 200;

  private static final String OTHER_FILES = "other files";
  private static final String REASONS = "reasons";

  /** Dropped after a verifier had accepted the answer. */
  private static final Set<String> AFTER_VERIFICATION =
      Set.of(
          RejectionReason.PASS_RATE.code(),
          RejectionReason.NOT_SELECTED.code(),
          RejectionReason.MISSING_SCORE.code());

  private static final String TRIPLES = "triples";

  private final List<String> sources;
  private final SortedMap<Slice, CellBuilder> cells = new TreeMap<>();
  private final SortedMap<Integer, SortedMap<String, Long>> ledger = new TreeMap<>();

  /** For inputs of these names, by their index. */
  RecordCounter(List<String> sources) {
    this.sources = List.copyOf(sources);
    cells.put(Slice.RUN, new CellBuilder());
  }

  SortedMap<Slice, CellBuilder> cells() {
    return cells;
  }

  /** What the ledger should say, by input file: {@code kept}, {@code dropped.REASON} … */
  SortedMap<Integer, SortedMap<String, Long>> ledger() {
    return ledger;
  }

  /** Counts a line of a dataset. */
  void record(String dataset, JsonNode line) {
    switch (dataset) {
      case "dead-letters" -> deadLetter(line);
      case "rejected" -> triple(line, line, "dropped." + line.path("reason").asText(), dataset);
      case "preferences" -> {
        triple(line, line.path("rejected"), CellBuilder.KEPT, dataset);
        margin(line);
      }
      default -> triple(line, line, CellBuilder.KEPT, dataset);
    }
  }

  private void deadLetter(JsonNode line) {
    RecordPlace place = place(line, "");
    int cluster = Clusters.of(line.path("place").asText());
    String key = "dead_lettered." + line.path("code").asText();
    account(place.file(), key);
    for (CellBuilder cell :
        List.of(builder(Slice.RUN), builder(Slice.of(SliceBy.SOURCE, source(place))))) {
      cell.count(key, cluster, place);
      cell.category(REASONS, "dead_letter", cluster);
      cell.category("dead_letters", line.path("code").asText(), cluster);
    }
  }

  private void margin(JsonNode line) {
    RecordPlace place = place(line.path("rejected"), id(line, line.path("rejected")));
    int cluster = Clusters.of(line.path("id").asText());
    for (CellBuilder cell : cells(line, line.path("rejected"), place)) {
      cell.value("kept.margin", Bins.UNIT, line.path("margin").asDouble(), cluster, place);
    }
  }

  private void triple(JsonNode question, JsonNode candidate, String key, String dataset) {
    RecordPlace place = place(candidate, id(question, candidate));
    int cluster = Clusters.of(question.path("id").asText());
    account(place.file(), key);
    boolean kept = key.equals(CellBuilder.KEPT);
    String reason = kept ? CellBuilder.KEPT : key.substring(key.indexOf('.') + 1);
    JsonNode scores = candidate.path("scores");
    boolean asked = score(scores, ScoreNames.RULE);
    boolean verified =
        score(scores, ScoreNames.OUTCOME)
            && (dataset.equals(TRIPLES) || AFTER_VERIFICATION.contains(reason));
    List<Property> properties = new ArrayList<>();
    List<Value> values = new ArrayList<>();
    for (String whose : List.of(kept ? "kept." : "dropped.", "all.")) {
      properties(whose, question, scores, properties);
      values(whose, question, candidate, values);
    }
    for (CellBuilder cell : cells(question, candidate, place)) {
      cell.count(key, cluster, place);
      cell.category(REASONS, reason, cluster);
      if (asked) {
        cell.count(CellBuilder.ASKED, cluster, place);
      }
      if (verified) {
        cell.count(CellBuilder.VERIFIED, cluster, place);
      }
      properties.forEach(property -> cell.category(property.key(), property.value(), cluster));
      values.forEach(value -> cell.value(value.key(), value.bins(), value.value(), cluster, place));
    }
  }

  /** A category of a record. */
  private record Property(String key, String value) {}

  /** A figure of a record. */
  private record Value(String key, Bins bins, double value) {}

  private static void properties(
      String whose, JsonNode question, JsonNode scores, List<Property> found) {
    for (String property : List.of("task", "language", "answer_kind")) {
      found.add(new Property(whose + property, property(question, property)));
    }
    found.add(new Property(whose + "chapter", ReferenceChapter.of(scores)));
  }

  private static void values(
      String whose, JsonNode question, JsonNode candidate, List<Value> found) {
    for (JsonNode score : candidate.path("scores")) {
      String key = whose + "score." + score.path("name").asText();
      found.add(new Value(key, Bins.UNIT, score.path("value").asDouble()));
    }
    if (whose.equals("kept.") && candidate.has("reward")) {
      found.add(new Value("kept.reward", Bins.UNIT, candidate.path("reward").asDouble()));
    }
    length(whose + "length.question", question(question), found);
    if (candidate.has("answer")) {
      length(whose + "length.cot", candidate.path("cot").asText(), found);
      length(whose + "length.answer", candidate.path("answer").asText(), found);
    }
  }

  private static void length(String key, String text, List<Value> found) {
    int characters = text.codePointCount(0, text.length());
    found.add(new Value(key + ".characters", Bins.LENGTH, characters));
    found.add(new Value(key + ".tokens", Bins.LENGTH, BasicTokens.count(text)));
  }

  private static String question(JsonNode record) {
    if (record.has("question")) {
      return record.path("question").asText();
    }
    StringBuilder turns = new StringBuilder();
    record.path("turns").forEach(turn -> turns.append(turn.path("content").asText()).append('\n'));
    return turns.toString();
  }

  private List<CellBuilder> cells(JsonNode question, JsonNode candidate, RecordPlace place) {
    List<CellBuilder> cells = new ArrayList<>();
    cells.add(builder(Slice.RUN));
    cells.add(builder(Slice.of(SliceBy.TASK, property(question, "task"))));
    cells.add(builder(Slice.of(SliceBy.LANGUAGE, property(question, "language"))));
    String chapter = ReferenceChapter.of(candidate.path("scores"));
    cells.add(builder(Slice.of(SliceBy.CHAPTER, chapter)));
    cells.add(builder(Slice.of(SliceBy.SOURCE, source(place))));
    return cells;
  }

  private CellBuilder builder(Slice slice) {
    return cells.computeIfAbsent(slice, s -> new CellBuilder());
  }

  private String source(RecordPlace place) {
    int file = place.file();
    if (file < 0 || file >= sources.size()) {
      return Slice.UNKNOWN;
    }
    return file < MOST_SOURCES ? sources.get(file) : OTHER_FILES;
  }

  private void account(int file, String key) {
    ledger.computeIfAbsent(file, f -> new TreeMap<>()).merge(key, 1L, Long::sum);
  }

  private static boolean score(JsonNode scores, String name) {
    for (JsonNode score : scores) {
      if (score.path("name").asText().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private static String property(JsonNode question, String name) {
    String value = question.path(name).asText();
    return value.isEmpty() ? Slice.UNKNOWN : value;
  }

  private static String id(JsonNode question, JsonNode candidate) {
    String id = candidate.path("candidate_id").asText();
    return question.path("id").asText() + (id.isEmpty() ? "" : "/" + id);
  }

  private static RecordPlace place(JsonNode node, String id) {
    String place = node.path("place").asText();
    int at = place.indexOf('@');
    try {
      return RecordPlace.of(
          Integer.parseInt(place.substring(0, Math.max(0, at))),
          Long.parseLong(place.substring(at + 1)),
          id);
    } catch (NumberFormatException e) {
      return RecordPlace.of(-1, 0, id);
    }
  }
}
