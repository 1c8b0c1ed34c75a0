package org.twinline.terminology.source;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.twinline.core.Require;
import org.twinline.core.text.Nearest;
import org.twinline.core.triple.Language;
import org.twinline.terminology.CodeSystem;
import org.twinline.terminology.SemanticType;

/** The keys of one source, checked against those that its format knows. */
final class Keys {
  private final String format;
  private final Map<String, String> values;

  /**
   * Checks the keys.
   *
   * @throws IllegalArgumentException naming an unknown key, the nearest known one and all known
   */
  Keys(String format, Set<String> known, Map<String, String> values) {
    this.format = format;
    this.values = new TreeMap<>(values);
    for (String key : this.values.keySet()) {
      Require.argument(
          known.contains(key),
          "unknown key '%s' of format %s%s, known are %s",
          key,
          format,
          Nearest.of(key, known).map(near -> " (did you mean '" + near + "'?)").orElse(""),
          String.join(", ", new TreeSet<>(known)));
    }
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  Optional<String> text(String key) {
    return Optional.ofNullable(values.get(key)).filter(v -> !v.isEmpty());
  }

  String text(String key, String otherwise) {
    return text(key).orElse(otherwise);
  }

  /** The parts of a value between bars. */
  List<String> list(String key) {
    return text(key).stream()
        .flatMap(v -> Arrays.stream(v.split("\\|")))
        .map(String::strip)
        .filter(v -> !v.isEmpty())
        .toList();
  }

  int number(String key, int otherwise) {
    return text(key)
        .map(
            v -> {
              Require.argument(
                  v.matches("[0-9]{1,6}"), "%s must be a number from 0", illegal(key, v));
              return Integer.parseInt(v);
            })
        .orElse(otherwise);
  }

  /** A number in [0,1]. */
  double ratio(String key, double otherwise) {
    return text(key)
        .map(
            v -> {
              Require.argument(
                  v.matches("0|1|0?\\.[0-9]+|1\\.0+"),
                  "%s must be a number between 0 and 1",
                  illegal(key, v));
              return Double.parseDouble(v);
            })
        .orElse(otherwise);
  }

  boolean flag(String key, boolean otherwise) {
    return text(key)
        .map(
            v -> {
              Require.argument(
                  v.equals("true") || v.equals("false"),
                  "%s must be true or false",
                  illegal(key, v));
              return v.equals("true");
            })
        .orElse(otherwise);
  }

  /** One of an enum's values, written in lower case. */
  <E extends Enum<E>> E one(String key, Class<E> kind, E otherwise) {
    return text(key)
        .map(
            v ->
                Arrays.stream(kind.getEnumConstants())
                    .filter(e -> lower(e).equals(v))
                    .findFirst()
                    .orElseThrow(
                        () ->
                            new IllegalArgumentException(
                                illegal(key, v)
                                    + " must be one of "
                                    + Arrays.stream(kind.getEnumConstants())
                                        .map(Keys::lower)
                                        .collect(Collectors.joining(", ")))))
        .orElse(otherwise);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  SemanticType type(SemanticType otherwise) {
    return one("type", SemanticType.class, otherwise);
  }

  Optional<Language> language() {
    Language language = one("language", Language.class, Language.UNSTATED);
    return language == Language.UNSTATED ? Optional.empty() : Optional.of(language);
  }

  /** The charset that a source states. */
  Optional<Charset> encoding() {
    return text("encoding")
        .map(
            v -> {
              try {
                return Charset.forName(v);
              } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                throw new IllegalArgumentException(
                    illegal("encoding", v) + " must be a charset such as UTF-8 or GB18030", e);
              }
            });
  }

  /** The system and edition of the codes, as far as they are stated. */
  Optional<CodeSystem> system() {
    return text("system").map(v -> system("system", v, text("edition", "")));
  }

  /** The system and edition of the codes. */
  CodeSystem system(String otherwise) {
    return system("system", text("system", otherwise), text("edition", ""));
  }

  /**
   * The system and edition of the codes.
   *
   * @throws IllegalArgumentException if the key is not there
   */
  CodeSystem requiredSystem() {
    return system()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "format " + format + " needs the key 'system' (and 'edition' if it has one)"));
  }

  /** The system that a concept of names alone is made in, if any. */
  Optional<CodeSystem> names() {
    return text("names").map(v -> system("names", v, ""));
  }

  /** A system written {@code ID} or {@code ID/EDITION}. */
  CodeSystem system(String key, String text, String edition) {
    int slash = text.indexOf('/');
    try {
      return slash < 0
          ? new CodeSystem(text, edition)
          : new CodeSystem(text.substring(0, slash), text.substring(slash + 1));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(illegal(key, text) + " " + e.getMessage(), e);
    }
  }

  private String illegal(String key, String value) {
    return "illegal key '%s' of format %s: '%s',".formatted(key, format, value);
  }
}
