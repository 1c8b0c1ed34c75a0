package org.twinline.launcher.run;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.twinline.core.dataset.DatasetCommit;
import org.twinline.core.dataset.DatasetSummary;
import org.twinline.core.export.ExportedFile;
import org.twinline.core.io.InputFile;
import org.twinline.core.json.Json;
import org.twinline.core.ledger.Example;
import org.twinline.core.ledger.Histogram;
import org.twinline.core.ledger.LedgerRow;
import org.twinline.core.ledger.TallyCodec;
import org.twinline.launcher.export.Croissant;
import org.twinline.launcher.export.DatasetCard;
import org.twinline.launcher.job.Reward;
import org.twinline.launcher.report.ReportPage;
import org.twinline.reward.djl.BundleCard;
import org.twinline.reward.djl.Figures;
import org.twinline.reward.step.TrainingOverlap;

/** Writes the files at a run's root: manifest, report, and {@code _SUCCESS} last. */
final class RunFiles {
  static final String MANIFEST = "manifest.json";
  static final String REPORT = "report.json";

  private RunFiles() {}

  /** Writes them all; {@code _SUCCESS} only for a complete run. */
  static void write(Path root, RunResult run) throws IOException {
    Files.write(root.resolve(MANIFEST), pretty(out -> manifest(run, out)));
    Files.write(root.resolve(REPORT), pretty(out -> report(run, out)));
    ReportPage.write(root);
    DatasetCard.write(root);
    Croissant.write(root);
    if (run.complete()) {
      Files.write(root.resolve(DatasetCommit.SUCCESS), new byte[0]);
    }
  }

  private interface Body {
    void write(JsonGenerator out) throws IOException;
  }

  private static byte[] pretty(Body body) {
    return Json.write(
        out -> {
          out.useDefaultPrettyPrinter();
          out.writeStartObject();
          body.write(out);
          out.writeEndObject();
        });
  }

  private static void manifest(RunResult run, JsonGenerator out) throws IOException {
    head(run, out);
    out.writeFieldName("job");
    out.writeRawValue(run.job().resolvedJson());
    out.writeArrayFieldStart("inputs");
    for (int i = 0; i < run.inputs().size(); i++) {
      InputFile input = run.inputs().get(i);
      out.writeStartObject();
      out.writeNumberField("index", i);
      out.writeStringField("path", input.path());
      out.writeNumberField("bytes", input.size());
      out.writeStringField("sha256", FileHash.sha256(input.path()));
      out.writeEndObject();
    }
    out.writeEndArray();
    resources(run, out);
    ledger(run, out);
    datasets(run.datasets(), out);
    out.writeArrayFieldStart("exports");
    for (ExportedFile file : run.exports()) {
      file.write(out);
    }
    out.writeEndArray();
    warnings(run.warnings(), out);
  }

  private static void report(RunResult run, JsonGenerator out) throws IOException {
    head(run, out);
    ledger(run, out);
    datasets(run.datasets(), out);
    out.writeObjectFieldStart("histograms");
    for (Map.Entry<String, Histogram> histogram : run.tally().histograms().entrySet()) {
      out.writeFieldName(histogram.getKey());
      TallyCodec.writeHistogram(histogram.getValue(), out);
    }
    out.writeEndObject();
    thresholds(run, out);
    out.writeObjectFieldStart("figures");
    for (Map.Entry<String, Long> figure : run.tally().figures().entrySet()) {
      out.writeNumberField(figure.getKey(), figure.getValue());
    }
    out.writeEndObject();
    resources(run, out);
    warnings(run.warnings(), out);
    out.writeArrayFieldStart("examples");
    int shown = 0;
    String line = "";
    for (Example example : run.tally().examples()) {
      shown = example.line().equals(line) ? shown + 1 : 1;
      line = example.line();
      if (shown <= run.job().report().examples()) {
        out.writeStartObject();
        out.writeStringField("line", line);
        out.writeFieldName("group");
        out.writeRawValue(example.json());
        out.writeEndObject();
      }
    }
    out.writeEndArray();
  }

