package org.twinline.reward.rule.quantity;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Numbers in words: 一百二十, 两, 半, 三分之一, 百分之七十五; twenty-five, half, two thirds. */
final class Words {
  private static final String HAN_DIGITS = "零一二三四五六七八九";

  private static final Map<String, Integer> ENGLISH =
      Map.ofEntries(
          Map.entry("zero", 0),
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12),
          Map.entry("thirteen", 13),
          Map.entry("fourteen", 14),
          Map.entry("fifteen", 15),
          Map.entry("sixteen", 16),
          Map.entry("seventeen", 17),
          Map.entry("eighteen", 18),
          Map.entry("nineteen", 19),
          Map.entry("twenty", 20),
          Map.entry("thirty", 30),
          Map.entry("forty", 40),
          Map.entry("fifty", 50),
          Map.entry("sixty", 60),
          Map.entry("seventy", 70),
          Map.entry("eighty", 80),
          Map.entry("ninety", 90),
          Map.entry("once", 1),
          Map.entry("twice", 2),
          Map.entry("thrice", 3),
          Map.entry("dozen", 12));

  private static final Map<String, Integer> PARTS =
      Map.ofEntries(
          Map.entry("half", 2),
          Map.entry("halves", 2),
          Map.entry("third", 3),
          Map.entry("thirds", 3),
          Map.entry("quarter", 4),
          Map.entry("quarters", 4),
          Map.entry("fourth", 4),
          Map.entry("fourths", 4),
          Map.entry("fifth", 5),
          Map.entry("fifths", 5),
          Map.entry("sixth", 6),
          Map.entry("eighth", 8),
          Map.entry("tenth", 10),
          Map.entry("tenths", 10));

  private final String text;

  Words(String text) {
    this.text = text;
  }

  /** Whether a Chinese number can begin with this character. */
  static boolean han(char c) {
    return c == '半' || c == '十' || c == '百' || c == '千' || c == '万' || digit(c) >= 0;
  }

  /** What 万, 千万, million … multiply with. */
  static double scale(String word) {
    double scale = 1;
    for (char c : word.toLowerCase(Locale.ROOT).toCharArray()) {
      scale *=
          switch (c) {
            case '十' -> 10;
            case '百' -> 100;
            case '千' -> 1e3;
            case '万' -> 1e4;
            case '亿' -> 1e8;
            default -> 1;
          };
    }
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "thousand" -> 1e3;
      case "million" -> 1e6;
      case "billion" -> 1e9;
      default -> scale;
    };
  }

  private static int digit(char c) {
    return c == '两' ? 2 : c == '〇' ? 0 : HAN_DIGITS.indexOf(c);
  }

  /** The Chinese number that begins here. */
  Optional<Numeral> readHan(int from) {
    Optional<Numeral> whole = hanNumber(from);
    if (whole.isEmpty()) {
      return text.charAt(from) == '半' ? Optional.of(Numeral.word(0.5, from + 1)) : whole;
    }
    int at = whole.get().end();
    if (text.startsWith("分之", at) && whole.get().value() > 0) {
      Optional<Numeral> part = at + 2 < text.length() ? part(at + 2) : Optional.empty();
      return part.map(p -> new Numeral(p.value(), 0, whole.get().value(), true, 1, p.end()));
    }
    if (text.startsWith("成", at) && !text.startsWith("成人", at) && whole.get().value() <= 10) {
      return Optional.of(new Numeral(whole.get().value(), 0, 10, true, 1, at + 1));
    }
    if (at + 1 < text.length() && text.charAt(at) == '比') {
      Optional<Numeral> part = part(at + 1);
      return part.isEmpty()
          ? whole
          : part.map(p -> new Numeral(whole.get().value(), 0, p.value(), true, 1, p.end()));
    }
    return whole;
  }

  private Optional<Numeral> part(int from) {
    return Character.isDigit(text.charAt(from)) ? new Digits(text).read(from) : hanNumber(from);
  }

  private Optional<Numeral> hanNumber(int from) {
    double total = 0;
    double section = 0;
    double pending = -1;
    boolean approximate = false;
    int at = from;
    for (; at < text.length() && at < from + 16; at++) {
      char c = text.charAt(at);
      int digit = digit(c);
      if (digit >= 0) {
        // 二〇〇三 is read digit by digit; 两三 means two or three.
        approximate |= pending > 0 && pending < 10 && digit > 0;
        pending = pending > 0 && section == 0 && total == 0 ? pending * 10 + digit : digit;
      } else if (c == '十' || c == '百' || c == '千') {
        section += (pending < 0 ? 1 : pending) * scale(Character.toString(c));
        pending = -1;
      } else if ((c == '万' || c == '亿') && at > from) {
        total = (total + section + Math.max(pending, 0)) * scale(Character.toString(c));
        section = 0;
        pending = -1;
      } else {
        break;
      }
    }
    if (at == from
        || approximate
        || ((text.charAt(from) == '百' || text.charAt(from) == '千') && !divides(from))) {
      return Optional.empty();
    }
    double value = total + section + Math.max(pending, 0);
    if (at + 1 < text.length() && text.charAt(at) == '点' && digit(text.charAt(at + 1)) >= 0) {
      double place = 0.1;
      for (at++; at < text.length() && digit(text.charAt(at)) >= 0 && place > 1e-9; at++) {
        value += place * digit(text.charAt(at));
        place /= 10;
      }
    }
    return Optional.of(Numeral.word(value, at));
  }

  /** 百分之 and 千分之 begin with their scale; 百日咳 and 千克 are no numbers. */
  private boolean divides(int from) {
    return text.startsWith("分之", from + 1);
  }

  /** The English number that begins at this word. */
  Optional<Numeral> readEnglish(int from) {
    double total = 0;
    double section = 0;
    double tens = 0;
    int end = -1;
    int at = from;
    String word = word(at);
    for (int i = 0; i < 8 && !word.isEmpty(); i++) {
      @Nullable Integer number = ENGLISH.get(word);
      if (number != null && !(number < 10 && tens > 0 && tens < 20)) {
        section += number;
        tens = number;
      } else if (word.equals("hundred") && section > 0) {
        section *= 100;
        tens = 0;
      } else if ((word.equals("thousand") || word.equals("million")) && section > 0) {
        total += section * scale(word);
        section = 0;
        tens = 0;
      } else if (!(word.equals("and") && end >= 0 && ENGLISH.containsKey(word(next(at, word))))) {
        break;
      }
      if (!word.equals("and")) {
        end = at + word.length();
      }
      at = next(at, word);
      word = word(at);
    }
    if (end < 0) {
      boolean part = word.equals("half") || word.equals("quarter");
      return part
          ? Optional.of(
              Numeral.word(word.equals("half") ? 0.5 : 0.25, article(from + word.length())))
          : Optional.empty();
    }
    return Optional.of(fraction(total + section, end));
  }

  /** Two thirds, one and a half. */
  private Numeral fraction(double whole, int end) {
    int at = next(end, "");
    String word = word(at);
    if (PARTS.containsKey(word)) {
      return new Numeral(whole, 0, PARTS.get(word), true, 1, article(at + word.length()));
    }
    String tail = text.substring(end, Math.min(text.length(), end + 12)).toLowerCase(Locale.ROOT);
    return tail.startsWith(" and a half")
        ? Numeral.word(whole + 0.5, end + " and a half".length())
        : Numeral.word(whole, end);
  }

  /** Past "a", "an" or "of a" behind half. */
  private int article(int at) {
    for (String article : new String[] {" of a ", " of an ", " an ", " a "}) {
      if (text.startsWith(article, at)) {
        return at + article.length() - 1;
      }
    }
    return at;
  }

  private int next(int at, String word) {
    int end = at + word.length();
    return end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '-')
        ? end + 1
        : end;
  }

  private String word(int from) {
    int end = from;
    while (end < text.length() && end - from <= 9 && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return end - from > 9 ? "" : text.substring(from, end).toLowerCase(Locale.ROOT);
  }
}
