package org.twinline.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.twinline.launcher.run.Workplace.ROOT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.api.services.dataflow.model.DataflowPackage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.beam.runners.dataflow.options.DataflowPipelineDebugOptions;
import org.apache.beam.runners.dataflow.options.DataflowPipelineOptions;
import org.apache.beam.runners.dataflow.util.PackageUtil;
import org.apache.beam.runners.dataflow.util.Stager;
import org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory;
import org.apache.beam.sdk.extensions.gcp.storage.NoopPathValidator;
import org.apache.beam.sdk.options.PipelineOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinline.core.io.Inputs;
import org.twinline.launcher.job.Job;
import org.twinline.launcher.job.JobFile;

/** The real Dataflow runner up to where it would post the job: no cloud and no network. */
class DataflowTranslationTest {
  @TempDir Path folder;

  /** Nothing is uploaded. */
  public static final class NoStager implements Stager {
    private static final AtomicReference<String> pipeline = new AtomicReference<>("");

    /** Called by the runner through reflection. */
    public static Stager fromOptions(PipelineOptions options) {
      return new NoStager();
    }

    @Override
    public List<DataflowPackage> stageFiles(List<PackageUtil.StagedFile> files) {
      return new ArrayList<>(List.of(file("lib.jar")));
    }

    @Override
    public DataflowPackage stageToFile(byte[] bytes, String baseName) {
      pipeline.set(new String(bytes, StandardCharsets.ISO_8859_1));
      return file(baseName);
    }

    private static DataflowPackage file(String name) {
      return new DataflowPackage().setName(name).setLocation("gs://bucket/staging/" + name);
    }
  }

  private Job job(String line, String... settings) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "line=" + line,
                "output.directory=" + folder.resolve("out"),
                "runner.kind=dataflow",
                "runner.parallelism=7",
                "runner.staging=file://" + folder.resolve("staging"),
                "runner.options.project=a-project",
                "runner.options.region=europe-west4",
                "runner.options.tempLocation=gs://bucket/tmp",
                "runner.options.gcpTempLocation=gs://bucket/tmp",
                "runner.options.stagingLocation=gs://bucket/staging",
                "runner.options.templateLocation=" + folder.resolve("job.json")));
    all.addAll(List.of(settings));
    JobFile.Loaded loaded =
        JobFile.load(
            ROOT.resolve("samples/jobs/demo.yaml"), all, pattern -> Optional.empty());
    assertThat(loaded).as(loaded.toString()).isInstanceOf(JobFile.Valid.class);
    return ((JobFile.Valid) loaded).job();
  }

  private JsonNode translate(Job job) throws Exception {
    PipelineOptions options = Runners.options(job.runner());
    DataflowPipelineOptions dataflow = options.as(DataflowPipelineOptions.class);
    dataflow.setCredentialFactoryClass(NoopCredentialFactory.class);
    dataflow.setPathValidatorClass(NoopPathValidator.class);
    dataflow.setFilesToStage(List.of(ROOT.resolve("LICENSE").toString()));
    dataflow.as(DataflowPipelineDebugOptions.class).setStagerClass(NoStager.class);
    dataflow.setStableUniqueNames(PipelineOptions.CheckEnabled.ERROR);
    assertThat(dataflow.getMaxNumWorkers()).isEqualTo(7);
    assertThat(dataflow.getRegion()).isEqualTo("europe-west4");
    try (Resources resources = Resources.open(job)) {
      JobRun.pipeline(
              job,
              Inputs.resolve(job.input().files()),
              resources,
              "gs://bucket/runs/1",
              options)
          .run();
    }
    return new ObjectMapper().readTree(folder.resolve("job.json").toFile());
  }

  @ParameterizedTest
  @CsvSource({"verifiable,", "unverifiable,", "both,", "both,use_runner_v2"})
  void translates(String line, String experiment) throws Exception {
    System.setProperty("twinline.home", ROOT.toString());
    Job job =
        experiment == null
            ? job(line)
            : job(line, "runner.options.experiments=" + experiment);
    JsonNode translated = translate(job);
    if (experiment != null) {
      assertThat(translated.path("environment").path("experiments").toString())
          .contains(experiment);
    }
    if (experiment != null) {
      // Runner v2 gets the pipeline itself, as a file.
      assertSteps(line, List.of(NoStager.pipeline.get()));
      return;
    }
    Set<String> kinds = new TreeSet<>(translated.path("steps").findValuesAsText("kind"));
    List<String> names = new ArrayList<>();
    for (JsonNode name : translated.path("steps").findValues("user_name")) {
      names.add(name.path("value").asText());
    }
    assertThat(kinds).contains("GroupByKey", "ParallelDo");
    assertSteps(line, names);
  }

  private static void assertSteps(String line, List<String> names) {
    List<String> expected = new ArrayList<>(List.of("WriteDatasets/WriteAccount"));
    if (!line.equals("unverifiable")) {
      expected.addAll(List.of("AskVerifierModel2", "SelectTriples"));
    }
    if (!line.equals("verifiable")) {
      expected.add("ScorePreference2");
    }
    for (String step : expected) {
      assertThat(names).as(step).anyMatch(name -> name.contains(step));
    }
  }

  /** Models and terminology lie beside the job, under their hashes, once. */
  @Test
  void resourcesAreLaidDownOnce() throws Exception {
    System.setProperty("twinline.home", ROOT.toString());
    Job job = job("both");
    try (Resources first = Resources.open(job);
        Resources second = Resources.open(job)) {
      assertThat(first.terminology()).isEqualTo(second.terminology());
      assertThat(first.terminology().orElseThrow().uri()).startsWith("file:///");
      assertThat(first.terminology().orElseThrow().path().resolve("index.json")).exists();
      assertThat(first.bundles()).isNotEmpty();
    }
  }
}
