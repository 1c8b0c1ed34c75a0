package org.twinline.reward.process;

import java.util.ArrayList;
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

/** Questions and chains of thought for tests. */
public final class Cots {
  private Cots() {}

  /** A question about a diagnosis with these options, labelled from A on. */
  public static Question question(AnswerKind kind, String text, String... options) {
    List<Option> labelled = new ArrayList<>();
    for (int i = 0; i < options.length; i++) {
      labelled.add(new Option(Character.toString('A' + i), options[i]));
    }
    return new Question(
        "q",
        new Prompt(List.of(new Turn(Role.USER, text)), labelled),
        Reference.NONE,
        new Traits(Task.DIAGNOSIS, kind, Language.UNSTATED),
        Annotations.NONE);
  }

  /** A candidate. */
  public static Candidate candidate(String cot, String answer) {
    return new Candidate(
        "c", new Response(cot, answer), Preference.NONE, new Place(0, 0), Extra.NONE);
  }
}
