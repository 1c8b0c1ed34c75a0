package org.twinline.reward.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Candidate;
import org.twinline.core.triple.Language;
import org.twinline.core.triple.Question;
import org.twinline.core.verdict.Rejection;
import org.twinline.reward.Guard;
import org.twinline.reward.agreement.Proportion;
import org.twinline.reward.guard.Guards;
import org.twinline.reward.guard.Planted;
import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.Terminology;

/**
 * What the guards catch and whom they suspect wrongly: {@code GuardBench corpora [INDEX] [show]} on
 * the planted corpora, {@code GuardBench o1|jmed|huatuo26m|cmtmedqa|samples|names|options FILE
 * [INDEX] [show]} on a real file, whose alarms are printed by id. INDEX is a terminology directory,
 * {@code -} none. {@code show GUARD} prints the alarms of that guard with their text, or what it
 * missed of the seen half. {@code GuardBench speed KIND FILE [INDEX]} times every guard on such a
 * file, beside folding its texts once.
 */
final class GuardBench {
  private record Asked(String id, Question question, Candidate candidate, String expected) {}

  private GuardBench() {}

  public static void main(String[] args) throws IOException {
    if (args[0].equals("speed")) {
      speed(args);
      return;
    }
    boolean corpora = args[0].equals("corpora");
    int at = corpora ? 1 : 2;
    String index = args.length > at ? args[at] : "-";
    Optional<String> show = args.length > at + 1 ? Optional.of(args[at + 1]) : Optional.empty();
    if (index.equals("-")) {
      run(args, corpora, Optional.empty(), show);
    } else {
      try (Terminology terminology = Terminology.open(Path.of(index))) {
        run(args, corpora, Optional.of(terminology), show);
      }
    }
  }

  private static void run(
      String[] args, boolean corpora, Optional<Terminology> terminology, Optional<String> show)
      throws IOException {
    if (corpora) {
      corpora(terminology, show);
    } else {
      file(args[0], read(args[0], Path.of(args[1])), terminology, show);
    }
  }

  private static void speed(String[] args) throws IOException {
    List<Asked> asked = read(args[1], Path.of(args[2]));
    double length =
        asked.stream()
            .mapToInt(a -> a.candidate.cot().length() + a.candidate.answer().length())
            .average()
            .orElse(0);
    System.out.printf(
        Locale.ROOT, "%d candidates, %.0f characters on average%n", asked.size(), length);
    if (args.length > 3) {
      try (Terminology terminology = Terminology.open(Path.of(args[3]))) {
        speed(asked, Guards.all(Optional.of(terminology)));
      }
    } else {
      speed(asked, Guards.all(Optional.empty()));
    }
  }

  private static void speed(List<Asked> asked, List<Guard> guards) {
    double fold =
        micros(
            asked,
            a ->
                NameNormaliser.text(a.candidate.cot()).length()
                    + NameNormaliser.text(a.candidate.answer()).length());
    System.out.printf(Locale.ROOT, "%-22s %8.1f us%n", "folding once", fold);
    double all = 0;
    for (Guard guard : guards) {
      double each = micros(asked, a -> guard.check(a.question, a.candidate).isPresent() ? 1 : 0);
      all += each;
      System.out.printf(
          Locale.ROOT, "%-22s %8.1f us  %5.1f times that%n", guard.name(), each, each / fold);
    }
    System.out.printf(Locale.ROOT, "%-22s %8.1f us  %5.1f times that%n", "all", all, all / fold);
  }

