package org.twinline.core.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinline.core.Seed;
import org.twinline.core.dataset.ShardCompression;

class ExportsTest {
  @TempDir Path folder;

  private List<ExportedFile> export(Trainer trainer, Exports.Source... datasets)
      throws IOException {
    return Exports.into(folder.resolve("out"), folder.resolve("scratch"))
        .write(List.of(datasets), Set.of(trainer));
  }

  private Path out(String file) {
    return folder.resolve("out").resolve(file);
  }

  @Test
  void verlLearnsRepliesFromMessages() throws IOException {
    export(
        Trainer.VERL,
        Lines.dataset(
            folder,
            "triples",
            Lines.triple(
                "q1",
                Lines.asked("右下腹痛一天，最可能的诊断？"),
                "c2",
                "麦氏点压痛\\n\\\"典型\\\" < > & 表现\\u2028😀",
                "急性阑尾炎")),
        Lines.dataset(
            folder, "best-answers", Lines.bestAnswer("u1", Lines.asked("Fever?"), "", "Rest.")));

    ParquetRows triples = ParquetRows.read(out("verl/sft-triples.parquet"));
    assertThat(triples.schema())
        .isEqualTo(
            """
            message schema {
              required group messages (LIST) {
                repeated group list {
                  required group element {
                    required binary role (STRING);
                    required binary content (STRING);
                  }
                }
              }
              required binary id (STRING);
              required binary candidate_id (STRING);
            }
            """);
    assertThat(triples.rows())
        .containsExactly(
            "{messages: [{role: user, content: 右下腹痛一天，最可能的诊断？}, {role: assistant, content:"
                + " <think>麦氏点压痛\n\"典型\" < > & 表现\u2028😀</think>急性阑尾炎}], id: q1, candidate_id: c2}");
    assertThat(ParquetRows.read(out("verl/sft-best-answers.parquet")).rows())
        .containsExactly(
            "{messages: [{role: user, content: Fever?}, {role: assistant, content: Rest.}], id: u1,"
                + " candidate_id: c1}");
  }

  @Test
  void verlGetsPromptsWithTheirGroundTruth() throws IOException {
    List<ExportedFile> files =
        export(
            Trainer.VERL,
            Lines.dataset(
                folder,
                "prompts",
                Lines.prompt(
                    "p1",
                    "\"turns\":[{\"role\":\"system\",\"content\":\"Answer with a letter.\"},"
                        + "{\"role\":\"user\",\"content\":\"Hello\"},"
                        + "{\"role\":\"assistant\",\"content\":\"Hi\"},"
                        + "{\"role\":\"user\",\"content\":\"Wrist drop: which nerve?\"}],"
                        + "\"options\":{\"B\":\"radial\",\"A\":\"median\"},"
                        + "\"references\":[\"B\"],\"answer_kind\":\"choice\",\"language\":\"en\"")),
            Lines.dataset(
                folder,
                "triples",
                Lines.triple("q1", Lines.asked("诊断？"), "c1", "甲", "急性阑尾炎"),
                Lines.triple("q1", Lines.asked("诊断？"), "c2", "</think>", "急性阑尾炎")));

    ParquetRows prompts = ParquetRows.read(out("verl/rlvr-prompts.parquet"));
    assertThat(prompts.schema())
        .isEqualTo(
            """
            message schema {
              required binary data_source (STRING);
              required group prompt (LIST) {
                repeated group list {
                  required group element {
                    required binary role (STRING);
                    required binary content (STRING);
                  }
                }
              }
              required binary ability (STRING);
              required group reward_model {
                required binary style (STRING);
                required binary ground_truth (STRING);
              }
              required group extra_info {
                required binary split (STRING);
                required int64 index;
                required binary id (STRING);
                required binary answer_kind (STRING);
                required binary language (STRING);
                required binary references (STRING);
                optional double pass_rate;
              }
            }
            """);
    assertThat(prompts.rows())
        .containsExactly(
            "{data_source: twinline, prompt: [{role: system, content: Answer with a letter.},"
                + " {role: user, content: Hello}, {role: assistant, content: Hi}, {role: user,"
                + " content: Wrist drop: which nerve?\nB. radial\nA. median}], ability: medical,"
                + " reward_model: {style: rule, ground_truth: B}, extra_info: {split: train, index:"
                + " 0, id: p1, answer_kind: choice, language: en, references: [\"B\"]}}");
    ParquetRows triples = ParquetRows.read(out("verl/rlvr-triples.parquet"));
    assertThat(triples.schema()).isEqualTo(prompts.schema());
    assertThat(triples.rows())
        .containsExactly(
            "{data_source: twinline, prompt: [{role: user, content: 诊断？}], ability: diagnosis,"
                + " reward_model: {style: rule, ground_truth: 急性阑尾炎}, extra_info: {split: train,"
                + " index: 0, id: q1, answer_kind: entity, language: zh, references:"
                + " [\"急性阑尾炎\"], pass_rate: 0.5}}");
    assertThat(files)
        .filteredOn(f -> f.dataset().equals("prompts"))
        .extracting(ExportedFile::promptCharacters)
        .containsExactly(new ExportedFile.Lengths(72, 72, 72, 72));
  }

