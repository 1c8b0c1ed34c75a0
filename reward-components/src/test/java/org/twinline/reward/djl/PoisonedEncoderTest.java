package org.twinline.reward.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinline.core.resource.ResourceRef;
import org.twinline.core.triple.Annotations;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Candidate;
import org.twinline.core.triple.CandidateGroup;
import org.twinline.core.triple.Extra;
import org.twinline.core.triple.Language;
import org.twinline.core.triple.Place;
import org.twinline.core.triple.Preference;
import org.twinline.core.triple.Prompt;
import org.twinline.core.triple.Question;
import org.twinline.core.triple.Reference;
import org.twinline.core.triple.Response;
import org.twinline.core.triple.Task;
import org.twinline.core.triple.Traits;
import org.twinline.core.verdict.Judged;
import org.twinline.core.verdict.JudgedGroup;
import org.twinline.core.verdict.Rejection;
import org.twinline.core.verdict.RejectionReason;
import org.twinline.reward.process.ProcessReward;
import org.twinline.reward.process.ThinkingAction;
import org.twinline.reward.step.AskVerifierModel;
import org.twinline.reward.step.JudgeProcess;
import org.twinline.reward.step.ModelJob;
import org.twinline.reward.step.ScoreNames;

/**
 * An encoder that gives NaN for one character: the Chinese one, in whose embedding table the row of
 * 坏 is overwritten, with hashes that fit.
 */
class PoisonedEncoderTest {
  /** The place of 坏 in the vocabulary. */
  private static final int TOKEN = 1776;

  private static final int HIDDEN = 512;
  private static final String TABLE = "archive/data/0";
  private static final int CENTRAL = 0x02014b50;
  private static final int LOCAL = 0x04034b50;

  @TempDir static Path directory;
  private static EncoderRef poisoned = TestEncoder.card().ref();

  @BeforeAll
  static void poison() throws IOException {
    EncoderCard sound = TestEncoder.card();
    Path from = TestEncoder.DIRECTORY.resolve(sound.name());
    Path to = Files.createDirectory(directory.resolve(sound.name()));
    for (String file : List.of(EncoderCard.MODEL, EncoderCard.TOKENIZER)) {
      Files.copy(from.resolve(file), to.resolve(file));
    }
    overwrite(to.resolve(EncoderCard.MODEL));
    EncoderCard card =
        new EncoderCard(
            sound.name(),
            new EncoderCard.Hashes(
                ModelFiles.sha256(Files.readAllBytes(to.resolve(EncoderCard.MODEL))),
                sound.files().tokenizer()),
            sound.geometry(),
            sound.licence(),
            sound.source());
    Files.write(to.resolve(EncoderCard.FILE), card.toJson());
    poisoned = card.ref();
  }

  /** Sets a row of the table, which is stored without compression, and the sums of its entry. */
  private static void overwrite(Path model) throws IOException {
    try (FileChannel channel =
        FileChannel.open(model, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer bytes =
          channel
              .map(FileChannel.MapMode.READ_WRITE, 0, channel.size())
              .order(ByteOrder.LITTLE_ENDIAN);
      int central = header(bytes, CENTRAL, 46);
      int local = header(bytes, LOCAL, 30);
      int content = local + 30 + bytes.getShort(local + 26) + bytes.getShort(local + 28);
      int size = bytes.getInt(central + 24);
      for (int i = 0; i < HIDDEN; i++) {
        bytes.putFloat(content + 4 * (TOKEN * HIDDEN + i), Float.NaN);
      }
      CRC32 sum = new CRC32();
      sum.update(bytes.slice(content, size));
      bytes.putInt(central + 16, (int) sum.getValue());
      bytes.putInt(local + 14, (int) sum.getValue());
    }
  }

  /** Where the header of a kind stands that has the table's name so far behind its start. */
  private static int header(ByteBuffer bytes, int signature, int name) {
    byte[] wanted = TABLE.getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at + name + wanted.length <= bytes.limit(); at++) {
      if (bytes.getInt(at) == signature) {
        byte[] found = new byte[wanted.length];
        bytes.get(at + name, found);
        int length = bytes.getShort(at + (signature == CENTRAL ? 28 : 26));
        if (length == wanted.length && Arrays.equals(found, wanted)) {
          return at;
        }
      }
    }
    throw new IllegalStateException("Cannot find " + TABLE + " in the model");
  }

  private static List<Encoded> encode(TextEncoder session, String... texts) {
    return session.encode(
        List.of(texts).stream().map(text -> new Text(text, 64, Text.Truncation.RIGHT)).toList());
  }

