package org.twinline.terminology.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twinline.terminology.CodeSystem;

/**
 * What a code says about its place, in the systems whose codes are built from their parents'.
 *
 * <p>ICD-10 and its national editions are one family: {@code A01.000} of a Chinese list is the
 * World Health Organization's {@code A01.0}, {@code A46.x00} its {@code A46}, and {@code
 * A01.000x005} is below {@code A01.000}. Of a dagger–asterisk pair {@code A01.000x005+J17.0*} the
 * dagger code (the disease) comes first, the asterisk code (what it does to an organ) is a second
 * parent. Morphology codes {@code M80000/3} follow ICD-O: four digits for the histology, a digit of
 * the national list, the behaviour behind the slash.
 */
final class CodeStructure {
  /** The system of categories that no loaded source names. */
  static final CodeSystem ICD10 = new CodeSystem("ICD10", "");

  private CodeStructure() {}

  /** The system whose categories a system shares: ICD10 for its national editions, else itself. */
  static String family(String system) {
    return system.startsWith("ICD10") ? "ICD10" : system.startsWith("ICD9") ? "ICD9" : system;
  }

  /**
   * Whether the system is a national list of ICD-10 that refines the international codes by two
   * digits, as the Chinese ones do; the American one refines them in its own way.
   */
  static boolean nationalList(String system) {
    return family(system).equals("ICD10") && !system.equals("ICD10") && !system.equals("ICD10CM");
  }

  /** Whether codes of the system tell their parents. */
  static boolean known(String system) {
    String family = family(system);
    return family.equals("ICD10") || family.equals("ICD9") || system.startsWith("ATC");
  }

  /**
   * The place in which equal names mean the same: the category of a disease, the two-digit group of
   * a procedure, the histology of a tumour; elsewhere the code itself.
   */
  static String place(String system, String code) {
    String main = dagger(code);
    if (family(system).equals("ICD10") && main.length() >= 3) {
      return morphology(main) ? main.substring(0, 5) : main.substring(0, 3);
    }
    return family(system).equals("ICD9") && main.length() >= 2 ? main.substring(0, 2) : main;
  }

  private static String dagger(String code) {
    int plus = code.indexOf('+');
    String main = plus > 0 ? code.substring(0, plus) : code;
    return main.endsWith("*") ? main.substring(0, main.length() - 1) : main;
  }

  private static boolean morphology(String code) {
    return code.length() >= 5
        && code.charAt(0) == 'M'
        && code.indexOf('.') < 0
        && digits(code, 1, 5);
  }