  private static void head(RunResult run, JsonGenerator out) throws IOException {
    out.writeNumberField("format_version", 1);
    out.writeStringField("name", run.name());
    out.writeStringField("line", run.job().line().word());
    out.writeStringField("status", run.complete() ? "done" : "too_much_bad_content");
    out.writeStringField("version", RunResult.version());
    out.writeStringField("started", run.timing().started().toString());
    out.writeNumberField("duration_seconds", run.timing().duration().toMillis() / 1000.0);
    out.writeNumberField("seed", run.job().seed());
    out.writeObjectFieldStart("runner");
    out.writeStringField("kind", run.job().runner().kind().word());
    out.writeNumberField("parallelism", run.job().runner().parallelism());
    out.writeEndObject();
  }

  private static void ledger(RunResult run, JsonGenerator out) throws IOException {
    out.writeArrayFieldStart("ledger");
    for (int i = 0; i < run.inputs().size(); i++) {
      out.writeStartObject();
      out.writeStringField("file", run.inputs().get(i).path());
      TallyCodec.writeRow(run.tally().rows().getOrDefault(i, LedgerRow.EMPTY), out);
      out.writeEndObject();
    }
    out.writeEndArray();
    // Triples a run makes itself (sampled, augmented) have a list of their own; nothing does yet.
    out.writeArrayFieldStart("generated");
    out.writeEndArray();
  }

  private static void datasets(List<DatasetSummary> datasets, JsonGenerator out)
      throws IOException {
    out.writeArrayFieldStart("datasets");
    for (DatasetSummary dataset : datasets) {
      out.writeStartObject();
      out.writeStringField("name", dataset.name());
      out.writeNumberField("records", dataset.records());
      out.writeNumberField("bytes", dataset.bytes());
      out.writeStringField("digest", dataset.digest().hex());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void thresholds(RunResult run, JsonGenerator out) throws IOException {
    out.writeObjectFieldStart("thresholds");
    for (Reward.Rule rule : run.job().rewards(Reward.Rule.class)) {
      threshold("rule", rule.accept(), rule.reject(), out);
    }
    Optional<Reward.Model> first = run.job().rewards(Reward.Model.class).stream().findFirst();
    if (first.isPresent()) {
      threshold("verifier", first.get().accept(), first.get().reject(), out);
    }
    out.writeEndObject();
  }

  private static void threshold(String name, double accept, double reject, JsonGenerator out)
      throws IOException {
    out.writeObjectFieldStart(name);
    out.writeNumberField("accept", accept);
    out.writeNumberField("reject", reject);
    out.writeEndObject();
  }

  private static void resources(RunResult run, JsonGenerator out) throws IOException {
    out.writeArrayFieldStart("models");
    for (Resources.BundleRef bundle : run.resources().bundles()) {
      BundleCard card = bundle.card();
      String name = card.identity().name();
      out.writeStartObject();
      out.writeStringField("name", name);
      out.writeStringField("path", bundle.ref().uri());
      out.writeStringField("kind", card.identity().kind().name().toLowerCase(Locale.ROOT));
      out.writeStringField("sha256", bundle.ref().sha256());
      out.writeStringField("encoder_sha256", card.encoder().files().model());
      out.writeObjectFieldStart("quality");
      quality(card.evidence().quality().heldOut(), out);
      out.writeEndObject();
      if (card.evidence().training().isPresent()) {
        out.writeNumberField("training_overlap", run.tally().figure(TrainingOverlap.figure(name)));
      }
      out.writeEndObject();
    }
    out.writeEndArray();
    if (run.resources().terminologyFacts().isPresent()) {
      Resources.TerminologyFacts facts = run.resources().terminologyFacts().get();
      out.writeObjectFieldStart("terminology");
      out.writeStringField("path", facts.path());
      out.writeStringField("content_hash", facts.contentHash());
      out.writeNumberField("concepts", facts.concepts());
      out.writeNumberField("designations", facts.designations());
      out.writeEndObject();
    }
  }

  private static void quality(Figures figures, JsonGenerator out) throws IOException {
    out.writeNumberField("n", figures.n());
    out.writeNumberField("accuracy", figures.accuracy());
  }

  private static void warnings(List<String> warnings, JsonGenerator out) throws IOException {
    out.writeArrayFieldStart("warnings");
    for (String warning : warnings) {
      out.writeString(warning);
    }
    out.writeEndArray();
  }
}
