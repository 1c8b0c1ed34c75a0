package org.twinline.core.json.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.twinline.core.json.adapter.Mappings.at;

import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.twinline.core.json.Limits;
import org.twinline.core.json.MalformedRecord;
import org.twinline.core.json.adapter.CandidateSource.Part;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Candidate;
import org.twinline.core.triple.CandidateGroup;
import org.twinline.core.triple.Language;
import org.twinline.core.triple.Option;
import org.twinline.core.triple.Place;
import org.twinline.core.triple.Reference;
import org.twinline.core.triple.Response;
import org.twinline.core.triple.Task;
import org.twinline.core.triple.Turn;

class MappingTest {
  private static final Place PLACE = new Place(0, 5);

  @Test
  void whatIsNotMappedIsKept() throws MalformedRecord {
    CandidateGroup group =
        read(
            Mappings.of("/a/q", Map.of(MappedField.REFERENCES, at("/a/gold/0"))),
            "{\"a\":{\"q\":\"问\",\"gold\":[\"g\",\"h\"],\"n\": 1.0},\"b\":[{\"c\":null}],"
                + "\"extra\":{\"x\":1}}");
    assertThat(group.question().reference()).isEqualTo(Reference.all("g"));
    assertThat(group.question().annotations().extra().fields())
        .isEqualTo(
            Map.of(
                "a", "{\"gold\":[\"h\"],\"n\":1.0}", "b", "[{\"c\":null}]", "extra", "{\"x\":1}"));
    assertThat(group.bare()).containsExactly(PLACE);
  }

  @Test
  void severalAnswersAreSeveralCandidates() throws MalformedRecord {
    CandidateGroup group =
        read(
            Mappings.of("q", Map.of(MappedField.RESPONSE, at("none", "r"))),
            "{\"q\":[\"first\",\"second\"],\"r\":[\"<think>t</think>a\",\"b\"],\"m\":1}");
    assertThat(group.candidates())
        .extracting(Candidate::response)
        .containsExactly(new Response("t", "a"), new Response("", "b"));
    assertThat(group.question().prompt().lastUserContent()).isEqualTo("first");
    assertThat(group.question().annotations().extra().fields())
        .isEqualTo(Map.of("q", "[\"second\"]", "m", "1"));
  }

  @Test
  void oneCandidateTakesTheUnknownFields() throws MalformedRecord {
    CandidateGroup group =
        read(
            Mappings.of("q", Map.of(MappedField.ANSWER, at("a"))),
            "{\"q\":\"q\",\"a\":\"\",\"m\":1}");
    assertThat(group.candidates()).hasSize(1);
    assertThat(group.candidates().get(0).answer()).isEmpty();
    assertThat(group.candidates().get(0).extra().fields()).isEqualTo(Map.of("m", "1"));
  }

  @Test
  void candidatesOfAnArray() throws MalformedRecord {
    FieldMapping mapping =
        new FieldMapping(
            Mappings.text("q"),
            Map.of(MappedField.COT, at("t")),
            List.of(
                CandidateSource.ofEach(
                    FieldPointer.parse("s"),
                    Map.of(
                        Part.ID, ElementSource.parse("key"),
                        Part.COT, ElementSource.parse("cot"),
                        Part.ANSWER, ElementSource.parse("/out/text")),
                    Double.NaN)),
            FieldMapping.Constants.NONE);
    CandidateGroup group =
        read(
            mapping,
            "{\"q\":\"q\",\"t\":\"line\",\"s\":[{\"cot\":\"own\",\"out\":{\"text\":\"a\"},\"n\":1},"
                + "{\"out\":{\"text\":\"b\"}},{\"out\":{}}]}");
    assertThat(group.candidates()).extracting(Candidate::id).containsExactly("0", "1");
    assertThat(group.candidates())
        .extracting(Candidate::response)
        .containsExactly(new Response("own", "a"), new Response("line", "b"));
    assertThat(group.question().annotations().extra().fields())
        .isEqualTo(Map.of("s", "[{\"n\":1},{\"out\":{}}]"));
  }

  @Test
  void outline() throws MalformedRecord {
    CandidateGroup group =
        read(
            new FieldMapping(
                List.of(new QuestionSource.Outline(at("/c/Main_Goal", "/c/Patient"))),
                Map.of(),
                List.of(),
                FieldMapping.Constants.NONE),
            "{\"c\":{\"Main_Goal\":\"find\",\"Patient\":{\"Age\":35,\"Past_History\":{\"None\":"
                + "null},\"Signs\":[\"a\",{\"b\":\"c\"}]},\"Gold\":\"g\"}}");
    assertThat(group.question().prompt().lastUserContent())
        .isEqualTo(
            """
            Main Goal: find
            Patient:
              Age: 35
              Past History:
              Signs:
                - a
                -
                  b: c""");
    assertThat(group.question().annotations().extra().fields())
        .isEqualTo(Map.of("c", "{\"Gold\":\"g\"}"));
  }

