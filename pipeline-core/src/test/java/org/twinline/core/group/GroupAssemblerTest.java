package org.twinline.core.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.twinline.core.TripleFixtures.candidate;
import static org.twinline.core.TripleFixtures.line;
import static org.twinline.core.TripleFixtures.question;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.twinline.core.triple.Candidate;
import org.twinline.core.triple.CandidateGroup;
import org.twinline.core.triple.Place;

class GroupAssemblerTest {
  private static final GroupBounds WIDE = new GroupBounds(512, 32L << 20, 17);

  private final TreeMap<String, String> rejected = new TreeMap<>();

  @Test
  void keepsCandidatesInTheOrderOfTheirPlaces() {
    CandidateGroup group =
        assemble(
            WIDE,
            List.of(
                line(question("q", "胸痛？"), candidate("b", "想", "乙", new Place(0, 90))),
                line(
                    question("q", "胸痛？"),
                    candidate("z", "想", "甲", new Place(0, 10)),
                    candidate("a", "想", "丙", new Place(0, 10)))));

    assertThat(group.candidates()).extracting(Candidate::id).containsExactly("z", "a", "b");
    assertThat(rejected).isEmpty();
  }

  @Test
  void givesCandidatesWithoutIdOneOfTheirContent() {
    CandidateGroup group =
        assemble(WIDE, List.of(line(question("q", "?"), candidate("", "想", "甲", new Place(0, 0)))));

    assertThat(group.candidates().get(0).id()).matches("c-[0-9a-f]{16}");
  }

  @Test
  void givesQuestionsWithoutIdOneOfTheirText() {
    CandidateGroup group =
        assemble(WIDE, List.of(line(question("", "?"), candidate("a", "想", "甲", new Place(0, 0)))));

    assertThat(group.question().id()).matches("q-[0-9a-f]{16}");
  }

  @Test
  void tellsEqualCandidatesFromEqualIds() {
    assemble(
        WIDE,
        List.of(
            line(question("q", "?"), candidate("", "想", "甲", new Place(0, 0))),
            line(question("q", "?"), candidate("", "想", "甲", new Place(0, 50))),
            line(question("q", "?"), candidate("a", "想", "甲", new Place(0, 100))),
            line(question("q", "?"), candidate("a", "想", "乙", new Place(0, 150)))));

    assertThat(rejected.values()).containsExactlyInAnyOrder("duplicate_candidate", "duplicate_id");
    assertThat(rejected).containsKey("0@50");
  }

  @Test
  void keepsOneOfTwoQuestionsWithTheSameId() {
    CandidateGroup group =
        assemble(
            WIDE,
            List.of(
                line(question("q", "胸痛？"), candidate("a", "想", "甲", new Place(0, 0))),
                line(question("q", "头痛？"), candidate("b", "想", "乙", new Place(0, 50)))));

    assertThat(group.candidates()).hasSize(1);
    assertThat(rejected.values()).containsExactly("question_conflict");
  }

  @Test
  void aBareLineInConflictLeavesWithItsOwnQuestion() {
    TreeMap<String, String> conflicts = new TreeMap<>();
    GroupAssembler assembler = new GroupAssembler(WIDE, (q, r) -> {});
    assembler.add(bareLine("胸痛？", new Place(0, 0)));
    assembler.add(bareLine("头痛？", new Place(0, 50)));
    CandidateGroup group =
        assembler.finish(
            (q, place) -> conflicts.put(place.toString(), q.prompt().lastUserContent()));

    String kept = group.question().prompt().lastUserContent();
    assertThat(group.bare()).containsExactly(new Place(0, kept.equals("胸痛？") ? 0 : 50));
    assertThat(conflicts)
        .containsExactly(kept.equals("胸痛？") ? Map.entry("0@50", "头痛？") : Map.entry("0@0", "胸痛？"));
  }

  private static CandidateGroup bareLine(String text, Place place) {
    return new CandidateGroup(question("q", text), List.of(), List.of(place));
  }

  @Test
  void resultDoesNotDependOnTheOrderOfLines() {
    long seed = Long.getLong("twinline.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int round = 0; round < 60; round++) {
      List<CandidateGroup> lines = randomLines(random);
      GroupBounds bounds =
          new GroupBounds(1 + random.nextInt(12), 1024 + random.nextInt(12_000), round);
      CandidateGroup first = assemble(bounds, lines);
      TreeMap<String, String> firstRejected = new TreeMap<>(rejected);
      Collections.shuffle(lines, random);

      CandidateGroup second = assemble(bounds, lines);

      assertThat(second).as("-Dtwinline.seed=%s", seed).isEqualTo(first);
      assertThat(rejected).as("-Dtwinline.seed=%s", seed).isEqualTo(firstRejected);
      assertThat(second.candidates().size() + rejected.size()).isEqualTo(lines.size());
    }
  }

  @Test
  void aHugeGroupOverflowsWithoutBeingHeld() {
    List<String> reasons = new ArrayList<>();
    GroupAssembler assembler =
        new GroupAssembler(
            new GroupBounds(512, 32L << 20, 17),
            (q, r) -> reasons.add(r.rejection().reason().code()));
    for (int i = 0; i < 100_000; i++) {
      assembler.add(line(question("q", "?"), candidate("c" + i, "想", "甲", new Place(0, 10L * i))));
    }

    assertThat(assembler.finish((q, p) -> {}).candidates()).hasSize(512);
    assertThat(reasons).hasSize(99_488).containsOnly("group_overflow");
  }

  @Test
  void boundsNameTheirRange() {
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> new GroupBounds(0, 4096, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("illegal max_candidates: 0, must be ≥ 1");
  }

  private static List<CandidateGroup> randomLines(Random random) {
    List<CandidateGroup> lines = new ArrayList<>();
    int n = 1 + random.nextInt(30);
    for (int i = 0; i < n; i++) {
      String text = random.nextInt(10) == 0 ? "另一问" : "胸痛？";
      String id = random.nextInt(3) == 0 ? "" : "c" + random.nextInt(20);
      String cot = "想".repeat(random.nextInt(random.nextInt(8) == 0 ? 3000 : 20));
      lines.add(
          line(
              question("q", text),
              candidate(id, cot, "答" + random.nextInt(3), new Place(0, 100L * i))));
    }
    return lines;
  }

  private CandidateGroup assemble(GroupBounds bounds, List<CandidateGroup> lines) {
    rejected.clear();
    GroupAssembler assembler =
        new GroupAssembler(
            bounds,
            (question, r) ->
                rejected.put(r.candidate().place().toString(), r.rejection().reason().code()));
    lines.forEach(assembler::add);
    return assembler.finish((q, place) -> rejected.put(place.toString(), "question_conflict"));
  }
}
