package org.twinline.reward.rule.quantity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the quantities of a text.
 *
 * <p>Read: {@code 1,200 mg}, 三到五天, {@code 5-10 mg}, {@code 1.2×10⁹/L}, {@code 120/80 mmHg}, 1:6,
 * {@code ½ tablet}, 20万IU～30万IU, 不超过 4 g, {@code 65 or older}, {@code 5 ± 0.5}, 2岁半, {@code 1 h 30
 * min}, 每日三次. Not read: numbers that are part of a name (CD4, B12, {@code IL-6}, {@code 5-HT},
 * 十二指肠), list marks, what is negated (不是 5 mg). A number in words needs a unit, or to be what the
 * text states.
 *
 * <p>Linear in the text; at most {@value #MOST} quantities, the rest is left unread.
 */
public final class Quantities {
  /** How many quantities of a text are read. */
  public static final int MOST = 64;

  private static final Pattern CONNECTOR =
      Pattern.compile("\\s?(?:-{1,2}|~|至|到|\\bto\\b|\\buntil\\b)\\s?±?(?=[\\d.一二两三四五六七八九十半])");
  private static final Pattern PAIR = Pattern.compile("\\s?(?:and|和|与|到|至|-|~)\\s?");
  private static final Pattern BETWEEN =
      Pattern.compile("(?:\\bbetween|\\bfrom|介于|在)\\s?$", Pattern.CASE_INSENSITIVE);
  private static final Pattern SPREAD = Pattern.compile("\\s?(?:±|\\+/-)\\s?");
  private static final Pattern SUM = Pattern.compile("\\s?(?:and |又|零)?\\s?");
  private static final Pattern MARK =
      Pattern.compile("\\d{1,2}(?:[、)]|\\.(?!\\d))\\s*(?=[^\\s。.])");
  private static final Pattern OFTEN =
      Pattern.compile("(?:每|一|1|/)(日|天|周|星期|月|年|小时|分钟|分)\\s?[,，]?$");
  private static final Pattern DATE =
      Pattern.compile("((?:19|20)\\d\\d)年(\\d{1,2})月(?:(\\d{1,2})日)?");
  private static final Pattern STATED =
      Pattern.compile("(?:[是为:=约有]|^|\\bis|\\bare|\\bwas|\\babout|\\bequals)\\s?$");
  private static final Pattern CLAUSE_END = Pattern.compile("\\s?(?:$|[。,.;!?\\n)])");

  private final String text;
  private final UnitReader units;
  private final Digits digits;
  private final Words words;
  private final List<Quantity> found = new ArrayList<>();

  private Quantities(String folded) {
    text = folded;
    units = new UnitReader(folded);
    digits = new Digits(folded);
    words = new Words(folded);
  }

  /** A number with its unit. */
  private record Term(Numeral numeral, Unit unit, int start, int end) {
    Term withUnit(Unit shared) {
      return new Term(numeral, shared, start, end);
    }
  }

  /** The text with one spelling of each digit, sign and unit; offsets of quantities are into it. */
  public static String fold(String raw) {
    return Folding.fold(raw);
  }

  /** The quantities of a text that was folded, in order. */
  public static List<Quantity> in(String folded) {
    return new Quantities(folded).read();
  }

  private List<Quantity> read() {
    int at = 0;
    while (at < text.length() && found.size() < MOST) {
      int next = begins(at) ? quantity(at) : at;
      at = next > at ? next : skip(at);
    }
    return List.copyOf(found);
  }

  private int skip(int at) {
    char c = text.charAt(at);
    if (c < 128 && Character.isLetter(c)) {
      int end = at + 1;
      while (end < text.length()
          && text.charAt(end) < 128
          && Character.isLetter(text.charAt(end))) {
        end++;
      }
      return end;
    }
    if (Words.han(c)) {
      int end = at + 1;
      while (end < text.length() && Words.han(text.charAt(end))) {
        end++;
      }
      return end;
    }
    return Character.isDigit(c) ? digits.skip(at) : at + 1;
  }

  private boolean begins(int at) {
    char c = text.charAt(at);
    if (digit(c)) {
      return true;
    }
    boolean next = at + 1 < text.length() && digit(text.charAt(at + 1));
    char before = at == 0 ? ' ' : text.charAt(at - 1);
    if (c == '-' || c == '+') {
      return next && !digit(before) && !latin(before) && ")%".indexOf(before) < 0;
    }
    if (c == '.') {
      return next && !digit(before);
    }
    return Words.han(c) || (latin(c) && !latin(before) && !digit(before));
  }

  /** Reads what begins here; where it ends, or {@code at} where nothing does. */
  private int quantity(int at) {
    if (digit(text.charAt(at))) {
      Matcher date = DATE.matcher(text).region(at, text.length());
      if (date.lookingAt()) {
        return date(date, at);
      }
      if (mark(at)) {
        return digits.skip(at);
      }
    }
    Optional<Term> first = term(at);
    if (first.isEmpty()) {
      return at;
    }
    Term low = summed(first.get());
    Quantity quantity = range(low).orElseGet(() -> single(low));
    if (!Bounds.negated(text, at)) {
      add(quantity);
    }
    return quantity.end();
  }

  private void add(Quantity quantity) {
    Quantity last = found.isEmpty() ? quantity : found.get(found.size() - 1);
    if (last.shape() == Shape.AT_LEAST
        && quantity.shape() == Shape.AT_MOST
        && quantity.unit().commensurable(last.unit())
        && quantity.start() - last.end() <= 4
        && last.end() <= quantity.start()) {
      double low = quantity.unit().fromBase(last.unit().toBase(last.low()));
      found.set(
          found.size() - 1,
          new Quantity(
              Shape.RANGE,
              low,
              quantity.high(),
              quantity.place(),
              quantity.unit(),
              false,
              last.start(),
              quantity.end()));
      return;
    }
    // 1日3次: the day is the rate's.
    if (quantity.start() < last.end() && quantity != last) {
      found.remove(found.size() - 1);
    }
    found.add(quantity);
  }

  private int date(Matcher date, int at) {
    double day = date.group(3) == null ? 0 : Integer.parseInt(date.group(3));
    double value =
        Integer.parseInt(date.group(1)) * 372.0 + Integer.parseInt(date.group(2)) * 31.0 + day;
    Unit unit = Unit.of(Dimensioned.of(1, "date"));
    add(new Quantity(Shape.POINT, value, value, 0, unit, false, at, date.end()));
    return date.end();
  }

  private boolean mark(int at) {
    int line = at;
    while (line > 0 && text.charAt(line - 1) == ' ') {
      line--;
    }
    boolean starts = line == 0 || text.charAt(line - 1) == '\n';
    boolean cited = at > 0 && text.charAt(at - 1) == '[' && text.startsWith("]", digits.skip(at));
    return cited || (starts && MARK.matcher(text).region(at, text.length()).lookingAt());
  }

  private Optional<Term> term(int at) {
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
  private Term summed(Term first) {
    boolean time = first.unit().has("s", 1) || first.unit().has("m", 1);
    if (!time || first.unit().dimension().size() != 1 || first.numeral().over() != 0) {
      return first;
    }
    Matcher gap = SUM.matcher(text).region(first.end(), text.length());
    int at = gap.lookingAt() ? gap.end() : first.end();
    if (at >= text.length() || !(digit(text.charAt(at)) || Words.han(text.charAt(at)))) {
      return first;
    }
    Optional<Term> second = term(at);
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

  private Optional<Quantity> range(Term low) {
    Matcher spread = SPREAD.matcher(text).region(low.end(), text.length());
    if (spread.lookingAt() && spread.end() < text.length() && digit(text.charAt(spread.end()))) {
      Optional<Term> around = term(spread.end());
      return around.map(term -> spread(low, term));
    }
    Matcher connector = CONNECTOR.matcher(text).region(low.end(), text.length());
    connector.useTransparentBounds(true);
    int at = -1;
    if (connector.lookingAt()) {
      at = connector.end();
    } else if (BETWEEN.matcher(before(low.start(), 9)).find()) {
      Matcher pair = PAIR.matcher(text).region(low.end(), text.length());
      at = pair.lookingAt() ? pair.end() : -1;
    }
    if (at < 0 || at >= text.length() || !begins(at) && !digit(text.charAt(at))) {
      return Optional.empty();
    }
    return term(at).map(Quantities.this::summed).flatMap(high -> range(low, high));
  }

  private Optional<Quantity> range(Term first, Term second) {
    Unit unit = second.unit().stated() ? second.unit() : first.unit();
    Unit lowUnit = first.unit().stated() ? first.unit() : unit;
    if (!lowUnit.commensurable(unit)) {
      return Optional.empty();
    }
    boolean shares = first.numeral().scaled() == 1 && !first.unit().stated();
    double scale = shares ? second.numeral().scaled() : 1;
    double low = unit.fromBase(lowUnit.toBase(first.numeral().quotient() * scale));
    double high = second.numeral().quotient();
    double place = Math.max(first.numeral().place() * scale, second.numeral().place());
    return Optional.of(
        new Quantity(
            Shape.RANGE,
            Math.min(low, high),
            Math.max(low, high),
            lowUnit.equals(unit) ? place : 0,
            unit,
            Bounds.result(text, first.start()),
            first.start(),
            second.end()));
  }

  private Quantity spread(Term middle, Term around) {
    Unit unit = middle.unit().stated() ? middle.unit() : around.unit();
    double value = middle.numeral().quotient();
    boolean share =
        around.unit().equals(UnitTable.find("%").orElse(Unit.NONE)) && !unit.equals(around.unit());
    double width = share ? value * around.numeral().value() / 100 : around.numeral().quotient();
    return new Quantity(
        Shape.RANGE,
        value - Math.abs(width),
        value + Math.abs(width),
        Math.max(middle.numeral().place(), around.numeral().place()),
        unit,
        false,
        middle.start(),
        around.end());
  }

  private Quantity single(Term term) {
    Numeral numeral = term.numeral();
    boolean result = Bounds.result(text, term.start());
    if (numeral.over() != 0) {
      return new Quantity(
          Shape.RATIO,
          numeral.value(),
          numeral.over(),
          numeral.place(),
          term.unit(),
          result,
          term.start(),
          term.end());
    }
    Shape behind = Bounds.after(text, term.end());
    Shape shape = behind == Shape.POINT ? Bounds.before(text, term.start()) : behind;
    int end = behind == Shape.POINT ? term.end() : Bounds.end(text, term.end());
    int start = term.start();
    Unit unit = term.unit();
    Matcher often = OFTEN.matcher(before(start, 6));
    if (unit.stated() && unit.dimension().isEmpty() && unit.factor() == 1 && often.find()) {
      Unit period =
          UnitTable.find(often.group(1).equals("分") ? "分钟" : often.group(1)).orElseThrow();
      unit =
          Unit.of(Dimensioned.ONE.times(new Dimensioned(period.factor(), period.dimension()), -1));
      start = start - often.group().length();
    }
    return new Quantity(
        shape, numeral.value(), numeral.value(), numeral.place(), unit, result, start, end);
  }

  private String before(int at, int characters) {
    return text.substring(Math.max(0, at - characters), at);
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean latin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean letter(char c) {
    return Character.isLetter(c) && !Character.isIdeographic(c) && c != 'μ';
  }
}
