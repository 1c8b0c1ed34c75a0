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
import java.util.Objects;
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
import org.twinline.terminology.NameProfile;
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
  private final Map<String, List<String>> categories = new TreeMap<>();
  private final Map<String, String> codes = new TreeMap<>();

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
            judge(verifier, fold, pair, pair.standard, true);
            negative(pair).ifPresent(terms -> judge(verifier, here, pair, terms, false));
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
        int length = Character.isDigit(code.value().charAt(0)) ? 4 : 3;
        String category = code.value().substring(0, Math.min(length, code.value().length()));
        String name = concept.designations().get(0).text();
        categories.computeIfAbsent(category, c -> new ArrayList<>()).add(name);
        codes.put(NameNormaliser.name(name), category);
      }
    }
  }

  /** The terms with one replaced by its nearest sibling: the first that has one. */
  private Optional<List<String>> negative(Pair pair) {
    Set<String> known = new HashSet<>();
    pair.standard.forEach(term -> known.add(NameNormaliser.name(term)));
    for (int i = 0; i < pair.standard.size(); i++) {
      String category = codes.get(NameNormaliser.name(pair.standard.get(i)));
      if (category != null) {
        NameProfile profile = NameProfile.of(pair.standard.get(i));
        Optional<String> sibling =
            Objects.requireNonNull(categories.get(category)).stream()
                .filter(name -> !known.contains(NameNormaliser.name(name)))
                .max(
                    Comparator.comparingDouble(
                            (String name) -> profile.similarity(NameProfile.of(name)))
                        .thenComparing(name -> name));
        if (sibling.isPresent()) {
          List<String> terms = new ArrayList<>(pair.standard);
          terms.set(i, sibling.get());
          return Optional.of(terms);
        }
      }
    }
    return Optional.empty();
  }

  private void judge(Verifier verifier, int fold, Pair pair, List<String> terms, boolean right) {
    Reference reference = Reference.all(terms.toArray(String[]::new));
    Verdict verdict =
        verifier.verify(Rules.question(AnswerKind.ENTITY, reference), Rules.answer(pair.text));
    double bigrams =
        terms.stream().mapToDouble(term -> Keywords.coverage(term, pair.text)).average().orElse(0);
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
