package org.twinline.reward.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.inference.MannWhitneyUTest;
import org.apache.commons.math3.stat.ranking.NaNStrategy;
import org.apache.commons.math3.stat.ranking.TiesStrategy;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Reference;
import org.twinline.core.verdict.Decision;
import org.twinline.core.verdict.Verdict;
import org.twinline.reward.Verifier;
import org.twinline.reward.rule.RuleSettings;
import org.twinline.reward.rule.RuleVerifier;
import org.twinline.reward.rule.Rules;
import org.twinline.reward.rule.text.Keywords;
import org.twinline.terminology.LinkerTraining;
import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.Terminology;

/**
 * Raw clinical texts as answers, standard terms as references: {@code ParaphraseBench chip|yidu
 * INDEX FOLDER [FOLDS]}. INDEX is an untrained index of the target list; each fold's linker is
 * trained on the other folds into a copy of it in FOLDER (kept there, and used again). A text's
 * standard terms are right; the same with one of them replaced by its nearest sibling (same
 * category of the code, most alike name, not among the text's terms) are wrong. Thresholds of the
 * accuracy row come from the other folds.
 */
final class ParaphraseBench {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Texts and terms. */
  private record Pair(String line, String text, List<String> standard) {}

  /** One judged reference. */
  private record Judged(int fold, boolean right, double value, double bigrams, Decision decision) {}

  private final List<Judged> judged = new ArrayList<>();
  private final Map<String, List<Listed>> categories = new TreeMap<>();
  private final Map<String, Listed> codes = new TreeMap<>();

  public static void main(String[] args) throws IOException {
    int folds = args.length > 3 ? Integer.parseInt(args[3]) : 5;
    new ParaphraseBench().run(args[0], Path.of(args[1]), Path.of(args[2]), folds);
  }

  private void run(String task, Path index, Path folder, int folds) throws IOException {
    Path eval = Path.of(System.getProperty("twinline.shared"), "data", "eval");
    List<Pair> pairs = new ArrayList<>();
    for (String line :
        Files.readAllLines(
            eval.resolve(task.equals("chip") ? "chip-cdn-train.jsonl" : "yidu-n7k-train.jsonl"))) {
      JsonNode row = MAPPER.readTree(line);
      List<String> standard = new ArrayList<>();
      row.path("standard").forEach(term -> standard.add(term.asText()));
      pairs.add(new Pair(line, row.path("text").asText(), standard));
    }
    for (int fold = 0; fold < folds; fold++) {
      int here = fold;
      Path copy = trained(index, folder.resolve(task + "-" + fold), pairs, fold);
      try (Terminology terminology = Terminology.open(copy)) {
        if (categories.isEmpty()) {
          list(terminology);
        }
        Verifier verifier = RuleVerifier.against(terminology, RuleSettings.DEFAULT);
        for (Pair pair : pairs) {
          if (foldOf(pair) == fold) {
            for (String term : pair.standard) {
              judge(verifier, here, pair, term, true);
              negative(pair, term).ifPresent(other -> judge(verifier, here, pair, other, false));
            }
          }
        }
      }
      print(task + ", folds to " + fold);
    }
  }

  private static int foldOf(Pair pair) {
    int h = NameNormaliser.name(pair.text).hashCode() * 0x9e3779b9;
    return Math.floorMod(h ^ (h >>> 15), 5);
  }

