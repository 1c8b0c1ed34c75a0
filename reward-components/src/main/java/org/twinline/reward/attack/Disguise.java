package org.twinline.reward.attack;

/** Writes a text so that it looks the same, or nearly, and is another string. */
final class Disguise {
  static final char ZERO_WIDTH_SPACE = '\u200b';
  static final char SOFT_HYPHEN = '\u00ad';

  private static final String LATIN = "aceopxyisABEHKMOPTX";

  /** Cyrillic letters that look like the Latin ones. */
  private static final String CYRILLIC =
      "\u0430\u0441\u0435\u043e\u0440\u0445\u0443\u0456\u0455\u0410"
          + "\u0412\u0415\u041d\u041a\u041c\u041e\u0420\u0422\u0425";

  private static final String CHINESE = "不非无心大小血骨肉皮耳舌鼻目足水高赤黑白毛";

  /** Compatibility ideographs and Kangxi radicals, as texts copied from PDF files have them. */
  private static final String RADICALS =
      "\uf967\u2fae\u2f46\u2f3c\u2f24\u2f29\u2f8e\u2fbb\u2f81\u2f6a\u2f7f"
          + "\u2f86\u2fd0\u2f6c\u2f9c\u2f54\u2fbc\u2f9a\u2fca\u2f69\u2f51";

  private Disguise() {}

  /** With look-alikes for every character that has one; the same text where none has. */
  static String lookAlikes(String text) {
    return exchanged(radicals(text), LATIN, CYRILLIC);
  }

  /** With a radical or compatibility ideograph for every Chinese character that has one. */
  static String radicals(String text) {
    return exchanged(text, CHINESE, RADICALS);
  }

  private static String exchanged(String text, String from, String to) {
    StringBuilder out = new StringBuilder(text.length());
    for (char c : text.toCharArray()) {
      int at = from.indexOf(c);
      out.append(at < 0 ? c : to.charAt(at));
    }
    return out.toString();
  }

  /** With a character that nobody sees after every character but the last. */
  static String split(String text, char invisible) {
    StringBuilder out = new StringBuilder(2 * text.length());
    for (int i = 0; i < text.length(); i++) {
      if (i > 0) {
        out.append(invisible);
      }
      out.append(text.charAt(i));
    }
    return out.toString();
  }

  /** With the full-width form of every printable ASCII character but the blank. */
  static String fullWidth(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (char c : text.toCharArray()) {
      out.append(c > ' ' && c <= '~' ? (char) (c + 0xfee0) : c);
    }
    return out.toString();
  }
}
