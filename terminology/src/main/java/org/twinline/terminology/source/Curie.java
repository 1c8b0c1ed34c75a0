package org.twinline.terminology.source;

import java.util.Locale;
import java.util.Optional;
import org.twinline.terminology.CodeSystem;
import org.twinline.terminology.ConceptCode;

/** Codes written {@code PREFIX:value}. */
final class Curie {
  private Curie() {}

  /** The code, of the stated system or else of that of its prefix; empty if it is none. */
  static Optional<ConceptCode> code(
      Emitter.At at, String text, Optional<CodeSystem> system, Emitter emitter) {
    int colon = text.indexOf(':');
    if (colon <= 0 && system.isEmpty()) {
      emitter.problem(at, "illegal identifier '%s', expected PREFIX:value".formatted(text));
      return Optional.empty();
    }
    String prefix = colon > 0 ? system(text.substring(0, colon)) : "";
    try {
      CodeSystem of = system.isPresent() ? system.get() : new CodeSystem(prefix, "");
      return emitter.code(at, of, of.id().equals(prefix) ? text.substring(colon + 1) : text);
    } catch (IllegalArgumentException e) {
      emitter.problem(at, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** A prefix as the id of a system: upper case, hyphens for underscores. */
  static String system(String prefix) {
    return prefix.toUpperCase(Locale.ROOT).replace('_', '-');
  }

  /** The value behind the prefix of a system; the text itself where it has another or none. */
  static String value(String text, CodeSystem system) {
    int colon = text.indexOf(':');
    return colon > 0 && system(text.substring(0, colon)).equals(system.id())
        ? text.substring(colon + 1)
        : text;
  }
}
