package org.twinline.launcher.plan;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which Twinline this is.
 *
 * @param version as {@code --version} prints it
 * @param sha256 over Twinline's own jars and the names of all others, which carry their versions;
 *     empty where it does not run from an application folder
 */
record Build(String version, String sha256) {
  private static final List<String> OWN =
      List.of(
          "launcher-",
          "pipeline-core-",
          "terminology-",
          "reward-components-",
          "verifiable-line-",
          "unverifiable-line-");

  /** This one. */
  static Build current() throws IOException {
    @Nullable String version = Build.class.getPackage().getImplementationVersion();
    Optional<Path> jars = jars();
    return new Build(
        version == null ? "(development)" : version, jars.isPresent() ? digest(jars.get()) : "");
  }

  private static Optional<Path> jars() {
    @Nullable CodeSource source = Build.class.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return Optional.empty();
    }
    try {
      Path place = Path.of(source.getLocation().toURI());
      return Files.isRegularFile(place)
          ? Optional.ofNullable(place.toAbsolutePath().getParent())
          : Optional.empty();
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty(); // not a local file
    }
  }

  private static String digest(Path folder) throws IOException {
    Hasher hasher = Hashing.sha256().newHasher();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path jar : files.filter(f -> f.toString().endsWith(".jar")).sorted().toList()) {
        String name = String.valueOf(jar.getFileName());
        hasher.putString(name, StandardCharsets.UTF_8).putByte((byte) 0);
        if (OWN.stream().anyMatch(name::startsWith)) {
          hasher.putBytes(Files.readAllBytes(jar));
        }
      }
    }
    return hasher.hash().toString();
  }
}
