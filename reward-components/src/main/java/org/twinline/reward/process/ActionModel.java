package org.twinline.reward.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.twinline.core.Require;

/**
 * The weights of the linear reader, read from {@code actions.tsv}: a feature and, in hundredths,
 * its weight for each action in the order of {@link ThinkingAction}. Multinomial logistic
 * regression with an L2 penalty, learnt from labelled steps (docs/measurements.md has the command).
 * Immutable.
 */
final class ActionModel {
  private static final int ACTIONS = ThinkingAction.values().length;

  static final ActionModel STANDARD = read();

  private final Map<String, double[]> weights;

  private ActionModel(Map<String, double[]> weights) {
    this.weights = weights;
  }

  private static ActionModel read() {
    try (InputStream in = ActionModel.class.getResourceAsStream("actions.tsv")) {
      Require.argument(in != null, "Cannot find actions.tsv beside %s", ActionModel.class);
      Map<String, double[]> weights = new HashMap<>();
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          String[] row = line.split("\t", -1);
          Require.argument(
              row.length == ACTIONS + 1, "Cannot read weights, ten columns expected: '%s'", line);
          double[] own = new double[ACTIONS];
          for (int i = 0; i < ACTIONS; i++) {
            own[i] = Integer.parseInt(row[i + 1]) / 100.0;
          }
          weights.put(row[0], own);
        }
      }
      return new ActionModel(weights);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read actions.tsv", e);
    }
  }

  /** The score of each action, in the order of {@link ThinkingAction}. */
  double[] scores(Map<String, Double> features) {
    double[] scores = new double[ACTIONS];
    features.forEach(
        (name, value) -> {
          double[] own = weights.get(name);
          if (own != null) {
            for (int i = 0; i < ACTIONS; i++) {
              scores[i] += own[i] * value;
            }
          }
        });
    return scores;
  }
}
