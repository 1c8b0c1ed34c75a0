package org.twinline.terminology.link;

import java.util.Map;
import java.util.stream.Collectors;
import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.SemanticType;

/**
 * The form in which texts and target names are matched: coarser than {@link NameNormaliser#name}.
 *
 * <p>On top of the folded name: signs other than letters and digits dropped; Roman and Chinese
 * numerals beside a stage, grade or type word become Arabic; variants of one word become one
 * ({@code folds.tsv}); Latin abbreviations in Chinese are written out ({@code abbreviations.tsv});
 * in procedures every kind of lesion becomes 病损 and sides vanish (attributes keep them, see {@link
 * Attributes}); English words lose plural endings and British diphthongs.
 */
public final class LinkForm {
  private static final FoldRules ANY = new FoldRules("any");
  private static final FoldRules OTHER = new FoldRules("other");
  private static final FoldRules DIAGNOSIS = new FoldRules("diagnosis");
  private static final FoldRules PROCEDURE = new FoldRules("procedure");
  private static final String COUNTED = "期级度型类区段";
  private static final String CHINESE_DIGITS = "零一二三四五六七八九";
  private static final Map<String, String> ABBREVIATIONS =
      Resource.rows("abbreviations.tsv").stream()
          .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> row[1]));
  private static final String[] ROMAN = {
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"
  };

  private LinkForm() {}

  /** The matching form of a name or text of that type. */
  public static String of(String raw, SemanticType type) {
    return ofFolded(NameNormaliser.name(raw), type);
  }

  /** The matching form of what {@link NameNormaliser} folded already. */
  public static String ofFolded(CharSequence folded, SemanticType type) {
    FoldRules rules =
        switch (type) {
          case PROCEDURE -> PROCEDURE;
          case DIAGNOSIS -> DIAGNOSIS;
          case OTHER -> OTHER;
          case DRUG, EXAM -> ANY;
        };
    return rules.apply(words(folded)).toString();
  }

  /** Words and numerals in their common form, other signs dropped. */
  private static CharSequence words(CharSequence text) {
    int n = text.length();
    StringBuilder out = new StringBuilder(n);
    boolean chinese = chinese(text);
    for (int i = 0; i < n; ) {
      char c = text.charAt(i);
      if (chinese && NameNormaliser.word(c)) {
        int to = i + 1;
        while (to < n && NameNormaliser.word(text.charAt(to))) {
          to++;
        }
        String full = to - i > 1 ? ABBREVIATIONS.get(text.subSequence(i, to).toString()) : null;
        if (full != null) {
          out.append(full);
          i = to;
          continue;
        }
      }
      if (c >= 'a' && c <= 'z') {
        int to = i;
        while (to < n && text.charAt(to) >= 'a' && text.charAt(to) <= 'z') {
          to++;
        }
        word(text, i, to, out);
        i = to;
        continue;
      }
      int digit = CHINESE_DIGITS.indexOf(c);
      if (digit > 0 && i + 1 < n && COUNTED.indexOf(text.charAt(i + 1)) >= 0) {
        out.append((char) ('0' + digit));
      } else if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        out.append(c);
      } else if (c == ' ' && !out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
      i++;
    }
    int end = out.length();
    if (end > 0 && out.charAt(end - 1) == ' ') {
      out.setLength(end - 1);
    }
    return out;
  }

  private static boolean chinese(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      if (NameNormaliser.unspaced(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static void word(CharSequence text, int from, int to, StringBuilder out) {
    boolean unspacedBefore = from > 0 && NameNormaliser.unspaced(text.charAt(from - 1));
    boolean counted = to < text.length() && COUNTED.indexOf(text.charAt(to)) >= 0;
    int romanEnd = to;
    if (to - from > 1 && counted && text.charAt(to - 1) >= 'a' && text.charAt(to - 1) <= 'c') {
      romanEnd = to - 1;
    }
    int roman = roman(text, from, romanEnd);
    boolean single = romanEnd - from == 1;
    if (roman > 0 && (counted || !single || (unspacedBefore && text.charAt(from) != 'x'))) {
      out.append(roman).append(text, romanEnd, to);
      return;
    }
    if (to - from <= 3 || counted || unspacedBefore) {
      out.append(text, from, to);
      return;
    }
    int at = out.length();
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      boolean diphthong = (c == 'a' || c == 'o') && i + 1 < to && text.charAt(i + 1) == 'e';
      if (!diphthong) {
        out.append(c);
      }
    }
    plural(out, at);
  }

  private static void plural(StringBuilder out, int from) {
    int n = out.length();
    if (n - from <= 3 || out.charAt(n - 1) != 's' || "sui".indexOf(out.charAt(n - 2)) >= 0) {
      return;
    }
    if (n - from > 4 && out.charAt(n - 2) == 'e' && out.charAt(n - 3) == 'i') {
      out.setLength(n - 3);
      out.append('y');
    } else {
      out.setLength(n - 1);
    }
  }

  /** The value of a Roman numeral from i to xii, 0 for anything else. */
  static int roman(CharSequence text, int from, int to) {
    for (int i = 0; i < ROMAN.length; i++) {
      if (ROMAN[i].length() == to - from && ROMAN[i].contentEquals(text.subSequence(from, to))) {
        return i + 1;
      }
    }
    return 0;
  }
}
