package org.twinline.core.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A file that was made for a trainer, or would have been had any record been fit for it.
 *
 * @param leftOut records that are not in it, by the reason; on files of one row a question these
 *     are questions
 */
public record ExportedFile(
    Trainer trainer,
    Stage stage,
    String dataset,
    Content content,
    SortedMap<LeftOut, Long> leftOut,
    Lengths promptCharacters) {
  public ExportedFile {
    leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
  }

  /**
   * What is in it.
   *
   * @param file {@code trainer/name}, below the folder of the exports; not there without records
   * @param records rows
   * @param bytes on disk
   * @param sha256 of the bytes, lower-case hex; empty without records
   */
  public record Content(String file, long records, long bytes, String sha256) {}

  /** Quantiles of the prompts' lengths in Unicode characters; all 0 without records. */
  public record Lengths(int p50, int p90, int p99, int max) {}

  /** Whether there is a file. */
  public boolean exists() {
    return content.records() > 0;
  }

  /** Writes it as an object of a manifest. */
  public void write(JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("trainer", trainer.word());
    out.writeStringField("stage", stage.word());
    out.writeStringField("dataset", dataset);
    out.writeNumberField("records", content.records());
    if (exists()) {
      out.writeStringField("file", content.file());
      out.writeNumberField("bytes", content.bytes());
      out.writeStringField("sha256", content.sha256());
      out.writeObjectFieldStart("prompt_characters");
      out.writeNumberField("p50", promptCharacters.p50());
      out.writeNumberField("p90", promptCharacters.p90());
      out.writeNumberField("p99", promptCharacters.p99());
      out.writeNumberField("max", promptCharacters.max());
      out.writeEndObject();
    }
    out.writeObjectFieldStart("left_out");
    for (Map.Entry<LeftOut, Long> entry : leftOut.entrySet()) {
      out.writeNumberField(entry.getKey().code(), entry.getValue());
    }
    out.writeEndObject();
    out.writeEndObject();
  }
}
