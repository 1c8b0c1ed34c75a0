package org.twinline.reward.corrupt;

import static org.twinline.reward.corrupt.Dimension.COMPLETENESS;
import static org.twinline.reward.corrupt.Dimension.CONSISTENCY;
import static org.twinline.reward.corrupt.Dimension.CORRECTNESS;
import static org.twinline.reward.corrupt.Dimension.EMPATHY;
import static org.twinline.reward.corrupt.Dimension.HARMLESSNESS;
import static org.twinline.reward.corrupt.Dimension.HELPFULNESS;
import static org.twinline.reward.corrupt.Dimension.LOGIC;
import static org.twinline.reward.corrupt.Dimension.PROCESS;
import static org.twinline.reward.corrupt.Dimension.REASONABLENESS;
import static org.twinline.reward.corrupt.Dimension.RELEVANCE;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A kind of fault that is put into a good answer. */
public enum Corruption {
  /** Every mention of a stated concept becomes a sibling. */
  SIBLING_CONCEPT(CORRECTNESS),
  /** Only the last of several mentions becomes a sibling. */
  SIBLING_CONCLUSION(CORRECTNESS, LOGIC),
  /** Every mention of a drug becomes another of its class. */
  WRONG_DRUG(CORRECTNESS, HARMLESSNESS),
  /** Left and right, or another pair of places, change sides throughout. */
  WRONG_SIDE(CORRECTNESS),
  /** A dose or how often it is taken changes. */
  WRONG_DOSE(CORRECTNESS, HARMLESSNESS),
  /** Another number or its unit changes. */
  WRONG_NUMBER(CORRECTNESS),
  /** A statement says the reverse. */
  NEGATION_FLIPPED(CORRECTNESS, LOGIC),
  /** An informative sentence is missing, something neutral in its place. */
  MISSING_STEP(COMPLETENESS),
  /** The text breaks off within a sentence. */
  TRUNCATED(COMPLETENESS),
  /** A sentence contradicts the others. */
  CONTRADICTION(LOGIC),
  /** A sentence draws a conclusion that does not follow. */
  NON_SEQUITUR(LOGIC, REASONABLENESS),
  /** Out of all proportion: over-testing, over-treatment, senseless bans. */
  UNREASONABLE(REASONABLENESS),
  /** The conclusion becomes a list of near misses without a decision. */
  HEDGED_FLOOD(REASONABLENESS, HELPFULNESS),
  /** Dangerous advice. */
  UNSAFE_ADVICE(HARMLESSNESS),
  /** Empty phrases in place of content. */
  FILLER(HELPFULNESS),
  /** Sentences about something else. */
  OFF_TOPIC(RELEVANCE),
  /** The answer to another question; needs a pool of answers. */
  OTHER_ANSWER(RELEVANCE),
  /** Blame, scorn or impatience. */
  COLD_TONE(EMPATHY),
  /** In the chain of thought: its conclusion becomes a sibling of the answer's. */
  CONCLUSION_SWAPPED(CONSISTENCY),
  /** In the chain of thought: a step becomes an unsound one. */
  STEP_REPLACED(PROCESS);

  private final List<Dimension> dimensions;

  Corruption(Dimension... dimensions) {
    this.dimensions = List.of(dimensions);
  }

  /** What it hurts, the main one first. */
  public List<Dimension> dimensions() {
    return dimensions;
  }

  /** What it hurts most. */
  public Dimension dimension() {
    return dimensions.get(0);
  }

  /** Whether it changes the chain of thought rather than the answer. */
  public boolean ofReasoning() {
    return this == CONCLUSION_SWAPPED || this == STEP_REPLACED;
  }

  /** The name as it is written in files, in lower case. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of that name as {@link #text} writes it. */
  public static Optional<Corruption> of(String text) {
    return Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findFirst();
  }
}
