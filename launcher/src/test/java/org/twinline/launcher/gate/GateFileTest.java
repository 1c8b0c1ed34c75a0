package org.twinline.launcher.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinline.launcher.job.JobError;

class GateFileTest {
  private static final Path ROOT = Path.of(System.getProperty("twinline.root", ".."));

  /** Valid; mutations replace one word of it. */
  private static final String WHOLE =
      """
      name: quality
      minimum_n: 40
      decide: interval
      checks:
        - check: value
          name: enough is kept
          metric: kept_share
          slice: task
          only: [diagnosis, drug]
          minimum_n: 50
          decide: estimate
          warn: {min: 0.4, max: 0.8}
          fail: {min: 0.3, max: 0.9}
        - check: ratio
          metric: score.rule.mean
          over: score.outcome.mean
          of: kept
          over_of: dropped
          fail: {min: 1.5}
        - check: change
          metric: dropped_share.no_reasoning
          slice: language
          fail: {max: 0.1}
        - check: drift
          distribution: length.cot.tokens
          distance: total_variation
          of: all
          fail: {max: 0.2}
        - {check: value, metric: dead_letter_share.malformed_json, fail: {max: 0.01}}
        - {check: value, metric: length.answer.characters.p90, fail: {max: 500}}
        - {check: drift, distribution: reasons, distance: psi, fail: {max: 0.2}}
      """;

  @TempDir Path folder;

  /** A word replaced, where that is refused (line, column), and what is then suggested. */
  record Mutation(String from, String to, int line, int column, Optional<String> suggested) {
    String text() {
      return WHOLE.replaceFirst(Pattern.quote(from), to);
    }
  }

  /** Refused at the line and column of a word of the changed text. */
  private static Mutation mutation(String from, String to, String refused, String suggested) {
    String text = WHOLE.replaceFirst(Pattern.quote(from), to);
    int start = WHOLE.indexOf(from);
    int at = text.indexOf(refused, start);
    if (start < 0 || at < 0) {
      throw new AssertionError("no mutation: " + from + " to " + to);
    }
    String before = text.substring(0, at);
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int column = at - (before.lastIndexOf('\n') + 1) + 1;
    return new Mutation(
        from, to, line, column, suggested.isEmpty() ? Optional.empty() : Optional.of(suggested));
  }

