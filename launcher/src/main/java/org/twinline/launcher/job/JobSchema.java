package org.twinline.launcher.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/** The published schema of job files. */
final class JobSchema {
  private JobSchema() {}

  /** The schema as JSON. */
  static JsonNode tree() {
    try (InputStream in =
        Objects.requireNonNull(
            JobSchema.class.getResourceAsStream("job.schema.json"), "job.schema.json")) {
      return JsonMapper.builder().build().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the packed job.schema.json", e);
    }
  }

  /** Reports all that the schema forbids. */
  static void check(JsonNode job, Map<Pointer, Node.Places> places, Problems problems) {
    SchemaCheck.check(tree(), job, places, problems);
  }
}
