package org.twinline.reward.rule.quantity;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a unit behind a number: {@code mg/kg/d}, {@code mL/min/1.73 m²}, {@code mg·kg-1}, 毫摩尔每升,
 * {@code beats per minute}, {@code mg daily}.
 *
 * <p>What follows a fraction bar is below it, products included: {@code mg/kg·d} is mg/(kg·d), as
 * prescriptions write it. A number below the bar belongs to the unit ({@code /8 h}); the 1.73 m² of
 * a filtration rate is an annotation, as in UCUM.
 */
final class UnitReader {
  private static final Pattern BELOW_NUMBER = Pattern.compile("\\d{1,6}(?:\\.\\d{1,4})?");
  private static final Pattern EXPONENT =
      Pattern.compile("\\^\\{?([-+]?\\d)\\}?|(-?[1-5])(?![\\d%~\\p{L}]|[.,]\\d|-\\d)");
  private static final Pattern PER_DAY =
      Pattern.compile(
          "\\s*(?:\\b(?:once )?daily\\b|\\bevery day\\b|\\ban? (day|hour|week|minute|month|year)\\b)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PER =
      Pattern.compile("\\s*(?:/|每(?!次)|\\bper\\s+|\\bin an?\\s+)\\s*", Pattern.CASE_INSENSITIVE);
  private static final Pattern COUNT = Pattern.compile("\\s*[\\d一二两三四五六七八九十]");

  /** Words that complete the number's sentence, not its unit. */
  private static final Set<String> NO_UNIT =
      Set.of(
          "to", "in", "of", "and", "or", "at", "per", "for", "is", "are", "was", "were", "the",
          "every", "with", "if", "as", "by", "on", "from", "than", "then", "but", "which", "that",
          "this", "because", "since", "a", "an", "it", "so", "x", "e", "po", "iv", "im", "sc", "qd",
          "bid", "tid", "qid", "not", "only", "after", "before", "more", "less", "over", "total");

  private static final Set<String> FIRST_OF_TWO = Set.of("mm", "cm", "per", "international", "deg");

  private static final Pattern GLUED =
      Pattern.compile("(?:po|iv|ivgtt|im|ih|sc|q[dn]|bid|tid|qid|q\\d+h?|prn|st|gtt)");

  private final String text;
  private int at;

  UnitReader(String text) {
    this.text = text;
  }

  /** Where the unit read last ends. */
  int end() {
    return at;
  }

  /** The unit that begins at {@code from}, after a blank or a hyphen at most. */
  Optional<Unit> read(int from) {
    at = blanks(from);
    if (at < text.length() && text.charAt(at) == '-' && at == from) {
      at++;
    }
    Dimensioned product = Dimensioned.ONE;
    Unit alone = Unit.NONE;
    int factors = 0;
    boolean below = false;
    int close = -1;
    Matcher per = PER.matcher(text);
    while (factors < 8) {
      int save = at;
      int next = separator(per, factors > 0, below);
      if (next < 0 && factors > 0) {
        break;
      }
      if (next >= 0) {
        below |= per.region(at, text.length()).lookingAt();
        at = next;
        if (below && at < text.length() && text.charAt(at) == '(') {
          close = ++at;
        }
      }
      Optional<Dimensioned> factor = factor(below);
      if (factor.isEmpty()) {
        at = save;
        break;
      }
      product = product.times(factor.get(), below ? -1 : 1);
      alone = factors == 0 && !below ? last : Unit.NONE;
      factors++;
      if (close >= 0 && at < text.length() && text.charAt(at) == ')') {
        at++;
        close = -1;
      }
    }
    if (factors == 0) {
      at = from;
      return Optional.empty();
    }
    product = daily(product, below);
    if (factors == 1 && alone.stated() && product.exponents().equals(alone.dimension())) {
      return Optional.of(alone);
    }
    return Optional.of(Unit.of(osmolality(product)));
  }

  private Unit last = Unit.NONE;

  /** Where the next factor begins behind a separator at this place, −1 where there is none. */
  private int separator(Matcher per, boolean inside, boolean below) {
    if (per.region(at, text.length()).lookingAt()) {
      boolean frequency = text.substring(at, per.end()).contains("每") && followedByCount(per.end());
      return frequency ? -1 : per.end();
    }
    if (inside && at < text.length() && "·*.".indexOf(text.charAt(at)) >= 0) {
      boolean letter = at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
      return letter && (below || text.charAt(at) != '*') ? at + 1 : -1;
    }
    return -1;
  }

  /** Whether 每日 … counts what follows: 每日 3 次. */
  private boolean followedByCount(int from) {
    int end = from;
    while (end < text.length() && end < from + 2 && Character.isIdeographic(text.charAt(end))) {
      if (UnitTable.find(text.substring(from, end + 1)).isPresent()
          && COUNT.matcher(text).region(end + 1, text.length()).lookingAt()) {
        return true;
      }
      end++;
    }
    return false;
  }

  private Optional<Dimensioned> factor(boolean below) {
    double number = 1;
    if (below) {
      Matcher digits = BELOW_NUMBER.matcher(text).region(at, text.length());
      if (digits.lookingAt()) {
        number = Double.parseDouble(digits.group());
        at = blanks(digits.end());
      }
    }
    int from = at;
    Optional<Unit> atom = atom();
    if (atom.isEmpty() || number == 0) {
      return Optional.empty();
    }
    last = atom.get();
    Dimensioned unit = new Dimensioned(last.factor(), last.dimension());
    int power = power(from);
    if (number == 1.73 && unit.exponent("m") * power == 2) {
      return Optional.of(Dimensioned.ONE);
    }
    if ((below || power < 0) && unit.exponents().equals(Dimensioned.of(1, "g").exponents())) {
      unit = Dimensioned.of(unit.factor() / 1000, "kg_body");
    }
    if (below && unit.exponent("point") == 1) {
      // 次/分.
      unit = Ucum.canonical("min");
    }
    return Optional.of(Dimensioned.ONE.times(unit, power).times(number));
  }

  private Optional<Unit> atom() {
    if (at >= text.length()) {
      return Optional.empty();
    }
    char c = text.charAt(at);
    if (c == '%' || c == '‰') {
      return found(UnitTable.find(Character.toString(c)), at + 1);
    }
    if (Character.isIdeographic(c)) {
      for (int end = Math.min(text.length(), at + UnitTable.LONGEST_HAN); end > at; end--) {
        Optional<Unit> unit = UnitTable.find(text.substring(at, end));
        if (unit.isPresent()) {
          return found(unit, end);
        }
      }
      return Optional.empty();
    }
    int end = letters(at);
    if (end == at || end - at > 24) {
      return Optional.empty();
    }
    if (text.startsWith("H2O", end - 1) || text.startsWith("h2o", end - 1)) {
      end += 2;
    }
    String word = text.substring(at, end);
    if (FIRST_OF_TWO.contains(word.toLowerCase(Locale.ROOT)) && end < text.length()) {
      int second = letters(end + 1);
      second = text.startsWith("H2O", second - 1) ? second + 2 : second;
      Optional<Unit> two =
          second > end + 1 ? UnitTable.find(text.substring(at, second)) : Optional.empty();
      if (two.isPresent() && text.charAt(end) == ' ') {
        return found(two, second);
      }
    }
    Optional<Unit> one = UnitTable.find(word);
    for (int cut = word.length() - 1; one.isEmpty() && cut > 0; cut--) {
      if (GLUED.matcher(word.substring(cut).toLowerCase(Locale.ROOT)).matches()) {
        one = UnitTable.find(word.substring(0, cut));
        end = at + cut;
      }
    }
    return found(one, end);
  }

  private Optional<Unit> found(Optional<Unit> unit, int end) {
    at = unit.isPresent() ? end : at;
    return unit;
  }

  private int power(int from) {
    Matcher exponent = EXPONENT.matcher(text).region(at, text.length());
    if (Character.isIdeographic(text.charAt(from)) || !exponent.lookingAt()) {
      return 1;
    }
    String digits = exponent.group(1) == null ? exponent.group(2) : exponent.group(1);
    int power = Integer.parseInt(digits);
    // Only lengths are squared or cubed without a sign: "5 mg 2" is none.
    boolean signed = power < 0 || exponent.group(1) != null;
    if (power == 0 || (!signed && !last.has("m", 1))) {
      return 1;
    }
    at = exponent.end();
    return power;
  }

  private Dimensioned daily(Dimensioned product, boolean below) {
    Matcher daily = PER_DAY.matcher(text).region(at, text.length());
    daily.useTransparentBounds(true);
    boolean time = product.exponent("s") != 0;
    if (below || time || !daily.lookingAt()) {
      return product;
    }
    at = daily.end();
    String word = daily.group(1);
    return product.times(Ucum.canonical(word == null ? "d" : code(word)), -1);
  }

  private static String code(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "hour" -> "h";
      case "week" -> "wk";
      case "minute" -> "min";
      case "month" -> "mo";
      case "year" -> "a";
      default -> "d";
    };
  }

