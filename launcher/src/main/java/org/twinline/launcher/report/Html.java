package org.twinline.launcher.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;
import org.twinline.core.Require;

/**
 * Writes HTML and inline SVG. All text and attribute values are made {@linkplain Inert inert} and
 * escaped; there is no way to write markup from a string, apart from the one style sheet. Elements
 * must nest and close. Not thread-safe.
 */
final class Html {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9:-]*");

  /** Never written: they run or load something. Style attributes would need a weaker policy. */
  private static final Set<String> BANNED =
      Set.of("style", "src", "srcset", "srcdoc", "action", "formaction", "background", "data");

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** The first line of a page. */
  Html doctype() {
    out.append("<!doctype html>\n");
    return this;
  }

  /** Opens an element; attributes come in pairs of name and value. */
  Html open(String tag, String... attributes) {
    start(tag, attributes);
    out.append('>');
    open.push(tag);
    return this;
  }

  /** Closes the innermost element, which must be this one. */
  Html close(String tag) {
    String innermost = open.isEmpty() ? "nothing" : open.pop();
    Require.argument(innermost.equals(tag), "Cannot close %s: %s is open", tag, innermost);
    out.append("</").append(tag).append('>');
    return this;
  }

  /** An HTML element without content, such as {@code meta}. */
  Html single(String tag, String... attributes) {
    start(tag, attributes);
    out.append('>');
    return this;
  }

  /** An SVG element without content. */
  Html shape(String tag, String... attributes) {
    start(tag, attributes);
    out.append("/>");
    return this;
  }

  /** An element that holds one line of text. */
  Html element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close(tag);
  }

  /** Text; line feeds stay (and show only where the style sheet says so). */
  Html text(String text) {
    escape(Inert.text(text));
    return this;
  }

  /** The finished elements of another writer. */
  Html append(Html part) {
    out.append(part.finish());
    return this;
  }

  /** The style sheet, our own resource. */
  Html styleSheet(String css) {
    Require.argument(!css.contains("<"), "Cannot write a style sheet that holds '<'");
    out.append("<style>").append(css).append("</style>");
    return this;
  }

  /** What was written. */
  String finish() {
    Require.argument(open.isEmpty(), "Cannot finish: %s is open", open.peek());
    return out.toString();
  }

  private void start(String tag, String... attributes) {
    Require.argument(NAME.matcher(tag).matches(), "illegal element: '%s'", tag);
    Require.argument(
        !tag.equals("script") && !tag.equals("style"), "Cannot write a %s element", tag);
    Require.argument(attributes.length % 2 == 0, "illegal attributes of %s: odd number", tag);
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      attribute(attributes[i], attributes[i + 1]);
    }
  }

  private void attribute(String name, String value) {
    Require.argument(
        NAME.matcher(name).matches() && !name.startsWith("on") && !BANNED.contains(name),
        "illegal attribute: '%s'",
        name);
    Require.argument(
        !name.endsWith("href") || value.startsWith("#"),
        "illegal %s: a link must stay on the page",
        name);
    out.append(' ').append(name).append("=\"");
    escape(Inert.line(value));
    out.append('"');
  }

  private void escape(String inert) {
    for (int i = 0; i < inert.length(); i++) {
      char c = inert.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
  }
}