  static List<Mutation> mutations() {
    List<Mutation> all = new ArrayList<>();
    // Keys and words with a letter left out, doubled, swapped or wrong.
    String[][] words = {
      {"minimum_n: 40", "minimum_n"},
      {"decide: interval", "decide"},
      {"checks:", "checks"},
      {"name: enough", "name"},
      {"metric: kept_share", "metric"},
      {"slice: task", "slice"},
      {"only:", "only"},
      {"warn:", "warn"},
      {"fail:", "fail"},
      {"over: score", "over"},
      {"of: kept", "of"},
      {"over_of:", "over_of"},
      {"distribution: length", "distribution"},
      {"distance: total", "distance"},
      {"min: 0.4", "min"},
      {"max: 0.8", "max"},
      {"minimum_n: 50", "minimum_n"},
      {"decide: estimate", "decide"},
    };
    for (String[] word : words) {
      for (String wrong : misspelt(word[1])) {
        String to = word[0].replace(word[1] + ":", wrong + ":");
        all.add(mutation(word[0], to, wrong + ":", word[1]));
      }
    }
    String[][] values = {
      {"decide: interval", "interval"},
      {"check: value", "value"},
      {"check: ratio", "ratio"},
      {"check: change", "change"},
      {"check: drift", "drift"},
      {"slice: task", "task"},
      {"slice: language", "language"},
      {"decide: estimate", "estimate"},
      {"over_of: dropped", "dropped"},
      {"distance: total_variation", "total_variation"},
      {"distance: psi", "psi"},
      {"only: [diagnosis", "diagnosis"},
    };
    for (String[] value : values) {
      for (String wrong : misspelt(value[1])) {
        all.add(mutation(value[0], value[0].replace(value[1], wrong), wrong, value[1]));
      }
    }
    String[][] metrics = {
      {"kept_share", "kept_shar", "kept_share"},
      {"kept_share", "keptshare", "kept_share"},
      {"score.rule.mean", "scor.rule.mean", "score"},
      {"score.rule.mean", "score.rulle.mean", "score.rule"},
      {"score.rule.mean", "score.rule.maen", "score.rule.mean"},
      {"score.rule.mean", "score.rule.p100", "score.rule.p10"},
      {"score.outcome.mean", "score.outcome", "score.outcome.mean"},
      {"score.outcome.mean", "score.outcom.p10", "score.outcome"},
      {"dropped_share.no_reasoning", "dropped_share.no_resoning", "dropped_share.no_reasoning"},
      {"dropped_share.no_reasoning", "droped_share.no_reasoning", "dropped_share"},
      {"length.cot.tokens", "length.cott.tokens", "length.cot"},
      {"length.cot.tokens", "length.cot.token", "length.cot.tokens"},
      {"length.cot.tokens", "lenght.cot.tokens", "length"},
      {
        "dead_letter_share.malformed_json",
        "dead_letter_share.malformed_jsn",
        "dead_letter_share.malformed_json"
      },
      {"length.answer.characters.p90", "length.answer.character.p90", "length.answer.characters"},
      {"length.answer.characters.p90", "length.anwser.characters.p90", "length.answer"},
      {"reasons, distance", "reason, distance", "reasons"},
    };
    for (String[] metric : metrics) {
      String refused = metric[1].replace(", distance", "");
      all.add(mutation(metric[0], metric[1], refused, metric[2]));
    }
    // Wrong types, out of range, and what contradicts itself: no suggestion is due.
    String[][] others = {
      {"minimum_n: 40", "minimum_n: forty", "forty"},
      {"minimum_n: 40", "minimum_n: 0", "0"},
      {"minimum_n: 40", "minimum_n: 4.5", "4.5"},
      {"name: quality", "name: 7", "7"},
      {"name: quality", "name: ''", "''"},
      {"only: [diagnosis, drug]", "only: []", "[]"},
      {"only: [diagnosis, drug]", "only: [drug, drug]", "[drug"},
      {"min: 0.4", "min: high", "high"},
      {"min: 0.4", "min: -0.1", "-0.1"},
      {"max: 0.9", "max: 1.5", "1.5"},
      {"min: 0.4", "min: 0.2", "0.2"},
      {"max: 0.8", "max: 0.95", "0.95"},
      {"min: 0.3, max: 0.9", "min: 0.95, max: 0.9", "0.95"},
      {"fail: {max: 0.2}", "fail: {max: -1}", "-1"},
      {"fail: {max: 0.1}", "fail: 0.1", "0.1"},
      {"fail: {max: 0.1}", "fail: {}", "{}"},
      {
        "{check: value, metric: length.answer.characters.p90, fail: {max: 500}}",
        "{check: value, metric: length.answer.characters.p90}",
        "{check: value, metric"
      },
      {"  of: all", "  of: all\n    only: [drug]", "[drug]"},
      {
        "over: score.outcome.mean\n    of: kept\n    over_of: dropped",
        "over: score.rule.mean\n    of: kept",
        "score.rule.mean\n    of"
      },
      {"distance: psi", "distance: ks", "ks"},
      {"name: quality", "name: &a quality", "&a"},
      {"name: quality", "name: *a", "*a"},
      {"name: quality", "name: !!str quality", "!!str"},
      {"name: quality", "name: !java.net.URL [x]", "!java"},
      {"name: quality", "name: quality\nname: again", "name: again"},
      {"name: quality", "name: [a, b", ": 40"},
    };
    for (String[] other : others) {
      all.add(mutation(other[0], other[1], other[2], ""));
    }
    return all;
  }

  /** One letter left out, one doubled, two swapped. */
  private static List<String> misspelt(String word) {
    int middle = word.length() / 2;
    String swapped =
        word.substring(0, middle - 1)
            + word.charAt(middle)
            + word.charAt(middle - 1)
            + word.substring(middle + 1);
    return Stream.of(
            word.substring(0, middle) + word.substring(middle + 1),
            word.substring(0, middle) + word.charAt(middle) + word.substring(middle),
            swapped)
        .filter(wrong -> !wrong.equals(word))
        .filter(wrong -> word.length() > 2 || wrong.length() > 1)
        .toList();
  }

