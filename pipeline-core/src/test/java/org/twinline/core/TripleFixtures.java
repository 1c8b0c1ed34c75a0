package org.twinline.core;

import java.util.Arrays;
import java.util.List;
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

/** Named values for tests. */
public final class TripleFixtures {
  private TripleFixtures() {}

  public static Question question(String id, String text) {
    return new Question(
        id,
        Prompt.of(text),
        Reference.all("急性心肌梗死"),
        new Traits(Task.DIAGNOSIS, AnswerKind.ENTITY, Language.ZH),
        Annotations.NONE);
  }

  public static Candidate candidate(String id, String cot, String answer, Place place) {
    return new Candidate(id, new Response(cot, answer), Preference.NONE, place, Extra.NONE);
  }

  public static CandidateGroup line(Question question, Candidate... candidates) {
    return new CandidateGroup(question, Arrays.asList(candidates), List.of());
  }
}
