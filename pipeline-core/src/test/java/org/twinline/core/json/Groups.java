package org.twinline.core.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.twinline.core.Seed;
import org.twinline.core.triple.Annotations;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Candidate;
import org.twinline.core.triple.CandidateGroup;
import org.twinline.core.triple.Extra;
import org.twinline.core.triple.Language;
import org.twinline.core.triple.Option;
import org.twinline.core.triple.Place;
import org.twinline.core.triple.Preference;
import org.twinline.core.triple.Prompt;
import org.twinline.core.triple.Question;
import org.twinline.core.triple.Reference;
import org.twinline.core.triple.Response;
import org.twinline.core.triple.Role;
import org.twinline.core.triple.Rubric;
import org.twinline.core.triple.Task;
import org.twinline.core.triple.Traits;
import org.twinline.core.triple.Turn;

/** Named records for the tests. */
final class Groups {
  private Groups() {}

  /** A question that uses every field. */
  static Question full() {
    return new Question(
        "q1",
        new Prompt(
            List.of(new Turn(Role.USER, "最可能的诊断？")),
            List.of(new Option("A", "普通感冒"), new Option("B", "流感"))),
        new Reference(
            List.of(
                new Reference.Alternative(List.of("流感"), List.of("肺炎")),
                new Reference.Alternative(List.of("a", "b"), List.of()))),
        new Traits(Task.DIAGNOSIS, AnswerKind.CHOICE, Language.ZH),
        new Annotations(
            Map.of("科室", List.of("呼吸科")),
            List.of(new Rubric("提到发热", 5, List.of("x")), new Rubric("武断", -2.5, List.of())),
            new Extra(Map.of("source", "{\"n\": 1.00}", "id2", "null"))));
  }

  /** A candidate that uses every field. */
  static Candidate candidate() {
    return new Candidate(
        "c1",
        new Response("先看症状😀", "B"),
        Preference.of(1),
        new Place(3, 1234),
        new Extra(Map.of("model", "\"m\"")));
  }

  static Candidate bareCandidate() {
    return new Candidate("", new Response("", ""), Preference.NONE, new Place(0, 0), Extra.NONE);
  }

  static CandidateGroup random(Random random) {
    List<Candidate> candidates = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      candidates.add(
          new Candidate(
              Seed.text(random),
              new Response(Seed.text(random), Seed.text(random)),
              random.nextBoolean() ? Preference.NONE : Preference.of(random.nextDouble()),
              place(random),
              extra(random)));
    }
    List<Turn> turns = new ArrayList<>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      turns.add(new Turn(pick(random, Role.values()), Seed.text(random)));
    }
    List<Option> options = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      options.add(new Option("ABC".substring(i, i + 1), Seed.text(random)));
    }
    Question question =
        new Question(
            Seed.text(random),
            new Prompt(turns, options),
            reference(random),
            new Traits(
                pick(random, Task.values()),
                pick(random, AnswerKind.values()),
                pick(random, Language.values())),
            new Annotations(
                random.nextBoolean() ? Map.of() : Map.of(Seed.text(random), texts(random)),
                random.nextBoolean()
                    ? List.of()
                    : List.of(new Rubric(Seed.text(random), random.nextGaussian(), texts(random))),
                extra(random)));
    return new CandidateGroup(
        question, candidates, random.nextBoolean() ? List.of() : List.of(place(random)));
  }

  private static <T> T pick(Random random, T[] values) {
    return List.of(values).get(random.nextInt(values.length));
  }

  private static Reference reference(Random random) {
    List<Reference.Alternative> alternatives = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      List<String> required = new ArrayList<>(texts(random));
      required.add(Seed.text(random));
      alternatives.add(new Reference.Alternative(required, texts(random)));
    }
    return new Reference(alternatives);
  }

  private static Place place(Random random) {
    return new Place(random.nextInt(Integer.MAX_VALUE), random.nextLong() >>> 1);
  }

  private static List<String> texts(Random random) {
    List<String> texts = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      texts.add(Seed.text(random));
    }
    return texts;
  }

  private static Extra extra(Random random) {
    String[] names = {"extra", "place", "bare", "id", "question", "模型", ""};
    String[] values = {"1e400", "null", "\"\\u4e2d\"", "[ 1 , {\"a\" : 1.00} ]", "{}", "-0.0"};
    Map<String, String> fields = new TreeMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      fields.put(names[random.nextInt(names.length)], values[random.nextInt(values.length)]);
    }
    return new Extra(fields);
  }
}
