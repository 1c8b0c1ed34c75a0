package org.twinline.launcher.job;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The text of a YAML file, or why there is none.
 *
 * @param source the file's name as messages show it
 * @param text without a byte order mark; empty where the file cannot be read
 * @param errors empty where there is a text
 */
record SourceText(String source, Optional<String> text, List<JobError> errors) {
  private static final int LARGEST = 1 << 20;

  SourceText {
    errors = List.copyOf(errors);
  }

  /** Reads a file of at most 1 MiB of UTF-8. */
  static SourceText of(Path file, FileKind kind) {
    String source = Shown.plain(file.toString());
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      if (Files.isDirectory(file)) {
        return unreadable(source, "is a directory, must be a " + kind.noun());
      }
      bytes = in.readNBytes(LARGEST + 1);
    } catch (AccessDeniedException e) {
      return unreadable(source, "permission denied");
    } catch (IOException e) {
      String why =
          Files.isDirectory(file)
              ? "is a directory, must be a " + kind.noun()
              : String.valueOf(e.getMessage());
      return Files.exists(file)
          ? unreadable(source, why)
          : failed(JobErrorCode.MISSING_FILE, source, missing(file, kind));
    }
    if (bytes.length > LARGEST) {
      return failed(
          JobErrorCode.TOO_LARGE,
          source,
          "larger than 1MiB; a " + kind.noun() + " has a few dozen lines");
    }
    return decode(source, bytes);
  }

  private static SourceText unreadable(String source, String message) {
    return failed(JobErrorCode.UNREADABLE, source, message);
  }

  private static SourceText failed(JobErrorCode code, String source, String message) {
    return new SourceText(
        source, Optional.empty(), List.of(new JobError(code, source, message, Optional.empty())));
  }

  private static String missing(Path file, FileKind kind) {
    String asked = Siblings.asked(file);
    return "no such file" + (asked.isEmpty() ? "; '" + kind.madeBy() + "' writes one" : asked);
  }

  private static SourceText decode(String source, byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(buffer)
              .toString();
      String whole = text.startsWith("\uFEFF") ? text.substring(1) : text;
      return new SourceText(source, Optional.of(whole), List.of());
    } catch (CharacterCodingException e) {
      return notUtf8(source, bytes, buffer.position());
    }
  }

  /** The place is told in characters, up to the first byte that is none. */
  private static SourceText notUtf8(String source, byte[] bytes, int at) {
    String before = new String(bytes, 0, at, StandardCharsets.UTF_8);
    Problems problems = new Problems(new String(bytes, StandardCharsets.UTF_8));
    int start = before.lastIndexOf('\n') + 1;
    int line = 1 + (int) before.chars().filter(point -> point == '\n').count();
    int column = 1 + before.codePointCount(start, before.length());
    problems.add(
        JobErrorCode.NOT_UTF8,
        new Place(source, line, column),
        Pointer.ROOT,
        "not UTF-8 at byte " + at + "; save the file as UTF-8");
    return new SourceText(source, Optional.empty(), problems.errors());
  }
}
