package org.twinline.reward.guard;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twinline.core.text.Alternation;

/**
 * Text that a page would not show, and text that is encoded.
 *
 * <p>A run is encoded text where it decodes to UTF-8 without control characters: Base64 from
 * {@value #BASE64} characters on that mix capitals, small letters and digits or padding,
 * hexadecimal from {@value #HEX} bytes on with a letter among the digits. Sequences of bases,
 * hashes and record numbers do not decode to text. {@value #PADDING} blanks in a row push what
 * follows out of sight; no layout needs them.
 */
final class HiddenText {
  static final int BASE64 = 40;
  static final int HEX = 20;
  static final int PADDING = 120;

  private static final Alternation MARKUP =
      Alternation.of(
          "<!--|<(?:script|style|iframe|object|embed|template|noscript)\\b|<[a-z]{1,12}\\s[^<>]{0,200}?(?:display\\s{0,4}:\\s{0,4}none|visibility\\s{0,4}:\\s{0,4}hidden"
              + "|font-size\\s{0,4}:\\s{0,4}0|opacity\\s{0,4}:\\s{0,4}0(?![.\\d]*[1-9])|color\\s{0,4}[:=]\\s{0,4}[\"']?(?:white|#fff|transparent)|\\bhidden\\b)"
              + "|\\\\[hv]?phantom\\s{0,4}\\{|\\\\(?:text)?color\\s{0,4}\\{\\s{0,4}(?:white|background)|\\\\iffalse\\b"
              + "|\\bdata:[a-z]{2,12}/[a-z0-9.+-]{2,30};base64,",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern RUN64 = Pattern.compile("[A-Za-z0-9+/_-]{" + BASE64 + ",}+={0,2}");
  private static final Pattern RUN16 =
      Pattern.compile(
          "(?<![0-9A-Za-z])(?:(?:0x|\\\\x|%)?[0-9a-fA-F]{2}[ ,:;]?){" + HEX + ",}+(?![0-9A-Za-z])");
  private static final Pattern BLANKS =
      Pattern.compile("(?<![\\s\\u00a0\\u3000])[\\s\\u00a0\\u3000]{" + PADDING + ",}+\\S");

  private HiddenText() {}

  static Optional<FormatTrick.Found> in(String text) {
    Alternation.Search markup = MARKUP.in(text);
    if (markup.find()) {
      return Optional.of(new FormatTrick.Found("hidden_markup", markup.start()));
    }
    Optional<FormatTrick.Found> encoded =
        longRun(text, BASE64, HiddenText::base64) ? encoded64(text) : Optional.empty();
    if (encoded.isEmpty() && longRun(text, 2 * HEX, HiddenText::base16)) {
      encoded = encoded16(text);
    }
    return encoded.isPresent() || !longRun(text, PADDING, HiddenText::blank)
        ? encoded
        : padding(text);
  }

  /** Whether so many characters of a kind stand in a row: what the patterns below need. */
  private static boolean longRun(String text, int least, IntPredicate of) {
    int run = 0;
    for (int i = 0; i < text.length() && run < least; i++) {
      run = of.test(text.charAt(i)) ? run + 1 : 0;
    }
    return run >= least;
  }

  private static boolean base64(int c) {
    return c < 128 && (Character.isLetterOrDigit(c) || "+/_-".indexOf(c) >= 0);
  }

  /** A digit of a hexadecimal number, a part of its prefix or what may stand between two. */
  private static boolean base16(int c) {
    return c < 128 && (Character.digit(c, 16) >= 0 || "x\\% ,:;".indexOf(c) >= 0);
  }

  private static boolean blank(int c) {
    return c == 0xa0 || c == 0x3000 || (c <= ' ' && Character.isWhitespace(c));
  }

  private static Optional<FormatTrick.Found> encoded64(String text) {
    Matcher run = RUN64.matcher(text);
    while (run.find()) {
      if (mixed(run.group()) && text64(run.group())) {
        return Optional.of(new FormatTrick.Found("encoded_text", run.start()));
      }
    }
    return Optional.empty();
  }

  private static Optional<FormatTrick.Found> encoded16(String text) {
    Matcher hex = RUN16.matcher(text);
    while (hex.find()) {
      if (text16(hex.group())) {
        return Optional.of(new FormatTrick.Found("encoded_text", hex.start()));
      }
    }
    return Optional.empty();
  }

  private static Optional<FormatTrick.Found> padding(String text) {
    Matcher blanks = BLANKS.matcher(text);
    return blanks.find() && blanks.start() > 0
        ? Optional.of(new FormatTrick.Found("padding", blanks.start()))
        : Optional.empty();
  }

  private static boolean mixed(String run) {
    boolean upper = false;
    boolean lower = false;
    boolean other = run.endsWith("=");
    for (int i = 0; i < run.length(); i++) {
      char c = run.charAt(i);
      upper |= c >= 'A' && c <= 'Z';
      lower |= c >= 'a' && c <= 'z';
      other |= c >= '0' && c <= '9';
    }
    return upper && lower && other;
  }

  private static boolean text64(String run) {
    String standard = run.replace('-', '+').replace('_', '/').replace("=", "");
    String whole = standard.substring(0, standard.length() / 4 * 4);
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(whole);
    } catch (IllegalArgumentException e) {
      return false;
    }
    return text(bytes);
  }

  private static boolean text16(String run) {
    String digits = run.replaceAll("0x|\\\\x|[^0-9a-fA-F]", "");
    boolean letter = digits.chars().anyMatch(c -> c > '9');
    byte[] bytes = new byte[digits.length() / 2];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(digits.substring(2 * i, 2 * i + 2), 16);
    }
    return letter && text(bytes);
  }

  /** Whether bytes are UTF-8 text; a character cut off at the end does not count. */
  private static boolean text(byte[] bytes) {
    CharBuffer out = CharBuffer.allocate(bytes.length);
    boolean valid =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(bytes), out, false)
            .isUnderflow();
    String text = out.flip().toString();
    return valid
        && !text.isEmpty()
        && text.codePoints()
            .noneMatch(c -> Character.isISOControl(c) && !Character.isWhitespace(c));
  }
}
