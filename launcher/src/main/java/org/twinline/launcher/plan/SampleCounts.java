package org.twinline.launcher.plan;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.twinline.core.text.LanguageGuess;
import org.twinline.core.triple.Candidate;
import org.twinline.core.triple.CandidateGroup;
import org.twinline.core.triple.Language;
import org.twinline.core.triple.Question;
import org.twinline.core.triple.Turn;
import org.twinline.launcher.job.Job;
import org.twinline.reward.rule.AnswerKinds;

/** What the lines of a sample hold, added up. */
public final class SampleCounts {
  private final Job.Line line;
  private long lines;
  private long bytes;
  private long triples;
  private long verifiable;
  private long referenced;
  private final SortedMap<String, Long> deadLetters = new TreeMap<>();
  private final Map<Language, TokenCounts> tokens = new EnumMap<>(Language.class);

  /** Tokens by the part of a record; each candidate's answer and reference counts. */
  static final class TokenCounts {
    /**
     * A step is read with what stands around it: 3.0 times its text in jmed-300, 3.6 in
     * o1-open-100.
     */
    private static final double STEP_WITH_NEIGHBOURS = 3.3;

    private double question;
    private double references;
    private double answers;
    private double cots;

    /** The tokens that an input of a model reads of these. */
    double of(String template) {
      return (template.contains("{question}") ? question : 0)
          + (template.contains("{reference}") ? references : 0)
          + (template.contains("{answer}") ? answers : 0)
          + (template.contains("{cot}") ? cots : 0)
          + (template.contains("{step}") ? STEP_WITH_NEIGHBOURS * cots : 0);
    }
  }

  SampleCounts(Job.Line line) {
    this.line = line;
  }

  void malformed(int length, String code) {
    lines++;
    triples++;
    bytes += length;
    deadLetters.merge(code, 1L, Long::sum);
  }

  void record(int length, CandidateGroup group) {
    lines++;
    bytes += length;
    int count = Math.max(1, group.candidates().size());
    triples += count;
    Question question = AnswerKinds.recognised(group.question());
    boolean checkable =
        !question.reference().isEmpty() && question.traits().answerKind().checkable();
    boolean routed = line == Job.Line.BOTH ? checkable : line == Job.Line.VERIFIABLE;
    referenced += question.reference().isEmpty() ? 0 : 1;
    verifiable += routed ? count : 0;
    String asked =
        question.prompt().turns().stream().map(Turn::content).collect(Collectors.joining("\n"));
    Language stated = question.traits().language();
    Language language = stated == Language.UNSTATED ? LanguageGuess.of(asked) : stated;
    TokenCounts counts = tokens.computeIfAbsent(language, unused -> new TokenCounts());
    // A question is encoded once for all its candidates, and only where there are any.
    counts.question += group.candidates().isEmpty() ? 0 : Tokens.of(asked);
    double reference =
        question.reference().alternatives().stream()
            .mapToDouble(a -> Tokens.of(String.join("；", a.required())))
            .sum();
    for (Candidate candidate : group.candidates()) {
      counts.references += reference;
      counts.answers += Tokens.of(candidate.answer());
      counts.cots += Tokens.of(candidate.cot());
    }
  }

  /** Lines, those that cannot be read included. */
  public long lines() {
    return lines;
  }

  /** Of the lines, their endings left out. */
  public long bytes() {
    return bytes;
  }

  /** Triples as the ledger counts them: candidates, or one for a line without. */
  public long triples() {
    return triples;
  }

  /** Those of the verifiable line. */
  public long verifiable() {
    return verifiable;
  }

  /** Lines that cannot be read, by code. */
  public SortedMap<String, Long> deadLetters() {
    return deadLetters;
  }

  /** Whether any candidate has a chain of thought. */
  public boolean reasons() {
    return tokens.values().stream().anyMatch(counts -> counts.cots > 0);
  }

  /** Whether any line has a candidate. */
  public boolean answers() {
    return tokens.values().stream().anyMatch(counts -> counts.answers > 0);
  }

  /** Whether any question has a reference. */
  public boolean references() {
    return referenced > 0;
  }

  /** The tokens that an input of a model reads in records of a language. */
  double tokens(String language, String template) {
    return tokens.entrySet().stream()
        .filter(entry -> entry.getKey().name().equalsIgnoreCase(language))
        .mapToDouble(entry -> entry.getValue().of(template))
        .sum();
  }
}
