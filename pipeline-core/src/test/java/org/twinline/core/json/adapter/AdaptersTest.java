package org.twinline.core.json.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinline.core.json.CandidateGroupCodec;
import org.twinline.core.json.DeadLetterCode;
import org.twinline.core.json.Json;
import org.twinline.core.json.MalformedRecord;
import org.twinline.core.triple.Candidate;
import org.twinline.core.triple.CandidateGroup;
import org.twinline.core.triple.Extra;
import org.twinline.core.triple.Place;
import org.twinline.core.triple.Preference;
import org.twinline.core.triple.Prompt;
import org.twinline.core.triple.Reference;
import org.twinline.core.triple.Response;
import org.twinline.core.triple.Role;
import org.twinline.core.triple.Task;
import org.twinline.core.triple.Turn;

class AdaptersTest {
  private static final Place PLACE = new Place(2, 77);

  @Test
  void groupedForm() throws MalformedRecord {
    CandidateGroup group =
        read(
            "canonical",
            "{\"id\":7,\"question\":\"q\",\"references\":[\"a\",\" \"],\"task\":\"drug\","
                + "\"source\":{\"n\": 1.00},\"extra\":{\"old\":true},\"place\":\"0@0\",\"bare\":[],"
                + "\"candidates\":[{\"id\":\"c\",\"cot\":\"t\",\"answer\":{\"drug\":\"x\"},"
                + "\"preference\":0.5,\"place\":\"9@9\"},{\"id\":\"\",\"response\":"
                + "\"<think>t</think>a\"}]}");
    assertThat(group.question().id()).isEqualTo("7");
    assertThat(group.question().prompt()).isEqualTo(Prompt.of("q"));
    assertThat(group.question().reference()).isEqualTo(Reference.all("a"));
    assertThat(group.question().traits().task()).isEqualTo(Task.DRUG);
    assertThat(group.question().annotations().extra().fields())
        .isEqualTo(
            Map.of("source", "{\"n\": 1.00}", "old", "true", "place", "\"0@0\"", "bare", "[]"));
    assertThat(group.bare()).isEmpty();
    Candidate first = group.candidates().get(0);
    assertThat(first.answer()).isEqualTo("{\"drug\":\"x\"}");
    assertThat(first.preference()).isEqualTo(Preference.of(0.5));
    assertThat(first.place()).isEqualTo(PLACE);
    assertThat(first.extra().fields()).isEqualTo(Map.of("place", "\"9@9\""));
    Candidate second = group.candidates().get(1);
    assertThat(second.id()).isEmpty();
    assertThat(second.response()).isEqualTo(new Response("t", "a"));
    assertThat(second.extra().fields()).isEmpty();
  }

  @Test
  void whatIsWrittenInInputFormIsReadBack() throws MalformedRecord {
    String line =
        "{\"id\":\"q\",\"question\":\"q\",\"extra\":{\"a\":1},\"candidates\":[{\"answer\":\"a\","
            + "\"extra\":{\"b\":[ 2 ]}}]}";
    CandidateGroup group = read("canonical", line);
    byte[] written = Json.write(out -> CandidateGroupCodec.writeInput(group, out));
    assertThat(new String(written, UTF_8)).isEqualTo(line);
  }

  @Test
  void flatFormWithoutQuestionIdNamesTheQuestion() throws MalformedRecord {
    CandidateGroup group =
        read("auto", "{\"id\":\"q1\",\"question\":\"q\",\"answer\":\"a\",\"model\":\"m\"}");
    assertThat(group.question().id()).isEqualTo("q1");
    assertThat(group.candidates()).hasSize(1);
    assertThat(group.candidates().get(0).id()).isEmpty();
    assertThat(group.candidates().get(0).extra().fields()).isEqualTo(Map.of("model", "\"m\""));
    assertThat(group.question().annotations().extra().fields()).isEmpty();
  }

  @Test
  void flatFormWithQuestionIdNamesTheCandidate() throws MalformedRecord {
    CandidateGroup group =
        read(
            "auto",
            "{\"question_id\":\"q1\",\"id\":\"c1\",\"question\":\"q\",\"cot\":\"t\","
                + "\"response\":\"<think>x</think>y\",\"preference\":1}");
    assertThat(group.question().id()).isEqualTo("q1");
    assertThat(group.candidates())
        .containsExactly(
            new Candidate(
                "c1", new Response("t", "<think>x</think>y"), Preference.of(1), PLACE, Extra.NONE));
  }

  @Test
  void aLineWithoutCandidatesIsBare() throws MalformedRecord {
    CandidateGroup group =
        read("auto", "{\"id\":\"q1\",\"question\":\"q\",\"candidates\":null,\"answer\":null}");
    assertThat(group.candidates()).isEmpty();
    assertThat(group.bare()).containsExactly(PLACE);
    assertThat(read("auto", "{\"question\":\"q\",\"candidates\":[]}").bare())
        .containsExactly(PLACE);
    CandidateGroup named = read("auto", "{\"question_id\":\"q\",\"id\":\"x\",\"question\":\"q\"}");
    assertThat(named.question().id()).isEqualTo("q");
    assertThat(named.question().annotations().extra().fields()).isEqualTo(Map.of("id", "\"x\""));
  }

