package org.twinline.launcher.terms;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Failure;
import org.twinline.launcher.cli.Terminal;
import org.twinline.terminology.Terminology;
import org.twinline.terminology.link.LinkResult;
import org.twinline.terminology.link.TextLinker;

/** {@code twinline terminology link}: one output line for each input line, in their order. */
final class LinkTexts {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Terminal terminal;

  LinkTexts(Terminal terminal) {
    this.terminal = terminal;
  }

  ExitCode run(Terminology terminology, Path input, Path output, int top) {
    long start = System.nanoTime();
    Path place = output.toAbsolutePath();
    Path staging = place.resolveSibling("." + place.getFileName() + ".part");
    long lines = 0;
    try {
      try (BufferedReader in = Files.newBufferedReader(input);
          BufferedWriter out = Files.newBufferedWriter(staging)) {
        TextLinker linker = terminology.linker();
        String line;
        while ((line = in.readLine()) != null) {
          lines++;
          if (!line.isBlank()) {
            String text = text(input, lines, line);
            write(out, text, linker.link(text, top));
          }
        }
      }
      Files.move(staging, place, StandardCopyOption.REPLACE_EXISTING);
    } catch (NoSuchFileException | CharacterCodingException e) {
      throw new Failure(
          ExitCode.USAGE,
          "cannot link %s after line %d: %s".formatted(input, lines, e),
          "the input must be a file in UTF-8",
          e);
    } catch (IOException e) {
      throw TerminologyCommands.unreadable("cannot link " + input, e);
    } finally {
      delete(staging);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    terminal
        .err()
        .printf(
            Locale.ROOT,
            "%,d lines linked %s in %.1f s (%,.0f a second)%n",
            lines,
            terminology.trained() ? "with the trained model" : "by rules",
            seconds,
            lines / seconds);
    return ExitCode.DONE;
  }

  private static String text(Path input, long line, String json) {
    JsonNode text;
    try {
      JsonNode record = MAPPER.readTree(json);
      text = record == null ? MAPPER.nullNode() : record.path("text");
    } catch (JsonProcessingException e) {
      throw new Failure(
          ExitCode.USAGE,
          "%s:%d:%d: not JSON".formatted(input, line, e.getLocation().getColumnNr()),
          "each line must be an object with a text",
          e);
    }
    if (!text.isTextual()) {
      throw new Failure(
          ExitCode.USAGE,
          "%s:%d: no text".formatted(input, line),
          "each line must be an object with a text");
    }
    return text.textValue();
  }

  private static void write(BufferedWriter out, String text, LinkResult result) throws IOException {
    try (JsonGenerator json =
        MAPPER.getFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
      json.writeStartObject();
      json.writeStringField("text", text);
      json.writeFieldName("concepts");
      write(json, result.concepts());
      json.writeArrayFieldStart("candidates");
      for (LinkResult.Part part : result.mentions()) {
        write(json, part.candidates());
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.write('\n');
  }

  private static void write(JsonGenerator json, List<LinkResult.Linked> concepts)
      throws IOException {
    json.writeStartArray();
    for (LinkResult.Linked concept : concepts) {
      json.writeStartObject();
      json.writeStringField("code", concept.code());
      json.writeStringField("name", concept.name());
      json.writeNumberField("score", Math.round(concept.score() * 1e6) / 1e6);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw TerminologyCommands.unreadable("cannot remove " + file, e);
    }
  }
}
