package org.twinline.terminology.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The format {@code aliases}: JSON lines with {@code text}, as people write it, and {@code
 * standard}, the names of what it means. Other keys are left alone.
 */
record AliasSource(Path file, Optional<Charset> encoding) implements TerminologySource {
  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  AliasSource(Path file, Keys keys) {
    this(file, keys.encoding());
  }

  @Override
  public String format() {
    return "aliases";
  }

  @Override
  public void read(ConceptSink sink) throws IOException {
    new DelimitedFile(file, encoding, "", DelimitedFile.Quoting.NONE)
        .read(
            row -> {
              row(row, sink);
              return true;
            },
            sink);
  }

  private void row(Row row, ConceptSink sink) {
    JsonNode json;
    try {
      json = JSON.readTree(row.fields().get(0));
    } catch (JsonProcessingException e) {
      int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
      sink.problem(row.problem(column, "not a JSON object: " + e.getOriginalMessage()));
      return;
    }
    JsonNode text = json.path("text");
    JsonNode standard = json.path("standard");
    if (!text.isTextual() || text.textValue().isBlank()) {
      sink.problem(row.problem(0, "'text' must be a text that is not blank"));
      return;
    }
    List<String> names = new ArrayList<>();
    for (JsonNode name : standard.isArray() ? standard : List.of(standard)) {
      if (!name.isTextual() || name.textValue().isBlank()) {
        sink.problem(row.problem(0, "'standard' must be an array of names that are not blank"));
        return;
      }
      names.add(name.textValue().strip());
    }
    if (names.isEmpty()) {
      sink.skipped(row.problem(0, "a text without a standard name"));
      return;
    }
    sink.alias(
        new SourceAlias(text.textValue().strip(), names, new SourceAlias.Origin(file, row.line())));
  }
}
