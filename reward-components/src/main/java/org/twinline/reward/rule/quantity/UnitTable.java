package org.twinline.reward.rule.quantity;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The written forms of units, from {@code units.tsv}. */
final class UnitTable {
  /** The longest form in Chinese characters. */
  static final int LONGEST_HAN = 7;

  private static final Map<String, String> EXACT = new HashMap<>();
  private static final Map<String, String> FOLDED = new HashMap<>();

  /** Units by definition, made when first met: the library takes a millisecond for each. */
  private static final Map<String, Unit> UNITS = new ConcurrentHashMap<>();

  static {
    try {
      Resources.readLines(
              Resources.getResource(UnitTable.class, "units.tsv"), StandardCharsets.UTF_8)
          .forEach(UnitTable::line);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read units.tsv", e);
    }
  }

  private UnitTable() {}

  private static void line(String line) {
    if (line.startsWith("#") || line.isBlank()) {
      return;
    }
    List<String> fields = Splitter.on('\t').splitToList(line);
    for (String form : Splitter.on('|').split(fields.get(1))) {
      if (form.startsWith("!")) {
        EXACT.put(form.substring(1), fields.get(0));
      } else {
        FOLDED.put(form, fields.get(0));
      }
    }
  }

  private static Unit define(String definition) {
    if (!definition.startsWith("=")) {
      Unit unit = Unit.of(Ucum.canonical(definition));
      return definition.equals("mo") || definition.equals("a") ? unit.asCalendar() : unit;
    }
    List<String> parts = Splitter.on(' ').splitToList(definition.substring(1));
    // Scales with an offset: UCUM, §§ 21-22 and table of special units.
    switch (parts.get(0)) {
      case "Cel":
        return scale(1, 273.15);
      case "[degF]":
        return scale(5.0 / 9, 459.67 * 5 / 9);
      default:
        double factor = Double.parseDouble(parts.get(1));
        Dimensioned own =
            parts.get(0).equals("1")
                ? Dimensioned.ONE.times(factor)
                : Dimensioned.of(factor, parts.get(0));
        return Unit.of(parts.size() > 2 ? own.times(Ucum.canonical(parts.get(2)), 1) : own);
    }
  }

  private static Unit scale(double factor, double offset) {
    return new Unit(true, factor, offset, Dimensioned.of(1, "K").exponents(), false);
  }

  /** The unit with that written form. */
  static Optional<Unit> find(String form) {
    String exact = EXACT.get(form);
    @Nullable String found = exact != null ? exact : FOLDED.get(form.toLowerCase(Locale.ROOT));
    return found == null
        ? Optional.empty()
        : Optional.of(UNITS.computeIfAbsent(found, UnitTable::define));
  }
}