  @Test
  void severalReferencesKeepTheirStructure() throws IOException {
    export(
        Trainer.VERL,
        Lines.dataset(
            folder,
            "prompts",
            Lines.prompt("p1", Lines.asked("a") + ",\"references\":[[\"感冒\"],[\"流感\"]]"),
            Lines.prompt("p2", Lines.asked("b") + ",\"references\":[\"糖尿病\",\"高血压\"]"),
            Lines.prompt(
                "p3",
                Lines.asked("c")
                    + ",\"references\":[{\"required\":[\"x\"],\"nice_to_have\":[\"y\"]}]")));

    assertThat(ParquetRows.read(out("verl/rlvr-prompts.parquet")).rows())
        .anySatisfy(
            row ->
                assertThat(row)
                    .contains("ground_truth: [[\"感冒\"],[\"流感\"]]}")
                    .contains("references: [[\"感冒\"],[\"流感\"]]}"))
        .anySatisfy(row -> assertThat(row).contains("ground_truth: [\"糖尿病\",\"高血压\"]}"))
        .anySatisfy(
            row ->
                assertThat(row)
                    .contains("ground_truth: [{\"required\":[\"x\"],\"nice_to_have\":[\"y\"]}]}"));
  }

  @Test
  void verlRewardModelsReadTexts() throws IOException {
    export(
        Trainer.VERL,
        Lines.dataset(
            folder,
            "preferences",
            Lines.pair(
                "u1",
                "\"turns\":[{\"role\":\"system\",\"content\":\"你是医生\"},"
                    + "{\"role\":\"user\",\"content\":\"发烧\"}]",
                Lines.side("c1", "先想", "多喝水"),
                Lines.side("c2", "", "不用管"))));

    ParquetRows pairs = ParquetRows.read(out("verl/reward-preferences.parquet"));
    assertThat(pairs.schema())
        .isEqualTo(
            """
            message schema {
              required binary prompt (STRING);
              required binary chosen (STRING);
              required binary rejected (STRING);
              required binary id (STRING);
              required binary chosen_id (STRING);
              required binary rejected_id (STRING);
            }
            """);
    assertThat(pairs.rows())
        .containsExactly(
            "{prompt: 你是医生\n\n发烧, chosen: <think>先想</think>多喝水, rejected: 不用管, id: u1, chosen_id:"
                + " c1, rejected_id: c2}");
  }

