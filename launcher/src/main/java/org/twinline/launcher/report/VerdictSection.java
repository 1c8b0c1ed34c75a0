package org.twinline.launcher.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.twinline.launcher.report.ShareFigure.Part;
import org.twinline.launcher.report.Table.Column;

/** Who decided what: rules first, the model where they were unsure, preference pairs. */
final class VerdictSection {
  private static final int MAX_OTHERS = 60;
  private static final Set<String> TOLD =
      Set.of(
          "rule.accept",
          "rule.reject",
          "rule.unsure",
          "rule.not_asked",
          "model.accept",
          "model.reject",
          "model.unsure",
          "verifiable.groups",
          "unverifiable.groups",
          "best_answers",
          "pairs",
          "prompts",
          "preference.agree",
          "preference.disagree",
          "preference.tie");

  private final Html html;
  private final Map<String, Long> figures;

  private VerdictSection(Html html, Map<String, Long> figures) {
    this.html = html;
    this.figures = figures;
  }

  static void write(Html html, Map<String, Long> figures) {
    if (figures.isEmpty()) {
      html.element("p", "This report has no figures.", "class", "muted");
      return;
    }
    VerdictSection section = new VerdictSection(html, figures);
    section.groups();
    html.open("div", "class", "trio");
    section.verdict("rule", "Rules");
    section.verdict("model", "Verifier model");
    section.preference();
    html.close("div");
    section.others();
  }

  private long figure(String name) {
    return figures.getOrDefault(name, 0L);
  }

  private void groups() {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("verifiable.groups", "verifiable questions");
    labels.put("unverifiable.groups", "unverifiable questions");
    labels.put("best_answers", "best answers");
    labels.put("pairs", "preference pairs");
    labels.put("prompts", "prompts without candidates");
    html.open("dl", "class", "facts");
    labels.forEach(
        (name, label) -> {
          if (figures.containsKey(name)) {
            html.open("div").element("dt", label);
            html.element("dd", Numbers.count(figure(name))).close("div");
          }
        });
    html.close("dl");
  }

  private void verdict(String who, String title) {
    long accept = figure(who + ".accept");
    long reject = figure(who + ".reject");
    long unsure = figure(who + ".unsure");
    long asked = accept + reject + unsure;
    if (asked == 0) {
      return;
    }
    html.open("div", "class", "card").element("h3", title);
    html.element("p", sentence(who, accept + reject, asked), "class", "muted");
    ShareFigure.write(
        html,
        who + "-verdicts",
        title + ": verdicts",
        List.of(
            new Part("Accept", accept, "kept"),
            new Part("Unsure", unsure, "unsure"),
            new Part("Reject", reject, "dropped")));
    html.close("div");
  }

  private String sentence(String who, long decided, long asked) {
    String share = Numbers.count(decided) + " of " + Numbers.count(asked) + " answers decided";
    if (!who.equals("rule")) {
      return share + " where the rules were unsure.";
    }
    long skipped = figure("rule.not_asked");
    return share
        + (skipped == 0
            ? "."
            : "; " + Numbers.count(skipped) + " more were dropped before and not asked.");
  }

  private void preference() {
    long agree = figure("preference.agree");
    long disagree = figure("preference.disagree");
    long tie = figure("preference.tie");
    long all = agree + disagree + tie;
    if (all == 0) {
      return;
    }
    html.open("div", "class", "card").element("h3", "Preference reward");
    html.element(
        "p",
        "Pairs a person had already compared: the reward agrees in "
            + Numbers.count(agree)
            + " of "
            + Numbers.count(all)
            + " (95 % interval "
            + interval(agree, all)
            + ").",
        "class",
        "muted");
    ShareFigure.write(
        html,
        "preference-agreement",
        "Preference reward: agreement with people",
        List.of(
            new Part("Agrees", agree, "kept"),
            new Part("Tie", tie, "unsure"),
            new Part("Disagrees", disagree, "dropped")));
    html.close("div");
  }

  /** Wilson's score interval (JASA 22, 1927) at 95 %. */
  static String interval(long hits, long n) {
    double z = 1.959964;
    double p = (double) hits / n;
    double middle = p + z * z / (2 * n);
    double half = z * Math.sqrt(p * (1 - p) / n + z * z / (4.0 * n * n));
    double scale = 1 + z * z / n;
    long low = Math.round(100 * Math.max(0, (middle - half) / scale));
    long high = Math.round(100 * Math.min(1, (middle + half) / scale));
    return low + "–" + high + " %";
  }

  /** Whether a figure is shown in this section by words, or in a section of its own. */
  private static boolean told(String name) {
    return TOLD.contains(name)
        || name.startsWith(Lengths.PREFIX)
        || name.startsWith(ChapterSection.PREFIX);
  }

  private void others() {
    List<Map.Entry<String, Long>> others =
        figures.entrySet().stream().filter(e -> !told(e.getKey())).toList();
    if (others.isEmpty()) {
      return;
    }
    html.open("details").element("summary", "Other figures");
    Table table = Table.open(html, "Other figures", Column.text("Figure"), Column.number("Count"));
    others.stream()
        .limit(MAX_OTHERS)
        .forEach(e -> table.row().code(Lenient.cut(e.getKey(), 80)).count(e.getValue()).endRow());
    table.close();
    html.close("details");
  }
}
