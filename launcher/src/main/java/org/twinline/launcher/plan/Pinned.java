package org.twinline.launcher.plan;

import java.util.List;
import java.util.Optional;
import org.twinline.launcher.job.Setting;

/**
 * What a plan was made for and must not change until it is run.
 *
 * @param directory where relative paths start, absolute
 * @param given what {@code --set} gave, in its order
 * @param settings the whole configuration
 */
record Pinned(
    Build build,
    String directory,
    HashedFile job,
    List<String> given,
    List<Setting> settings,
    List<HashedFile> inputs,
    Optional<PinnedTerminology> terminology,
    List<PinnedModel> models) {

  Pinned {
    given = List.copyOf(given);
    settings = List.copyOf(settings);
    inputs = List.copyOf(inputs);
    models = List.copyOf(models);
  }

  /** A file with its content's hash. */
  record HashedFile(String path, long bytes, String sha256) {}

  /**
   * An index.
   *
   * @param sha256 of its {@code index.json}, which holds those of all other files
   */
  record PinnedTerminology(String path, String sha256, long concepts, long names, long bytes) {}

  /**
   * A bundle with the encoder it stands on.
   *
   * @param kind {@code verifier}, {@code preference} …
   * @param languages {@code zh}, {@code en}
   * @param sha256 of the card in its canonical form, which holds the head's
   * @param templates what is encoded of a candidate
   */
  record PinnedModel(
      String path,
      String name,
      String kind,
      List<String> languages,
      String sha256,
      PinnedEncoder encoder,
      List<String> templates) {
    PinnedModel {
      languages = List.copyOf(languages);
      templates = List.copyOf(templates);
    }
  }

  /**
   * An encoder folder.
   *
   * @param sha256 of its weights, as its card states
   * @param bytes of its weights
   */
  record PinnedEncoder(String name, String sha256, long bytes) {}
}