  @Test
  void rubricsThatSayMoreAreKeptVerbatim() throws MalformedRecord {
    String rubrics = "[{\"criterion\":\"c\",\"points\":1,\"level\":\"x\"}]";
    CandidateGroup group = read("auto", "{\"question\":\"q\",\"rubrics\":" + rubrics + "}");
    assertThat(group.question().annotations().rubrics()).hasSize(1);
    assertThat(group.question().annotations().extra().fields())
        .isEqualTo(Map.of("rubrics", rubrics));
  }

  @Test
  void chatMessages() throws MalformedRecord {
    CandidateGroup group =
        read(
            "auto",
            "{\"messages\":[{\"role\":\"system\",\"content\":\"s\"},{\"role\":\"user\",\"content\":"
                + "[{\"type\":\"text\",\"text\":\"q\"}]},{\"role\":\"assistant\",\"content\":"
                + "\"<think>\\nt\\n</think>\\n\\na\"}],\"task\":\"qa\",\"language\":\"zh\"}");
    assertThat(group.question().prompt().turns())
        .containsExactly(new Turn(Role.SYSTEM, "s"), new Turn(Role.USER, "q"));
    assertThat(group.candidates().get(0).response()).isEqualTo(new Response("t", "a"));
    assertThat(group.candidates().get(0).extra().fields()).isEqualTo(Map.of("task", "\"qa\""));
    assertThat(group.question().traits().language().name()).isEqualTo("ZH");
  }

  @Test
  void chatThatEndsWithTheUserIsAPrompt() throws MalformedRecord {
    CandidateGroup group =
        read("chat", "{\"id\":\"p\",\"messages\":[{\"role\":\"user\",\"content\":\"q\"}]}");
    assertThat(group.question().id()).isEqualTo("p");
    assertThat(group.bare()).containsExactly(PLACE);
    assertThat(read("chat", "{\"prompt\":\"q\",\"completion\":\"a\"}").candidates()).hasSize(1);
  }

  @Test
  void reasoningBesideTheContent() throws MalformedRecord {
    CandidateGroup group =
        read(
            "chat",
            "{\"messages\":[{\"role\":\"user\",\"content\":\"q\"},{\"role\":\"assistant\","
                + "\"content\":\"a\",\"reasoning_content\":\"t\"}]}");
    assertThat(group.candidates().get(0).response()).isEqualTo(new Response("t", "a"));
  }

  @Test
  void shareGpt() throws MalformedRecord {
    CandidateGroup group =
        read(
            "auto",
            "{\"system\":\"s\",\"conversations\":[{\"from\":\"human\",\"value\":\"q\"},"
                + "{\"from\":\"gpt\",\"value\":\"a\"},{\"from\":\"human\",\"value\":\"r\"},"
                + "{\"from\":\"gpt\",\"value\":\"b\"}]}");
    assertThat(group.question().prompt().turns())
        .extracting(Turn::content)
        .containsExactly("s", "q", "a", "r");
    assertThat(group.candidates().get(0).answer()).isEqualTo("b");
  }

