package org.twinline.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.twinline.launcher.run.Workplace.ROOT;
import static org.twinline.launcher.run.Workplace.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a job names and cannot be used is told before anything is read. */
class BadSetUpTest {
  private static final Path TERMINOLOGY = ROOT.resolve("launcher/target/terminology");

  @TempDir Path folder;

  private Workplace work;

  @BeforeEach
  void work() throws IOException {
    work = new Workplace(folder);
    work.write("questions.jsonl", record("g1", "kanarienvogel"));
    work.job("questions.jsonl");
  }

  private void refused(String error, String... settings) throws IOException {
    assertThat(work.run(settings)).as(work.err()).isEqualTo(2);
    assertThat(work.err()).contains(error);
    assertThat(work.err()).doesNotContain("\tat ").doesNotContain("unexpected");
    assertThat(work.out()).isEmpty();
    assertThat(work.output().resolve("manifest.json")).doesNotExist();
    work.assertNowhere("kanarienvogel");
  }

  @Test
  void missingFile() throws IOException {
    work.job("question.jsonl");

    refused(
        "job.yaml:4:7: 'input.files.0': Cannot read question.jsonl: no such file;"
            + " did you mean questions.jsonl? [");
    assertThat(work.err()).endsWith("error: 1 error in the job; nothing was run\n");
  }

  @Test
  void missingFolder() throws IOException {
    work.job("no/such.jsonl");

    refused("Cannot read no/such.jsonl: no such file; its directory does not exist either [");
  }

  @Test
  void directory() throws IOException {
    Files.createDirectories(work.path("data"));
    work.job("data");

    refused("Cannot read data: is a directory; name its files, for example data/*.jsonl [");
  }

  @Test
  void aPatternWithoutFiles() throws IOException {
    work.job("*.json");

    refused("Cannot read *.json: no file matches in ");
  }

  @Test
  void plainTextNamedAsAnArchive() throws IOException {
    work.write("plain.jsonl.gz", record("g2", "kanarienvogel"));
    work.job("questions.jsonl", "plain.jsonl.gz");

    refused(
        "job.yaml:5:7: 'input.files.1': Cannot read plain.jsonl.gz: by its name it is gzip,"
            + " by its first bytes it is text; rename or convert it [");
  }

  @Test
  void anArchiveNamedAsPlainText() throws IOException {
    Files.write(work.path("packed.jsonl"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0});
    work.job("packed.jsonl");

    refused(
        "Cannot read packed.jsonl: by its name it is text, by its first bytes it is gzip;"
            + " rename or convert it [");
  }

  @Test
  void outputThatIsNotEmpty() throws IOException {
    Files.createDirectories(work.output());
    Files.writeString(work.output().resolve("thesis.txt"), "precious");

    refused(
        "job.yaml:6:21: 'output.directory': out is not empty (thesis.txt); name another directory"
            + " or remove this one [");
    assertThat(work.output().resolve("thesis.txt")).hasContent("precious");
  }

  @Test
  void whatAKilledRunLeftIsNoHindrance() throws IOException {
    Path left = work.output().resolve(".staging/triples");
    Files.createDirectories(left);
    Files.writeString(left.resolve("half.jsonl"), "{\"id\":");

    assertThat(work.run()).as(work.err()).isZero();

    assertThat(work.ids("triples")).containsExactly("g1/c1");
    assertThat(work.output().resolve(".staging")).doesNotExist();
  }

  /** Killed while datasets were being moved to their places. */
  @Test
  void leftOversOfARunThatWasKilledInItsCommit() throws IOException {
    Files.createDirectories(work.output().resolve(".staging/rejected"));
    Path triples = Files.createDirectories(work.output().resolve("triples"));
    Files.writeString(triples.resolve("part-00000.jsonl"), "{}");
    Files.writeString(triples.resolve("_SUCCESS"), "");
    Files.writeString(work.output().resolve("manifest.json"), "{");

    assertThat(work.run()).as(work.err()).isZero();

    assertThat(work.ids("triples")).containsExactly("g1/c1");
    assertThat(work.output().resolve(".staging")).doesNotExist();
  }