  /** Microseconds of this thread's CPU a candidate: the best of five rounds after one. */
  private static double micros(List<Asked> asked, ToIntFunction<Asked> work) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    double best = Double.MAX_VALUE;
    long sum = 0;
    for (int round = 0; round < 6; round++) {
      long start = threads.getCurrentThreadCpuTime();
      for (Asked one : asked) {
        sum += work.applyAsInt(one);
      }
      double each = (threads.getCurrentThreadCpuTime() - start) / 1e3 / asked.size();
      best = round == 0 ? best : Math.min(best, each);
    }
    return sum < 0 ? 0 : best;
  }

  private static void corpora(Optional<Terminology> terminology, Optional<String> show) {
    System.out.println("| guard | part | language | caught | false alarms |");
    System.out.println("|---|---|---|---|---|");
    for (String kind : Planted.KINDS) {
      Guard guard = Guards.named(kind, terminology);
      List<Planted> corpus = Planted.corpus(kind);
      for (String part : List.of("seen", "unseen", "both")) {
        row(kind, guard, corpus, part, "zh, en");
      }
      row(kind, guard, corpus, "both", "zh");
      row(kind, guard, corpus, "both", "en");
      if (show.isPresent() && (show.get().equals(kind) || show.get().equals("all"))) {
        corpus.stream()
            .filter(p -> p.part().equals("seen"))
            .filter(p -> guard.check(p.question(), p.candidate()).isPresent() != p.attack())
            .forEach(p -> print(p, guard.check(p.question(), p.candidate())));
      }
    }
    others(terminology, show);
  }

  /** Honest answers of every corpus that some guard, not only the corpus's own, suspects. */
  private static void others(Optional<Terminology> terminology, Optional<String> show) {
    int controls = 0;
    int alarms = 0;
    for (String kind : Planted.KINDS) {
      for (Planted planted : Planted.corpus(kind)) {
        if (planted.attack()) {
          continue;
        }
        controls++;
        boolean alarm = false;
        for (Guard guard : Guards.all(terminology)) {
          boolean thoughtless =
              planted.candidate().cot().isEmpty() && guard.name().equals("no_reasoning");
          Optional<Rejection> found = guard.check(planted.question(), planted.candidate());
          if (!thoughtless && found.isPresent()) {
            alarm = true;
            if (show.isPresent() && planted.part().equals("seen")) {
              print(planted, found);
            }
          }
        }
        alarms += alarm ? 1 : 0;
      }
    }
    System.out.printf("controls of all corpora, all guards: %s%n", share(alarms, controls));
  }

  private static void row(
      String kind, Guard guard, List<Planted> corpus, String part, String language) {
    int[] attacks = new int[2];
    int[] controls = new int[2];
    for (Planted planted : corpus) {
      if ((part.equals("both") || part.equals(planted.part()))
          && language.contains(planted.language().name().toLowerCase(Locale.ROOT))) {
        int[] counts = planted.attack() ? attacks : controls;
        counts[0] += guard.check(planted.question(), planted.candidate()).isPresent() ? 1 : 0;
        counts[1]++;
      }
    }
    System.out.printf(
        "| %s | %s | %s | %s | %s |%n",
        kind, part, language, share(attacks[0], attacks[1]), share(controls[0], controls[1]));
  }

  private static String share(int hits, int all) {
    Proportion share = new Proportion(hits, all);
    return String.format(
        Locale.ROOT,
        "%d of %d, %.1f %% (%.1f–%.1f)",
        hits,
        all,
        100 * share.value().orElse(0),
        100 * share.wilson().map(Proportion.Interval::low).orElse(0.0),
        100 * share.wilson().map(Proportion.Interval::high).orElse(1.0));
  }

  private static void file(
      String kind, List<Asked> all, Optional<Terminology> terminology, Optional<String> show) {
    System.out.println("| guard | alarms | on candidates marked as cheating |");
    System.out.println("|---|---|---|");
    boolean[] any = new boolean[all.size()];
    List<String> lines = new ArrayList<>();
    for (Guard guard : Guards.all(terminology)) {
      if (guard.name().equals("no_reasoning") && !List.of("o1", "jmed", "samples").contains(kind)) {
        continue;
      }
      int alarms = 0;
      int right = 0;
      for (int i = 0; i < all.size(); i++) {
        Asked asked = all.get(i);
        Optional<Rejection> found = guard.check(asked.question, asked.candidate);
        if (found.isPresent()) {
          alarms++;
          any[i] = true;
          right += asked.expected.startsWith("cheating") ? 1 : 0;
          lines.add(
              asked.id
                  + "\t"
                  + guard.name()
                  + "\t"
                  + found.get().explanation().arguments()
                  + "\t"
                  + asked.expected);
          if (show.isPresent() && (show.get().equals(guard.name()) || show.get().equals("all"))) {
            lines.add("   Q " + line(asked.question.prompt().lastUserContent()));
            lines.add("   T " + line(asked.candidate.cot()));
            lines.add("   A " + line(asked.candidate.answer()));
          }
        }
      }
      System.out.printf("| %s | %s | %d |%n", guard.name(), share(alarms, all.size()), right);
    }
    int dropped = 0;
    for (boolean one : any) {
      dropped += one ? 1 : 0;
    }
    System.out.printf("| any | %s | |%n", share(dropped, all.size()));
    for (int i = 0; i < any.length; i++) {
      if (!any[i] && all.get(i).expected.startsWith("cheating")) {
        lines.add(all.get(i).id + "\tmissed\t" + all.get(i).expected);
      }
    }
    lines.forEach(System.out::println);
  }

  private static void print(Planted planted, Optional<Rejection> found) {
    System.out.printf(
        "%s %s [%s] %s%n   T %s%n   A %s%n",
        planted.id(),
        planted.attack() ? "MISSED" : "FALSE ALARM",
        planted.frame(),
        found.map(r -> r.reason().code() + r.explanation().arguments()).orElse(""),
        line(planted.candidate().cot()),
        line(planted.candidate().answer()));
  }

  private static String line(String text) {
    return text.replace('\n', '/');
  }

  private static List<Asked> read(String kind, Path file) throws IOException {
    List<Asked> all = new ArrayList<>();
    int number = 0;
    for (String text : Files.readAllLines(file)) {
      JsonNode row = new ObjectMapper().readTree(text);
      number++;
      switch (kind) {
        case "o1" ->
            all.add(
                asked(
                    row.path("id").asText(),
                    row.path("question").asText(),
                    row.path("gold").asText(),
                    AnswerKind.ENTITY,
                    Language.EN,
                    row.path("cot").asText(),
                    row.path("response").asText()));
        case "jmed" -> {
          JsonNode gold = row.path("gold");
          String name = gold.isArray() ? gold.path(0).asText() : gold.asText();
          all.add(
              asked(
                  row.path("id").asText("line-" + number),
                  row.path("question").asText(),
                  name,
                  AnswerKind.ENTITY,
                  Language.ZH,
                  row.path("cot").asText(),
                  name));
        }
        case "names" ->
            all.add(
                asked(
                    "line-" + number,
                    "?",
                    "",
                    AnswerKind.ENTITY,
                    Language.ZH,
                    "",
                    row.path("text").asText()));
        case "options" -> {
          int option = 0;
          for (JsonNode name : row.path("options")) {
            all.add(
                asked(
                    "line-" + number + "/" + option++,
                    "?",
                    "",
                    AnswerKind.ENTITY,
                    Language.UNSTATED,
                    "",
                    name.asText()));
          }
        }
        case "huatuo26m", "cmtmedqa" -> {
          JsonNode asks = row.path(row.has("instruct") ? "instruct" : "instruction");
          JsonNode says = row.path("output");
          all.add(
              asked(
                  "line-" + number,
                  asks.isArray() ? asks.path(0).asText() : asks.asText(),
                  "",
                  AnswerKind.TEXT,
                  Language.ZH,
                  "",
                  says.isArray() ? says.path(0).asText() : says.asText()));
        }
        case "samples" -> samples(row, all);
        default -> throw new IllegalArgumentException("unknown kind of file '" + kind + "'");
      }
    }
    return all;
  }

  private static void samples(JsonNode row, List<Asked> all) {
    String question =
        row.has("question")
            ? row.path("question").asText()
            : row.path("turns").path(row.path("turns").size() - 1).path("content").asText();
    for (JsonNode candidate : row.path("candidates")) {
      Asked asked =
          asked(
              row.path("id").asText() + "/" + candidate.path("id").asText(),
              question,
              row.path("references").path(0).asText(),
              AnswerKind.valueOf(row.path("answer_kind").asText("text").toUpperCase(Locale.ROOT)),
              Language.valueOf(row.path("language").asText("zh").toUpperCase(Locale.ROOT)),
              candidate.path("cot").asText(),
              candidate.path("answer").asText());
      String expected = candidate.path("expected").asText();
      all.add(
          new Asked(
              asked.id,
              asked.question,
              asked.candidate,
              expected + " " + candidate.path("trick").asText()));
    }
  }

  private static Asked asked(
      String id,
      String question,
      String gold,
      AnswerKind kind,
      Language language,
      String cot,
      String answer) {
    return new Asked(
        id,
        Planted.question(id, question, gold, kind, language),
        Planted.candidate(id, cot, answer),
        "");
  }
}