  @Test
  void trlGetsConversations() throws IOException {
    export(
        Trainer.TRL,
        Lines.dataset(
            folder, "triples", Lines.triple("q1", Lines.asked("诊断？"), "c1", "想\\t\\\\", "急性阑尾炎")),
        Lines.dataset(
            folder,
            "prompts",
            Lines.prompt("p1", Lines.asked("Drug?") + ",\"references\":[\"adrenaline\"]")),
        Lines.dataset(
            folder,
            "preferences",
            Lines.pair(
                "u1",
                Lines.asked("发烧"),
                Lines.side("c1", "一", "多喝水"),
                Lines.side("c2", "二", "不用管"))));

    assertThat(out("trl/sft-triples.jsonl"))
        .hasContent(
            "{\"prompt\":[{\"role\":\"user\",\"content\":\"诊断？\"}],\"completion\":[{\"role\":"
                + "\"assistant\",\"content\":\"<think>想\\t\\\\</think>急性阑尾炎\"}],\"id\":\"q1\","
                + "\"candidate_id\":\"c1\"}");
    assertThat(out("trl/rlvr-prompts.jsonl"))
        .hasContent(
            "{\"prompt\":[{\"role\":\"user\",\"content\":\"Drug?\"}],\"ground_truth\":"
                + "\"adrenaline\",\"references\":\"[\\\"adrenaline\\\"]\",\"task\":\"unstated\","
                + "\"answer_kind\":\"unstated\",\"language\":\"unstated\",\"id\":\"p1\"}");
    assertThat(out("trl/rlvr-triples.jsonl"))
        .hasContent(
            "{\"prompt\":[{\"role\":\"user\",\"content\":\"诊断？\"}],\"ground_truth\":\"急性阑尾炎\","
                + "\"references\":\"[\\\"急性阑尾炎\\\"]\",\"task\":\"diagnosis\",\"answer_kind\":"
                + "\"entity\",\"language\":\"zh\",\"id\":\"q1\",\"pass_rate\":0.5}");
    assertThat(out("trl/dpo-preferences.jsonl"))
        .hasContent(
            "{\"prompt\":[{\"role\":\"user\",\"content\":\"发烧\"}],\"chosen\":[{\"role\":"
                + "\"assistant\",\"content\":\"<think>一</think>多喝水\"}],\"rejected\":[{\"role\":"
                + "\"assistant\",\"content\":\"<think>二</think>不用管\"}],\"id\":\"u1\",\"chosen_id\":"
                + "\"c1\",\"rejected_id\":\"c2\"}");
    assertThat(out("trl/reward-preferences.jsonl"))
        .hasContent(
            "{\"chosen\":[{\"role\":\"user\",\"content\":\"发烧\"},{\"role\":\"assistant\","
                + "\"content\":\"<think>一</think>多喝水\"}],\"rejected\":[{\"role\":\"user\","
                + "\"content\":\"发烧\"},{\"role\":\"assistant\",\"content\":"
                + "\"<think>二</think>不用管\"}],\"id\":\"u1\",\"chosen_id\":\"c1\",\"rejected_id\":"
                + "\"c2\"}");
  }

  @Test
  void llamaFactoryGetsShareGptWithItsIndex() throws IOException {
    export(
        Trainer.LLAMA_FACTORY,
        Lines.dataset(
            folder,
            "best-answers",
            Lines.bestAnswer(
                "u1",
                "\"turns\":[{\"role\":\"system\",\"content\":\"S\"},"
                    + "{\"role\":\"user\",\"content\":\"A\"},"
                    + "{\"role\":\"assistant\",\"content\":\"B\"},"
                    + "{\"role\":\"user\",\"content\":\"C\"}]",
                "",
                "D")),
        Lines.dataset(
            folder, "prompts", Lines.prompt("p1", Lines.asked("x") + ",\"references\":[\"y\"]")),
        Lines.dataset(
            folder,
            "preferences",
            Lines.pair(
                "u1",
                Lines.asked("发烧"),
                Lines.side("c1", "一", "多喝水"),
                Lines.side("c2", "", "不用管"))));

    assertThat(out("llama-factory/sft-best-answers.jsonl"))
        .hasContent(
            "{\"conversations\":[{\"from\":\"system\",\"value\":\"S\"},{\"from\":\"human\","
                + "\"value\":\"A\"},{\"from\":\"gpt\",\"value\":\"B\"},{\"from\":\"human\",\"value\":"
                + "\"C\"},{\"from\":\"gpt\",\"value\":\"D\"}],\"id\":\"u1\",\"candidate_id\":\"c1\"}");
    assertThat(out("llama-factory/dpo-preferences.jsonl"))
        .hasContent(
            "{\"conversations\":[{\"from\":\"human\",\"value\":\"发烧\"}],\"chosen\":{\"from\":"
                + "\"gpt\",\"value\":\"<think>一</think>多喝水\"},\"rejected\":{\"from\":\"gpt\","
                + "\"value\":\"不用管\"},\"id\":\"u1\",\"chosen_id\":\"c1\",\"rejected_id\":\"c2\"}");
    assertThat(out("llama-factory/dataset_info.json"))
        .hasContent(
            """
            {
              "twinline_sft_best_answers" : {
                "file_name" : "sft-best-answers.jsonl",
                "formatting" : "sharegpt",
                "columns" : {
                  "messages" : "conversations"
                },
                "tags" : {
                  "role_tag" : "from",
                  "content_tag" : "value",
                  "user_tag" : "human",
                  "assistant_tag" : "gpt",
                  "system_tag" : "system"
                }
              },
              "twinline_dpo_preferences" : {
                "file_name" : "dpo-preferences.jsonl",
                "formatting" : "sharegpt",
                "ranking" : true,
                "columns" : {
                  "messages" : "conversations",
                  "chosen" : "chosen",
                  "rejected" : "rejected"
                },
                "tags" : {
                  "role_tag" : "from",
                  "content_tag" : "value",
                  "user_tag" : "human",
                  "assistant_tag" : "gpt",
                  "system_tag" : "system"
                }
              }
            }""");
    try (Stream<Path> files = Files.list(out("llama-factory"))) {
      assertThat(files).hasSize(3);
    }
  }