  private static Path trained(Path index, Path copy, List<Pair> pairs, int fold)
      throws IOException {
    if (Files.exists(copy)) {
      return copy;
    }
    copy(index, copy);
    Path others = copy.resolveSibling(copy.getFileName() + ".jsonl");
    Files.write(others, pairs.stream().filter(p -> foldOf(p) != fold).map(Pair::line).toList());
    LinkerTraining.of(copy).fit(List.of(others), Optional.empty());
    return copy;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  private void list(Terminology terminology) {
    for (int i = 0; i < terminology.size(); i++) {
      var concept = terminology.conceptAt(i);
      for (var code : concept.codes()) {
        Listed listed = new Listed(code.value(), concept.designations().get(0).text());
        categories.computeIfAbsent(listed.category(), c -> new ArrayList<>()).add(listed);
        codes.put(NameNormaliser.name(listed.name), listed);
      }
    }
  }

  /** The term's nearest sibling that the text does not have. */
  private Optional<String> negative(Pair pair, String term) {
    Set<String> known = new HashSet<>();
    pair.standard.forEach(other -> known.add(NameNormaliser.name(other)));
    Optional<Listed> own = Optional.ofNullable(codes.get(NameNormaliser.name(term)));
    return own.flatMap(
        listed ->
            categories.getOrDefault(listed.category(), List.of()).stream()
                .filter(other -> !known.contains(NameNormaliser.name(other.name)))
                .max(
                    Comparator.comparingInt((Listed other) -> common(listed.code, other.code))
                        .thenComparingInt(other -> -Math.abs(other.code.compareTo(listed.code)))
                        .thenComparing(Listed::code))
                .map(Listed::name));
  }

  /** A name of the list with its code. */
  private record Listed(String code, String name) {
    String category() {
      int length = Character.isDigit(code.charAt(0)) ? 4 : 3;
      return code.substring(0, Math.min(length, code.length()));
    }
  }

  private static int common(String a, String b) {
    int n = 0;
    while (n < Math.min(a.length(), b.length()) && a.charAt(n) == b.charAt(n)) {
      n++;
    }
    return n;
  }

  private void judge(Verifier verifier, int fold, Pair pair, String term, boolean right) {
    Reference reference = Reference.all(term);
    Verdict verdict =
        verifier.verify(Rules.question(AnswerKind.ENTITY, reference), Rules.answer(pair.text));
    double bigrams = Keywords.coverage(term, pair.text);
    judged.add(new Judged(fold, right, verdict.score().value(), bigrams, verdict.decision()));
  }

  private void print(String what) {
    long rights = judged.stream().filter(Judged::right).count();
    long accepted = judged.stream().filter(j -> j.right && j.decision == Decision.ACCEPT).count();
    long rejected = judged.stream().filter(j -> !j.right && j.decision == Decision.REJECT).count();
    long unsure = judged.stream().filter(j -> j.decision == Decision.UNSURE).count();
    System.out.printf(
        Locale.ROOT,
        "| %s | %d right, %d wrong | AUC %.4f | accuracy %.4f | bigrams AUC %.4f | right accepted"
            + " %.3f, wrong rejected %.3f, unsure %.3f |%n",
        what,
        rights,
        judged.size() - rights,
        auc(false),
        accuracy(),
        auc(true),
        accepted / (double) rights,
        rejected / (double) (judged.size() - rights),
        unsure / (double) judged.size());
  }

  private double auc(boolean bigrams) {
    double[] right =
        judged.stream().filter(Judged::right).mapToDouble(j -> value(j, bigrams)).toArray();
    double[] wrong =
        judged.stream().filter(j -> !j.right).mapToDouble(j -> value(j, bigrams)).toArray();
    // The share of pairs in order is U / (r·w); the greater U, so at least 0.5 (Mann, Whitney
    // 1947).
    return new MannWhitneyUTest(NaNStrategy.FAILED, TiesStrategy.AVERAGE).mannWhitneyU(right, wrong)
        / right.length
        / wrong.length;
  }

  private static double value(Judged one, boolean bigrams) {
    return bigrams ? one.bigrams : one.value;
  }

  /** Accuracy of each fold at the threshold that is best for the other folds. */
  private double accuracy() {
    long right = 0;
    for (int fold = 0; fold < 5; fold++) {
      int here = fold;
      List<Judged> others = judged.stream().filter(j -> j.fold != here).toList();
      List<Judged> own = judged.stream().filter(j -> j.fold == here).toList();
      double threshold = best(others.isEmpty() ? own : others);
      right += own.stream().filter(j -> j.right == j.value >= threshold).count();
    }
    return right / (double) judged.size();
  }

  private static double best(List<Judged> some) {
    double best = 0.5;
    long most = -1;
    for (int i = 1; i < 100; i++) {
      double threshold = i / 100.0;
      long right = some.stream().filter(j -> j.right == j.value >= threshold).count();
      if (right > most) {
        most = right;
        best = threshold;
      }
    }
    return best;
  }
}
