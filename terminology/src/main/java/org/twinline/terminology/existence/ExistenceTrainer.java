package org.twinline.terminology.existence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.twinline.terminology.store.Sections;

/**
 * Learns from the names of an index which names do not exist.
 *
 * <p>What exists are names of the index, judged as if neither they nor their neighbours in the
 * alphabet were in it. What does not exist are joins of the beginning of one name and the end of
 * another that are no name. Boosted trees tell them apart by how often the runs of tokens, the
 * pairs of parts and the halves of a name occur; the threshold is chosen on rows that the trees
 * have not seen.
 */
public final class ExistenceTrainer {
  /** Names of a script that are counted. */
  private static final int MOST = 200_000;

  private ExistenceTrainer() {}

  /**
   * Trains a model for each script that has enough names (Chinese characters; words in an alphabet)
   * and writes it to a file, which must not exist. The file depends on the names, their order and
   * the settings alone.
   *
   * @param names folded by {@link org.twinline.terminology.NameNormaliser#name}, each once, in
   *     alphabetical order; read once
   */
  public static void train(Iterable<String> names, ExistenceSettings settings, Path file)
      throws IOException {
    List<List<String>> byScript = new ArrayList<>();
    for (int i = 0; i < Script.values().length; i++) {
      byScript.add(new ArrayList<>());
    }
    for (String name : names) {
      byScript.get(Script.of(name).ordinal()).add(name);
    }
    Sections.Writer out = new Sections.Writer();
    for (Script script : Script.values()) {
      ScriptModel.write(sample(byScript.get(script.ordinal())), script, settings, out);
    }
    out.write(file);
  }

  /** All names, or {@value #MOST} evenly spread over them, which bounds the time of a build. */
  private static List<String> sample(List<String> names) {
    if (names.size() <= MOST) {
      return names;
    }
    List<String> sample = new ArrayList<>(MOST);
    for (long i = 0; i < MOST; i++) {
      sample.add(names.get((int) (i * names.size() / MOST)));
    }
    return sample;
  }
}