  @Test
  void historyAsPairsOrMessagesAfterTheSystem() throws MalformedRecord {
    FieldMapping mapping =
        Mappings.of("q", Map.of(MappedField.HISTORY, at("h"), MappedField.SYSTEM, at("s")));
    for (String history :
        List.of(
            "[[\"a\",\"b\"]]",
            "[{\"role\":\"user\",\"content\":\"a\"},{\"from\":\"gpt\",\"value\":\"b\"}]")) {
      CandidateGroup group = read(mapping, "{\"q\":\"q\",\"s\":\"sys\",\"h\":" + history + "}");
      assertThat(group.question().prompt().turns())
          .extracting(Turn::content)
          .containsExactly("sys", "a", "b", "q");
    }
  }

  @Test
  void options() throws MalformedRecord {
    FieldMapping mapping = Mappings.of("q", Map.of(MappedField.OPTIONS, at("o")));
    List<Option> expected = List.of(new Option("A", "x"), new Option("B", "y z\nmore"));
    for (String options :
        List.of(
            "{\"A\":\"x\",\"B\":\"y z\\nmore\"}",
            "[\"x\",\"y z\\nmore\"]",
            "\"A x\\nB y z\\nmore\"",
            "\"A. x\\r\\nB．y z\\nmore\"")) {
      assertThat(read(mapping, "{\"q\":\"q\",\"o\":" + options + "}").question().prompt().options())
          .isEqualTo(expected);
    }
    assertThatThrownBy(() -> read(mapping, "{\"q\":\"q\",\"o\":\"CANARY\"}"))
        .hasMessage(
            "wrong_type: options must hold one option a line, each after its letter (byte 13 of"
                + " the line)");
  }

  @Test
  void referencesInThreeShapes() throws MalformedRecord {
    FieldMapping mapping = Mappings.of("q", Map.of(MappedField.REFERENCES, at("g")));
    assertThat(read(mapping, "{\"q\":\"q\",\"g\":\"a\"}").question().reference())
        .isEqualTo(Reference.all("a"));
    assertThat(read(mapping, "{\"q\":\"q\",\"g\":[\"a\",\"b\"]}").question().reference())
        .isEqualTo(Reference.all("a", "b"));
    assertThat(
            read(mapping, "{\"q\":\"q\",\"g\":[[\"a\"],[\"b\"]]}")
                .question()
                .reference()
                .alternatives())
        .hasSize(2);
    assertThat(read(mapping, "{\"q\":\"q\",\"g\":\" \"}").question().reference())
        .isEqualTo(Reference.NONE);
  }

  @Test
  void wordsOfTheLineWinOverConstants() throws MalformedRecord {
    FieldMapping mapping =
        new FieldMapping(
            Mappings.text("q"),
            Map.of(MappedField.TASK, at("t")),
            List.of(),
            new FieldMapping.Constants(Task.DRUG, AnswerKind.UNSTATED, Language.UNSTATED));
    assertThat(read(mapping, "{\"q\":\"q\",\"t\":\"exam\"}").question().traits().task())
        .isEqualTo(Task.EXAM);
    assertThat(read(mapping, "{\"q\":\"q\"}").question().traits().task()).isEqualTo(Task.DRUG);
  }

  @Test
  void faults() {
    FieldMapping mapping = Mappings.of("/a/q", Map.of());
    assertThatThrownBy(() -> read(mapping, "{\"x\":\"CANARY\"}"))
        .hasMessage("missing_field: no source of the question has text (byte 0 of the line)");
    assertThatThrownBy(() -> read(mapping, "{\"a\":{\"q\":\" \"}}"))
        .hasMessage("blank_question: no source of the question has text (byte 0 of the line)");
    assertThatThrownBy(() -> read(mapping, "{\"a\":{\"q\":{\"CANARY\":1}}}"))
        .hasMessage(
            "wrong_type: /a/q must be a string or a number, found object (byte 10 of the line)");
  }

  @Test
  void illegalMappings() {
    assertThatThrownBy(() -> FieldPointer.parse("/a~2"))
        .hasMessage("Cannot read JSON pointer: '/a~2', ~ must be followed by 0 or 1");
    assertThatThrownBy(() -> FieldPointer.parse(" "))
        .hasMessage("Cannot point to a field by a blank name");
    assertThat(FieldPointer.parse("/a~1b/~0/0").tokens()).containsExactly("a/b", "~", "0");
    assertThat(FieldPointer.parse("a/b")).hasToString("/a~1b");
    assertThatThrownBy(() -> CandidateSource.ofLine(Map.of(), 1))
        .hasMessage("Cannot find candidates without exactly one of answer and response");
    assertThatThrownBy(
            () -> CandidateSource.ofLine(Map.of(Part.ANSWER, ElementSource.parse("value")), 1))
        .hasMessage("Cannot use key or value of a candidate without each");
    assertThatThrownBy(
            () -> CandidateSource.ofLine(Map.of(Part.ANSWER, ElementSource.parse("a")), 2))
        .hasMessage("illegal preference: 2.0, must be between 0 and 1");
  }

  @Test
  void mappingsAreSerialisable() throws Exception {
    try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
      out.writeObject(Adapters.mapping(Mappings.jmed(), Limits.DEFAULT));
      out.writeObject(Adapters.mapping(Mappings.agentClinic(), Limits.DEFAULT));
    }
  }

  private static CandidateGroup read(FieldMapping mapping, String line) throws MalformedRecord {
    return Adapters.mapping(mapping, Limits.DEFAULT).adapt(line.getBytes(UTF_8), PLACE);
  }
}
