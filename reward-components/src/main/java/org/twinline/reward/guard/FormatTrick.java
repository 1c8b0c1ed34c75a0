package org.twinline.reward.guard;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Candidate;
import org.twinline.core.triple.Question;
import org.twinline.core.verdict.Rejection;
import org.twinline.core.verdict.RejectionReason;
import org.twinline.reward.Guard;
import org.twinline.reward.rule.AnswerKinds;

/**
 * Rejects what misleads a reader or a parser by its form: several boxes, answer marks or final
 * lines that differ ({@link FinalMarks}); marks of thought or of a chat template where none belong
 * ({@link ThoughtMarks}); characters that nobody sees or that look like others ({@link Disguises});
 * text that is hidden or encoded ({@link HiddenText}).
 *
 * <p>Each rule says where its bounds come from. The explanation holds the trick's code, the part it
 * stands in ({@code cot} or {@code answer}) and its offset there in UTF-16 units. Linear time.
 */
public final class FormatTrick implements Guard {

  /**
   * A trick found in a text.
   *
   * @param code lower_snake
   * @param offset where it begins
   */
  record Found(String code, int offset) {}

  @Override
  public String name() {
    return "format_trick";
  }

  @Override
  public Optional<Rejection> check(Question question, Candidate candidate) {
    String cot = candidate.cot();
    String answer = candidate.answer();
    return first(
            "answer",
            () -> FinalMarks.differing(answer, allowed(question)),
            () -> ThoughtMarks.inAnswer(answer),
            () -> Disguises.in(answer),
            () -> HiddenText.in(answer))
        .or(
            () ->
                first(
                    "cot",
                    () -> ThoughtMarks.inThought(cot),
                    () -> Disguises.in(cot),
                    () -> HiddenText.in(cot)));
  }

  /** So many different final answers may be marked; advice may mark as many as it likes. */
  private static int allowed(Question question) {
    AnswerKind kind = AnswerKinds.recognise(question);
    return kind == AnswerKind.TEXT || kind == AnswerKind.JSON
        ? Integer.MAX_VALUE
        : question.reference().alternatives().stream()
            .mapToInt(a -> a.required().size() + a.niceToHave().size())
            .max()
            .orElse(1);
  }

  private interface Rule {
    Optional<Found> look();
  }

  private static Optional<Rejection> first(String part, Rule... rules) {
    return Stream.of(rules)
        .map(Rule::look)
        .flatMap(Optional::stream)
        .findFirst()
        .map(
            found ->
                Rejection.of(
                    RejectionReason.FORMAT_TRICK,
                    1,
                    found.code(),
                    part,
                    Integer.toString(found.offset())));
  }

  /** The kinds of trick, for tests and documentation. */
  static List<String> codes() {
    return List.of(
        "boxes",
        "answer_marks",
        "final_lines",
        "thought_marks",
        "answer_in_thought",
        "thought_headings",
        "template_marks",
        "unseen_characters",
        "bidirectional_override",
        "tag_characters",
        "look_alikes",
        "hidden_markup",
        "encoded_text",
        "padding");
  }
}
