package org.twinline.reward.process;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the linear reader sees of a step: by name, how much of it.
 *
 * <p>Runs of one to three tokens ({@code g:}; {@code s:} where the step begins with them, {@code
 * e:} where it ends with them; a Han character, a word, a number or a mark is a token, every number
 * the same one), pairs of tokens with one to seven others between them ({@code q:}), the features
 * of {@link Feature} ({@code f:}), the cue scores of each action ({@code c:}, apart by language
 * {@code cl:}), {@link StepManner}s and measures of content ({@code x:}), how much of the content
 * is new ({@code y:}), the cue scores and some features of the steps before ({@code p:}) and behind
 * ({@code n:}), and the place in the chain. The factors bring them to like sizes, so that one
 * penalty fits all.
 */
public final class ActionFeatures {
  private static final int LONGEST_RUN = 3;
  private static final int WIDEST_PAIR = 8;
  private static final double RUN = 0.5;
  private static final double PAIR = 0.25;
  private static final double CUE = 0.3;
  private static final double CUE_BY_LANGUAGE = 0.2;
  private static final double NEAR = 0.3;
  private static final double MANNER = 0.5;
  private static final double NOVELTY = 0.7;
  private static final int MUCH_HAN = 6;
  private static final int MUCH = 2;
  private static final List<Feature> NEAR_FEATURES =
      List.of(Feature.QUESTION, Feature.LIST, Feature.PATIENT, Feature.TASK);

  /** A step with what is read of it once. */
  private record Read(
      StepText text,
      EnumMap<ThinkingAction, Double> cues,
      EnumMap<Feature, Double> features,
      Set<String> shingles) {}

  private final List<Read> steps;
  private final List<Novelty> novelties;

  private ActionFeatures(List<Read> steps, List<Novelty> novelties) {
    this.steps = steps;
    this.novelties = novelties;
  }

  /** Reads the steps of a chain of thought. */
  public static ActionFeatures of(String question, String cot, List<Step> steps) {
    StepText.Shingles asked = StepText.Shingles.of(question);
    List<Read> read = new ArrayList<>(steps.size());
    for (int i = 0; i < steps.size(); i++) {
      StepText text = StepText.of(cot, steps.get(i), i, steps.size(), asked);
      EnumMap<Feature, Double> features = new EnumMap<>(Feature.class);
      for (Feature feature : Feature.values()) {
        features.put(feature, text.value(feature));
      }
      read.add(
          new Read(
              text, CueTable.STANDARD.scores(text), features, ShingleReader.of(text.folded())));
    }
    return new ActionFeatures(
        read, Novelty.of(asked.all(), read.stream().map(Read::shingles).toList()));
  }

  /** The features of the step at a place; none is 0. */
  public Map<String, Double> at(int index) {
    Map<String, Double> found = new LinkedHashMap<>();
    Read step = steps.get(index);
    runs(step.text.folded(), found);
    String language = StepTokens.han(step.text.folded()) ? "zh" : "en";
    step.features.forEach((feature, value) -> put(found, "f:" + feature, value));
    step.cues.forEach(
        (action, score) -> {
          put(found, "c:" + action.code(), CUE * score);
          put(found, "cl:" + language + action.code(), CUE_BY_LANGUAGE * score);
        });
    content(index, language, found);
    novelty(novelties.get(index), language, found);
    near(index - 1, "p:", found);
    near(index + 1, "n:", found);
    place(index, found);
    found.put("l:" + language, 1.0);
    return found;
  }

  private static void put(Map<String, Double> found, String name, double value) {
    if (value != 0) {
      found.put(name, value);
    }
  }

  private static void runs(String folded, Map<String, Double> found) {
    StepTokens tokens = StepTokens.of(folded);
    int count = tokens.size();
    for (int from = 0; from < count; from++) {
      for (int to = from + 1; to <= Math.min(count, from + LONGEST_RUN); to++) {
        String run = tokens.run(from, to);
        found.put("g:" + run, RUN);
        if (from == 0) {
          found.put("s:" + run, RUN);
        }
        if (to >= count - 1) {
          found.put("e:" + run, RUN);
        }
      }
    }
    for (int from = 0; from < count; from++) {
      String first = "q:" + tokens.run(from, from + 1) + " … ";
      for (int to = from + 2; to < Math.min(count, from + WIDEST_PAIR + 1); to++) {
        found.put(first + tokens.run(to, to + 1), PAIR);
      }
    }
    put(found, "x:length", Math.min(1, count / 40.0));
  }

  private void content(int index, String language, Map<String, Double> found) {
    Read step = steps.get(index);
    String folded = step.text.folded();
    for (StepManner manner : StepManner.values()) {
      int times = manner.times(folded);
      String name = "x:" + manner.name().toLowerCase(Locale.ROOT);
      if (times > 0) {
        found.put(name, MANNER);
        found.put(name + language, MANNER);
      }
      if (times > 1) {
        found.put(name + "2", MANNER);
      }
    }
    double size = Math.max(1, StepTokens.words(folded));
    put(found, "x:content" + language, step.shingles.size() / size);
    put(
        found,
        "x:amount" + language,
        MANNER * Math.min(1, step.shingles.size() / (language.equals("zh") ? 30.0 : 10.0)));
    if (step.shingles.size() < 2) {
      found.put("x:few" + step.shingles.size() + language, MANNER);
    }
    if (index > 0 && !step.shingles.isEmpty()) {
      Set<String> before = steps.get(index - 1).shingles;
      long shared = step.shingles.stream().filter(before::contains).count();
      put(found, "x:again" + language, MANNER * shared / step.shingles.size());
    }
    for (int tenths = 2; tenths <= 8; tenths += 3) {
      if (step.text.overlap() > tenths / 10.0) {
        found.put("x:asked" + tenths + language, MANNER);
      }
    }
  }

  private static void novelty(Novelty novelty, String language, Map<String, Double> found) {
    if (novelty.nothing()) {
      return;
    }
    put(found, "y:fresh" + language, NOVELTY * novelty.fresh());
    put(found, "y:told" + language, NOVELTY * novelty.told());
    put(found, "y:asked" + language, NOVELTY * novelty.asked());
    if (novelty.count() == 0) {
      found.put("y:nothing" + language, MANNER);
    }
    if (novelty.count() >= (language.equals("zh") ? MUCH_HAN : MUCH)) {
      found.put("y:much" + language, MANNER);
    }
  }

  private void near(int index, String prefix, Map<String, Double> found) {
    if (index < 0 || index >= steps.size()) {
      found.put(prefix + "none", 1.0);
      return;
    }
    Read step = steps.get(index);
    step.cues.forEach((action, score) -> put(found, prefix + action.code(), NEAR * score));
    for (Feature feature : NEAR_FEATURES) {
      put(found, prefix + feature, NEAR * step.features.getOrDefault(feature, 0.0));
    }
  }

  private void place(int index, Map<String, Double> found) {
    int last = steps.size() - 1;
    double place = last < 1 ? 0 : (double) index / last;
    put(found, "x:place", place);
    put(found, "x:place squared", place * place);
    found.put("x:fifth" + (int) Math.min(4, place * 5), MANNER);
    if (last - index <= 2) {
      found.put("x:end", MANNER);
    }
  }
}
