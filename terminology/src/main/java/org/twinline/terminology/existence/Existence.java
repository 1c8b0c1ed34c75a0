package org.twinline.terminology.existence;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.twinline.terminology.store.Sections;

/**
 * Tells names that nobody uses from names that the index merely lacks.
 *
 * <p>A name in the index is known. Of any other the model weighs whether its parts go together; see
 * {@link ExistenceTrainer}. For a script of which the index has too few names there is no model:
 * nothing is known to be absent then, and the probability is one half.
 *
 * <p>Names are folded by {@link org.twinline.terminology.NameNormaliser#name}. Thread-safe; a name
 * costs some hundred look-ups in one table.
 */
public final class Existence {
  private static final Finding KNOWN = new Finding(Verdict.KNOWN, 0, List.of());
  private static final Finding UNDECIDED = new Finding(Verdict.PLAUSIBLE, 0.5, List.of());

  private final List<Optional<ScriptModel>> models = new ArrayList<>();
  private final Predicate<String> known;

  private Existence(Sections sections, Predicate<String> known) {
    this.known = known;
    for (Script script : Script.values()) {
      models.add(ScriptModel.read(sections, script));
    }
  }

  /**
   * Opens what {@link ExistenceTrainer} wrote.
   *
   * @param known whether a folded name is in the index; must be thread-safe
   */
  public static Existence open(Path file, Predicate<String> known) {
    return new Existence(Sections.open(file), known);
  }

  /** What is to be said of a folded name. */
  public Finding find(String name) {
    if (known.test(name)) {
      return KNOWN;
    }
    return models.get(Script.of(name).ordinal()).map(model -> model.find(name)).orElse(UNDECIDED);
  }

  /** The probability, in [0,1], that a folded name does not exist; 0 for a known one. */
  public double absent(String name) {
    return find(name).absent();
  }

  /**
   * The share of absent names that the model found while it was trained, on rows it had not seen;
   * empty where there is no model for names like this one.
   */
  Optional<Double> trainedRecall(String name) {
    return models.get(Script.of(name).ordinal()).map(ScriptModel::recall);
  }
}
