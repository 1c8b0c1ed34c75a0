package org.twinline.launcher.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code README.md} of a run: what was made, of what and how, what was left out and why. Made from
 * the manifest alone but for the languages; holds no text of any record.
 */
public final class DatasetCard {
  /** The card's file. */
  public static final String FILE = "README.md";

  private final RunFolder run;
  private final StringBuilder text = new StringBuilder();

  private DatasetCard(RunFolder run) {
    this.run = run;
  }

  /** Writes the card of a run whose manifest and datasets are written. */
  public static void write(Path root) throws IOException {
    RunFolder run = RunFolder.read(root);
    Files.writeString(root.resolve(FILE), new DatasetCard(run).render());
  }

  private String render() throws IOException {
    JsonNode manifest = run.manifest();
    text.append("---\n").append(CardHeader.yaml(run)).append("---\n\n");
    line("# " + Plain.markdown(run.name()));
    line("");
    line(
        "Question, chain of thought, answer triples for medical reasoning models, curated by"
            + " Twinline "
            + Plain.markdown(manifest.path("version").asText())
            + " ("
            + manifest.path("line").asText()
            + " line) on "
            + manifest.path("started").asText().substring(0, 10)
            + ". `manifest.json` holds the whole configuration and every checksum, `report.html`"
            + " the distributions.");
    if (!manifest.path("status").asText().equals("done")) {
      line("");
      line(
          "**Not complete:** more of the input was bad than the job allows. Do not train on this.");
    }
    datasets();
    exports();
    source();
    funnel();
    models();
    limits();
    return text.toString();
  }

  private void datasets() {
    section("Datasets");
    row("dataset", "records", "bytes", "files");
    row("---", "--:", "--:", "--:");
    for (RunFolder.Dataset dataset : run.datasets()) {
      row(
          "`" + dataset.name() + "`",
          Plain.count(dataset.records()),
          Plain.count(dataset.bytes()),
          Plain.count(dataset.shards().size()));
    }
    line("");
    line(
        "Each folder holds JSON lines with a `dataset.json`. `triples` are verified triples,"
            + " `best-answers` the best answer of each open question, `preferences` pairs of a"
            + " chosen and a rejected answer, `prompts` questions with a reference answer and no"
            + " candidate; `rejected` holds what was dropped with its reason, `dead-letters` the"
            + " places of what could not be read. Load one with"
            + " `datasets.load_dataset(\"path/of/this/folder\", \"triples\")`.");
  }

  private void exports() {
    JsonNode exports = run.manifest().path("exports");
    if (exports.isEmpty()) {
      return;
    }
    section("Files for trainers");
    row("file in `exports/`", "records", "prompt characters p50 / p99 / max", "left out");
    row("---", "--:", "--:", "---");
    for (JsonNode file : exports) {
      JsonNode lengths = file.path("prompt_characters");
      row(
          file.has("file")
              ? "`" + file.path("file").asText() + "`"
              : file.path("trainer").asText() + ", " + file.path("stage").asText() + " (none)",
          Plain.count(file.path("records").asLong()),
          lengths.isMissingNode()
              ? ""
              : Plain.count(lengths.path("p50").asLong())
                  + " / "
                  + Plain.count(lengths.path("p99").asLong())
                  + " / "
                  + Plain.count(lengths.path("max").asLong()),
          counts(file.path("left_out")));
    }
    line("");
    line(
        "The reply is `<think>chain of thought</think>answer`, the answer alone where there is no"
            + " chain of thought. Trainers drop or cut prompts beyond their own limit, which"
            + " counts tokens of their tokenizer.");
  }

