package org.twinline.reward.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.twinline.core.json.Json;
import org.twinline.core.json.JsonValue;
import org.twinline.core.json.Limits;
import org.twinline.core.json.MalformedRecord;
import org.twinline.core.triple.Annotations;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Candidate;
import org.twinline.core.triple.Language;
import org.twinline.core.triple.Prompt;
import org.twinline.core.triple.Question;
import org.twinline.core.triple.Reference;
import org.twinline.core.triple.Task;
import org.twinline.core.triple.Traits;
import org.twinline.core.verdict.Decision;
import org.twinline.core.verdict.Verdict;
import org.twinline.reward.rule.RuleSettings;
import org.twinline.reward.rule.RuleVerifier;
import org.twinline.reward.rule.Rules;

/**
 * How fast short number answers are judged, and how often exam options that are numbers are told
 * apart: the right option as reference, each option as an answer, bare and in sentences. Takes the
 * files of questions with options ({@code -Dtwinline.shared} names their folder); without, only the
 * speed is measured.
 */
public final class NumberBench {
  private static final RuleVerifier VERIFIER =
      RuleVerifier.withoutTerminology(RuleSettings.DEFAULT);

  private static final Pattern QUANTITY =
      Pattern.compile(
          "[约＜＞≤≥<>±‘']*[-﹣]?[\\d.,]+[\\p{IsHan}\\p{IsLatin}%‰℃°/μ\\d.～~:∶＜＞≥≤±\\s㎍⁻¹⁹-]{0,24}|半年|半个月后?");
  private static final Pattern NAME = Pattern.compile("\\p{IsHan}{7,}|[/·]\\p{IsHan}{3}");

  private static final List<String> SENTENCES =
      List.of("%s", "答案是%s。", "The answer is %s.", "综合分析，应为%s，因此选择该项。", "\\boxed{%s}");

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private NumberBench() {}

  private static Question question(String text, String reference) {
    return new Question(
        "q",
        Prompt.of(text),
        Reference.all(reference),
        new Traits(Task.KNOWLEDGE, AnswerKind.NUMBER, Language.UNSTATED),
        Annotations.NONE);
  }

  /** Measures speed, then the options where the data is. */
  public static void main(String[] args) {
    Path data = Path.of(System.getProperty("twinline.shared", ""), "data", "eval");
    if (Files.exists(data.resolve("cmexam-3000.jsonl"))) {
      options(data, args.length > 0);
    }
    speed();
  }

  private static void speed() {
    List<Question> questions = new ArrayList<>();
    List<Candidate> answers = new ArrayList<>();
    String[][] pairs = {
      {"5 mg", "5毫克"},
      {"3.9-6.1 mmol/L", "3.9～6.1 mmol/L"},
      {"80次/分", "The answer is 80 bpm."},
      {"4×10^9/L", "答案是4.0×10⁹/L。"},
      {"1:6", "1/6"},
      {"37 ℃", "98.6 °F"},
      {"6个月", "半年"},
      {"40 mg", "2 mg/kg × 20 kg = 40 mg"},
    };
    for (String[] pair : pairs) {
      questions.add(question("?", pair[0]));
      answers.add(Rules.answer(pair[1]));
    }
    int rounds = 1_500;
    for (int run = 0; run < 5; run++) {
      long start = THREADS.getCurrentThreadCpuTime();
      double sum = 0;
      for (int i = 0; i < rounds; i++) {
        for (int k = 0; k < pairs.length; k++) {
          sum += VERIFIER.verify(questions.get(k), answers.get(k)).score().value();
        }
      }
      double seconds = (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "run %d: %.0f answers per CPU second (mean score %.3f)%n",
          run,
          rounds * pairs.length / seconds,
          sum / rounds / pairs.length);
    }
  }

  private static void options(Path data, boolean show) {
    Map<Decision, Integer> right = new EnumMap<>(Decision.class);
    Map<Decision, Integer> wrong = new EnumMap<>(Decision.class);
    int questions = 0;
    for (String line : lines(data.resolve("cmexam-3000.jsonl"))) {
      JsonValue.Obj row = row(line);
      List<String> options =
          List.of(text(row, "options").split("\n")).stream()
              .map(o -> o.replaceFirst("^[A-F]\\s*", "").strip())
              .toList();
      int gold = text(row, "answer").length() == 1 ? text(row, "answer").charAt(0) - 'A' : -1;
      if (gold < 0
          || gold >= options.size()
          || !options.stream()
              .allMatch(o -> QUANTITY.matcher(o).matches() && !NAME.matcher(o).find())) {
        continue;
      }
      questions++;
      for (int i = 0; i < options.size(); i++) {
        for (String sentence : SENTENCES) {
          Verdict verdict =
              VERIFIER.verify(
                  question(text(row, "question"), options.get(gold)),
                  Rules.answer(String.format(Locale.ROOT, sentence, options.get(i))));
          boolean same = i == gold;
          (same ? right : wrong).merge(verdict.decision(), 1, Integer::sum);
          boolean unexpected = verdict.decision() != (same ? Decision.ACCEPT : Decision.REJECT);
          if (show && unexpected) {
            System.out.printf(
                "%s | %s | %s | %s%n",
                options.get(gold),
                String.format(Locale.ROOT, sentence, options.get(i)),
                verdict.decision(),
                verdict.score().explanation());
          }
        }
      }
    }
    System.out.printf(
        "%d questions; right options %s; wrong options %s%n", questions, right, wrong);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonValue.Obj row(String line) {
    try {
      return Json.readStrict(line.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT);
    } catch (MalformedRecord e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(JsonValue.Obj row, String name) {
    return row.find(name).orElseThrow() instanceof JsonValue.Text text ? text.text() : "";
  }
}
