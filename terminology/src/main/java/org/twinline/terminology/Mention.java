package org.twinline.terminology;

import java.util.List;

/**
 * A name of concepts in a text.
 *
 * @param start first character (UTF-16 index into the text as given)
 * @param end one past the last character
 * @param concepts what the name may mean, likeliest first; never empty
 * @param context what the text says of it
 */
public record Mention(int start, int end, List<ConceptId> concepts, Context context) {
  public Mention {
    concepts = List.copyOf(concepts);
  }

  /** Whether the text says that it is not so. */
  public boolean negated() {
    return context.negated();
  }

  /** Whether the text says of the patient that it is so, now and surely. */
  public boolean affirmed() {
    return context.affirmed();
  }

  /**
   * What the text says of a concept, after ConText (Harkema et al. 2009, J Biomed Inform 42:839).
   * The four are independent: {@code 无高血压病史} is negated and historical.
   *
   * @param negated ruled out, denied or absent: {@code 排除肺炎}, "no pneumonia"
   * @param uncertain possible, suspected or still to be ruled out: {@code 肺炎待排}, "r/o pneumonia"
   * @param historical of the past: {@code 既往肺炎}, "history of pneumonia"
   * @param family of a relative: {@code 父亲患糖尿病}, "mother had diabetes"
   */
  public record Context(boolean negated, boolean uncertain, boolean historical, boolean family) {
    /** What the text simply states. */
    public static final Context AFFIRMED = new Context(false, false, false, false);

    /** Whether none of the four holds. */
    public boolean affirmed() {
      return !negated && !uncertain && !historical && !family;
    }
  }
}
