package org.twinline.terminology.source;

import org.twinline.terminology.SemanticType;

/** What is known of code systems by their id. */
final class Systems {
  private Systems() {}

  /** The kind of thing that a system codes: ICD-9-CM volume 3 procedures, other ICD diagnoses. */
  static SemanticType type(String system) {
    if (system.startsWith("ICD9CM3") || system.startsWith("ICD10PCS")) {
      return SemanticType.PROCEDURE;
    }
    if (system.startsWith("ICD") || system.startsWith("DOID") || system.startsWith("MONDO")) {
      return SemanticType.DIAGNOSIS;
    }
    return system.startsWith("ATC") || system.startsWith("RXNORM") || system.startsWith("DRUGBANK")
        ? SemanticType.DRUG
        : SemanticType.OTHER;
  }
}
