package org.twinline.launcher.init;

import java.util.regex.Pattern;

/** Texts as they stand in YAML. */
final class YamlText {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_/.$][A-Za-z0-9_/.${}*-]*");
  private static final Pattern SCALAR =
      Pattern.compile("[-+.0-9].*|true|false|null|True|False|Null|TRUE|FALSE|NULL");

  private YamlText() {}

  /** A text in single quotes where it needs them. */
  static String quoted(String text) {
    boolean plain = PLAIN.matcher(text).matches() && !SCALAR.matcher(text).matches();
    return plain ? text : "'" + text.replace("'", "''") + "'";
  }
}
