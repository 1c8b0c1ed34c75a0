package org.twinline.terminology;

import org.twinline.core.Require;

/**
 * A code system in one edition, for example {@code ICD10CM} in edition {@code 2021}. The set of
 * systems is open; the edition is part of a code's identity, since Chinese editions of ICD give the
 * same disease different codes.
 *
 * @param id upper-case letters, digits and hyphens
 * @param edition free of blanks at its ends; the empty string where the source states none
 */
public record CodeSystem(String id, String edition) {
  public CodeSystem {
    Require.argument(
        !id.isEmpty() && id.chars().allMatch(CodeSystem::legal),
        "illegal code system: '%s', must be upper-case letters, digits and hyphens",
        id);
    Require.argument(
        edition.equals(edition.strip()),
        "illegal edition of %s: '%s', must be trimmed",
        id,
        edition);
  }

  private static boolean legal(int c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  }

  @Override
  public String toString() {
    return edition.isEmpty() ? id : id + "/" + edition;
  }
}
