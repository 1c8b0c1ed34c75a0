package org.twinline.verifiable;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twinline.core.flow.GroupSink;
import org.twinline.core.ledger.Tally;
import org.twinline.core.ledger.TallyBuilder;
import org.twinline.core.triple.Annotations;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Candidate;
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
import org.twinline.core.verdict.Explanation;
import org.twinline.core.verdict.Judged;
import org.twinline.core.verdict.JudgedGroup;
import org.twinline.core.verdict.Rejection;
import org.twinline.core.verdict.RejectionReason;
import org.twinline.core.verdict.Score;
import org.twinline.reward.step.ScoreNames;

/** Judged groups for tests, and what a sink makes of them. */
final class Judgements {
  static final Question QUESTION = question("q1", Reference.all("肺炎"));

  private Judgements() {}

  /** What a sink wrote, by dataset, and its account. */
  record Sunk(Map<String, List<String>> lines, Tally tally) {
    private static final Pattern CANDIDATE = Pattern.compile("\"candidate_id\":\"([^\"]*)\"");
    private static final Pattern REASON = Pattern.compile("^\\{\"reason\":\"([^\"]*)\"");

    static Sunk of(GroupSink sink, JudgedGroup group) {
      TreeMap<String, List<String>> lines = new TreeMap<>();
      TallyBuilder tally = new TallyBuilder();
      sink.accept(
          group,
          line ->
              lines
                  .computeIfAbsent(line.dataset(), d -> new ArrayList<>())
                  .add(new String(line.json(), UTF_8)),
          tally);
      return new Sunk(lines, tally.finish());
    }

    List<String> of(String dataset) {
      return lines.getOrDefault(dataset, List.of());
    }

    /** The candidate ids of a dataset, in the order written. */
    List<String> ids(String dataset) {
      return of(dataset).stream().flatMap(l -> found(CANDIDATE, l).stream()).toList();
    }

    /** {@code id reason} of every reject. */
    List<String> rejects() {
      return of("rejected").stream()
          .map(l -> String.join("", found(CANDIDATE, l)) + " " + found(REASON, l).get(0))
          .toList();
    }

    private static List<String> found(Pattern pattern, String line) {
      List<String> found = new ArrayList<>();
      Matcher matcher = pattern.matcher(line);
      while (matcher.find()) {
        found.add(String.valueOf(matcher.group(1)));
      }
      return found;
    }
  }

  static Question question(String id, Reference reference) {
    return new Question(
        id,
        Prompt.of("何病？"),
        reference,
        new Traits(Task.DIAGNOSIS, AnswerKind.ENTITY, Language.ZH),
        Annotations.NONE);
  }

  static Candidate candidate(String id, String cot, String answer) {
    return new Candidate(
        id, new Response(cot, answer), Preference.NONE, new Place(0, 0), Extra.NONE);
  }

  static Judged fresh(String id) {
    return Judged.fresh(candidate(id, "发热、咳嗽三天，胸片有浸润影，考虑感染。", "肺炎"));
  }

  static Judged right(String id, double reward) {
    return fresh(id).with(score(ScoreNames.RULE, reward)).with(score(ScoreNames.OUTCOME, reward));
  }

  static Judged wrong(String id) {
    return right(id, 0.1).reject(Rejection.of(RejectionReason.WRONG_ANSWER, 0.1, "rule"));
  }

  static Judged unsure(String id) {
    return fresh(id).with(score(ScoreNames.RULE, 0.5));
  }

  static Judged guarded(String id) {
    return fresh(id).reject(Rejection.of(RejectionReason.NO_REASONING));
  }

  static Score score(String name, double value) {
    return new Score(name, value, Explanation.of(name, value));
  }

  static JudgedGroup group(Judged... candidates) {
    return new JudgedGroup(QUESTION, List.of(candidates), List.of());
  }
}