  /** Osmolality as osmolarity: a kilogram of water is a litre. */
  private static Dimensioned osmolality(Dimensioned unit) {
    return unit.exponent("osm") == 1 && unit.exponent("kg_body") == -1
        ? unit.times(Dimensioned.of(1, "kg_body"), 1).times(Ucum.canonical("L"), -1)
        : unit;
  }

  /** The word behind a number that is no unit, in lower case and singular; empty where none is. */
  static Optional<String> word(String text, int from) {
    int start = from < text.length() && text.charAt(from) == ' ' ? from + 1 : from;
    int end = start;
    while (end < text.length() && end - start <= 24 && latin(text.charAt(end))) {
      end++;
    }
    String word = text.substring(start, end).toLowerCase(Locale.ROOT);
    if (word.length() < 2 || word.length() > 24 || NO_UNIT.contains(word)) {
      return Optional.empty();
    }
    return Optional.of(
        word.endsWith("s") && word.length() > 3 ? word.substring(0, word.length() - 1) : word);
  }

  private int letters(int from) {
    int end = from;
    while (end < text.length() && (latin(text.charAt(end)) || text.charAt(end) == '°')) {
      end++;
    }
    return end;
  }

  private static boolean latin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == 'μ';
  }

  private int blanks(int from) {
    int end = from;
    while (end < text.length() && end < from + 2 && text.charAt(end) == ' ') {
      end++;
    }
    return end;
  }
}
