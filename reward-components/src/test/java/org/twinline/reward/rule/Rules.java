package org.twinline.reward.rule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.twinline.core.triple.Annotations;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Candidate;
import org.twinline.core.triple.Extra;
import org.twinline.core.triple.Language;
import org.twinline.core.triple.Option;
import org.twinline.core.triple.Place;
import org.twinline.core.triple.Preference;
import org.twinline.core.triple.Prompt;
import org.twinline.core.triple.Question;
import org.twinline.core.triple.Reference;
import org.twinline.core.triple.Response;
import org.twinline.core.triple.Role;
import org.twinline.core.triple.Task;
import org.twinline.core.triple.Traits;
import org.twinline.core.triple.Turn;
import org.twinline.core.verdict.Verdict;
import org.twinline.terminology.Terminology;
import org.twinline.terminology.TerminologyBuilder;
import org.twinline.terminology.source.TableSource;

/** What the tests of rules and guards ask with. */
public final class Rules {
  private static final Path ROOT = Path.of(System.getProperty("twinline.root", ".."));
  private static final Terminology TERMINOLOGY =
      build(ROOT.resolve("terminology/src/test/resources/fixture"));

  private Rules() {}

  /** The small terminology of the terminology module's tests. */
  public static Terminology terminology() {
    return TERMINOLOGY;
  }

  /** A terminology from a folder of tables. */
  public static Terminology build(Path folder) {
    try {
      Path directory = Files.createTempDirectory("twinline-rules").resolve("index");
      TerminologyBuilder.of(TableSource.folder(folder)).write(directory);
      return Terminology.open(directory);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A question of a kind, without options. */
  public static Question question(AnswerKind kind, Reference reference) {
    return question(kind, reference, List.of());
  }

  /** A question of a kind. */
  public static Question question(AnswerKind kind, Reference reference, List<Option> options) {
    return new Question(
        "q",
        new Prompt(List.of(new Turn(Role.USER, "?")), options),
        reference,
        new Traits(Task.DIAGNOSIS, kind, Language.UNSTATED),
        Annotations.NONE);
  }

  /** A candidate with that answer. */
  public static Candidate answer(String answer) {
    return candidate("because", answer);
  }

  /** A candidate with that chain of thought and answer. */
  public static Candidate candidate(String cot, String answer) {
    return new Candidate(
        "c", new Response(cot, answer), Preference.NONE, new Place(0, 0), Extra.NONE);
  }

  /** The verdict on an entity answer by the small terminology. */
  public static Verdict entity(String reference, String answer) {
    return RuleVerifier.against(TERMINOLOGY, RuleSettings.DEFAULT)
        .verify(question(AnswerKind.ENTITY, Reference.all(reference)), answer(answer));
  }
}
