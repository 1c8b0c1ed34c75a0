package org.twinline.launcher.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.twinline.core.verdict.Explanation;

/**
 * Turns explanations into English sentences a physician can read: one sentence a node, parts
 * indented below what they explain.
 *
 * <p>Codes it does not know become {@code code: value (arguments)}, so that a report of a newer run
 * still reads. Numbers have at most three significant digits; everything is {@linkplain Inert
 * inert}. At most {@value #MAX_SENTENCES} sentences and {@value #MAX_DEPTH} levels are told.
 * Stateless.
 */
public final class ExplanationText {
  static final int MAX_SENTENCES = 100;
  static final int MAX_DEPTH = 12;

  private ExplanationText() {}

  /**
   * One node of an explanation as text.
   *
   * @param depth 0 for the root
   */
  public record Sentence(int depth, String text) {}

  /** All sentences, two spaces of indentation a level, joined by line feeds. */
  public static String render(Explanation explanation) {
    return joined(sentences(explanation));
  }

  /** As {@link #render(Explanation)}, of the JSON form; a node that is none is told as such. */
  public static String render(JsonNode explanation) {
    return joined(sentences(explanation));
  }

  /** The sentences in depth-first order. */
  public static List<Sentence> sentences(Explanation explanation) {
    return sentences(ExplanationNode.of(explanation, 0));
  }

  /** As {@link #sentences(Explanation)}, of the JSON form. */
  public static List<Sentence> sentences(JsonNode explanation) {
    return sentences(ExplanationNode.of(explanation, 0));
  }

  /** What a rejection reason means in one sentence, whatever was measured. */
  public static String meaning(String reasonCode) {
    return ReasonText.of(reasonCode).meaning();
  }

  private static List<Sentence> sentences(ExplanationNode root) {
    List<Sentence> told = new ArrayList<>();
    tell(root, 0, "", told);
    if (told.size() > MAX_SENTENCES) {
      told = new ArrayList<>(told.subList(0, MAX_SENTENCES));
      told.add(new Sentence(0, "… and more parts that are not shown."));
    }
    return List.copyOf(told);
  }

  private static void tell(ExplanationNode node, int depth, String weight, List<Sentence> told) {
    if (told.size() > MAX_SENTENCES) {
      return;
    }
    boolean weighted = node.weighted();
    String end = node.parts().isEmpty() ? "." : weighted ? node.meanOf() : ", made of:";
    told.add(new Sentence(depth, ExplanationSentences.of(node) + weight + end));
    for (int i = 0; i < node.parts().size(); i++) {
      String partWeight = weighted ? ", with weight " + node.argument(i).orElse("") : "";
      tell(node.parts().get(i), depth + 1, partWeight, told);
    }
  }

  private static String joined(List<Sentence> sentences) {
    return sentences.stream()
        .map(s -> "  ".repeat(s.depth()) + s.text())
        .collect(Collectors.joining("\n"));
  }
}
