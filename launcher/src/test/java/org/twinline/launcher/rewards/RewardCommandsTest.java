package org.twinline.launcher.rewards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinline.launcher.cli.Main;
import org.twinline.launcher.cli.Terminal;
import org.twinline.launcher.run.TwinlineCommands;

/** {@code twinline reward …} as its user runs it, on the samples. */
class RewardCommandsTest {
  private static final Path ROOT =
      Path.of(System.getProperty("twinline.root", "..")).toAbsolutePath().normalize();
  private static final Path TRAINING = ROOT.resolve("samples/training");
  private static final Path TERMINOLOGY = ROOT.resolve("launcher/target/terminology");

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void home() {
    System.setProperty("twinline.home", ROOT.toString());
  }

  @Test
  void answersAreSpoiltTrainedOnJudgedAndScaled() throws IOException {
    String data = TRAINING.resolve("verifier.jsonl").toString();
    String bundle = folder.resolve("bundle").toString();
    String cache = folder.resolve("cache").toString();

    int trained =
        run(
            "reward",
            "train",
            "--data",
            data,
            "--kind",
            "verifier",
            "--output",
            bundle,
            "--cache",
            cache);
    assertThat(trained).as(err()).isZero();
    assertThat(out())
        .contains("verifier\n  training   ")
        .contains("baseline overlap")
        .contains("beats the best baseline by");
    assertThat(Files.readString(folder.resolve("bundle/learning-curve.svg")))
        .startsWith("<svg")
        .doesNotContain("<script");

    assertThat(run("reward", "eval", bundle, "--data", data, "--cache", cache)).as(err()).isZero();
    assertThat(out()).contains("of questions it was trained on").contains("language zh");

    String scaled = folder.resolve("scaled").toString();
    int calibrated =
        run(
            "reward",
            "calibrate",
            bundle,
            "--data",
            data,
            "--cache",
            cache,
            "--output",
            scaled,
            "--seen");
    assertThat(calibrated).as(err()).isZero();
    assertThat(out()).contains("expected calibration error out of fold");
    assertThat(Files.readString(folder.resolve("scaled/card.json"))).contains("isotonic");
  }

  @Test
  void goodAnswersBecomeRows() throws IOException {
    Path pairs = folder.resolve("pairs.jsonl");
    int code = corrupt("--output", pairs.toString(), "--kinds", "unsafe_advice,wrong_side");

    assertThat(code).as(err()).isZero();
    List<String> lines = Files.readAllLines(pairs);
    assertThat(lines).hasSizeGreaterThan(100);
    assertThat(lines).allMatch(line -> line.contains("\"part\":"));
    assertThat(out()).contains("good answers").contains("unsafe_advice").contains("wrong_side");

    assertThat(corrupt("--output", pairs.toString())).isEqualTo(2);
    assertThat(err()).contains("exists").contains("delete it or name another");
    assertThat(corrupt("--output", folder.resolve("x").toString(), "--kinds", "wrong_sied"))
        .isEqualTo(2);
    assertThat(err())
        .contains("unknown kind of corruption: 'wrong_sied'")
        .contains("did you mean 'wrong_side'?");
  }

  @Test
  void aLineThatCannotBeReadIsNamedAndNothingIsWritten() throws IOException {
    String good = "{\"question\":\"kanarienvogel\",\"answer\":\"Rest and drink.\"}\n";
    Path input = Files.writeString(folder.resolve("good.jsonl"), good + "{\"question\":\n");
    Path output = folder.resolve("rows.jsonl");

    int code =
        run(
            "reward",
            "corrupt",
            "--terminology",
            TERMINOLOGY.toString(),
            "--input",
            input.toString(),
            "--output",
            output.toString());

    assertThat(code).isEqualTo(2);
    assertThat(err())
        .contains("good.jsonl, byte " + good.length() + ": ")
        .contains("nothing was written")
        .doesNotContain("kanarienvogel");
    assertThat(output).doesNotExist();
  }

  @Test
  void whatCannotBeUsedIsNamed() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.jsonl"), "{\"question\":\"问\"}\n");
    String output = folder.resolve("bundle").toString();

    assertThat(
            run(
                "reward",
                "train",
                "--data",
                bad.toString(),
                "--kind",
                "verifier",
                "--output",
                output))
        .isEqualTo(2);
    assertThat(err()).contains("bad.jsonl, line 1: missing key 'language'");
    assertThat(
            run(
                "reward",
                "train",
                "--data",
                bad.toString(),
                "--kind",
                "verfier",
                "--output",
                output))
        .isEqualTo(2);
    assertThat(run("reward", "eval", folder.toString(), "--data", bad.toString())).isEqualTo(2);
    assertThat(err()).contains("card.json: it is missing");
    assertThat(
            run(
                "reward",
                "eval",
                ROOT.resolve("samples/models/verifier-zh").toString(),
                "--data",
                bad.toString(),
                "--threads",
                "0"))
        .isEqualTo(2);
    assertThat(err()).contains("illegal --threads: 0, must be at least 1");
    assertThat(folder.resolve("bundle")).doesNotExist();
  }

  @Test
  void foreignCodeIsJudgedOnlyWhereItIsAllowed() throws IOException {
    String bundle =
        ROOT.resolve("reward-components/src/test/resources/org/twinline/reward/djl/tiny")
            .toString();
    Path data =
        Files.writeString(
            folder.resolve("pairs.jsonl"),
            "{\"question\":\"q?\",\"chosen\":\"rest\",\"rejected\":\"the thigh\",\"language\":\"en\"}\n");
    String hash = "ec1bb48cf8a65699d59245d0c32ebd7269178cf30fb9e5fe14a4a0d027b53da2";

    assertThat(run("reward", "eval", bundle, "--data", data.toString())).isEqualTo(2);
    assertThat(err()).contains("is not Twinline's own code").contains(hash);
    assertThat(run("reward", "eval", bundle, "--data", data.toString(), "--allow", hash))
        .as(err())
        .isZero();
    assertThat(out()).contains("1 rows judged");
    assertThat(run("reward", "eval", bundle, "--data", data.toString(), "--allow", "tiny"))
        .isEqualTo(2);
    assertThat(err()).contains("illegal sha256 to allow: 'tiny'");
  }

  @Test
  void howToFineTuneIsSaidOnlyWithFineTune() {
    String data = TRAINING.resolve("pairs.jsonl").toString();
    String output = folder.resolve("bundle").toString();
    String[] words = {
      "reward", "train", "--data", data, "--kind", "preference", "--output", output
    };
    List<String> epochs = new java.util.ArrayList<>(List.of(words));
    epochs.addAll(List.of("--epochs", "2"));
    assertThat(run(epochs.toArray(String[]::new))).isEqualTo(2);
    assertThat(err()).contains("--fine-tune");
    epochs.addAll(List.of("--fine-tune", "--layers", "0"));
    assertThat(run(epochs.toArray(String[]::new))).isEqualTo(2);
    assertThat(err()).contains("illegal layers: 0, must be at least 1");
  }

  private int corrupt(String... more) {
    List<String> words =
        new java.util.ArrayList<>(
            List.of(
                "reward",
                "corrupt",
                "--terminology",
                TERMINOLOGY.toString(),
                "--input",
                TRAINING.resolve("good-answers.jsonl").toString()));
    words.addAll(List.of(more));
    return run(words.toArray(String[]::new));
  }

  private int run(String... words) {
    out.reset();
    err.reset();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            false);
    return new Main(TwinlineCommands::new, terminal).run(words);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
