package org.twinline.launcher.verify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.twinline.core.io.InputFile;
import org.twinline.terminology.Checksums;
import org.twinline.terminology.Terminology;

/**
 * What figures were made from.
 *
 * @param inputSha256 of the answers
 * @param labelsSha256 of the file of labels; that of the answers where the labels stand in them
 * @param terminology its content hash, empty without one
 */
record Provenance(String inputSha256, String labelsSha256, Optional<String> terminology) {

  static Provenance of(InputFile input, Optional<Path> labels, Optional<Terminology> terminology)
      throws IOException {
    String answers = Checksums.ofFile(Path.of(input.path()));
    return new Provenance(
        answers,
        labels.isPresent() ? Checksums.ofFile(labels.get()) : answers,
        terminology.map(known -> known.description().contentHash()));
  }

  void put(ObjectNode node) {
    node.put("input_sha256", inputSha256).put("labels_sha256", labelsSha256);
    if (terminology.isPresent()) {
      node.put("terminology_content_hash", terminology.get());
    } else {
      node.putNull("terminology_content_hash");
    }
    node.set("settings", Document.MAPPER.valueToTree(Scorer.SETTINGS));
  }
}
