package org.twinline.reward.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twinline.core.Require;
import org.twinline.core.text.LanguageGuess;
import org.twinline.core.triple.Language;
import org.twinline.core.triple.Question;
import org.twinline.reward.djl.BundleCard;
import org.twinline.reward.djl.Calibration;
import org.twinline.reward.djl.StepLogits;
import org.twinline.reward.djl.Template;

/**
 * Tells what each step of a chain of thought does, by words and by encoders together: an action's
 * share is the weighted mean of its share by words ({@link ActionReader}) and its share by the
 * bundle of the language ({@link ActionText}, softmax of the logits). Without a bundle of its
 * language a chain of thought is read by words alone, as are its steps beyond the first {@value
 * #MOST_STEPS}.
 *
 * <p>Not thread-safe: every thread opens its own; the encoders' weights are shared by all of a JVM.
 */
public final class ActionModels implements AutoCloseable {
  /** So many steps of a chain of thought an encoder reads; a step costs it tens of milliseconds. */
  static final int MOST_STEPS = 400;

  /**
   * Of the encoder's share. Chosen by folds of the steps to learn from
   * (docs/decisions/0011-adapters.md).
   */
  static final double ENCODER_WEIGHT = 0.5;

  /** So many steps an encoder reads in one call, for the memory of their vectors. */
  private static final int MOST_TEXTS = 4_096;

  private static final Template STEP = Template.parse("{step}");

  private final Map<Language, StepLogits> byLanguage;
  private final List<StepLogits> open;

  /** What is read: a question with a chain of thought. */
  public record Chain(Question question, String cot) {
    private Language language() {
      Language stated = question.traits().language();
      return stated == Language.UNSTATED ? LanguageGuess.of(cot) : stated;
    }
  }

  private ActionModels(Map<Language, StepLogits> byLanguage, List<StepLogits> open) {
    this.byLanguage = byLanguage;
    this.open = open;
  }

  /**
   * Readers of steps by bundles of kind {@code actions}, one a language at most, which it closes.
   *
   * @throws IllegalArgumentException if one is of another kind or has other dimensions than the
   *     nine actions in their order, or two serve one language; all are closed then
   */
  public static ActionModels of(List<StepLogits> bundles) {
    Map<Language, StepLogits> byLanguage = new EnumMap<>(Language.class);
    boolean done = false;
    try {
      for (StepLogits logits : bundles) {
        requireActions(logits.card());
        for (Language language : logits.card().identity().languages()) {
          Require.argument(
              byLanguage.put(language, logits) == null,
              "Cannot read steps by bundle %s: another one reads %s steps too",
              logits.card().identity().name(),
              language);
        }
      }
      done = true;
      return new ActionModels(byLanguage, List.copyOf(bundles));
    } finally {
      if (!done) {
        bundles.forEach(StepLogits::close);
      }
    }
  }

  /**
   * Checks that a bundle tells what steps do.
   *
   * @throws IllegalArgumentException if it does not
   */
  public static void requireActions(BundleCard card) {
    List<String> actions =
        Arrays.stream(ThinkingAction.values()).map(ThinkingAction::code).toList();
    List<BundleCard.Dimension> dimensions = card.outputs().dimensions();
    Require.argument(
        card.identity().kind() == BundleCard.Kind.ACTIONS
            && dimensions.stream().map(BundleCard.Dimension::name).toList().equals(actions)
            && dimensions.stream().allMatch(d -> d.calibration().equals(Calibration.NONE))
            && card.inputs().templates().equals(List.of(STEP)),
        "Cannot read what steps do by bundle %s: it is not of kind actions with the template %s and the dimensions %s, not calibrated",
        card.identity().name(),
        STEP,
        actions);
  }

  /**
   * A chain of thought as it was read.
   *
   * @param actions of its {@link Steps}, in order
   * @param failed the name of the bundle that gave a number that is not finite; then the actions
   *     are worth nothing
   */
  public record Read(List<ActionReading> actions, Optional<String> failed) {
    public Read {
      actions = List.copyOf(actions);
    }
  }

  /** Reads chains of thought, in order; give it many at a time. */
  public List<Read> read(List<Chain> chains) {
    List<Shares> all = new ArrayList<>();
    Map<StepLogits, List<Asked>> waiting = new LinkedHashMap<>();
    for (Chain chain : chains) {
      List<Step> steps = Steps.of(chain.cot());
      Shares shares =
          new Shares(
              ActionReader.shares(chain.question().prompt().lastUserContent(), chain.cot(), steps));
      all.add(shares);
      Language language = chain.language();
      StepLogits model = byLanguage.get(language);
      if (model == null) {
        continue;
      }
      List<Asked> asked = waiting.computeIfAbsent(model, m -> new ArrayList<>());
      for (int s = 0; s < Math.min(MOST_STEPS, steps.size()); s++) {
        asked.add(new Asked(shares, s, ActionText.of(chain.cot(), steps.get(s), language)));
        if (asked.size() == MOST_TEXTS) {
          ask(model, asked);
        }
      }
    }
    waiting.forEach(ActionModels::ask);
    return all.stream().map(Shares::read).toList();
  }

  /** Mixes in what a model says of the steps that wait for it, which are then none. */
  private static void ask(StepLogits model, List<Asked> waiting) {
    List<Optional<double[]>> logits = model.of(waiting.stream().map(Asked::text).toList());
    for (int i = 0; i < logits.size(); i++) {
      Asked asked = waiting.get(i);
      if (logits.get(i).isEmpty()) {
        asked.shares.failed = Optional.of(model.card().identity().name());
      } else {
        mix(asked.shares.steps.get(asked.step), logits.get(i).get());
      }
    }
    waiting.clear();
  }

  /** Of the steps of a chain of thought, while they are read. */
  private static final class Shares {
    private final List<double[]> steps;
    private Optional<String> failed = Optional.empty();

    Shares(List<double[]> steps) {
      this.steps = steps;
    }

    Read read() {
      return new Read(steps.stream().map(ActionReading::of).toList(), failed);
    }
  }

  private record Asked(Shares shares, int step, String text) {}

  private static void mix(double[] shares, double[] logits) {
    double[] byEncoder = ActionReading.shares(logits);
    for (int i = 0; i < shares.length; i++) {
      shares[i] = (1 - ENCODER_WEIGHT) * shares[i] + ENCODER_WEIGHT * byEncoder[i];
    }
  }

  @Override
  public void close() {
    open.forEach(StepLogits::close);
  }
}
