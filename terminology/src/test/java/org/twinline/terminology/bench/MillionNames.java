package org.twinline.terminology.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twinline.core.triple.Language;
import org.twinline.terminology.Concept;
import org.twinline.terminology.Designation;
import org.twinline.terminology.Terminology;

/**
 * A terminology of any size for measurements: the names of an index and variants of them, written
 * as a file of the format {@code table}.
 *
 * <p>The base concepts come first with all their names. Then, in rounds, every concept gets one
 * child after another: a side, a stage, a type by number, a course, "with" another concept, each in
 * both languages where the concept has names in both, English names also in another order or in the
 * plural. What varies how depends on the concept's number and the round alone: two runs write the
 * same bytes.
 *
 * <p>{@code MillionNames INDEX_DIR OUT.tsv [DESIGNATIONS]}
 */
public final class MillionNames {
  private static final int LONGEST = 120;
  private static final String[][] BEFORE = {
    {"左侧", "left "}, {"右侧", "right "}, {"双侧", "bilateral "}, {"急性", "acute "},
    {"慢性", "chronic "}, {"复发性", "recurrent "}, {"疑似", "suspected "}, {"陈旧性", "old "},
  };
  private static final String[][] AFTER = {
    {"Ⅰ期", ", stage I"}, {"Ⅱ期", ", stage II"}, {"Ⅲ期", ", stage III"}, {"Ⅳ期", ", stage IV"},
    {"1型", " type 1"}, {"2型", " type 2"}, {"3型", " type 3"}, {"术后", " after surgery"},
    {"个人史", ", personal history"}, {"家族史", ", family history"}, {"后遗症", ", sequelae"},
  };
  private static final int KINDS = BEFORE.length + AFTER.length + 5;

  private final List<Concept> concepts;
  private final BufferedWriter out;
  private final long wanted;
  private long designations;

  private MillionNames(List<Concept> concepts, BufferedWriter out, long wanted) {
    this.concepts = concepts;
    this.out = out;
    this.wanted = wanted;
  }

  public static void main(String[] args) throws IOException {
    long wanted = args.length > 2 ? Long.parseLong(args[2]) : 1_000_000;
    System.out.printf("%,d designations%n", write(Path.of(args[0]), Path.of(args[1]), wanted));
  }

  /** Writes at least that many designations, a concept's children included, and counts them. */
  public static long write(Path index, Path file, long wanted) throws IOException {
    List<Concept> concepts = new ArrayList<>();
    try (Terminology terminology = Terminology.open(index)) {
      for (int i = 0; i < terminology.size(); i++) {
        concepts.add(terminology.conceptAt(i));
      }
    }
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      return new MillionNames(concepts, out, wanted).write();
    }
  }

  private long write() throws IOException {
    out.write("code\tparent\tzh\ten\tzh_synonyms\ten_synonyms\n");
    for (int i = 0; i < concepts.size(); i++) {
      line("B" + i, "", names(concepts.get(i), Language.ZH), names(concepts.get(i), Language.EN));
    }
    for (int round = 0; designations < wanted; round++) {
      for (int i = 0; i < concepts.size() && designations < wanted; i++) {
        variant(i, round);
      }
    }
    return designations;
  }

  private static List<String> names(Concept concept, Language language) {
    return concept.designations().stream()
        .filter(d -> d.language() == language)
        .map(Designation::text)
        .map(MillionNames::clean)
        .toList();
  }

  private static String clean(String name) {
    return name.replaceAll("[\\t\\r\\n|]+", " ").strip();
  }

  private void variant(int concept, int round) throws IOException {
    long hash = mix(concept * 31L + round);
    int kind = (int) ((concept * 7L + round) % KINDS);
    Concept other = concepts.get((int) Long.remainderUnsigned(hash, concepts.size()));
    List<String> zh = new ArrayList<>();
    List<String> en = new ArrayList<>();
    String chinese = name(concepts.get(concept), Language.ZH);
    String english = name(concepts.get(concept), Language.EN);
    if (kind < BEFORE.length) {
      add(zh, chinese, BEFORE[kind][0] + chinese);
      add(en, english, BEFORE[kind][1] + english);
      add(en, english, english + ", " + BEFORE[kind][1].strip());
    } else if (kind < BEFORE.length + AFTER.length) {
      String[] after = AFTER[kind - BEFORE.length];
      add(zh, chinese, chinese + after[0]);
      add(en, english, english + after[1]);
    } else {
      String otherZh = name(other, Language.ZH);
      String otherEn = name(other, Language.EN);
      String with = round % 2 == 0 ? "伴" : "合并";
      add(zh, otherZh.isEmpty() ? "" : chinese, chinese + with + otherZh);
      add(en, otherEn.isEmpty() ? "" : english, english + " with " + otherEn);
      add(en, english.endsWith("s") ? "" : english, english + "s " + (round / KINDS + 1));
      add(en, english.contains(", ") ? english : "", turned(english) + " " + (round / KINDS + 1));
    }
    if (!zh.isEmpty() || !en.isEmpty()) {
      line("V" + concept + "." + round, "B" + concept, zh, en);
    }
  }

  private static String name(Concept concept, Language language) {
    Optional<String> name = concept.name(language);
    return name.map(MillionNames::clean).filter(n -> n.length() <= LONGEST).orElse("");
  }

  private static void add(List<String> names, String base, String variant) {
    if (!base.isEmpty()) {
      names.add(variant);
    }
  }

  /** {@code pneumonia, viral} as {@code viral pneumonia}. */
  private static String turned(String name) {
    int comma = name.indexOf(", ");
    return comma < 0 ? name : name.substring(comma + 2) + " " + name.substring(0, comma);
  }

  private void line(String code, String parent, List<String> zh, List<String> en)
      throws IOException {
    String first = zh.isEmpty() ? "" : zh.get(0);
    String second = en.isEmpty() ? "" : en.get(0);
    String rest = String.join("|", zh.subList(Math.min(1, zh.size()), zh.size()));
    String more = String.join("|", en.subList(Math.min(1, en.size()), en.size()));
    out.write(String.join("\t", code, parent, first, second, rest, more));
    out.newLine();
    designations += zh.size() + en.size();
  }

  /** The finaliser of SplitMix64 (Steele et al. 2014). */
  private static long mix(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
