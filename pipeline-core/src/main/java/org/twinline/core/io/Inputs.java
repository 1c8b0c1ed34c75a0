package org.twinline.core.io;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.twinline.core.text.Nearest;

/** Files named by paths, URIs and globs; local ones come first. */
public final class Inputs {
  private static final String GLOB_CHARACTERS = "*?[{";

  private Inputs() {}

  /**
   * The files that the patterns name, sorted by path, each once.
   *
   * <p>A pattern is a path or a glob ({@code *}, {@code ?}, {@code [ab]}, {@code {a,b}}, {@code **}
   * over folders); a file whose name has glob characters is found by that name. Globs skip files
   * whose name starts with a dot. An empty file is allowed and has no lines.
   *
   * @throws UnreadableInput if a path is missing, a directory or cannot be read, a glob matches
   *     nothing, or the content is not what the name says
   */
  public static List<InputFile> resolve(List<String> patterns) throws UnreadableInput {
    TreeSet<String> paths = new TreeSet<>();
    TreeMap<String, Storage.Found> remote = new TreeMap<>();
    for (String pattern : patterns) {
      if (Storage.isRemote(pattern)) {
        remote(pattern).forEach(file -> remote.put(file.location(), file));
      } else {
        paths.addAll(expand(pattern));
      }
    }
    List<InputFile> files = new ArrayList<>();
    for (String path : paths) {
      files.add(InputFile.of(Path.of(path)));
    }
    for (Storage.Found file : remote.values()) {
      files.add(InputFile.of(file));
    }
    return List.copyOf(files);
  }

  private static List<Storage.Found> remote(String pattern) throws UnreadableInput {
    try {
      List<Storage.Found> found = Storage.of(pattern).match(pattern);
      if (found.isEmpty()) {
        throw new UnreadableInput("Cannot read " + pattern + ": no file matches");
      }
      return found;
    } catch (UnreadableInput e) {
      throw e;
    } catch (IOException e) {
      throw new UnreadableInput("Cannot read " + pattern + ": " + e.getMessage(), e);
    } catch (IllegalArgumentException e) { // Beam's answer to a scheme it does not know
      throw new UnreadableInput("Cannot read " + pattern + ": " + e.getMessage());
    }
  }

  private static List<String> expand(String pattern) throws UnreadableInput {
    try {
      Path path = Path.of(pattern);
      if (Files.exists(path)) {
        return List.of(path.normalize().toString());
      }
      if (firstGlob(pattern) < 0) {
        throw new UnreadableInput("Cannot read " + pattern + ": no such file" + suggestion(path));
      }
      List<String> found = glob(pattern);
      if (found.isEmpty()) {
        throw new UnreadableInput(
            "Cannot read " + pattern + ": no file matches in " + base(pattern).toAbsolutePath());
      }
      return found;
    } catch (InvalidPathException | PatternSyntaxException e) {
      throw new UnreadableInput("Cannot read " + pattern + ": not a path or glob");
    }
  }

  private static int firstGlob(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      if (GLOB_CHARACTERS.indexOf(pattern.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  /** The deepest folder before the first glob character. */
  private static Path base(String pattern) {
    int slash = pattern.lastIndexOf('/', firstGlob(pattern));
    if (slash < 0) {
      return Path.of("");
    }
    return slash == 0 ? Path.of("/") : Path.of(pattern.substring(0, slash));
  }

  private static List<String> glob(String pattern) throws UnreadableInput {
    Path base = base(pattern);
    if (!Files.isDirectory(base)) {
      throw new UnreadableInput(
          "Cannot read " + pattern + ": no such directory: " + base + suggestion(base));
    }
    String rest = pattern.substring(pattern.lastIndexOf('/', firstGlob(pattern)) + 1);
    int depth = rest.contains("**") ? Integer.MAX_VALUE : rest.split("/", -1).length;
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + rest);
    List<String> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          base,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          depth,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (!attributes.isDirectory()
                  && !file.getFileName().toString().startsWith(".")
                  && matcher.matches(base.relativize(file))) {
                found.add(file.normalize().toString());
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UnreadableInput("Cannot list " + base + " for " + pattern, e);
    }
    return found;
  }

  private static String suggestion(Path path) {
    Path folder = path.toAbsolutePath().getParent();
    Path name = path.getFileName();
    if (folder == null || name == null) {
      return "";
    }
    if (!Files.isDirectory(folder)) {
      return "; its directory does not exist either";
    }
    try (Stream<Path> siblings = Files.list(folder)) {
      List<String> names = siblings.map(p -> p.getFileName().toString()).toList();
      return Nearest.of(name.toString(), names)
          .map(near -> "; did you mean " + path.resolveSibling(near) + "?")
          .orElse("");
    } catch (IOException e) {
      // A suggestion is not worth a second error.
      return "";
    }
  }
}