  @Test
  void whatATrainerWouldMisreadIsLeftOutAndCounted() throws IOException {
    String misordered =
        "\"turns\":[{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"user\",\"content\":\"b\"}]";
    String systemLater =
        "\"turns\":[{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"system\",\"content\":\"b\"},"
            + "{\"role\":\"user\",\"content\":\"c\"}]";
    List<ExportedFile> files =
        export(
            Trainer.TRL,
            Lines.dataset(
                folder,
                "triples",
                Lines.triple("q1", Lines.asked("a"), "c1", "so </think> then", "x"),
                Lines.triple("q2", Lines.asked("a"), "c1", "so", "<think>x"),
                Lines.triple("q3", misordered, "c1", "so", "x"),
                Lines.triple("q3", misordered, "c2", "so", "y"),
                Lines.triple("q4", systemLater, "c1", "so", "x"),
                Lines.triple("q5", Lines.asked("what does <think> mean?"), "c1", "so", "x")),
            Lines.dataset(
                folder,
                "preferences",
                Lines.pair(
                    "u1", Lines.asked("a"), Lines.side("c1", "s", "x"), Lines.side("c2", "s", "x")),
                Lines.pair(
                    "u2",
                    Lines.asked("a"),
                    Lines.side("c1", "", "x"),
                    Lines.side("c2", "s", " "))));

    assertThat(files)
        .extracting(f -> f.content().file() + " " + f.content().records() + " " + f.leftOut())
        .containsExactly(
            "trl/sft-triples.jsonl 1 {TURN_ORDER=3, THINK_MARK=2}",
            "trl/rlvr-triples.jsonl 3 {TURN_ORDER=2}",
            "trl/dpo-preferences.jsonl 0 {EMPTY_ANSWER=1, EQUAL_SIDES=1}",
            "trl/reward-preferences.jsonl 0 {EMPTY_ANSWER=1, EQUAL_SIDES=1}");
    assertThat(Files.readString(out("trl/sft-triples.jsonl"))).contains("\"id\":\"q5\"");
    assertThat(out("trl/dpo-preferences.jsonl")).doesNotExist();
  }

  @Test
  void filesDoNotDependOnShardsOrMemory() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      String id = "q" + i;
      for (int c = 0; c <= i % 3; c++) {
        lines.add(Lines.triple(id, Lines.asked("问题" + i), "c" + c, "想" + i, "答" + c));
      }
    }
    Map<String, String> one = digests("a", 1, ShardCompression.NONE, lines, LineSorter.RUN_BYTES);
    Collections.shuffle(lines, Seed.random("exports"));
    assertThat(digests("b", 7, ShardCompression.ZSTD, lines, 20_000)).isEqualTo(one);
    assertThat(digests("c", 3, ShardCompression.GZIP, lines, 600)).isEqualTo(one);
    assertThat(one).hasSize(5);
    assertThat(Files.list(folder.resolve("scratch"))).isEmpty();
  }

  private Map<String, String> digests(
      String name, int shards, ShardCompression compression, List<String> lines, long held)
      throws IOException {
    Exports.Source source =
        Lines.dataset(folder.resolve(name), "triples", shards, compression, lines);
    Map<String, String> digests = new TreeMap<>();
    for (ExportedFile file :
        Exports.into(folder.resolve(name + "-out"), folder.resolve("scratch"))
            .holding(held)
            .write(List.of(source), EnumSet.allOf(Trainer.class))) {
      digests.put(file.content().file(), file.content().sha256());
    }
    return digests;
  }

  @Test
  void aShardThatIsNoDatasetIsAnError() throws IOException {
    Exports.Source source = Lines.dataset(folder, "triples", "{\"question\":\"x\"}");

    assertThatThrownBy(() -> export(Trainer.VERL, source))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("part-0.jsonl: a line does not begin with its id");
  }
}