  @Test
  void theUnchangedFileIsValid() throws IOException {
    assertThat(Gates.heads(folder, WHOLE)).isEmpty();
  }

  @Test
  void everyMutationIsRefusedAtItsPlaceWithWhatWasMeant() throws IOException {
    List<Mutation> mutations = mutations();
    assertThat(mutations).hasSizeGreaterThan(100);
    List<String> misplaced = new ArrayList<>();
    List<String> unhelpful = new ArrayList<>();
    int due = 0;
    for (Mutation mutation : mutations) {
      String heads = Gates.heads(folder, mutation.text());
      String place = "gate.yaml:" + mutation.line() + ":" + mutation.column() + ": ";
      if (heads.lines().noneMatch(line -> line.startsWith(place))) {
        misplaced.add(mutation.to() + " not at " + place + "but\n" + heads);
      }
      if (mutation.suggested().isPresent()) {
        due++;
        if (heads
            .lines()
            .noneMatch(
                line ->
                    line.startsWith(place)
                        && line.contains("did you mean '" + mutation.suggested().get()))) {
          unhelpful.add(mutation.to() + " gave\n" + heads);
        }
      }
    }
    assertThat(misplaced).isEmpty();
    assertThat(unhelpful).as("of %s", due).hasSizeLessThanOrEqualTo(due / 20);
  }

  @Test
  void aRefusalIsQuick() throws IOException {
    List<String> texts = mutations().stream().map(Mutation::text).toList();
    for (String text : texts) {
      Gates.load(folder, text);
    }
    long longest = 0;
    for (String text : texts) {
      long start = System.nanoTime();
      Gates.load(folder, text);
      longest = Math.max(longest, System.nanoTime() - start);
    }
    // 50 ms are promised; the test leaves room for a machine with other work.
    assertThat(longest / 1e6).isLessThan(250);
  }

  @Test
  void theErrorIsShownWithItsLineAndACaret() throws IOException {
    GateFile.Loaded loaded = Gates.load(folder, WHOLE.replace("warn:", "wran:"));
    assertThat(((GateFile.Invalid) loaded).errors())
        .extracting(JobError::toString)
        .containsExactly(
            folder
                + "/gate.yaml:12:5: unknown key 'wran'; did you mean 'warn'? [unknown_key]\n"
                + "      wran: {min: 0.4, max: 0.8}\n"
                + "      ^");
  }

  static Stream<String[]> whatASchemaCannotSay() {
    return Stream.of(
        new String[] {
          "check: value, metric: warnings, slice: task, fail: {max: 0}",
          "2:45: 'checks.0.slice' is 'task', but warnings is not known of slices"
        },
        new String[] {
          "check: value, metric: dead_lettered, slice: task, fail: {max: 0}",
          "2:50: 'checks.0.slice' is 'task', but dead_lettered is not known but by source"
        },
        new String[] {
          "check: value, metric: read, of: all, fail: {min: 1}",
          "2:38: 'checks.0.of' says nothing here: only scores and lengths are of kept or dropped"
        },
        new String[] {
          "check: value, metric: kept_share.x, fail: {min: 1}",
          "2:28: 'checks.0.metric' is 'kept_share.x': nothing follows 'kept_share'; did you mean"
              + " 'kept_share'?"
        },
        new String[] {
          "check: value, metric: kept_share, fail: {max: 0.5}, warn: {max: 0.5}",
          "2:70: 'checks.0.warn.max' is 0.5, but the gate fails there already: 'fail.max' is 0.5"
        },
        new String[] {
          "check: change, metric: kept_share, fail: {max: 2}",
          "2:53: 'checks.0.fail.max' is 2, must be between -1 and 1"
        },
        new String[] {
          "check: drift, distribution: reasons, of: kept, distance: psi, fail: {max: 2}",
          "2:47: 'checks.0.of' says nothing here: reasons has no such choice"
        },
        new String[] {
          "check: value, metric: kept_share, fail: {min: 0.1}, slice: chapter, only: [I00-I98]",
          "2:81: 'checks.0.only.0' is 'I00-I98', which is no chapter; did you mean 'I00-I99'?"
        });
  }

