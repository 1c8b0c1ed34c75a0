package org.twinline.launcher.report;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Two finished runs: the page's own and the one it is held against.
 *
 * @param here the run of the page
 * @param there the run it is compared with
 */
record Comparison(Side here, Side there) {

  /**
   * A run.
   *
   * @param place where it lies, as it was named
   * @param report its {@code report.json}
   * @param manifest its {@code manifest.json}, a missing node where there is none
   */
  record Side(String place, JsonNode report, JsonNode manifest) {
    Ledger ledger() {
      return Ledger.of(report.path("ledger"));
    }
  }
}
