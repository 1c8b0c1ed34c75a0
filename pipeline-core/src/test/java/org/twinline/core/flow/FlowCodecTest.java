package org.twinline.core.flow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.twinline.core.TripleFixtures.candidate;
import static org.twinline.core.TripleFixtures.question;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinline.core.Seed;
import org.twinline.core.ledger.Tally;
import org.twinline.core.ledger.TallyBuilder;
import org.twinline.core.triple.Place;
import org.twinline.core.verdict.Explanation;
import org.twinline.core.verdict.Judged;
import org.twinline.core.verdict.JudgedGroup;
import org.twinline.core.verdict.Rejection;
import org.twinline.core.verdict.RejectionReason;
import org.twinline.core.verdict.Score;

class FlowCodecTest {
  private static final Judged JUDGED =
      Judged.fresh(candidate("c1", "想", "甲", new Place(0, 7)))
          .with(new Score("rule", 0.25, Explanation.of("name", 0.25, "A")))
          .reject(Rejection.of(RejectionReason.WRONG_ANSWER, 0.25, "rule"));
  private static final JudgedGroup GROUP =
      new JudgedGroup(question("q1", "胸痛？"), List.of(JUDGED), List.of(new Place(1, 3)));

  @Test
  void aLineIsATagTwoLengthsAndItsBytes() {
    byte[] bytes = FlowCodec.toBytes(new Flow.Line("triples", "{}".getBytes(UTF_8)));

    assertThat(HexFormat.of().formatHex(bytes))
        .isEqualTo("0107" + "747269706c6573" + "02" + "7b7d");
  }

  @Test
  void aGroupIsATagALengthAndItsJson() {
    String json =
        """
        {"id":"q1","question":"胸痛？","references":["急性心肌梗死"],"task":"diagnosis",\
        "answer_kind":"entity","language":"zh","candidates":[{"id":"c1","cot":"想",\
        "answer":"甲","place":"0@7","scores":[{"name":"rule","value":0.25,"explanation":\
        {"code":"name","value":0.25,"arguments":["A"]}}],"rejections":[{"reason":"wrong_answer",\
        "explanation":{"code":"wrong_answer","value":0.25,"arguments":["rule"]}}]}],\
        "bare":["1@3"]}""";

    byte[] bytes = FlowCodec.toBytes(new Flow.Group(GROUP));

    int length = json.getBytes(UTF_8).length;
    assertThat(bytes[0]).isZero();
    assertThat((bytes[1] & 0x7f) + (bytes[2] << 7)).isEqualTo(length);
    assertThat(new String(bytes, 3, bytes.length - 3, UTF_8)).isEqualTo(json);
    assertThat(FlowCodec.fromBytes(bytes)).isEqualTo(new Flow.Group(GROUP));
  }

  @Test
  void anAccountIsReadAsItWasWritten() {
    TallyBuilder builder = new TallyBuilder();
    builder.read(new Place(3, 0), 5);
    builder.kept(new Place(3, 0));
    builder.dropped(new Place(3, 0), RejectionReason.UNSURE);
    builder.deadLettered(new Place(3, 9));
    builder.observe("rule", 0.5, true);
    builder.count("pairs", 2);
    Flow.Account account = new Flow.Account(builder.finish());

    byte[] bytes = FlowCodec.toBytes(account);

    assertThat(bytes[0]).isEqualTo((byte) 2);
    assertThat(FlowCodec.fromBytes(bytes)).isEqualTo(account);
    assertThat(FlowCodec.fromBytes(FlowCodec.toBytes(new Flow.Account(Tally.EMPTY))))
        .isEqualTo(new Flow.Account(Tally.EMPTY));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 127, 128, 16_383, 16_384, 70_000})
  void lengthsOfAnySizeAreReadBack(int length) {
    byte[] json = new byte[length];
    Arrays.fill(json, (byte) 'x');

    Flow.Line read =
        (Flow.Line) FlowCodec.fromBytes(FlowCodec.toBytes(new Flow.Line("rejected", json)));

    assertThat(read.dataset()).isEqualTo("rejected");
    assertThat(read.json()).isEqualTo(json);
  }

  @Test
  void elementsOfAnyTextFollowOneAnother() throws IOException {
    Random random = Seed.random("FlowCodecTest");
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    Flow[] written = new Flow[60];
    for (int i = 0; i < written.length; i++) {
      Judged judged =
          Judged.fresh(
              candidate("c" + i, Seed.text(random), Seed.text(random), new Place(i, 10L * i)));
      written[i] =
          new Flow.Group(
              new JudgedGroup(
                  question("q" + i, "?" + Seed.text(random)), List.of(judged), List.of()));
      FlowCodec.write(written[i], all);
    }
    ByteArrayInputStream in = new ByteArrayInputStream(all.toByteArray());
    for (Flow flow : written) {
      assertThat(FlowCodec.read(in)).isEqualTo(flow);
    }
    assertThat(in.read()).isEqualTo(-1);
  }

  @Test
  void everyCutIsAnError() {
    for (Flow flow :
        List.of(
            new Flow.Group(GROUP),
            new Flow.Line("triples", "{\"id\":1}".getBytes(UTF_8)),
            new Flow.Account(Tally.EMPTY))) {
      byte[] bytes = FlowCodec.toBytes(flow);
      for (int cut = 0; cut < bytes.length; cut++) {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes, 0, cut);
        assertThatThrownBy(() -> FlowCodec.read(in))
            .as("%s cut at %s", flow.getClass().getSimpleName(), cut)
            .isInstanceOf(EOFException.class)
            .hasMessageStartingWith("Cannot read flow element: ");
      }
    }
  }

  @Test
  void faultsAreNamed() {
    assertThatThrownBy(() -> read("")).hasMessage("Cannot read flow element: no bytes left");
    assertThatThrownBy(() -> read("07")).hasMessage("Cannot read flow element: unknown tag 7");
    assertThatThrownBy(() -> read("010361"))
        .isInstanceOf(EOFException.class)
        .hasMessage("Cannot read flow element: 1 of 3 B");
    assertThatThrownBy(() -> read("0101610580"))
        .isInstanceOf(EOFException.class)
        .hasMessage("Cannot read flow element: 1 of 5 B");
    assertThatThrownBy(() -> read("00027b5d"))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("Cannot read flow element: malformed_json: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"01ffffffffff01", "01ffffffff7f", "01ffffffff0f"})
  void lengthsBeyondAnArrayAreRefused(String bytes) {
    assertThatThrownBy(() -> read(bytes))
        .isInstanceOf(EOFException.class)
        .hasMessage("Cannot read flow element: bad length");
  }

  private static Flow read(String hex) throws IOException {
    return FlowCodec.read(new ByteArrayInputStream(HexFormat.of().parseHex(hex)));
  }
}
