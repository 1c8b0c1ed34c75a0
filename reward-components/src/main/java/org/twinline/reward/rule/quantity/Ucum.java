package org.twinline.reward.rule.quantity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.fhir.ucum.Decimal;
import org.fhir.ucum.Pair;
import org.fhir.ucum.UcumEssenceService;
import org.fhir.ucum.UcumException;

/**
 * UCUM codes in base units, by the library's table.
 *
 * <p>The library takes milliseconds a code, so each is asked for once.
 */
final class Ucum {
  private static final UcumEssenceService SERVICE = load();

  /** By code; codes come from the table of units and from here, never from a text. */
  private static final Map<String, Dimensioned> KNOWN = new ConcurrentHashMap<>();

  private Ucum() {}

  private static UcumEssenceService load() {
    try (InputStream table = UcumEssenceService.class.getResourceAsStream("/ucum-essence.xml")) {
      return new UcumEssenceService(table);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the UCUM table of the library", e);
    } catch (UcumException e) {
      throw new IllegalStateException("Cannot read the UCUM table of the library", e);
    }
  }

  /**
   * The unit in base units (g, m, s, C, K, rad).
   *
   * @throws IllegalStateException if UCUM has no such code, or its scale has an offset
   */
  static Dimensioned canonical(String code) {
    return KNOWN.computeIfAbsent(code, Ucum::convert);
  }

  private static Dimensioned convert(String code) {
    try {
      Pair pair;
      synchronized (SERVICE) {
        pair = SERVICE.getCanonicalForm(new Pair(new Decimal("1"), code));
      }
      TreeMap<String, Integer> exponents = new TreeMap<>();
      for (String factor : pair.getCode().isEmpty() ? new String[0] : pair.getCode().split("\\.")) {
        int digits = factor.length();
        while (digits > 0 && !Character.isLetter(factor.charAt(digits - 1))) {
          digits--;
        }
        String exponent = factor.substring(digits);
        exponents.put(
            factor.substring(0, digits), exponent.isEmpty() ? 1 : Integer.parseInt(exponent));
      }
      return new Dimensioned(Double.parseDouble(pair.getValue().asDecimal()), exponents);
    } catch (UcumException e) {
      throw new IllegalStateException("Cannot convert UCUM unit '" + code + "'", e);
    }
  }
}
