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
  private static final Pattern MARK =
      Pattern.compile("\\d{1,2}(?:[、)]|\\.(?!\\d))\\s*(?=[^\\s。.])");
  private static final Pattern DATE =
      Pattern.compile("((?:19|20)\\d\\d)年(\\d{1,2})月(?:(\\d{1,2})日)?");

  private final String text;
  private final Digits digits;
  private final TermReader terms;
  private final List<Quantity> found = new ArrayList<>();

  private Quantities(String folded) {
    text = folded;
    digits = new Digits(folded);
    terms = new TermReader(folded, digits);
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
    if (TermReader.digit(c)) {
      return true;
    }
    boolean next = at + 1 < text.length() && TermReader.digit(text.charAt(at + 1));
    char before = at == 0 ? ' ' : text.charAt(at - 1);
    if (c == '-' || c == '+') {
      return next
          && !TermReader.digit(before)
          && !TermReader.latin(before)
          && ")%".indexOf(before) < 0;
    }
    if (c == '.') {
      return next && !TermReader.digit(before);
    }
    return Words.han(c)
        || (TermReader.latin(c) && !TermReader.latin(before) && !TermReader.digit(before));
  }

  /** Reads what begins here; where it ends, or {@code at} where nothing does. */
  private int quantity(int at) {
    if (TermReader.digit(text.charAt(at))) {
      Matcher date = DATE.matcher(text).region(at, text.length());
      if (date.lookingAt()) {
        return date(date, at);
      }
      if (mark(at)) {
        return digits.skip(at);
      }
    }
    Optional<Term> first = terms.read(at);
    if (first.isEmpty()) {
      return at;
    }
    Term low = terms.summed(first.get());
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

  private Optional<Quantity> range(Term low) {
    Matcher spread = SPREAD.matcher(text).region(low.end(), text.length());
    if (spread.lookingAt()
        && spread.end() < text.length()
        && TermReader.digit(text.charAt(spread.end()))) {
      Optional<Term> around = terms.read(spread.end());
      return around.map(term -> spread(low, term));
    }
    Matcher connector = CONNECTOR.matcher(text).region(low.end(), text.length());
    connector.useTransparentBounds(true);
    int at = -1;
    if (connector.lookingAt()) {
      at = connector.end();
    } else if (BETWEEN.matcher(terms.before(low.start(), 9)).find()) {
      Matcher pair = PAIR.matcher(text).region(low.end(), text.length());
      at = pair.lookingAt() ? pair.end() : -1;
    }
    if (at < 0 || at >= text.length() || !begins(at) && !TermReader.digit(text.charAt(at))) {
      return Optional.empty();
    }
    return terms.read(at).map(terms::summed).flatMap(high -> range(low, high));
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
    Matcher often = TermReader.OFTEN.matcher(terms.before(start, 6));
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
}
