package org.twinline.reward.rule.quantity;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A substance whose amount converts to mass, since its molar mass is known.
 *
 * @param grams molar mass, g/mol
 * @param charge equivalents per mole, 0 where none are counted
 * @param names lower-case forms
 */
public record Substance(double grams, int charge, List<String> names) {
  private static final List<Substance> ALL = load();

  private static List<Substance> load() {
    try {
      List<Substance> substances = new ArrayList<>();
      for (String line :
          Resources.readLines(
              Resources.getResource(Substance.class, "substances.tsv"), StandardCharsets.UTF_8)) {
        if (!line.startsWith("#")) {
          List<String> fields = Splitter.on('\t').splitToList(line);
          substances.add(
              new Substance(
                  Double.parseDouble(fields.get(1)),
                  Integer.parseInt(fields.get(2)),
                  Splitter.on('|').splitToList(fields.get(3).toLowerCase(Locale.ROOT))));
        }
      }
      return List.copyOf(substances);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read substances.tsv", e);
    }
  }

  public Substance {
    names = List.copyOf(names);
  }

  /** The substances that a text names; urea nitrogen is not urea. */
  public static List<Substance> named(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    List<Substance> named = new ArrayList<>();
    for (Substance substance : ALL) {
      if (substance.names.stream().anyMatch(name -> holds(lower, name))) {
        named.add(substance);
      }
    }
    return named;
  }

  private static boolean holds(String text, String name) {
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      int end = at + name.length();
      boolean nitrogen =
          name.startsWith("尿素") && text.startsWith("尿素氮", at) && !name.equals("尿素氮")
              || name.equals("urea") && text.startsWith("urea nitrogen", at);
      if (!nitrogen
          && (!latin(name.charAt(0)) || at == 0 || !latin(text.charAt(at - 1)))
          && (!latin(name.charAt(name.length() - 1))
              || end == text.length()
              || !latin(text.charAt(end)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean latin(char c) {
    return c >= 'a' && c <= 'z';
  }

  /** The unit with moles, and equivalents where this has charge, expressed as mass. */
  Unit massed(Unit unit) {
    Dimensioned mass = new Dimensioned(unit.factor(), unit.dimension());
    mass = replace(mass, "mol", grams);
    return Unit.of(charge == 0 ? mass : replace(mass, "eq", grams / charge));
  }

  private static Dimensioned replace(Dimensioned unit, String base, double grams) {
    int exponent = unit.exponent(base);
    return exponent == 0
        ? unit
        : unit.times(Dimensioned.of(1, base), -exponent)
            .times(Dimensioned.of(grams, "g"), exponent);
  }
}
