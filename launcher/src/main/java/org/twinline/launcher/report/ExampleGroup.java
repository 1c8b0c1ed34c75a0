package org.twinline.launcher.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One question with its kept and rejected candidates side by side.
 *
 * @param limit texts are shown up to that many characters
 */
record ExampleGroup(JsonNode example, List<String> files, int limit) {
  private static final int MAX_CANDIDATES = 6;
  private static final int MAX_SCORES = 12;
  private static final int MAX_ID = 100;

  /** Writes the group; {@code open} unfolds it at first sight. */
  void write(Html html, boolean open) {
    JsonNode group = example.path("group");
    String language = language(group);
    List<JsonNode> all = Lenient.list(group.path("candidates"), Integer.MAX_VALUE);
    List<JsonNode> kept = all.stream().filter(c -> c.path("rejections").isEmpty()).toList();
    List<JsonNode> rejected = all.stream().filter(c -> !c.path("rejections").isEmpty()).toList();
    String[] attributes =
        open ? new String[] {"class", "example", "open", ""} : new String[] {"class", "example"};
    html.open("details", attributes);
    html.open("summary");
    html.element("bdi", id(group), "class", "id");
    html.element(
        "span", "%d kept · %d rejected".formatted(kept.size(), rejected.size()), "class", "muted");
    html.element("span", opening(group), "class", "opening", "lang", language);
    html.close("summary");
    chips(html, group);
    html.open("div", "lang", language, "class", "record");
    question(html, group);
    references(html, group.path("references"));
    html.close("div");
    html.open("div", "class", "sides");
    side(html, "Kept", "kept", kept, language);
    side(html, "Rejected", "dropped", rejected, language);
    html.close("div").close("details");
  }

  private static String id(JsonNode node) {
    String id = Lenient.text(node, "id");
    return id.isEmpty() ? "(no id)" : Lenient.cut(id, MAX_ID);
  }

