package org.twinline.launcher.terms;

import java.util.List;
import org.twinline.terminology.Concept;
import org.twinline.terminology.Terminology;

/** The concepts that a word of the command line names: by name, else by code. */
final class Named {
  private Named() {}

  /**
   * The concepts, the likeliest first; empty where nothing is named so.
   *
   * @param text a name, {@code SYSTEM:code}, or a code that some system has
   */
  static List<Concept> find(Terminology terminology, String text) {
    List<Concept> byName = terminology.exact(text);
    if (!byName.isEmpty()) {
      return byName;
    }
    int colon = text.indexOf(':');
    if (colon > 0) {
      List<Concept> coded =
          terminology.byCode(text.substring(0, colon), text.substring(colon + 1).strip());
      if (!coded.isEmpty()) {
        return coded;
      }
    }
    return terminology.systems().stream()
        .flatMap(system -> terminology.byCode(system, text.strip()).stream())
        .distinct()
        .toList();
  }
}
