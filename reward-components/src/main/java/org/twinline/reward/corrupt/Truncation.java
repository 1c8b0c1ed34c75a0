package org.twinline.reward.corrupt;

import java.util.Optional;
import org.twinline.core.text.Span;

/**
 * Breaks the text off within a sentence. In half of the cases the chosen text is the sentences
 * before the break, so that the broken one is the longer.
 */
final class Truncation implements Maker {
  private static final int LEAST_SENTENCES = 3;
  private static final int LEAST_CUT = 4;
  private static final double SHARE = 0.09;

  @Override
  public Optional<Pair> make(Case good, Draw draw) {
    int count = good.sentences().size();
    if (count < LEAST_SENTENCES) {
      return Optional.empty();
    }
    boolean before = draw.coin();
    int index = before ? count / 2 + draw.below(count - count / 2) : count - 1;
    Span broken = good.sentences().get(index);
    int room = broken.end() - broken.start() - 2 * LEAST_CUT;
    if (room <= 0) {
      return Optional.empty();
    }
    String text = good.text();
    if (before) {
      Span last = good.sentences().get(index - 1);
      int most = slack(last.end()) - (broken.start() - last.end()) - LEAST_CUT;
      int cut = broken.start() + LEAST_CUT + draw.below(Math.min(room, Math.max(1, most)));
      return Optional.of(pair(text.substring(0, last.end()), text, cut));
    }
    int most = slack(broken.end()) - LEAST_CUT;
    int cut = broken.end() - LEAST_CUT - draw.below(Math.min(room, Math.max(1, most)));
    return Optional.of(pair(text.substring(0, broken.end()), text, cut));
  }

  private static int slack(int length) {
    return (int) (SHARE * length);
  }

  private static Pair pair(String chosen, String text, int cut) {
    int whole = Character.isLowSurrogate(text.charAt(cut)) ? cut - 1 : cut;
    return new Pair(chosen, text.substring(0, whole).stripTrailing());
  }
}
