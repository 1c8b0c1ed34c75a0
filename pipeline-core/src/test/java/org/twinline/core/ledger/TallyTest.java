package org.twinline.core.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.twinline.core.dataset.Digest128;
import org.twinline.core.dataset.ShardResult;
import org.twinline.core.json.MalformedRecord;
import org.twinline.core.triple.Place;
import org.twinline.core.verdict.RejectionReason;

class TallyTest {
  private static final Place PLACE = new Place(0, 7);

  @Test
  void goldenJson() throws MalformedRecord {
    TallyBuilder builder = new TallyBuilder();
    builder.read(PLACE, 3);
    builder.kept(PLACE);
    builder.dropped(PLACE, RejectionReason.WRONG_ANSWER);
    builder.deadLettered(PLACE);
    builder.count("rule.accept", 1);
    builder.shard(
        new ShardResult(
            "triples", "a.jsonl", new ShardResult.Content(1, 2, "00", new Digest128(0, 3))));
    builder.example(new Example("verifiable", 5, "{}"));
    Tally tally = builder.finish();

    String json = new String(TallyCodec.INSTANCE.toBytes(tally), UTF_8);

    assertThat(json)
        .isEqualTo(
            "{\"rows\":{\"0\":{\"read\":3,\"kept\":1,\"dropped\":{\"wrong_answer\":1},"
                + "\"dead_lettered\":1}},\"histograms\":{},\"figures\":{\"rule.accept\":1},"
                + "\"shards\":[{\"dataset\":\"triples\",\"file\":\"a.jsonl\",\"records\":1,"
                + "\"bytes\":2,\"sha256\":\"00\",\"digest\":\"00000000000000000000000000000003\"}],"
                + "\"examples\":[{\"line\":\"verifiable\",\"rank\":5,\"json\":\"{}\"}]}");
    assertThat(TallyCodec.INSTANCE.fromBytes(json.getBytes(UTF_8))).isEqualTo(tally);
    assertThat(tally.total().closes()).isTrue();
  }

  @Test
  void sumsRowsAndHistograms() {
    TallyBuilder builder = new TallyBuilder();
    builder.read(PLACE, 1);
    builder.observe("rule", 1.0, true);
    builder.observe("rule", 0.0, false);
    Tally tally = builder.finish();

    Tally twice = tally.plus(tally);

    assertThat(twice.total().read()).isEqualTo(2);
    assertThat(twice.total().closes()).isFalse();
    Histogram rule = twice.histograms().getOrDefault("rule", Histogram.EMPTY);
    assertThat(rule.kept().get(Histogram.BINS - 1)).isEqualTo(2);
    assertThat(rule.dropped().get(0)).isEqualTo(2);
  }

  @Test
  void keepsTheExamplesOfLowestRank() {
    TallyBuilder builder = new TallyBuilder();
    for (int i = 1_000; i > 0; i--) {
      if (builder.wants("verifiable", i)) {
        builder.example(new Example("verifiable", i, "{\"n\":" + i + "}"));
      }
      builder.example(new Example("unverifiable", i, "{}"));
    }
    Tally tally = builder.finish();

    assertThat(tally.examples()).hasSize(2 * Tally.EXAMPLES_PER_LINE);
    assertThat(tally.examples()).allMatch(e -> e.rank() <= Tally.EXAMPLES_PER_LINE);
    assertThat(tally.plus(tally).examples()).isEqualTo(tally.examples());
  }

  @Test
  void aFinishedBuilderStartsAnew() {
    TallyBuilder builder = new TallyBuilder();
    builder.read(PLACE, 1);
    builder.finish();

    assertThat(builder.finish()).isEqualTo(Tally.EMPTY);
  }
}
