package org.twinline.unverifiable;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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

/** Answers with rewards and stated preferences, and the pairs that are made of them. */
final class Answers {
  static final Question QUESTION =
      new Question(
          "u1",
          Prompt.of("血压高要吃药吗？"),
          Reference.NONE,
          new Traits(Task.KNOWLEDGE, AnswerKind.TEXT, Language.ZH),
          Annotations.NONE);

  private Answers() {}

  /** What a ranking wrote, by dataset, and its account. */
  record Paired(Map<String, List<String>> lines, Tally tally) {
    private static final Pattern CANDIDATE = Pattern.compile("\"candidate_id\":\"([^\"]*)\"");
    private static final Pattern REASON = Pattern.compile("^\\{\"reason\":\"([^\"]*)\"");

    static Paired by(Ranking ranking, JudgedGroup group) {
      TreeMap<String, List<String>> lines = new TreeMap<>();
      TallyBuilder tally = new TallyBuilder();
      new PairAnswers(ranking, ScoreNames.PREFERENCE, UnverifiableConfiguration.Reporting.NONE)
          .accept(
              group,
              line ->
                  lines
                      .computeIfAbsent(line.dataset(), d -> new ArrayList<>())
                      .add(new String(line.json(), UTF_8)),
              tally);
      return new Paired(lines, tally.finish());
    }

    List<String> of(String dataset) {
      return lines.getOrDefault(dataset, List.of());
    }

    /** {@code chosen>rejected} of every pair, in the order written. */
    List<String> pairs() {
      return of("preferences").stream().map(l -> String.join(">", found(CANDIDATE, l))).toList();
    }

    /** The candidate ids of a dataset. */
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
      return pattern
          .matcher(line)
          .results()
          .map((MatchResult match) -> String.valueOf(match.group(1)))
          .toList();
    }
  }

  static Judged unscored(String id, Preference preference) {
    return Judged.fresh(
        new Candidate(id, new Response("想", "答" + id), preference, new Place(0, 0), Extra.NONE));
  }

  static Judged scored(String id, double reward) {
    return scored(id, reward, Preference.NONE);
  }

  static Judged scored(String id, double reward, Preference preference) {
    return unscored(id, preference)
        .with(
            new Score(
                ScoreNames.PREFERENCE, reward, Explanation.of(ScoreNames.PREFERENCE, reward)));
  }

  static Judged guarded(Judged judged) {
    return judged.reject(Rejection.of(RejectionReason.REPETITION));
  }

  static JudgedGroup group(Judged... candidates) {
    return new JudgedGroup(QUESTION, List.of(candidates), List.of());
  }
}
