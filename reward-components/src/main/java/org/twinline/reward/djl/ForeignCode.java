package org.twinline.reward.djl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Refuses TorchScript that is not Twinline's own. A {@code model.pt} is a program, and PyTorch runs
 * it with the rights of the process. One that differs from a {@link Skeleton} in its weights alone
 * is our program with other numbers; of any other only a person can say whether to trust it.
 */
final class ForeignCode {
  /** Hashes of files that were found to be Twinline's own code, so that each is read once. */
  private static final Set<String> OWN = ConcurrentHashMap.newKeySet();

  private ForeignCode() {}

  /**
   * Checks a file whose hash has been verified.
   *
   * @param allowed hashes of files that a person trusts
   * @throws UnusableModel if it is foreign and not allowed
   */
  static void refuse(Path model, String sha256, Set<String> allowed) {
    if (OWN.contains(sha256) || allowed.contains(sha256)) {
      return;
    }
    try {
      if (Skeleton.of(model).isEmpty()) {
        throw new UnusableModel(
            ("Cannot use %s: its TorchScript is not Twinline's own code, and what it does when it is"
                    + " run is not known; if you trust its source, allow its sha256 %s"
                    + " (models.allow of a job, --allow of a command)")
                .formatted(model, sha256));
      }
    } catch (IOException e) {
      throw new UnusableModel("Cannot read " + model + ": " + e.getMessage(), e);
    }
    OWN.add(sha256);
  }
}