  /** As where the disk is full in the middle of a commit. */
  @Test
  void aCommitThatBrokeOffIsClearedByTheNextRun() throws IOException {
    try (Staging broken = Staging.claim(work.output(), Optional.empty())) {
      Files.writeString(broken.folder().resolve("shard"), "{}");
      Files.writeString(work.output().resolve("manifest.json"), "{");
    }
    assertThat(work.output().resolve(".staging/shard")).doesNotExist();
    assertThat(work.output().resolve(".staging")).exists();

    assertThat(work.run()).as(work.err()).isZero();

    assertThat(work.ids("triples")).containsExactly("g1/c1");
    assertThat(work.output().resolve(".staging")).doesNotExist();
  }

  @Test
  void whatIsNotOurOwnIsNeverCleared() throws IOException {
    Files.createDirectories(work.output().resolve(".staging"));
    Path notes = Files.writeString(work.output().resolve("notes.txt"), "mine");
    refused("is not empty (notes.txt)");
    assertThat(notes).exists();
    Files.delete(notes);

    Path success = Files.writeString(work.output().resolve("_SUCCESS"), "");
    refused("is not empty (.staging, _SUCCESS)");
    assertThat(success).exists();
  }

  @Test
  void twoRunsIntoOneFolder() throws IOException {
    try (Staging other = Staging.claim(work.output(), Optional.empty())) {
      Path shard = Files.writeString(other.folder().resolve("shard"), "of a run that lives");
      refused("another run is writing to");
      assertThat(shard).exists();
    }
    assertThat(work.run()).as(work.err()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "runner.kind=flink | 'runner': kind: flink needs master: HOST:PORT",
        "runner.master=host:8081 | 'runner': master is for kind: flink",
        "runner.kind=dataflow | 'runner': kind: dataflow needs staging: gs://BUCKET/FOLDER",
        "runner.staging=gs://bucket/x | 'runner': staging is for kind: flink and kind: dataflow"
      },
      quoteCharacter = '"')
  void runnersThatMissWhatTheyNeed(String setting, String message) throws IOException {
    refused("job.yaml:11:1: " + message, setting);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "input.format=canonicle | did you mean 'canonical'?",
        "input.format=parquet | must be one of auto, canonical, messages, sharegpt, alpaca",
        "line=verifable | did you mean 'verifiable'?",
        "runner.kind=flnik | did you mean 'flink'?",
        "select.per_qestion=3 | did you mean 'per_question'?",
        "errors.max_rate=2 | max_rate",
        "rewards.1.guards.0=repetitoin | did you mean 'repetition'?"
      })
  void unknownWords(String setting, String hint) throws IOException {
    refused("--set " + setting, setting);
    assertThat(work.err()).contains(hint);
  }

  @Test
  void missingTerminology() throws IOException {
    refused(
        "'terminology': no such directory: " + "nowhere", "terminology=" + work.path("nowhere"));
  }

  @Test
  void aFolderThatIsNoTerminology() throws IOException {
    Files.createDirectories(work.path("terms"));

    refused(
        "'terminology': terms has no index.json: it is no terminology"
            + " ('twinline terminology build' makes one)",
        "terminology=" + work.path("terms"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "atoms.bin",
        "codes.bin",
        "concepts.bin",
        "graph.bin",
        "names.bin",
        "forms.bin",
        "existence.bin",
        "grams"
      })
  void corruptTerminology(String name) throws IOException {
    Path copy = copy(TERMINOLOGY, work.path("terms"));
    Path broken = copy.resolve(name);
    if (Files.isDirectory(broken)) {
      try (Stream<Path> files = Files.list(broken)) {
        broken =
            files.filter(f -> f.toString().endsWith(".cfs")).findFirst().orElse(largest(broken));
      }
    }
    flip(broken);

    refused(
        "error: terminology terms cannot be used: Cannot open terminology: "
            + folder.relativize(broken)
            + " is corrupt (its SHA-256 differs from index.json); build it again\n"
            + "hint: build it again: twinline terminology build --out DIR --source table:PATH\n",
        "terminology=" + copy);
  }

  @Test
  void aTerminologyWithAMissingFile() throws IOException {
    Path copy = copy(TERMINOLOGY, work.path("terms"));
    Files.delete(copy.resolve("graph.bin"));

    refused(
        "Cannot open terminology: terms/graph.bin is missing; build it again\n",
        "terminology=" + copy);
  }

  @Test
  void corruptModel() throws IOException {
    Path copy = copy(ROOT.resolve("samples/models/verifier-zh"), work.path("model"));
    flip(copy.resolve("head.safetensors"));

    refused(
        "error: model model cannot be used: Cannot use model/head.safetensors: its sha256 is ",
        model(copy));
  }

  @Test
  void aModelOfTheOtherKind() throws IOException {
    Path bundle = ROOT.resolve("samples/models/preference-zh");

    refused(
        "error: bundle "
            + bundle
            + " is of kind preference, not verifier\n"
            + "hint: name a bundle of kind verifier there\n",
        model(bundle));
  }

  @Test
  void twoModelsForOneLanguage() throws IOException {
    Path bundle = ROOT.resolve("samples/models/verifier-zh");
    Path other = copy(bundle, work.path("other"));

    refused(
        "are both of kind verifier for one language\nhint: name one for each language\n",
        "rewards.1.use=model",
        "rewards.1.bundle=" + bundle,
        "rewards.2.use=model",
        "rewards.2.bundle=" + other);
  }

  @Test
  void anotherKindOfBundleForActions() throws IOException {
    refused(
        "verifier-zh is of kind verifier, not actions\nhint: name a bundle of kind actions there\n",
        "rewards.1.use=process",
        "rewards.1.actions.0=" + ROOT.resolve("samples/models/verifier-zh"));
    refused(
        "'rewards.1.actions.1': no such directory: nowhere",
        "rewards.1.use=process",
        "rewards.1.actions.0=" + ROOT.resolve("samples/models/actions-zh"),
        "rewards.1.actions.1=" + work.path("nowhere"));
  }

  @Test
  void aCompositeOfScoresThatTheLineDoesNotGive() throws IOException {
    refused(
        "no reward gives the score 'proces' on the verifiable line; did you mean 'process'?",
        "rewards.1.use=process",
        "composite.default.outcome=1",
        "composite.default.proces=1");
    // The dimensions of a preference bundle are scored on the other line alone.
    refused(
        "no reward gives the score 'empathy' on the verifiable line; given are outcome, rule",
        "rewards.1.use=preference",
        "rewards.1.bundle=" + ROOT.resolve("samples/models/preference-zh"),
        "composite.default.empathy=1");
  }

  @Test
  void missingModel() throws IOException {
    refused("no such directory: nowhere", model(work.path("nowhere")));
  }

  @Test
  void missingEncoders() throws IOException {
    refused(
        "cannot be used: Cannot ",
        "rewards.1.use=model",
        "rewards.1.bundle=" + ROOT.resolve("samples/models/verifier-zh"),
        "models.encoders=" + work.path("nowhere"));
  }

  /** What the job file allows must not be refused by the parts it configures. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "input.limits.nesting=4",
        "input.limits.nesting=1000",
        "group.max_bytes=1KiB",
        "rewards.0.accept=0.45",
        "rewards.0.accept=0.5 rewards.0.reject=0.5",
        "rewards.0.weights.path=1000"
      })
  void allowedValuesRunOrAreRefusedByName(String settings) {
    int code = work.run(settings.split(" "));

    assertThat(work.err()).doesNotContain("unexpected");
    assertThat(code).isIn(0, 2);
  }

  @Test
  void aModelRunsWithItsDefaultThresholds() {
    int code = work.run(model(ROOT.resolve("samples/models/verifier-zh")));

    assertThat(code).as(work.err()).isZero();
  }

  private static String[] model(Path bundle) {
    return new String[] {"rewards.1.use=model", "rewards.1.bundle=" + bundle};
  }

  private static Path copy(Path from, Path to) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(from)) {
      all = walk.toList();
    }
    for (Path path : all) {
      Path target = to.resolve(from.relativize(path).toString());
      if (Files.isDirectory(path)) {
        Files.createDirectories(target);
      } else {
        Files.copy(path, target);
      }
    }
    return to;
  }

  private static Path largest(Path folder) throws IOException {
    Path largest = folder;
    long size = -1;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        if (Files.size(file) > size) {
          size = Files.size(file);
          largest = file;
        }
      }
    }
    return largest;
  }

  private static void flip(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }
}
