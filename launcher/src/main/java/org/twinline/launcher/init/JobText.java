package org.twinline.launcher.init;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.twinline.launcher.job.Job;

/**
 * The text of a first job file, with comments.
 *
 * @param name of the job
 * @param files what it reads
 * @param format the word for {@code input.format}
 * @param mapping the lines below {@code input.mapping}
 * @param output its output directory
 * @param languages for which models are named
 * @param reasons whether candidates have chains of thought
 */
record JobText(
    String name,
    Job.Line line,
    List<String> files,
    String format,
    List<String> mapping,
    String output,
    List<String> languages,
    boolean reasons) {

  JobText {
    files = List.copyOf(files);
    mapping = List.copyOf(mapping);
    languages = List.copyOf(languages);
  }

  /** The whole file. */
  String text() {
    List<String> lines = new ArrayList<>();
    head(lines);
    input(lines);
    lines.add("");
    lines.add(
        "# A new or empty folder. Datasets, rejects, report.html and manifest.json go there.");
    lines.add("output:");
    lines.add("  directory: " + YamlText.quoted(output));
    lines.add("  # compression: gzip");
    rewards(lines);
    select(lines);
    return String.join("\n", lines) + "\n";
  }

  private void head(List<String> lines) {
    lines.add(
        "# A Twinline job. Every key is described in docs/job.schema.json; relative paths start");
    lines.add("# at the working directory, ${home} is where Twinline is installed.");
    lines.add("name: " + YamlText.quoted(name));
    lines.add("");
    lines.add("# verifiable: short answers that are checked against a reference;");
    lines.add(
        "# unverifiable: long advice that a preference model judges; both: routed by answer.");
    lines.add("line: " + line.word());
    lines.add("");
  }

  private void input(List<String> lines) {
    lines.add("# JSON lines, plain, .gz or .zst; patterns such as data/*.jsonl are allowed.");
    lines.add("input:");
    lines.add("  files:");
    files.forEach(file -> lines.add("    - " + YamlText.quoted(file)));
    lines.add("  format: " + format);
    if (!mapping.isEmpty()) {
      lines.add(
          "  # Where the parts of a record stand. Check these; a list of fields is tried in order.");
      lines.add("  mapping:");
      mapping.forEach(entry -> lines.add("    " + entry));
      lines.add("    # Values for records that do not say:");
      lines.add("    # constants: {task: diagnosis, answer_kind: entity, language: zh}");
    }
  }

  private void rewards(List<String> lines) {
    boolean checks = line != Job.Line.UNVERIFIABLE;
    if (checks) {
      lines.add("");
      lines.add(
          "# Concepts by which entities are compared: 'twinline terminology build' makes others.");
      lines.add("terminology: ${home}/launcher/target/terminology");
    }
    lines.add("");
    lines.add("rewards:");
    lines.add("  # Drops cheats and malformed answers before anything is scored.");
    lines.add("  - use: guard");
    if (!reasons) {
      lines.add("    # Without no_reasoning: these candidates have no chain of thought.");
      lines.add(
          "    guards: [empty_answer, repetition, flood, copied_question, format_trick, judge_addressed]");
    }
    if (checks) {
      lines.add("  # Accepts from one score on, rejects below another; between them it is unsure.");
      lines.add("  - use: rule");
      lines.add("    accept: 0.85");
      lines.add("    reject: 0.3");
      for (String language : languages) {
        lines.add(
            "  # A small model for answers of which the rules are unsure (" + language + ").");
        lines.add("  - use: model");
        lines.add("    bundle: ${home}/samples/models/verifier-" + language);
        lines.add("    accept: 0.7");
        lines.add("    reject: 0.3");
      }
    }
    if (reasons) {
      lines.add("  # Scores the steps of the chain of thought.");
      lines.add("  - use: process");
    }
    if (line != Job.Line.VERIFIABLE) {
      for (String language : languages) {
        lines.add(
            "  # Scores long answers ("
                + language
                + "). 'twinline reward train' makes better ones.");
        lines.add("  - use: preference");
        lines.add("    bundle: ${home}/samples/models/preference-" + language);
      }
    }
    if (checks && reasons) {
      lines.add("");
      lines.add("# The reward that orders what is kept.");
      lines.add("composite:");
      lines.add("  default: {outcome: 0.7, process: 0.3}");
    }
  }

  private void select(List<String> lines) {
    lines.add("");
    lines.add("select:");
    if (line != Job.Line.UNVERIFIABLE) {
      lines.add(
          "  # Questions of which this share of answers is right; [0.1, 0.9] leaves out the extremes.");
      lines.add("  pass_rate: [0, 1]");
    }
    lines.add("  per_question: 4");
    if (line != Job.Line.VERIFIABLE) {
      lines.add("  # Pairs differ by at least this much in reward.");
      lines.add("  margin: 0.05");
    }
    lines.add("");
    lines.add("# Questions that the report shows with their text; 0 keeps all text out of it.");
    lines.add("report:");
    lines.add(String.format(Locale.ROOT, "  examples: %d", 8));
    lines.add("");
    lines.add("seed: 17");
  }
}