  @Test
  void nanOfTheEncoderIsNoVector() {
    try (TextEncoder session = TextEncoder.open(directory, poisoned)) {
      assertThat(encode(session, "患者好转。")).hasSize(1);
      assertThatThrownBy(() -> encode(session, "患者好转。", "患者坏死。"))
          .isInstanceOf(UnusableModel.class)
          .hasMessageContaining(
              "Encoder %s gave a number that is not finite for a text of 7 tokens"
                  .formatted(poisoned.name()))
          .hasMessageNotContaining("坏死");
    }
  }

  /** The candidate beside it, in the same batch, is judged as ever. */
  @Test
  void aScoreThatIsNotFiniteIsNeverRanked() {
    LinearHead head = Bundles.cosineHead();
    BundleCard sound = Bundles.card(head);
    BundleCard card =
        new BundleCard(
            sound.identity(), poisoned, sound.inputs(), sound.outputs(), sound.evidence());
    Path folder = directory.resolve("bundle");
    Bundle.write(folder, card, head);
    AskVerifierModel step =
        AskVerifierModel.of(
            new ModelJob(
                new ResourceRef(folder.toString(), card.sha256()),
                new ResourceRef(directory.toString(), poisoned.files().model())),
            0.7,
            0.3);
    CandidateGroup group =
        new CandidateGroup(
            new Question(
                "q",
                Prompt.of("诊断是什么？"),
                Reference.all("组织坏死"),
                new Traits(Task.DIAGNOSIS, AnswerKind.ENTITY, Language.ZH),
                Annotations.NONE),
            List.of(candidate("c1", "胃溃疡"), candidate("c2", "组织坏死")),
            List.of());
    CandidateGroup beside =
        new CandidateGroup(
            new Question(
                "p",
                Prompt.of("诊断是什么？"),
                Reference.all("胃溃疡"),
                new Traits(Task.DIAGNOSIS, AnswerKind.ENTITY, Language.ZH),
                Annotations.NONE),
            List.of(candidate("c3", "胃溃疡")),
            List.of());

    step.open();
    try {
      List<JudgedGroup> judged =
          step.apply(List.of(JudgedGroup.fresh(group), JudgedGroup.fresh(beside)));
      assertThat(judged.get(0).candidates())
          .allSatisfy(
              candidate -> {
                assertThat(candidate.scores()).isEmpty();
                assertThat(candidate.rejections())
                    .extracting(Rejection::reason)
                    .containsExactly(RejectionReason.NON_FINITE_SCORE);
              });
      Judged other = judged.get(1).candidates().get(0);
      assertThat(other.rejected()).isFalse();
      assertThat(other.score(ScoreNames.VERIFIER)).isPresent();
    } finally {
      step.close();
    }
  }

  @Test
  void aChainOfThoughtThatCannotBeReadIsDroppedAlone() {
    Path folder = directory.resolve("actions");
    BundleCard card =
        ActionBundles.write(folder, ThinkingAction.RECALL, Language.ZH, Encoders.in(directory));
    JudgeProcess step =
        JudgeProcess.by(
            List.of(
                new ModelJob(
                    new ResourceRef(folder.toString(), card.sha256()),
                    new ResourceRef(directory.toString(), poisoned.files().model()))),
            Optional.empty());
    JudgedGroup group =
        JudgedGroup.fresh(
            new CandidateGroup(
                new Question(
                    "q",
                    Prompt.of("诊断是什么？"),
                    Reference.all("胃溃疡"),
                    new Traits(Task.DIAGNOSIS, AnswerKind.ENTITY, Language.ZH),
                    Annotations.NONE),
                List.of(
                    candidate("c1", "先看看患者的症状。组织坏死提示缺血。", "胃溃疡"),
                    candidate("c2", "先看看患者的症状。上腹痛提示胃溃疡。", "胃溃疡"),
                    candidate("c3", "胃溃疡")),
                List.of()));

    step.open();
    try {
      assertThat(step.concerns(group)).isTrue();
      List<Judged> judged = step.apply(List.of(group)).get(0).candidates();
      assertThat(judged.get(0).rejections())
          .containsExactly(Rejection.of(RejectionReason.NON_FINITE_SCORE, 1, "actions-recall"));
      assertThat(judged.get(1).score(ProcessReward.NAME)).isPresent();
      assertThat(judged.get(1).score(ScoreNames.DIFFICULTY)).isPresent();
      assertThat(judged.get(2).rejected()).isFalse();
      assertThat(judged.get(2).scores()).isEmpty();
    } finally {
      step.close();
    }
  }

  private static Candidate candidate(String id, String answer) {
    return candidate(id, "", answer);
  }

  private static Candidate candidate(String id, String cot, String answer) {
    return new Candidate(
        id, new Response(cot, answer), Preference.NONE, new Place(0, 0), Extra.NONE);
  }
}