  private static boolean digits(String code, int from, int to) {
    return code.length() >= to
        && code.substring(from, to).chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /**
   * The code of the family's common list that a national code names: {@code A01.0} for {@code
   * A01.000} (and for itself), {@code A46} for {@code A46.x00}.
   */
  static Optional<String> international(String system, String code) {
    if (!nationalList(system) || !category(code)) {
      return Optional.empty();
    }
    if (code.length() == 3 || (code.length() == 5 && code.charAt(3) == '.')) {
      return Optional.of(code.endsWith("x") ? code.substring(0, 3) : code);
    }
    return code.length() == 7 && code.charAt(3) == '.' && code.endsWith("00")
        ? Optional.of(code.charAt(4) == 'x' ? code.substring(0, 3) : code.substring(0, 5))
        : Optional.empty();
  }

  /** The national code that names a code of the common list. */
  static String national(String international) {
    return international.length() == 3 ? international + ".x00" : international + "00";
  }

  /** Whether an ancestor that no source knows is made, so that its children stay together. */
  static boolean made(String system, String ancestor) {
    return switch (family(system)) {
      case "ICD10" ->
          ancestor.length() == 3
              || Icd10Chapters.named(ancestor).isPresent()
              || (morphology(ancestor) && ancestor.length() == 5)
              || (nationalList(system) && ancestor.length() == 5 && !ancestor.endsWith("x"));
      case "ICD9" -> ancestor.length() <= 4;
      default -> true;
    };
  }

  /** Whether it begins as codes of ICD-10 do: a letter and two digits (or a digit and a letter). */
  static boolean category(String code) {
    return code.length() >= 3
        && code.charAt(0) >= 'A'
        && code.charAt(0) <= 'Z'
        && code.charAt(1) >= '0'
        && code.charAt(1) <= '9'
        && Character.isLetterOrDigit(code.charAt(2))
        && (code.length() == 3 || code.charAt(3) == '.' || code.charAt(3) == 'x');
  }

  /**
   * The chains of ancestors that a code names, nearest first; each chain goes on until a code that
   * some source knows. Empty for a root and for a code that is not built this way.
   */
  static List<List<String>> ancestors(String system, String code) {
    return switch (family(system)) {
      case "ICD10" -> icd10(code);
      case "ICD9" -> single(icd9(code));
      default -> system.startsWith("ATC") ? single(atc(code)) : List.of();
    };
  }

  private static List<List<String>> single(List<String> chain) {
    return chain.isEmpty() ? List.of() : List.of(chain);
  }

  private static List<List<String>> icd10(String code) {
    String main = dagger(code);
    if (morphology(main)) {
      return single(tumour(main));
    }
    List<List<String>> chains = new ArrayList<>();
    if (category(main)) {
      List<String> chain = disease(main);
      if (code.length() > main.length()) {
        chain.add(0, main);
      }
      chains.add(chain);
    }
    int plus = code.indexOf('+');
    if (plus > 0 && code.length() > plus + 3) {
      String asterisk = dagger(code.substring(plus + 1));
      if (category(asterisk)) {
        List<String> chain = disease(asterisk);
        chain.add(0, asterisk);
        chains.add(chain);
      }
    }
    return chains;
  }

  private static List<String> disease(String code) {
    List<String> chain = new ArrayList<>();
    String rest = code.length() > 3 && code.charAt(3) == 'x' ? code.substring(0, 3) + "." : code;
    if (rest.length() > 7 && rest.charAt(7) == 'x') {
      rest = rest.substring(0, 7);
      chain.add(rest);
    }
    if (rest.length() == 7 && digits(rest, 5, 7) && !rest.endsWith("00")) {
      chain.add(rest.substring(0, 5));
    }
    boolean whole = rest.length() == 7 && rest.endsWith("00");
    for (int length = Math.min(rest.length() - 1, whole ? 4 : 7); length >= 5; length--) {
      if (!chain.contains(rest.substring(0, length))) {
        chain.add(rest.substring(0, length));
      }
    }
    if (rest.length() > 3 && !rest.startsWith(".x00", 3)) {
      chain.add(rest.substring(0, 3));
    }
    Icd10Chapters.of(code).ifPresent(chapter -> chain.add(chapter.range()));
    return chain;
  }

  private static List<String> tumour(String code) {
    List<String> chain = new ArrayList<>();
    if (code.length() > 5) {
      chain.add(code.substring(0, 5));
    }
    chain.add(code.substring(0, 3));
    chain.add(Icd10Chapters.MORPHOLOGY.range());
    chain.remove(code);
    return chain;
  }

  private static List<String> icd9(String code) {
    List<String> chain = new ArrayList<>();
    if (!digits(code, 0, 2) || code.length() < 4 || code.charAt(2) != '.') {
      return chain;
    }
    int x = code.indexOf('x');
    String rest = x > 0 ? code.substring(0, x) : code;
    if (x > 0) {
      chain.add(rest);
    }
    if (rest.length() == 7 && !rest.endsWith("00")) {
      chain.add(rest.substring(0, 5) + "00");
    }
    if (rest.length() >= 6 && !rest.endsWith("00")) {
      chain.add(rest.substring(0, 5));
    }
    if (rest.length() >= 5) {
      chain.add(rest.substring(0, 4));
    }
    chain.add(rest.substring(0, 2));
    return chain;
  }

  private static List<String> atc(String code) {
    List<String> chain = new ArrayList<>();
    for (int length : new int[] {7, 5, 4, 3, 1}) {
      if (length < code.length()) {
        chain.add(code.substring(0, length));
      }
    }
    return chain;
  }
}
