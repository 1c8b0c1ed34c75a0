package org.twinline.launcher.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.twinline.launcher.report.Table.Column;
import org.twinline.terminology.merge.Icd10Chapters;

/** What the kept triples are about: the ICD-10 chapters of their reference answers. */
final class ChapterSection {
  static final String PREFIX = "chapter.";
  private static final int MAX_CHAPTERS = 40;

  private ChapterSection() {}

  /** A chapter's triples. */
  private record Chapter(String range, long kept, long dropped) {
    String meaning() {
      Optional<Icd10Chapters> known = Icd10Chapters.named(range);
      return switch (range) {
        case "other" -> "operations, drugs, examinations: references coded outside ICD-10";
        case "unlinked" -> "references no list has a name for";
        default -> known.map(Icd10Chapters::en).orElse("not a chapter of ICD-10");
      };
    }

    String style() {
      return Icd10Chapters.named(range).isPresent() ? "left" : "rest";
    }
  }

  static boolean has(Map<String, Long> figures) {
    return figures.keySet().stream().anyMatch(name -> name.startsWith(PREFIX));
  }

  static void write(Html html, Map<String, Long> figures) {
    List<Chapter> chapters = chapters(figures);
    long kept = chapters.stream().mapToLong(Chapter::kept).sum();
    html.element(
        "p",
        "Of triples whose final answer the rules compared by its names: the chapter of the"
            + " reference answer's code. Areas are triples kept.",
        "class",
        "muted");
    List<TreemapFigure.Part> parts =
        chapters.stream()
            .filter(c -> c.kept > 0)
            .map(c -> new TreemapFigure.Part(label(c), c.meaning(), c.kept, c.style()))
            .toList();
    if (!parts.isEmpty()) {
      html.open("div", "class", "card");
      TreemapFigure.write(html, "chapters-map", "Kept triples by ICD-10 chapter", parts);
      html.close("div");
    }
    Table table =
        Table.open(
            html,
            "Triples by ICD-10 chapter of the reference answer",
            Column.text("Chapter"),
            Column.text("About"),
            Column.number("Kept"),
            Column.number("Share of kept"),
            Column.number("Dropped"));
    for (Chapter chapter : chapters) {
      String chinese = Icd10Chapters.named(chapter.range).map(Icd10Chapters::zh).orElse("");
      table.row().cell(label(chapter)).cell(chapter.meaning() + " " + chinese);
      table.count(chapter.kept).cell(Numbers.percent(chapter.kept, kept));
      table.count(chapter.dropped).endRow();
    }
    table.close();
  }

  private static String label(Chapter chapter) {
    return Lenient.cut(chapter.range.replace('-', '–'), 40);
  }

  private static List<Chapter> chapters(Map<String, Long> figures) {
    Set<String> ranges = new TreeSet<>();
    for (String name : figures.keySet()) {
      if (name.startsWith(PREFIX) && name.lastIndexOf('.') > PREFIX.length()) {
        ranges.add(name.substring(PREFIX.length(), name.lastIndexOf('.')));
      }
    }
    return ranges.stream()
        .map(range -> new Chapter(range, n(figures, range, "kept"), n(figures, range, "dropped")))
        .sorted(
            Comparator.comparingLong(Chapter::kept)
                .thenComparingLong(Chapter::dropped)
                .reversed()
                .thenComparing(Chapter::range))
        .limit(MAX_CHAPTERS)
        .toList();
  }

  private static long n(Map<String, Long> figures, String range, String side) {
    return Math.max(0, figures.getOrDefault(PREFIX + range + "." + side, 0L));
  }
}
