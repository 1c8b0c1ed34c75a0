package org.twinline.reward.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.twinline.core.triple.Language;
import org.twinline.reward.process.ActionText;
import org.twinline.reward.process.Step;

/**
 * Writes what an encoder learns thinking actions from: {@code ActionTexts PART,PART… LANGUAGE
 * OUT.jsonl}, a line for each labelled step of the parts in that language, and, in English, of the
 * chains of thought of {@code action-chains.jsonl}: {@code record}, {@code text}, {@code action},
 * {@code own} (whether the chain is of our own). The data are found by {@code -Dtwinline.shared},
 * the labels by {@code -Dtwinline.root}.
 */
final class ActionTexts {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ActionTexts() {}

  /** A chain of thought with the actions of its steps. */
  record Chain(String id, String question, String cot, List<Step> steps, List<String> actions) {}

  public static void main(String[] args) throws IOException {
    Language language = Language.valueOf(args[1].toUpperCase(Locale.ROOT));
    String set = language == Language.EN ? "o1-open-100" : "jmed-300";
    Map<String, ActionSample.Row> rows = new HashMap<>();
    ActionSample.rows(set).forEach(row -> rows.put(row.id(), row));
    try (BufferedWriter out = Files.newBufferedWriter(Path.of(args[2]))) {
      for (ActionBench.Labelled label : ActionBench.labels(args[0])) {
        ActionSample.Row row = rows.get(label.id());
        if (row != null) {
          String[] range = label.range().split("-");
          Step step = new Step(Integer.parseInt(range[0]), Integer.parseInt(range[1]));
          write(out, row.id(), ActionText.of(row.cot(), step, language), label.action(), false);
        }
      }
      if (language == Language.EN) {
        for (Chain chain : chains()) {
          for (int i = 0; i < chain.steps().size(); i++) {
            String text = ActionText.of(chain.cot(), chain.steps().get(i), language);
            write(out, chain.id(), text, chain.actions().get(i), true);
          }
        }
      }
    }
  }

  private static void write(
      BufferedWriter out, String record, String text, String action, boolean own)
      throws IOException {
    out.write(
        MAPPER.writeValueAsString(
            MAPPER
                .createObjectNode()
                .put("record", record)
                .put("text", text)
                .put("action", action)
                .put("own", own)));
    out.newLine();
  }

  /** Whole chains of thought of our own: a blank joins their steps, each a sentence. */
  static List<Chain> chains() throws IOException {
    List<Chain> chains = new ArrayList<>();
    try (InputStream in =
        Objects.requireNonNull(ActionTexts.class.getResourceAsStream("action-chains.jsonl"))) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        JsonNode read = MAPPER.readTree(line);
        StringBuilder cot = new StringBuilder();
        List<Step> steps = new ArrayList<>();
        List<String> actions = new ArrayList<>();
        for (JsonNode step : read.path("steps")) {
          int start = cot.length();
          cot.append(step.get(0).asText());
          steps.add(new Step(start, cot.length()));
          actions.add(step.get(1).asText());
          cot.append(' ');
        }
        chains.add(
            new Chain(
                read.path("id").asText(),
                read.path("question").asText(),
                cot.toString(),
                steps,
                actions));
      }
    }
    return chains;
  }
}
