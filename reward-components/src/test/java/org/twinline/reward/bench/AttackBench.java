package org.twinline.reward.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.twinline.core.triple.Language;
import org.twinline.core.triple.Option;
import org.twinline.core.triple.Prompt;
import org.twinline.core.triple.Question;
import org.twinline.core.verdict.Decision;
import org.twinline.core.verdict.Verdict;
import org.twinline.reward.Verifier;
import org.twinline.reward.attack.AttackBattery;
import org.twinline.reward.attack.AttackItem;
import org.twinline.reward.attack.AttackReport;
import org.twinline.reward.attack.ChoiceItem;
import org.twinline.reward.attack.Expectation;
import org.twinline.reward.attack.NumberItem;
import org.twinline.reward.attack.PlantedAnswer;
import org.twinline.reward.rule.RuleSettings;
import org.twinline.reward.rule.RuleVerifier;
import org.twinline.terminology.Terminology;

/**
 * The attack battery on diagnoses, exam questions and made-up doses: {@code AttackBench INDEX
 * first|reworded [KIND [EVERY [unasked]]]}; with a kind its answers that go wrong are shown ({@code
 * all} shows those of every kind, {@code none} of none), with a number only every so many items are
 * attacked, with {@code unasked} the diagnoses alone are, and the verifier is not told the
 * question. The data are found by {@code -Dtwinline.shared}.
 */
final class AttackBench {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int EXAM = 300;

  /** Answers of 100,000 characters take most of a second: not for every item. */
  private static final int PADDED = 20;

  private static final int SHOWN = 240;

  private final Verifier verifier;
  private final String shown;
  private final int every;

  private AttackBench(Verifier verifier, String shown, int every) {
    this.verifier = verifier;
    this.shown = shown;
    this.every = every;
  }

  public static void main(String[] args) throws IOException {
    try (Terminology terminology = Terminology.open(Path.of(args[0]))) {
      Verifier rules = RuleVerifier.against(terminology, RuleSettings.DEFAULT);
      boolean unasked = args.length > 4 && args[4].equals("unasked");
      AttackBench bench =
          new AttackBench(
              unasked ? (q, candidate) -> rules.verify(unasked(q), candidate) : rules,
              args.length > 2 ? args[2] : "none",
              args.length > 3 ? Integer.parseInt(args[3]) : 1);
      AttackBattery first = AttackBattery.from(terminology);
      AttackBattery battery = args[1].equals("reworded") ? first.reworded() : first;
      print("Entities", bench.entities(battery));
      if (!unasked) {
        print("Choices", bench.choices(battery));
        print("Numbers", bench.numbers(battery));
      }
    }
  }

  private static Question unasked(Question question) {
    return new Question(
        question.id(),
        Prompt.of(""),
        question.reference(),
        question.traits(),
        question.annotations());
  }

  private static void print(String title, AttackReport report) {
    System.out.println("\n## " + title + "\n");
    System.out.println(report.markdown());
  }

  private AttackReport entities(AttackBattery battery) throws IOException {
    AttackReport all = AttackBattery.run(verifier, List.of());
    for (String set : List.of("jmed-300", "medqa-500")) {
      Language language = set.startsWith("jmed") ? Language.ZH : Language.EN;
      int taken = 0;
      for (EntityBench.Item item : EntityBench.items(set)) {
        List<String> others =
            item.others().stream().filter(o -> !o.isBlank()).map(String::strip).toList();
        AttackItem attacked =
            new AttackItem(item.id(), item.question(), item.gold().strip(), others, language);
        if (taken++ % every != 0) {
          continue;
        }
        boolean padded = taken <= PADDED;
        List<PlantedAnswer> planted =
            battery.plant(attacked).stream()
                .filter(p -> padded || !p.kind().equals("padding"))
                .toList();
        all.add(AttackBattery.run(verifier, planted, this::show));
      }
    }
    return all;
  }

  private AttackReport choices(AttackBattery battery) throws IOException {
    AttackReport all = AttackBattery.run(verifier, List.of());
    for (String set : List.of("cmexam-3000", "medqa-500")) {
      Language language = set.startsWith("cmexam") ? Language.ZH : Language.EN;
      int taken = 0;
      for (String line :
          Files.readAllLines(
              Path.of(System.getProperty("twinline.shared"), "data", "eval", set + ".jsonl"))) {
        JsonNode row = MAPPER.readTree(line);
        List<Option> options = new ArrayList<>();
        JsonNode given = row.path("options");
        for (Map.Entry<String, JsonNode> option : given.properties()) {
          options.add(new Option(option.getKey(), option.getValue().asText().strip()));
        }
        if (given.isTextual()) {
          given
              .asText()
              .lines()
              .filter(l -> l.length() > 2)
              .forEach(l -> options.add(new Option(l.substring(0, 1), l.substring(2).strip())));
        }
        String gold = row.path(row.has("answer_idx") ? "answer_idx" : "answer").asText();
        boolean whole =
            options.size() >= 4
                && options.stream().anyMatch(o -> o.label().equals(gold))
                && options.stream().noneMatch(o -> o.text().isBlank())
                && options.stream().map(Option::text).distinct().count() == options.size();
        if (whole && taken++ < EXAM && taken % every == 0) {
          ChoiceItem item =
              new ChoiceItem(
                  row.path("id").asText(), row.path("question").asText(), options, gold, language);
          all.add(AttackBattery.run(verifier, battery.plant(item), this::show));
        }
      }
    }
    return all;
  }

  private AttackReport numbers(AttackBattery battery) {
    AttackReport all = AttackBattery.run(verifier, List.of());
    for (Language language : List.of(Language.ZH, Language.EN)) {
      for (String unit : List.of("mg", "g", "kg", "mL", "L", "cm", "h")) {
        for (String value : List.of("0.5", "2", "7.5", "40", "125", "1200")) {
          NumberItem item =
              new NumberItem(
                  "n-" + value + unit,
                  language == Language.ZH ? "是多少？" : "How much is it?",
                  new BigDecimal(value),
                  unit,
                  language);
          all.add(AttackBattery.run(verifier, battery.plant(item), this::show));
        }
      }
    }
    return all;
  }

  private void show(PlantedAnswer planted, Verdict verdict) {
    boolean wrong =
        planted.expectation() == Expectation.TRICK
            ? verdict.decision() == Decision.ACCEPT
            : verdict.decision() == Decision.REJECT;
    if (wrong && (shown.equals("all") || shown.equals(planted.kind()))) {
      String answer = planted.answer().replace('\n', '/');
      System.out.printf(
          Locale.ROOT,
          "%s-%s %s %.2f gold=%s | %s | %s%n",
          planted.kind(),
          planted.form(),
          verdict.decision(),
          verdict.score().value(),
          planted.question().reference().alternatives().get(0).required(),
          answer.length() > SHOWN ? answer.substring(answer.length() - SHOWN) : answer,
          verdict.score().explanation());
    }
  }
}
