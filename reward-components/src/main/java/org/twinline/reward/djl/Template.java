package org.twinline.reward.djl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twinline.core.Require;

/**
 * One input of a model: a text with {@code {question}}, {@code {reference}}, {@code {answer}},
 * {@code {cot}} and {@code {step}}. Filled in one pass, so braces inside a record's text stay as
 * they are.
 */
public final class Template {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");

  private final String source;
  private final List<Part> parts;

  private sealed interface Part {
    record Fixed(String text) implements Part {}

    record Slot(String name, Function<Slots, String> value) implements Part {}
  }

  private Template(String source, List<Part> parts) {
    this.source = source;
    this.parts = parts;
  }

  /**
   * Parses a template.
   *
   * @throws IllegalArgumentException if it has an unknown placeholder or none
   */
  public static Template parse(String source) {
    List<Part> parts = new ArrayList<>();
    Matcher matcher = PLACEHOLDER.matcher(source);
    int end = 0;
    boolean filled = false;
    while (matcher.find()) {
      parts.add(new Part.Fixed(source.substring(end, matcher.start())));
      parts.add(new Part.Slot(matcher.group(1), slot(matcher.group(1))));
      end = matcher.end();
      filled = true;
    }
    Require.argument(filled, "Cannot use template '%s': it has no placeholder", source);
    parts.add(new Part.Fixed(source.substring(end)));
    return new Template(source, List.copyOf(parts));
  }

  private static Function<Slots, String> slot(String name) {
    return switch (name) {
      case "question" -> Slots::question;
      case "reference" -> Slots::reference;
      case "answer" -> Slots::answer;
      case "cot" -> Slots::cot;
      case "step" -> Slots::step;
      default ->
          throw new IllegalArgumentException(
              "unknown placeholder {%s}, known: {question}, {reference}, {answer}, {cot}, {step}"
                  .formatted(name));
    };
  }

  /** The filled text, empty where a placeholder's value is blank. */
  Optional<String> fill(Slots slots) {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      if (part instanceof Part.Slot slot) {
        String value = slot.value().apply(slots);
        if (value.isBlank()) {
          return Optional.empty();
        }
        text.append(value);
      } else if (part instanceof Part.Fixed fixed) {
        text.append(fixed.text());
      }
    }
    return Optional.of(text.toString());
  }

  boolean uses(String slot) {
    return parts.stream().anyMatch(part -> part instanceof Part.Slot s && s.name().equals(slot));
  }

  /** As it was written. */
  @Override
  public String toString() {
    return source;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Template that && source.equals(that.source);
  }

  @Override
  public int hashCode() {
    return source.hashCode();
  }
}