  private static String language(JsonNode group) {
    String language = Lenient.text(group, "language");
    return language.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})?") ? language : "";
  }

  /** The first words of the question, for the closed group. */
  private static String opening(JsonNode group) {
    String question = Lenient.text(group, "question");
    String first =
        question.isEmpty() ? Lenient.text(group.path("turns").path(0), "content") : question;
    String line = first.strip().lines().findFirst().orElse("");
    return Lenient.brief(line, 80);
  }

  private void chips(Html html, JsonNode group) {
    html.open("p", "class", "chips");
    List.of(
            Lenient.text(example, "line"),
            Lenient.text(group, "task"),
            Lenient.text(group, "answer_kind"),
            Lenient.text(group, "language"))
        .forEach(
            chip -> {
              if (!chip.isBlank()) {
                html.element("span", Lenient.cut(chip, 60), "class", "chip");
              }
            });
    html.close("p");
  }

  private void question(Html html, JsonNode group) {
    html.element("h4", "Question", "lang", "en");
    String question = Lenient.text(group, "question");
    if (!question.isEmpty()) {
      html.element("p", Lenient.cut(question, limit), "class", "pre");
    }
    for (JsonNode turn : Lenient.list(group.path("turns"), 12)) {
      html.open("p", "class", "pre turn");
      html.element("b", Lenient.cut(Lenient.text(turn, "role"), 40));
      html.text(" " + Lenient.cut(Lenient.text(turn, "content"), limit)).close("p");
    }
    JsonNode options = group.path("options");
    List<String> labels = new ArrayList<>();
    options.fieldNames().forEachRemaining(labels::add);
    if (!labels.isEmpty()) {
      html.open("ul", "class", "options");
      for (String label : labels.subList(0, Math.min(12, labels.size()))) {
        html.open("li").element("b", Lenient.cut(label, 40));
        html.text(" " + Lenient.cut(Lenient.text(options, label), 300)).close("li");
      }
      html.close("ul");
    }
  }

  private static void references(Html html, JsonNode references) {
    List<String> alternatives = alternatives(references);
    if (alternatives.isEmpty()) {
      return;
    }
    html.element(
        "h4",
        alternatives.size() == 1 ? "Reference answer" : "Reference answer, either of",
        "lang",
        "en");
    html.open("ul", "class", "references");
    alternatives.forEach(alternative -> html.element("li", Lenient.cut(alternative, 600)));
    html.close("ul");
  }

  /** {@code ["a","b"]} is one alternative of both, {@code [["a"],["b"]]} are two. */
  static List<String> alternatives(JsonNode references) {
    List<JsonNode> items = Lenient.list(references, 12);
    if (items.stream().allMatch(JsonNode::isValueNode)) {
      String all = String.join(" + ", Lenient.texts(references, 12));
      return all.isEmpty() ? List.of() : List.of(all);
    }
    return items.stream().map(ExampleGroup::alternative).filter(a -> !a.isEmpty()).toList();
  }

  private static String alternative(JsonNode item) {
    if (item.isArray()) {
      return String.join(" + ", Lenient.texts(item, 12));
    }
    if (item.isObject()) {
      String nice = String.join(" + ", Lenient.texts(item.path("nice_to_have"), 12));
      return String.join(" + ", Lenient.texts(item.path("required"), 12))
          + (nice.isEmpty() ? "" : " (nice to have: " + nice + ")");
    }
    return Lenient.scalar(item);
  }

  private void side(
      Html html, String title, String style, List<JsonNode> candidates, String language) {
    html.open("div", "class", "side " + style);
    html.element("h4", title + " (" + candidates.size() + ")");
    if (style.equals("kept") && Lenient.text(example, "line").equals("unverifiable")) {
      html.element(
          "p",
          "Used for training: the best answer as the chosen one, worse answers as the rejected"
              + " side of a pair.",
          "class",
          "muted sidenote");
    }
    candidates.stream().limit(MAX_CANDIDATES).forEach(c -> candidate(html, c, language));
    if (candidates.isEmpty()) {
      html.element("p", "None.", "class", "muted");
    } else if (candidates.size() > MAX_CANDIDATES) {
      String more = Numbers.count(candidates.size() - MAX_CANDIDATES);
      html.element("p", "… and " + more + " more, not shown.", "class", "muted");
    }
    html.close("div");
  }

  private void candidate(Html html, JsonNode candidate, String language) {
    html.open("article", "class", "candidate");
    html.open("p", "class", "head").element("bdi", id(candidate), "class", "id");
    OptionalDouble preference = Lenient.number(candidate, "preference");
    if (preference.isPresent()) {
      html.element(
          "span",
          "person's preference " + Numbers.score(preference.getAsDouble()),
          "class",
          "chip");
    }
    html.element("span", place(Lenient.text(candidate, "place")), "class", "muted").close("p");
    String answer = Lenient.text(candidate, "answer");
    html.element(
        "p",
        answer.isBlank() ? "(blank answer)" : Lenient.cut(answer, limit),
        "class",
        "pre answer",
        "lang",
        language);
    for (JsonNode rejection : Lenient.list(candidate.path("rejections"), 3)) {
      rejection(html, rejection);
    }
    scores(html, candidate.path("scores"));
    thought(html, Lenient.text(candidate, "cot"), language);
    html.close("article");
  }

  private void thought(Html html, String cot, String language) {
    if (cot.isBlank()) {
      html.element("p", "No chain of thought.", "class", "muted");
      return;
    }
    html.open("details", "class", "cot");
    html.element("summary", "Chain of thought, " + Numbers.count(cot.length()) + " characters");
    html.element("p", Lenient.cut(cot, limit), "class", "pre", "lang", language);
    html.close("details");
  }

  private static void rejection(Html html, JsonNode rejection) {
    String code = Lenient.text(rejection, "reason");
    html.open("div", "class", "rejection");
    html.element("strong", ReasonText.of(Lenient.cut(code, 80)).title(), "class", "reason");
    sentences(
        html,
        rejection.path("explanation").isObject()
            ? ExplanationText.sentences(rejection.path("explanation"))
            : List.of(new ExplanationText.Sentence(0, ExplanationText.meaning(code))));
    html.close("div");
  }

  private static void scores(Html html, JsonNode scores) {
    for (JsonNode score : Lenient.list(scores, MAX_SCORES)) {
      html.open("div", "class", "score");
      html.open("p").element("span", Lenient.cut(Lenient.text(score, "name"), 60));
      OptionalDouble value = Lenient.number(score, "value");
      html.element("strong", value.isPresent() ? Numbers.score(value.getAsDouble()) : "missing");
      html.close("p");
      if (score.path("explanation").isObject()) {
        sentences(html, ExplanationText.sentences(score.path("explanation")));
      }
      html.close("div");
    }
  }

  private static void sentences(Html html, List<ExplanationText.Sentence> sentences) {
    html.open("ul", "class", "why");
    for (ExplanationText.Sentence sentence : sentences) {
      html.element("li", sentence.text(), "class", "d" + Math.min(5, sentence.depth()));
    }
    html.close("ul");
  }

  /** {@code 0@123} is byte 123 of the first file. */
  private String place(String place) {
    if (!place.matches("\\d{1,6}@\\d{1,18}")) {
      return Lenient.cut(place, MAX_ID);
    }
    int at = place.indexOf('@');
    int file = Integer.parseInt(place.substring(0, at));
    String name = file < files.size() ? files.get(file) : "";
    String offset = Numbers.count(Long.parseLong(place.substring(at + 1)));
    return (name.isEmpty() ? "file " + (file + 1) : Lenient.cut(name, 200)) + ", byte " + offset;
  }
}
