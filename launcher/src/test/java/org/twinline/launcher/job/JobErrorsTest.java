package org.twinline.launcher.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JobErrorsTest {
  @TempDir Path folder;

  @Test
  void showsTheLineAndACaret() throws IOException {
    assertThat(Jobs.errors(folder, Jobs.LEAST.replace("output", "outptu")))
        .isEqualTo(
            """
            job.yaml:3:1: unknown key 'outptu'; did you mean 'output'? [unknown_key]
              outptu: {directory: no/such/out}
              ^""");
  }

  @Test
  void theCaretStandsUnderWideCharacters() throws IOException {
    assertThat(Jobs.errors(folder, Jobs.LEAST + "parameters: {名: 糖尿病, data: 3}\n"))
        .isEqualTo(
            """
            job.yaml:4:14: illegal parameter name '名', must be letters, digits, '_' and '-', a letter first [wrong_form]
              parameters: {名: 糖尿病, data: 3}
                           ^
            job.yaml:4:28: 'parameters.data' is 3, must be a text: put it in quotes [wrong_type]
              parameters: {名: 糖尿病, data: 3}
                                             ^""");
  }

  @Test
  void terminalEscapesAreShownNotObeyed() throws IOException {
    assertThat(Jobs.errors(folder, Jobs.LEAST + "\"na\\e[31mme\": x\n"))
        .startsWith("job.yaml:4:1: unknown key 'na\\x1b[31mme'; known here: name, line,");
  }

  @Test
  void allErrorsOfAFileComeAtOnce() throws IOException {
    String text =
        """
        line: verifable
        name: 2024
        input:
          fils: data/*.jsonl
          limits: {line_bytes: 16 MB, nesting: deep}
        outptu: {directory: out}
        parallelism: 4
        rewards:
          - {use: rule, accept: 0.2, reject: 0.5}
          - {use: model, bundel: x}
          - {ues: guard}
          - {use: gaurd}
          - {use: preference, bundle: "${modls}/x"}
          - use: guard
            guards: [flod, flood]
        select: {pass_rate: [0.1], margin: 2, per_question: 0.5}
        select: 3
        terminology: !!str no/terminology
        seed: 99999999999999999999
        runner: &a {kind: spark}
        models: *a
        errors:
        """;
    assertThat(Jobs.heads(folder, text).lines())
        .containsExactly(
            "job.yaml:1:7: 'line' is 'verifable', must be one of verifiable, unverifiable, both;"
                + " did you mean 'verifiable'?",
            "job.yaml:2:7: 'name' is 2024, must be a text: put it in quotes",
            "job.yaml:4:3: unknown key 'fils'; did you mean 'files'?",
            "job.yaml:5:24: 'input.limits.line_bytes' is '16 MB', must look like 16MiB, 512KiB or"
                + " 1048576",
            "job.yaml:5:40: 'input.limits.nesting' is 'deep', must be a whole number",
            "job.yaml:6:1: unknown key 'outptu'; did you mean 'output'?",
            "job.yaml:7:1: unknown key 'parallelism'; did you mean 'runner.parallelism'?",
            "job.yaml:9:5: 'rewards.0': reject 0.5 is above accept 0.2, must not be",
            "job.yaml:10:18: unknown key 'bundel'; did you mean 'bundle'?",
            "job.yaml:11:6: unknown key 'ues'; did you mean 'use'?",
            "job.yaml:12:11: 'rewards.3.use' is 'gaurd', must be one of rule, model, process,"
                + " consistency, preference, guard; did you mean 'guard'?",
            "job.yaml:13:31: unknown parameter 'modls'; known here: home",
            "job.yaml:15:14: 'rewards.5.guards.0' is 'flod', must be one of empty_answer,"
                + " no_reasoning, repetition, repeated_conclusion, flood, copied_question,"
                + " format_trick, judge_addressed, non_existent_disease; did you mean 'flood'?",
            "job.yaml:16:21: 'select.pass_rate' has 1 entry, must have 2",
            "job.yaml:16:36: 'select.margin' is 2, must be between 0 and 1",
            "job.yaml:16:53: 'select.per_question' is 0.5, must be a whole number",
            "job.yaml:17:1: duplicate key 'select', first in line 16",
            "job.yaml:18:14: tags are not allowed: '!!str'",
            "job.yaml:18:14: 'terminology': no such directory: no/terminology; its"
                + " directory does not exist either",
            "job.yaml:19:7: 'seed' is 99999999999999999999, must be between -9223372036854775808"
                + " and 9223372036854775807",
            "job.yaml:20:9: anchors are not allowed: '&a'; use parameters",
            "job.yaml:20:19: 'runner.kind' is 'spark', must be one of flink-local, flink, dataflow, direct",
            "job.yaml:21:9: aliases are not allowed: '*a'; write the value out",
            "job.yaml:22:8: 'errors' is empty, must be a mapping");
  }

  static Stream<Arguments> badLines() {
    return Stream.of(
        Arguments.of("seed: x", "job.yaml:4:7: 'seed' is 'x', must be a whole number"),
        Arguments.of("seed: 1.5", "job.yaml:4:7: 'seed' is 1.5, must be a whole number"),
        Arguments.of("seed: '1'", "job.yaml:4:7: 'seed' is '1', must be a whole number"),
        Arguments.of("name: ''", "job.yaml:4:7: 'name' is empty, must not be empty"),
        Arguments.of("name: [a]", "job.yaml:4:7: 'name' is a list, must be a text"),
        Arguments.of("name: yes", ""),
        Arguments.of(
            "name: true", "job.yaml:4:7: 'name' is true, must be a text: put it in quotes"),
        Arguments.of("runner: direct", "job.yaml:4:9: 'runner' is 'direct', must be a mapping"),
        Arguments.of(
            "runner: {kind: [direct]}",
            "job.yaml:4:16: 'runner.kind' is a list, must be one of flink-local, flink, dataflow, direct"),
        Arguments.of(
            "runner: {parallelism: 0}",
            "job.yaml:4:23: 'runner.parallelism' is 0, must be between 1 and 256"),
        Arguments.of(
            "runner: {parallelism: 257}",
            "job.yaml:4:23: 'runner.parallelism' is 257, must be between 1 and 256"),
        Arguments.of(
            "errors: {max_rate: -0.1}",
            "job.yaml:4:20: 'errors.max_rate' is -0.1, must be between 0 and 1"),
        Arguments.of(
            "errors: {max_rate: .nan}",
            "job.yaml:4:20: 'errors.max_rate' is '.nan', must be a number"),
        Arguments.of(
            "errors: {max_rate: 1e999}",
            "job.yaml:4:20: 'errors.max_rate' is '1e999', must be a number"),
        Arguments.of(
            "group: {max_bytes: 0}",
            "job.yaml:4:20: 'group.max_bytes' is 0, must be between 1 and 999999999999"),
        Arguments.of(
            "group: {max_bytes: [1]}",
            "job.yaml:4:20: 'group.max_bytes' is a list, must be a text or a whole number"),
        Arguments.of(
            "group: {max_candidates: 0}",
            "job.yaml:4:25: 'group.max_candidates' is 0, must be between 1 and 100000"),
        Arguments.of(
            "select: {pass_rate: [0.9, 0.1]}",
            "job.yaml:4:1: 'select': illegal select.pass_rate: [0.9, 0.1], must be [low, high]"),
        Arguments.of(
            "select: {stages: [{name: a, pass_rate: [0.9, 0.1]}]}",
            "job.yaml:4:29: 'select.stages.0.pass_rate': illegal select.pass_rate: [0.9, 0.1],"
                + " must be [low, high]"),
        Arguments.of(
            "select: {stages: [{name: a, pass_rate: [0, 1]}, {name: a, pass_rate: [0, 1]}]}",
            "job.yaml:4:50: 'select.stages.1.name' is 'a', as that of a stage before it"),
        Arguments.of(
            "select: {stages: [{name: a, pass_rate: [0, 1], composite: {exam: {proces: 1}}}]}",
            "job.yaml:4:67: no reward gives the score 'proces' on the verifiable line; given are"
                + " outcome, rule"),
        Arguments.of(
            "select: {keep: all}", "job.yaml:4:16: 'select.keep' is 'all', must be correct"),
        Arguments.of(
            "rewards: {use: rule}", "job.yaml:4:10: 'rewards' is a mapping, must be a list"),
        Arguments.of(
            "rewards: [{}]",
            "job.yaml:4:11: missing key 'use' in 'rewards.0'; it is one of rule, model,"
                + " process, consistency, preference or guard"),
        Arguments.of(
            "rewards: [{use: model}]", "job.yaml:4:11: missing key 'bundle' in 'rewards.0'"),
        Arguments.of(
            "rewards: [{use: rule, weights: {path: 0, graph: 0, term: 0}}]",
            "job.yaml:4:11: 'rewards.0': the weights path, graph and term are all 0"),
        Arguments.of(
            "rewards: [{use: guard}, {use: guard}]",
            "job.yaml:4:1: 'rewards': rewards has 2 entries with use: guard, at most 1"),
        Arguments.of(
            "rewards: [{use: guard, guards: []}]",
            "job.yaml:4:32: 'rewards.0.guards' is empty, must have at least 1"),
        Arguments.of(
            "rewards: [{use: guard, guards: [flood, flood]}]",
            "job.yaml:4:32: 'rewards.0.guards' has 2 entries, must not name anything twice"),
        Arguments.of(
            "rewards: [{use: guard, accept: 1}]",
            "job.yaml:4:24: unknown key 'accept'; known here: use, guards, patterns"),
        Arguments.of(
            "rewards: [{use: guard, patterns: [{name: ad, pattern: 'a('}]}]",
            "job.yaml:4:46: 'rewards.0.patterns.0.pattern': Cannot use guard pattern 'ad': missing"
                + " closing ) (RE2 syntax: no look-around, no back-references)"),
        Arguments.of(
            "rewards: [{use: guard, patterns: [{name: ad, pattern: '(?=a)b'}]}]",
            "job.yaml:4:46: 'rewards.0.patterns.0.pattern': Cannot use guard pattern 'ad': invalid"
                + " or unsupported Perl syntax (RE2 syntax: no look-around, no back-references)"),
        Arguments.of(
            "rewards: [{use: guard, patterns: [{name: ad, pattern: 'a*'}]}]",
            "job.yaml:4:46: 'rewards.0.patterns.0.pattern': Cannot use guard pattern 'ad': it"
                + " matches an empty text, so it would reject everything"),
        Arguments.of(
            "rewards: [{use: guard, patterns: [{name: An Ad, pattern: a}]}]",
            "job.yaml:4:42: 'rewards.0.patterns.0.name' is 'An Ad', must look like advert or"
                + " phone_number"),
        Arguments.of(
            "rewards: [{use: guard, patterns: [{name: ad, pattern: a, field: body}]}]",
            "job.yaml:4:65: 'rewards.0.patterns.0.field' is 'body', must be one of answer, cot,"
                + " both"),
        Arguments.of(
            "rewards: [{use: guard, patterns: [{name: ad, pattern: a}, {name: ad, pattern: b}]}]",
            "job.yaml:4:11: 'rewards.0': Cannot use 2 guard patterns with 1 names, each must have"
                + " its own"),
        Arguments.of(
            "parameters: {home: /x}",
            "job.yaml:4:14: 'home' is built in: where Twinline is installed"),
        Arguments.of(
            "parameters: {a: '${b}', b: x}",
            "job.yaml:4:17: unknown parameter 'b'; known here: home"),
        Arguments.of(
            "name: '${hoem}'", "job.yaml:4:7: unknown parameter 'hoem'; did you mean 'home'?"),
        Arguments.of(
            "output: {directory: x}", "job.yaml:4:1: duplicate key 'output', first in line 3"),
        Arguments.of(
            "name: !java.lang.String x", "job.yaml:4:7: tags are not allowed: '!java.lang.String'"),
        Arguments.of(
            "name: !!javax.script.ScriptEngineManager [x]",
            "job.yaml:4:7: tags are not allowed: '!!javax.script.ScriptEngineManager'\n"
                + "job.yaml:4:7: 'name' is a list, must be a text"),
        Arguments.of(
            "name: *x", "job.yaml:4:7: aliases are not allowed: '*x'; write the value out"),
        Arguments.of(
            "<<: *x",
            "job.yaml:4:1: unknown key '<<'; known here: name, line, parameters,"
                + " input, output, terminology, rewards, composite, select, seed, runner, errors, group, models, report\n"
                + "job.yaml:4:5: aliases are not allowed: '*x'; write the value out"),
        Arguments.of(
            "name: a: b",
            "job.yaml:4:8: not valid YAML: mapping values are not allowed here; a text that holds"
                + " ': ' needs quotes"),
        Arguments.of("\tname: x", "job.yaml:4:1: not valid YAML: a tab cannot indent; use spaces"),
        Arguments.of("name: 'x", "job.yaml:5:1: not valid YAML: found unexpected end of stream"),
        Arguments.of("? [a]\n: b", "job.yaml:4:3: a key must be a text"),
        Arguments.of(
            "---\nline: both", "job.yaml:4:1: a job file holds one document, this is a second"));
  }

  @ParameterizedTest
  @MethodSource("badLines")
  void tellsWhatIsWrongAndWhere(String line, String expected) throws IOException {
    assertThat(Jobs.heads(folder, Jobs.LEAST + line + "\n")).isEqualTo(expected);
  }

  static Stream<Arguments> badInputs() {
    return Stream.of(
        Arguments.of("{}", "missing key 'files' in 'input'"),
        Arguments.of("{files: []}", "'input.files' is empty, must have at least 1"),
        Arguments.of("{files: [a, 3]}", "'input.files.1' is 3, must be a text: put it in quotes"),
        Arguments.of("{files: {a: b}}", "'input.files' is a mapping, must be a text or a list"),
        Arguments.of(
            "{files: a, format: josnl}",
            "'input.format' is 'josnl', must be one of auto, canonical, messages, sharegpt,"
                + " alpaca, preference, mapping"),
        Arguments.of("{files: a, format: mapping}", "missing key 'mapping' in 'input'"),
        Arguments.of(
            "{files: a, mapping: {question: q}}",
            "'input': input.mapping is given but input.format is auto; only input.format: mapping"
                + " reads it"),
        Arguments.of(
            "{files: a, format: mapping, mapping: {}}",
            "missing key 'question' in 'input.mapping'"),
        Arguments.of(
            "{files: a, format: mapping, mapping: {question: {outlin: [a]}}}",
            "unknown key 'outlin'; did you mean 'outline'?"),
        Arguments.of(
            "{files: a, format: mapping, mapping: {question: /a~b}}",
            "'input.mapping.question' is '/a~b', must look like question or /meta/question"),
        Arguments.of(
            "{files: a, format: mapping, mapping: {question: q, candidates: [{id: x}]}}",
            "'input': an entry of input.mapping.candidates has none of each, answer and response"),
        Arguments.of(
            "{files: a, format: mapping, mapping: {question: q, constants: {task: drugs}}}",
            "'input.mapping.constants.task' is 'drugs', must be one of diagnosis, procedure, drug,"
                + " exam, knowledge; did you mean 'drug'?"),
        Arguments.of(
            "{files: a, limits: {line_bytes: 1B}}",
            "'input': illegal input.limits.line_bytes: 1B, must be between 1KiB and 1GiB"));
  }

  @ParameterizedTest
  @MethodSource("badInputs")
  void tellsWhatIsWrongWithTheInput(String input, String expected) throws IOException {
    String text = Jobs.LEAST.replace("{files: a.jsonl}", input);
    assertThat(Jobs.heads(folder, text).replaceFirst("^job.yaml:2:[0-9]+: ", ""))
        .isEqualTo(expected);
  }

  static Stream<Arguments> incomplete() {
    return Stream.of(
        Arguments.of("line: both\noutput: {directory: x}", "job.yaml:1:1: missing key 'input'"),
        Arguments.of(
            "input: {files: a}\noutput: {directory: x}",
            "job.yaml:1:1: missing key 'line'; it is one of verifiable, unverifiable or both"),
        Arguments.of(
            "- line", "job.yaml:1:1: a job file is a mapping of keys, such as 'line: both'"),
        Arguments.of(
            "# nothing",
            "job.yaml: is empty; a job has at least line, input and output ('twinline init' writes one)"));
  }

  @ParameterizedTest
  @MethodSource("incomplete")
  void tellsWhatIsMissing(String text, String expected) throws IOException {
    assertThat(Jobs.heads(folder, text)).isEqualTo(expected);
  }

  @Test
  void stagesAreOfTheVerifiableLine() throws IOException {
    String job =
        Jobs.LEAST.replace("line: both", "line: unverifiable")
            + "select: {stages: [{name: a, pass_rate: [0, 1]}]}";
    assertThat(Jobs.heads(folder, job))
        .isEqualTo(
            "job.yaml:4:10: 'select.stages' divides by pass rate, which only the verifiable line"
                + " has");
  }

  @Test
  void anAliasBombIsRefusedAtItsFirstAlias() throws IOException {
    StringBuilder bomb = new StringBuilder("a: &a [x, x]\n");
    for (char name = 'b'; name < 'z'; name++) {
      char before = (char) (name - 1);
      bomb.append(name + ": &" + name + " [*" + before + ", *" + before + "]\n");
    }
    String errors = Jobs.heads(folder, Jobs.LEAST + bomb);
    assertThat(errors)
        .contains("job.yaml:4:4: anchors are not allowed: '&a'; use parameters")
        .contains("job.yaml:5:8: aliases are not allowed: '*a'; write the value out");
  }

  @Test
  void nestingIsBounded() throws IOException {
    assertThat(Jobs.heads(folder, Jobs.LEAST + "name: " + "[".repeat(100_000)))
        .isEqualTo("job.yaml:4:39: nested deeper than 32 levels");
  }

  @Test
  void theNumberOfValuesIsBounded() throws IOException {
    assertThat(Jobs.heads(folder, Jobs.LEAST + "name: [" + "1, ".repeat(20_000) + "]"))
        .endsWith("more than 10000 values; a job file has a few dozen");
  }

  @Test
  void theSizeIsBounded() throws IOException {
    assertThat(Jobs.heads(folder, "#".repeat(2 << 20)))
        .isEqualTo("job.yaml: larger than 1MiB; a job file has a few dozen lines");
  }

  @Test
  void longListsOfErrorsAreCut() throws IOException {
    StringBuilder keys = new StringBuilder(Jobs.LEAST);
    for (int i = 0; i < 3000; i++) {
      keys.append("zzzzz").append(i).append(": 1\n");
    }
    assertThat(Jobs.heads(folder, keys.toString()).lines()).hasSize(200);
  }

  @Test
  void invalidUtf8IsNamedByItsPlace() throws IOException {
    Path file = folder.resolve("job.yaml");
    byte[] bytes = (Jobs.LEAST + "name: ?\n").getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 2] = (byte) 0xC3;
    Files.write(file, bytes);
    assertThat(JobFile.load(file, List.of()).toString())
        .contains("job.yaml:4:7: not UTF-8 at byte " + (bytes.length - 2) + "; save the file");
  }

  @Test
  void lineEndingsAndAByteOrderMarkMoveNoPlace() throws IOException {
    String text = "\uFEFF" + (Jobs.LEAST + "sed: 3\n").replace("\n", "\r\n");
    assertThat(Jobs.errors(folder, text))
        .isEqualTo(
            "job.yaml:4:1: unknown key 'sed'; did you mean 'seed'? [unknown_key]\n"
                + "  sed: 3\n  ^");
    assertThat(Jobs.heads(folder, "\uFEFFlin: both\n")).startsWith("job.yaml:1:1: ");
  }

  @Test
  void aControlCharacterIsNamedByItsPlace() throws IOException {
    assertThat(Jobs.heads(folder, Jobs.LEAST + "name: \u0007\n"))
        .isEqualTo("job.yaml:4:7: not valid YAML: the character U+0007 is not allowed");
  }

  @Test
  void aMissingFileAndADirectoryAreTold() {
    assertThat(JobFile.load(Path.of("no", "job.yaml"), List.of()).toString())
        .contains("no/job.yaml: no such file; its directory does not exist either");
    assertThat(JobFile.load(folder, List.of()).toString())
        .contains(": is a directory, must be a job file");
  }

  @Test
  void namedFilesMustBeThere() throws IOException {
    Files.createDirectories(folder.resolve("empty"));
    Files.createDirectories(folder.resolve("full/sub"));
    Files.writeString(folder.resolve("file"), "x");
    String text =
        """
        line: both
        parameters: {f: '%s'}
        input: {files: a.jsonl}
        output: {directory: '${f}/full'}
        terminology: ${f}/empty
        models: {encoders: '${f}/file'}
        rewards:
          - {use: model, bundle: '${f}/none'}
          - {use: preference, bundle: '${f}/empty'}
        """
            .formatted(folder);
    assertThat(Jobs.heads(folder, text).lines())
        .containsExactly(
            "job.yaml:4:21: 'output.directory': full is not empty (sub); name another directory or"
                + " remove this one",
            "job.yaml:5:14: 'terminology': empty has no index.json: it is no terminology"
                + " ('twinline terminology build' makes one)",
            "job.yaml:6:20: 'models.encoders': not a directory: file",
            "job.yaml:8:26: 'rewards.0.bundle': no such directory: none",
            "job.yaml:9:31: 'rewards.1.bundle': empty has no card.json: it is no model bundle");
  }

  @Test
  void allowedModelsAreNamedByTheirHashes() throws IOException {
    String hash = "0123456789abcdef".repeat(4);
    assertThat(
            Jobs.heads(folder, Jobs.LEAST + "models: {allow: [model.pt, " + hash + "]}\n").lines())
        .containsExactly(
            "job.yaml:4:18: 'models.allow.0' is 'model.pt', must look like"
                + " e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(Jobs.heads(folder, Jobs.LEAST + "models: {alow: [" + hash + "]}\n"))
        .contains("unknown key 'alow'; did you mean 'allow'?");
    assertThat(
            Jobs.valid(folder, Jobs.LEAST + "models: {allow: [" + hash + "]}\n").models().allow())
        .containsExactly(hash);
  }

  @Test
  void inputPatternsAreCheckedAtTheirPlace() throws IOException {
    Path file = folder.resolve("job.yaml");
    Files.writeString(file, Jobs.LEAST.replace("a.jsonl", "[a.jsonl, b.jsonl]"));
    InputCheck check =
        pattern ->
            pattern.startsWith("b") ? Optional.of("no such file: " + pattern) : Optional.empty();
    assertThat(JobFile.load(file, List.of(), check).toString())
        .contains("job.yaml:2:26: 'input.files.1': no such file: b.jsonl");
  }

  static Stream<Arguments> badOverrides() {
    return Stream.of(
        Arguments.of(
            "seed",
            "--set seed: must look like key=value, for example --set" + " runner.parallelism=4"),
        Arguments.of("a..b=1", "--set a..b=1: the key has an empty step between its dots"),
        Arguments.of("seed=x", "--set seed=x: 'seed' is 'x', must be a whole number"),
        Arguments.of(
            "runer.kind=direct",
            "--set runer.kind=direct: unknown key 'runer'; did you mean 'runner'?"),
        Arguments.of(
            "runner.kin=direct",
            "--set runner.kin=direct: unknown key 'kin'; did you mean 'kind'?"),
        Arguments.of("line.x=1", "--set line.x=1: 'line' is a single value and has no 'x'"),
        Arguments.of(
            "rewards.2.accept=1",
            "--set rewards.2.accept=1: 'rewards' is a list of 1; its entries are numbered from 0,"
                + " there is no '2'"),
        Arguments.of(
            "rewards.0.accept=2",
            "--set rewards.0.accept=2: 'rewards.0.accept' is 2, must be between 0 and 1"),
        Arguments.of("name='x", "--set name='x: not valid YAML: found unexpected end of stream"),
        Arguments.of("parameters.dta=x\u001b[1m", ""),
        Arguments.of(
            "name=${dta}",
            "--set name=${dta}: unknown parameter 'dta'; did you mean" + " 'data'?"));
  }

  @ParameterizedTest
  @MethodSource("badOverrides")
  void overridesAreToldAsSuch(String override, String expected) throws IOException {
    String text = Jobs.LEAST + "rewards: [{use: rule}]\nparameters: {data: x}\n";
    assertThat(Jobs.heads(folder, text, override)).isEqualTo(expected);
  }
}