  private void source() {
    section("How it was made");
    row("input", "bytes", "sha256");
    row("---", "--:", "---");
    for (JsonNode input : run.manifest().path("inputs")) {
      row(
          Plain.markdown(Plain.fileName(input.path("path").asText())),
          Plain.count(input.path("bytes").asLong()),
          "`" + input.path("sha256").asText() + "`");
    }
    line("");
    line(
        "Seed "
            + run.manifest().path("seed").asLong()
            + "; runner "
            + run.manifest().path("runner").path("kind").asText()
            + ". The same inputs, job, models and terminology give the same records.");
    line("");
    line("The job, with its defaults:");
    line("");
    String job = CardHeader.yaml(run.manifest().path("job"));
    String fence = "`".repeat(Math.max(3, longestRun(job, '`') + 1));
    line(fence + "yaml");
    text.append(job);
    line(fence);
    JsonNode terminology = run.manifest().path("terminology");
    if (!terminology.isMissingNode()) {
      line("");
      line(
          "Terminology: "
              + Plain.count(terminology.path("concepts").asLong())
              + " concepts, "
              + Plain.count(terminology.path("designations").asLong())
              + " designations, content hash `"
              + terminology.path("content_hash").asText()
              + "`.");
    }
  }

  private static int longestRun(String text, char mark) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == mark ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  private void funnel() {
    long read = 0;
    long kept = 0;
    long dead = 0;
    TreeMap<String, Long> dropped = new TreeMap<>();
    for (JsonNode row : run.manifest().path("ledger")) {
      read += row.path("read").asLong();
      kept += row.path("kept").asLong();
      dead += row.path("dead_lettered").asLong();
      for (Iterator<Map.Entry<String, JsonNode>> i = row.path("dropped").fields(); i.hasNext(); ) {
        Map.Entry<String, JsonNode> reason = i.next();
        dropped.merge(reason.getKey(), reason.getValue().asLong(), Long::sum);
      }
    }
    section("What was kept, and what was not");
    row("triples", "", "share");
    row("---", "--:", "--:");
    share("read", read, read);
    share("kept", kept, read);
    for (Map.Entry<String, Long> reason : dropped.entrySet()) {
      share("dropped: `" + reason.getKey() + "`", reason.getValue(), read);
    }
    share("could not be read", dead, read);
    line("");
    line(
        "Counted in triples: a question with n candidates is n. Read is kept, dropped and unreadable"
            + " together; docs/formats.md of Twinline explains each reason.");
  }

  private void share(String what, long count, long all) {
    row(
        what,
        Plain.count(count),
        all == 0 ? "" : String.format(Locale.ROOT, "%.1f %%", 100.0 * count / all));
  }

  private void models() {
    JsonNode models = run.manifest().path("models");
    if (models.isEmpty()) {
      return;
    }
    section("Models that judged, and how good they are");
    row("model", "kind", "accuracy on held-out rows", "rows", "kept it was trained on", "sha256");
    row("---", "---", "--:", "--:", "--:", "---");
    for (JsonNode model : models) {
      row(
          Plain.markdown(model.path("name").asText()),
          model.path("kind").asText(),
          String.format(Locale.ROOT, "%.3f", model.path("quality").path("accuracy").asDouble()),
          Plain.count(model.path("quality").path("n").asLong()),
          Plain.count(model.path("training_overlap").asLong()),
          "`" + model.path("sha256").asText() + "`");
    }
  }

  private void limits() {
    section("Limits");
    line(
        "- Judged by rules"
            + (run.manifest().path("models").isEmpty() ? "" : " and by the models above")
            + ", not by physicians: a share of wrong records remains. Not for clinical use.");
    line("- What the terminology does not know can be verified by wording alone.");
    line(
        "- Rights in the input pass on to these records; the licence above is what the job states.");
    if (run.manifest().path("models").isEmpty()) {
      line("- No model judged: preferences are those stated in the input.");
    }
    for (JsonNode warning : run.manifest().path("warnings")) {
      line("- Warning of the run: " + Plain.markdown(warning.asText()));
    }
  }

  private static String counts(JsonNode reasons) {
    StringBuilder list = new StringBuilder();
    for (Iterator<Map.Entry<String, JsonNode>> i = reasons.fields(); i.hasNext(); ) {
      Map.Entry<String, JsonNode> reason = i.next();
      list.append(list.isEmpty() ? "" : ", ")
          .append("`" + reason.getKey() + "` ")
          .append(Plain.count(reason.getValue().asLong()));
    }
    return list.toString();
  }

  private void section(String title) {
    line("");
    line("## " + title);
    line("");
  }

  private void row(String... cells) {
    line("| " + String.join(" | ", cells) + " |");
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