  @ParameterizedTest
  @MethodSource("whatASchemaCannotSay")
  void contradictionsAreRefused(String check, String message) throws IOException {
    assertThat(Gates.heads(folder, Gates.of(check))).isEqualTo("gate.yaml:" + message);
  }

  @Test
  void aNameStandsOnce() throws IOException {
    String one = "check: value, name: a, metric: read, fail: {min: 1}";
    assertThat(Gates.heads(folder, Gates.of(one, one)))
        .isEqualTo(
            "gate.yaml:3:26: 'checks.1.name' is 'a', as 'checks.0.name' is; name each check once");
    String bare = "check: value, metric: read, fail: {min: 1}";
    assertThat(Gates.valid(folder, Gates.of(bare, bare)).checks())
        .extracting(check -> check.label().name())
        .containsExactly("read", "read (2)");
  }

  @Test
  void filesThatAreNoGates() throws IOException {
    assertThat(Gates.heads(folder, ""))
        .isEqualTo("gate.yaml: is empty; a gate file has at least checks");
    assertThat(Gates.heads(folder, "- a"))
        .startsWith("gate.yaml:1:1: a gate file is a mapping of keys, such as 'checks: ");
    assertThat(Gates.heads(folder, "name: x")).isEqualTo("gate.yaml:1:1: missing key 'checks'");
    assertThat(Gates.heads(folder, "checks: []"))
        .isEqualTo("gate.yaml:1:9: 'checks' is empty, must have at least 1");
    StringBuilder bomb = new StringBuilder("a: &a [x]\n");
    for (char c = 'b'; c < 'k'; c++) {
      bomb.append(c).append(": &").append(c).append(" [*").append((char) (c - 1)).append(", *");
      bomb.append((char) (c - 1)).append("]\n");
    }
    assertThat(Gates.heads(folder, bomb.toString()))
        .contains("gate.yaml:1:4: anchors are not allowed: '&a'; write the value out");
    assertThat(Gates.heads(folder, "checks: " + "[".repeat(100)))
        .isEqualTo("gate.yaml:1:41: nested deeper than 32 levels");
    GateFile.Loaded gone = GateFile.load(folder.resolve("gone.yaml"));
    assertThat(((GateFile.Invalid) gone).errors().get(0).toString())
        .contains("gone.yaml: no such file; did you mean '")
        .endsWith("gate.yaml'? [missing_file]");
    GateFile.Loaded directory = GateFile.load(folder);
    assertThat(((GateFile.Invalid) directory).errors().get(0).message())
        .isEqualTo("is a directory, must be a gate file");
  }

  @Test
  void theSchemaIsValidAndEveryKeyDescribed() {
    JsonNode schema = GateFile.schema();
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                .validate(schema))
        .isEmpty();
    List<String> bare = new ArrayList<>();
    undescribed(schema, bare);
    assertThat(bare).isEmpty();
  }

  private static void undescribed(JsonNode rule, List<String> bare) {
    rule.path("properties")
        .fields()
        .forEachRemaining(
            field -> {
              if (!field.getValue().has("description") && !field.getValue().has("$ref")) {
                bare.add(field.getKey());
              }
              undescribed(field.getValue(), bare);
            });
    rule.path("$defs").forEach(part -> undescribed(part, bare));
  }

  @Test
  void thePackedSchemaIsThePublishedOne() throws IOException {
    assertThat(GateFile.schema())
        .isEqualTo(MadeRun.JSON.readTree(ROOT.resolve("docs/gate.schema.json").toFile()));
  }

  @Test
  void theSampleGatesAreValid() throws IOException {
    try (Stream<Path> gates = Files.list(ROOT.resolve("samples/gates"))) {
      assertThat(gates.toList())
          .isNotEmpty()
          .allSatisfy(gate -> assertThat(GateFile.load(gate)).isInstanceOf(GateFile.Valid.class));
    }
  }
}
