package org.twinline.reward.rule.quantity;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads single numbers with their units, in digits or words: what is a name and no number is left
 * out, 半 and a smaller unit behind are added.
 */
final class TermReader {
  /** Behind it a number in words or without a unit is a rate. */
  static final Pattern OFTEN = Pattern.compile("(?:每|一|1|/)(日|天|周|星期|月|年|小时|分钟|分)\\s?[,，]?$");

  private static final Pattern SUM = Pattern.compile("\\s?(?:and |又|零)?\\s?");
  private static final Pattern STATED =
      Pattern.compile("(?:[是为:=约有]|^|\\bis|\\bare|\\bwas|\\babout|\\bequals)\\s?$");
  private static final Pattern CLAUSE_END = Pattern.compile("\\s?(?:$|[。,.;!?\\n)])");

  private final String text;
  private final UnitReader units;
  private final Digits digits;
  private final Words words;

  TermReader(String folded, Digits digits) {
    text = folded;
    units = new UnitReader(folded);
    this.digits = digits;
    words = new Words(folded);
  }

  /** The number with its unit that begins there, where one does. */
  Optional<Term> read(int at) {
    char c = text.charAt(at);
    boolean spelt = !digit(c) && "+-.".indexOf(c) < 0;
    Optional<Numeral> read =
        !spelt ? digits.read(at) : latin(c) ? words.readEnglish(at) : words.readHan(at);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    Numeral numeral = read.get();
    if (text.startsWith("个半", numeral.end())) {
      numeral = numeral.plus(0.5, numeral.end() + 2);
    }
    Optional<Unit> unit = units.read(numeral.end());
    int end = unit.isPresent() ? units.end() : numeral.end();
    Term term = new Term(numeral, unit.orElse(Unit.NONE), at, end);
    return spelt ? spelt(term) : named(term) ? Optional.empty() : Optional.of(other(term));
  }

  /** A number in words, where it is one. */
  private Optional<Term> spelt(Term term) {
    Numeral numeral = term.numeral();
    boolean alone =
        STATED.matcher(before(term.start(), 8)).find()
            && CLAUSE_END.matcher(text).region(term.end(), text.length()).lookingAt();
    boolean counts = term.unit().dimension().isEmpty() && numeral.over() == 0;
    boolean often = OFTEN.matcher(before(term.start(), 6)).find();
    if (term.unit().stated() && !(counts && numeral.value() == 1 && !alone && !often)) {
      boolean very = text.startsWith("十分", term.start()) && term.unit().has("point", 1);
      return very ? Optional.empty() : Optional.of(half(term));
    }
    if (numeral.over() != 0 || alone) {
      return Optional.of(term);
    }
    Term noun = latin(text.charAt(term.start())) && numeral.value() >= 2 ? other(term) : term;
    return noun.unit().stated() ? Optional.of(noun) : Optional.empty();
  }

  /** Whether digits are part of a name: CD4, IL-6, 5-HT, 3D. */
  private boolean named(Term term) {
    int start = term.start();
    char before = start == 0 ? ' ' : text.charAt(start - 1);
    char earlier = start < 2 ? ' ' : text.charAt(start - 2);
    boolean unit = term.unit().stated() && text.charAt(term.numeral().end()) != ' ';
    if (letter(before) || (before == '-' && letter(earlier))) {
      boolean acidity = start >= 2 && text.startsWith("pH", start - 2);
      return !unit && !acidity;
    }
    if (term.unit().stated() || term.end() >= text.length()) {
      return false;
    }
    char behind = text.charAt(term.end());
    char later = term.end() + 1 < text.length() ? text.charAt(term.end() + 1) : ' ';
    return (letter(behind) && !ordinal(term.end())) || (behind == '-' && letter(later));
  }

  private boolean ordinal(int at) {
    return text.startsWith("st", at)
        || text.startsWith("nd", at)
        || text.startsWith("rd", at)
        || text.startsWith("th", at);
  }

  /** With the noun behind the number where there is no unit, and 半 behind the unit. */
  private Term other(Term term) {
    if (term.unit().stated()) {
      return half(term);
    }
    int at = text.startsWith(" ", term.end()) ? term.end() + 1 : term.end();
    if (at < text.length() && text.charAt(at) > 127 && letter(text.charAt(at))) {
      // A word of another script, such as Cyrillic letters that look like a unit.
      return term.withUnit(Unit.other("script"));
    }
    return UnitReader.word(text, term.end())
        .filter(word -> text.startsWith(" ", term.end()))
        .map(word -> term.withUnit(Unit.other(word)))
        .orElse(term);
  }

  private Term half(Term term) {
    boolean half =
        text.startsWith("半", term.end())
            && !UnitTable.find(
                    text.substring(term.end() + 1, Math.min(text.length(), term.end() + 2)))
                .isPresent();
    return half
        ? new Term(
            term.numeral().plus(0.5, term.numeral().end()),
            term.unit(),
            term.start(),
            term.end() + 1)
        : term;
  }

  /** Hours with minutes, years with months, feet with inches: one quantity. */
  Term summed(Term first) {
    boolean time = first.unit().has("s", 1) || first.unit().has("m", 1);
    if (!time || first.unit().dimension().size() != 1 || first.numeral().over() != 0) {
      return first;
    }
    Matcher gap = SUM.matcher(text).region(first.end(), text.length());
    int at = gap.lookingAt() ? gap.end() : first.end();
    if (at >= text.length() || !(digit(text.charAt(at)) || Words.han(text.charAt(at)))) {
      return first;
    }
    Optional<Term> second = read(at);
    if (second.isEmpty() || !second.get().unit().commensurable(first.unit())) {
      return first;
    }
    Term small = second.get();
    double part = small.numeral().quotient() * small.unit().factor() / first.unit().factor();
    return part > 0 && part < 1
        ? new Term(
            first.numeral().plus(part, small.end()), first.unit(), first.start(), small.end())
        : first;
  }

  /** Up to so many characters in front of a place. */
  String before(int at, int characters) {
    return text.substring(Math.max(0, at - characters), at);
  }

  static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean latin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean letter(char c) {
    return Character.isLetter(c) && !Character.isIdeographic(c) && c != 'μ';
  }
}
