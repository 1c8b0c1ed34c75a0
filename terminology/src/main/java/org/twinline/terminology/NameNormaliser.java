package org.twinline.terminology;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * The one form in which names are compared, and texts in the same form with their offsets kept.
 *
 * <p>Per character: compatibility normalisation (NFKD, Unicode UAX #15, with combining marks
 * dropped, so {@code Ménière} equals {@code Meniere} and full-width equals half-width), lower case
 * in the root locale, zero-width and format characters removed. Between characters: apostrophes and
 * digit-group commas vanish, a decimal point stays, every other punctuation and white space is a
 * separator. A separator is a single blank between two words written in an alphabet and nothing
 * beside a Chinese character: {@code 2 型糖尿病} equals {@code 2型糖尿病}.
 *
 * <p>In a text (not in a name) stronger separators stay as a single character no name contains, so
 * that no name is found across them: {@link #HARD} for the end of a sentence, {@link #COMMA},
 * {@link #LIST} for an enumeration or a bracket.
 *
 * <p>Cost: one table look-up per character; thread-safe.
 */
public final class NameNormaliser {
  /** End of a sentence or line. */
  public static final char HARD = '\n';

  /** Comma or colon. */
  public static final char COMMA = ',';

  /** Enumeration comma, bracket, quotation mark. */
  public static final char LIST = '、';

  private static final char DROP = 0;
  private static final char EXPAND = '\uffff';
  private static final char SPACE = ' ';
  private static final char[] TABLE = new char[1 << 16];
  private static final Int2ObjectOpenHashMap<char[]> EXPANSIONS = new Int2ObjectOpenHashMap<>();

  static {
    for (int c = 0; c < TABLE.length; c++) {
      TABLE[c] = unchanged(c) ? (char) c : entry(c);
    }
  }

  private NameNormaliser() {}

  private static boolean unchanged(int c) {
    return (c >= 0x4e00 && c <= 0x9fff)
        || (c >= 0x3400 && c <= 0x4dbf)
        || (c >= 0xac00 && c <= 0xf8ff && !Character.isSurrogate((char) c))
        || Character.isSurrogate((char) c);
  }

  private static char entry(int c) {
    String folded = fold(Character.toString(c));
    if (folded.length() > 1) {
      EXPANSIONS.put(c, folded.toCharArray());
      return EXPAND;
    }
    return folded.isEmpty() ? DROP : folded.charAt(0);
  }

  private static String fold(String character) {
    StringBuilder out = new StringBuilder();
    Normalizer.normalize(character, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(
            c -> {
              switch (Character.getType(c)) {
                case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> {}
                case Character.CONTROL -> out.append(Character.isWhitespace(c) ? (char) c : "");
                case Character.SPACE_SEPARATOR -> out.append(SPACE);
                case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> out.append(HARD);
                case Character.DASH_PUNCTUATION -> out.append('-');
                default -> out.appendCodePoint(c);
              }
            });
    return out.toString();
  }

  /** A name in the form in which names are compared; empty where nothing of it is left. */
  public static String name(String raw) {
    if (isPlainName(raw)) {
      return raw;
    }
    Folded folded = fold(raw, false);
    return new String(folded.chars, 0, folded.length);
  }

  /** Whether a name is in this form for certain: of plain letters, digits and Chinese alone. */
  private static boolean isPlainName(String raw) {
    char last = SPACE;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      boolean plain = isPlain(c) || (c == SPACE && last != SPACE && !unspaced(last));
      if (!plain || (last == SPACE && i > 0 && unspaced(c))) {
        return false;
      }
      last = c;
    }
    return raw.isEmpty() || last != SPACE;
  }

  /** A folded character that is no separator, as nearly all are. */
  private static boolean isPlain(char c) {
    return c < 128 ? isDigit(c) || (c >= 'a' && c <= 'z') : c >= 0x4e00 && c <= 0x9fff;
  }

  /** A text in the same form, with the offsets of each character in the text as given. */
  public static Folded text(String raw) {
    return fold(raw, true);
  }

  /** Whether the folded character is Chinese (or of another script without blanks). */
  public static boolean unspaced(char c) {
    return c >= '\u2e80';
  }

  /** Whether the folded character belongs to a word written in an alphabet, or to a number. */
  public static boolean word(char c) {
    return c < '\u2e80' && Character.isLetterOrDigit(c);
  }

  private static Folded fold(String raw, boolean text) {
    Folded out = new Folded(raw.length() + 8);
    char pending = DROP;
    int pendingAt = 0;
    for (int i = 0; i < raw.length(); i++) {
      char c = TABLE[raw.charAt(i)];
      int end = i + 1;
      char[] many = null;
      if (c == EXPAND) {
        many = EXPANSIONS.get(raw.charAt(i));
      } else if (Character.isHighSurrogate(c)
          && end < raw.length()
          && Character.isLowSurrogate(raw.charAt(end))) {
        many = fold(raw.substring(i, i + 2)).toCharArray();
        end++;
      }
      for (int k = 0; k < (many == null ? 1 : many.length); k++) {
        char one = many == null ? c : many[k];
        if (one == DROP || one == '\'' || one == '’' || one == '‘' || one == '`') {
          continue;
        }
        char separator = separator(one, raw, i, out);
        if (separator == DROP) {
          out.separate(pending, pendingAt, one, text);
          out.append(one, i, end);
          pending = DROP;
        } else if (separator != EXPAND && stronger(separator, pending)) {
          pending = separator;
          pendingAt = i;
        }
      }
      i = end - 1;
    }
    if (text && pending != DROP && pending != SPACE && out.length > 0) {
      out.append(pending, pendingAt, pendingAt + 1);
    }
    return out;
  }

  /** The separator a folded character is, DROP where it is none, EXPAND where it vanishes. */
  private static char separator(char c, String raw, int at, Folded out) {
    if (isPlain(c)) {
      return DROP;
    }
    return switch (c) {
      case '\n', '\r', '!', '?', ';', '。', '｡' -> HARD;
      case ',' -> betweenDigits(raw, at, out) ? EXPAND : COMMA;
      case ':' -> COMMA;
      case '、', '(', ')', '[', ']', '{', '}', '"', '“', '”', '•', '*', '#' -> LIST;
      case '+', '%', '<', '>', '=' -> DROP;
      case '.' -> betweenDigits(raw, at, out) ? DROP : dot(raw, at, out);
      default -> Character.isLetterOrDigit(c) || Character.isSurrogate(c) ? DROP : other(c);
    };
  }

  private static char other(char c) {
    return switch (Character.getType(c)) {
      case Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION ->
          LIST;
      case Character.MATH_SYMBOL -> c == '|' || c == '~' ? SPACE : DROP;
      default -> SPACE;
    };
  }

  private static boolean betweenDigits(String raw, int at, Folded out) {
    return out.length > 0
        && isDigit(out.chars[out.length - 1])
        && out.end[out.length - 1] == at
        && at + 1 < raw.length()
        && isDigit(TABLE[raw.charAt(at + 1)]);
  }

  private static char dot(String raw, int at, Folded out) {
    boolean ends = at + 1 >= raw.length() || Character.isWhitespace(raw.charAt(at + 1));
    int n = out.length;
    boolean initial = n > 0 && word(out.chars[n - 1]) && (n == 1 || !word(out.chars[n - 2]));
    return ends && !initial ? HARD : SPACE;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean stronger(char separator, char than) {
    return rank(separator) > rank(than);
  }

  private static int rank(char separator) {
    return switch (separator) {
      case HARD -> 4;
      case COMMA -> 3;
      case LIST -> 2;
      case SPACE -> 1;
      default -> 0;
    };
  }

  /** Folded characters with the range of the raw text that each came from. */
  public static final class Folded {
    private char[] chars;
    private int[] start;
    private int[] end;
    private int length;

    private Folded(int capacity) {
      chars = new char[capacity];
      start = new int[capacity];
      end = new int[capacity];
    }

    private void separate(char pending, int at, char next, boolean text) {
      if (pending == DROP || length == 0) {
        return;
      }
      if (text && pending != SPACE) {
        append(pending, at, at + 1);
      } else if (!unspaced(chars[length - 1]) && !unspaced(next)) {
        append(SPACE, at, at + 1);
      }
    }

    private void append(char c, int from, int to) {
      if (length == chars.length) {
        int capacity = length * 2;
        chars = Arrays.copyOf(chars, capacity);
        start = Arrays.copyOf(start, capacity);
        end = Arrays.copyOf(end, capacity);
      }
      chars[length] = c;
      start[length] = from;
      end[length++] = to;
    }

    /** How many folded characters there are. */
    public int length() {
      return length;
    }

    /** The folded character at that index. */
    public char at(int index) {
      return chars[index];
    }

    /** Where the raw text of the folded character begins. */
    public int rawStart(int index) {
      return start[index];
    }

    /** Where the raw text of the folded character ends. */
    public int rawEnd(int index) {
      return end[index];
    }

    @Override
    public String toString() {
      return new String(chars, 0, length);
    }
  }
}
