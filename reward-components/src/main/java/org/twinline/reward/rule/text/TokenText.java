package org.twinline.reward.rule.text;

import java.util.ArrayList;
import java.util.List;
import org.twinline.terminology.NameNormaliser;

/**
 * A text as tokens: a Chinese character each, a stemmed word or a number each, with the clauses
 * they stand in. The empty token stands between clauses.
 *
 * @param tokens folded
 */
record TokenText(List<String> tokens) {
  static final String BREAK = "";

  TokenText {
    tokens = List.copyOf(tokens);
  }

  static TokenText of(String raw) {
    NameNormaliser.Folded text = NameNormaliser.text(raw);
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < text.length(); ) {
      char c = text.at(i);
      int to = i + 1;
      if (NameNormaliser.unspaced(c)) {
        if (c == '、') {
          tokens.add(BREAK);
        } else {
          tokens.add(Character.toString(c));
        }
      } else if (c == NameNormaliser.HARD || c == NameNormaliser.COMMA) {
        tokens.add(BREAK);
      } else if (c != ' ') {
        while (to < text.length()
            && !NameNormaliser.unspaced(text.at(to))
            && text.at(to) != ' '
            && text.at(to) != NameNormaliser.HARD
            && text.at(to) != NameNormaliser.COMMA
            && text.at(to) != NameNormaliser.LIST) {
          to++;
        }
        StringBuilder word = new StringBuilder(to - i);
        for (int k = i; k < to; k++) {
          word.append(text.at(k));
        }
        tokens.add(Stemmer.stem(word.toString()));
      }
      i = to;
    }
    return new TokenText(tokens);
  }

  /** The tokens without the breaks. */
  List<String> words() {
    return tokens.stream().filter(t -> !t.isEmpty()).toList();
  }
}
