package org.twinline.reward.djl;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.twinline.core.Require;

/**
 * Where shared encoders lie, and which foreign code may run.
 *
 * @param folder of encoder folders, by name
 * @param allowed SHA-256 of the {@code model.pt} files whose TorchScript is not Twinline's own and
 *     that a person trusts nevertheless
 */
public record Encoders(Path folder, SortedSet<String> allowed) {
  public Encoders {
    for (String hash : allowed) {
      Require.argument(
          ModelFiles.isHash(hash),
          "illegal sha256 to allow: '%s', must be 64 lower-case hexadecimal digits",
          hash);
    }
    allowed = Collections.unmodifiableSortedSet(new TreeSet<>(allowed));
  }

  /** Encoders of a folder, none of foreign code. */
  public static Encoders in(Path folder) {
    return new Encoders(folder, new TreeSet<>());
  }

  /** The same, these foreign files being trusted. */
  public Encoders allowing(Collection<String> hashes) {
    return new Encoders(folder, new TreeSet<>(hashes));
  }

  /** The place of a shared encoder. */
  public EncoderPlace shared(EncoderRef encoder) {
    return new EncoderPlace(folder.resolve(encoder.name()), encoder, false, allowed);
  }

  /**
   * The place of a shared encoder that is known by its folder's name alone.
   *
   * @throws UnusableModel if it is missing
   */
  public EncoderPlace shared(String name) {
    return shared(EncoderCard.read(folder.resolve(name)).ref());
  }
}
