package org.twinline.reward.corrupt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twinline.terminology.Terminology;

/**
 * Corrupts good answers.
 *
 * <p>What is made of an answer depends on the answer, the terminology and the hash of (seed, id,
 * kind) alone. Every phrase and every exchanged concept is of the question's {@link Part}. The
 * chosen text is the answer as given, or the answer with a benign change of the same form as the
 * fault, so that neither length nor an added sentence nor a formal name gives the fault away.
 *
 * <p>Thread-safe.
 */
public final class Corrupter {
  private final Terminology terminology;
  private final CorruptionSettings settings;
  private final Map<Corruption, Maker> makers;
  private final ConclusionSwap conclusions;

  private Corrupter(
      Terminology terminology, CorruptionSettings settings, Map<Corruption, Maker> makers) {
    this.terminology = terminology;
    this.settings = settings;
    this.makers = makers;
    conclusions = new ConclusionSwap(new Siblings(terminology));
  }

  /** Without a pool of answers: {@link Corruption#OTHER_ANSWER} is never made. */
  public static Corrupter over(Terminology terminology, CorruptionSettings settings) {
    return new Corrupter(terminology, settings, makers(new Siblings(terminology)));
  }

  /** With answers that may be taken for another question's. */
  public Corrupter withPool(List<GoodAnswer> answers) {
    Map<Corruption, Maker> more = new EnumMap<>(makers);
    more.put(Corruption.OTHER_ANSWER, new OtherAnswer(answers));
    return new Corrupter(terminology, settings, more);
  }

  /** The corruptions of an answer, in the order of their kinds; none where nothing fits. */
  public List<Corrupted> corrupt(GoodAnswer good) {
    Case answer = new Case(terminology, good, good.answer());
    Case cot = new Case(terminology, good, good.cot());
    List<Corruption> order =
        Draw.of(Long.toString(settings.seed()), good.id(), "kinds")
            .shuffled(
                Arrays.stream(Corruption.values()).filter(settings.kinds()::contains).toList());
    List<Corrupted> made = new ArrayList<>();
    for (Corruption kind : order) {
      if (made.size() < settings.perAnswer()) {
        Draw draw = Draw.of(Long.toString(settings.seed()), good.id(), kind.text());
        made(kind, answer, cot, draw)
            .filter(pair -> !pair.chosen().equals(pair.rejected()))
            .map(pair -> Corrupted.of(kind, good.part(), pair.chosen(), pair.rejected()))
            .ifPresent(made::add);
      }
    }
    made.sort((a, b) -> a.kind().compareTo(b.kind()));
    return made;
  }

  private Optional<Maker.Pair> made(Corruption kind, Case answer, Case cot, Draw draw) {
    if (kind == Corruption.CONCLUSION_SWAPPED) {
      return conclusions.make(cot, answer, draw);
    }
    Maker maker = makers.get(kind);
    return maker == null ? Optional.empty() : maker.make(kind.ofReasoning() ? cot : answer, draw);
  }

  private static Map<Corruption, Maker> makers(Siblings siblings) {
    int one = Integer.MAX_VALUE;
    Map<Corruption, Maker> all = new EnumMap<>(Corruption.class);
    all.put(Corruption.SIBLING_CONCEPT, ConceptSwap.everywhere(siblings));
    all.put(Corruption.SIBLING_CONCLUSION, ConceptSwap.ofConclusion(siblings));
    all.put(Corruption.WRONG_DRUG, ConceptSwap.ofDrugs(siblings));
    all.put(Corruption.WRONG_SIDE, new SideSwap());
    all.put(Corruption.WRONG_DOSE, NumberChange.ofDoses());
    all.put(Corruption.WRONG_NUMBER, NumberChange.ofMeasures());
    all.put(Corruption.NEGATION_FLIPPED, new Reversals());
    all.put(Corruption.MISSING_STEP, new Omission());
    all.put(Corruption.TRUNCATED, new Truncation());
    all.put(Corruption.CONTRADICTION, new Contradiction());
    all.put(
        Corruption.NON_SEQUITUR, new PhraseSwap(Phrase.Kind.NON_SEQUITUR, Phrase.Kind.SOUND, one));
    all.put(
        Corruption.UNREASONABLE,
        new PhraseSwap(Phrase.Kind.UNREASONABLE, Phrase.Kind.MEASURED, one));
    all.put(Corruption.HEDGED_FLOOD, new HedgedFlood(siblings));
    all.put(Corruption.UNSAFE_ADVICE, new PhraseSwap(Phrase.Kind.UNSAFE, Phrase.Kind.SAFE, one));
    all.put(Corruption.FILLER, new PhraseSwap(Phrase.Kind.FILLER, Phrase.Kind.NEUTRAL, 3));
    all.put(Corruption.OFF_TOPIC, new PhraseSwap(Phrase.Kind.OFF_TOPIC, Phrase.Kind.NEUTRAL, 3));
    all.put(Corruption.COLD_TONE, new PhraseSwap(Phrase.Kind.COLD, Phrase.Kind.WARM, one));
    all.put(Corruption.STEP_REPLACED, new StepReplacement(siblings));
    return all;
  }
}