  @Test
  void alpaca() throws MalformedRecord {
    CandidateGroup group =
        read(
            "auto",
            "{\"instruction\":\"i\",\"input\":\"j\",\"output\":\"o\",\"system\":\"s\","
                + "\"history\":[[\"q\",\"a\"]],\"references\":\"not canonical\"}");
    assertThat(group.question().prompt().turns())
        .extracting(Turn::content)
        .containsExactly("s", "q", "a", "i\nj");
    assertThat(group.candidates().get(0).answer()).isEqualTo("o");
    assertThat(group.candidates().get(0).extra().fields())
        .isEqualTo(Map.of("references", "\"not canonical\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"prompt\":\"q\",\"chosen\":\"g\",\"rejected\":\"b\"}",
        "{\"question\":\"q\",\"response_chosen\":\"g\",\"response_rejected\":\"b\"}",
        "{\"instruction\":\"q\",\"chosen\":\"g\",\"rejected\":\"b\"}",
        "{\"conversations\":[{\"from\":\"human\",\"value\":\"q\"}],"
            + "\"chosen\":{\"from\":\"gpt\",\"value\":\"g\"},"
            + "\"rejected\":{\"from\":\"gpt\",\"value\":\"b\"}}",
        "{\"prompt\":[{\"role\":\"user\",\"content\":\"q\"}],"
            + "\"chosen\":[{\"role\":\"assistant\",\"content\":\"g\"}],"
            + "\"rejected\":[{\"role\":\"assistant\",\"content\":\"b\"}]}"
      })
  void preferencePairs(String line) throws MalformedRecord {
    for (String name : List.of("auto", "preference")) {
      CandidateGroup group = read(name, line);
      assertThat(group.question().prompt()).isEqualTo(Prompt.of("q"));
      assertThat(group.question().annotations().extra().fields()).isEmpty();
      assertThat(group.candidates()).extracting(Candidate::answer).containsExactly("g", "b");
      assertThat(group.candidates())
          .extracting(Candidate::preference)
          .containsExactly(Preference.of(1), Preference.of(0));
    }
  }

  @Test
  void huatuo() throws MalformedRecord {
    CandidateGroup group =
        read("auto", "{\"Question\":\"q\",\"Complex_CoT\":\"t\",\"Response\":\"a\"}");
    assertThat(group.candidates().get(0).response()).isEqualTo(new Response("t", "a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<think>t</think>a",
        " \n<think>\nt\n</think>\n\na\n",
        "t</think>a",
        "<|begin_of_thought|>t<|end_of_thought|>\n\n<|begin_of_solution|>\na<|end_of_solution|>",
        "## Thinking\n\nt\n\n## Final Response\n\na"
      })
  void responsesAreSplit(String text) {
    assertThat(Responses.split(text)).isEqualTo(new Response("t", "a"));
  }

  @Test
  void responsesThatAreNotSplit() {
    assertThat(Responses.split("a <think>t</think>"))
        .isEqualTo(new Response("", "a <think>t</think>"));
    assertThat(Responses.split(" a ")).isEqualTo(new Response("", " a "));
    assertThat(Responses.split("<think>never ends ")).isEqualTo(new Response("never ends", ""));
    assertThat(Responses.split("")).isEqualTo(new Response("", ""));
  }

  @Test
  void faultsNameFieldsAndNoText() {
    fault("auto", "{\"text\":\"CANARY\"}", DeadLetterCode.UNRECOGNISED_FORM, "none of question, ");
    fault("canonical", "{\"x\":\"CANARY\"}", DeadLetterCode.MISSING_FIELD, "question is missing");
    fault("auto", "{\"question\":\" \"}", DeadLetterCode.BLANK_QUESTION, "the question has no");
    fault("auto", "{\"turns\":[]}", DeadLetterCode.BLANK_QUESTION, "turns must not be empty");
    fault(
        "auto",
        "{\"question\":[\"CANARY\"]}",
        DeadLetterCode.WRONG_TYPE,
        "question must be a string, found array");
    fault(
        "auto",
        "{\"question\":\"CANARY\",\"task\":\"CANARY\"}",
        DeadLetterCode.UNKNOWN_VALUE,
        "task must be one of diagnosis, procedure, drug, exam, knowledge");
    fault(
        "auto",
        "{\"question\":\"CANARY\",\"answer\":\"x\",\"preference\":2}",
        DeadLetterCode.OUT_OF_RANGE,
        "preference must be between 0 and 1");
    fault(
        "auto",
        "{\"question\":\"CANARY\",\"candidates\":{}}",
        DeadLetterCode.WRONG_TYPE,
        "candidates must be an array, found object");
    fault(
        "auto",
        "{\"question\":\"CANARY\",\"references\":[[]]}",
        DeadLetterCode.WRONG_TYPE,
        "references holds an empty alternative");
    fault(
        "auto",
        "{\"question\":\"CANARY\",\"a\":1,\"extra\":{\"a\":1}}",
        DeadLetterCode.DUPLICATE_KEY,
        "the same name beside and inside extra");
    fault(
        "auto",
        "{\"messages\":[{\"role\":\"tool\",\"content\":\"CANARY\"}]}",
        DeadLetterCode.UNSUPPORTED_CONTENT,
        "messages[] has a role other than");
    fault(
        "auto",
        "{\"messages\":[{\"role\":\"assistant\",\"content\":\"CANARY\"}]}",
        DeadLetterCode.BLANK_QUESTION,
        "the question has no text");
    fault("sharegpt", "{\"x\":\"CANARY\"}", DeadLetterCode.MISSING_FIELD, "conversations is");
    fault("preference", "{\"x\":\"CANARY\"}", DeadLetterCode.MISSING_FIELD, "chosen and rejected");
  }

  @Test
  void unknownNames() {
    assertThatThrownBy(() -> Adapters.named("sharegtp"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Unknown format: 'sharegtp', did you mean 'sharegpt'?; allowed: alpaca, auto,"
                + " canonical, chat, huatuo-o1, preference, sharegpt");
  }

  @Test
  void adaptersAreSerialisable() throws Exception {
    for (String name : Adapters.names()) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
        out.writeObject(Adapters.named(name));
      }
      try (ObjectInputStream in =
          new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
        assertThat(in.readObject()).isInstanceOf(RecordAdapter.class);
      }
    }
  }

  private static void fault(String name, String line, DeadLetterCode code, String detail) {
    MalformedRecord fault = catchThrowableOfType(MalformedRecord.class, () -> read(name, line));
    assertThat(fault).as(line).isNotNull();
    assertThat(fault.code()).isEqualTo(code);
    assertThat(fault.detail()).startsWith(detail);
    assertThat(fault.getMessage()).doesNotContain("CANARY");
    assertThat(fault.at(PLACE).place()).isEqualTo(PLACE);
  }

  private static CandidateGroup read(String name, String line) throws MalformedRecord {
    return Adapters.named(name).adapt(line.getBytes(UTF_8), PLACE);
  }
}
