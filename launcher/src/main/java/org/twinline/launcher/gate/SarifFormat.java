package org.twinline.launcher.gate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.twinline.launcher.report.Inert;

/**
 * For code scanning: SARIF 2.1.0 (OASIS, 2020). A finding stands at its check in the gate file,
 * which is in the repository; records are related locations.
 */
final class SarifFormat {
  /** GitHub shows no more of a run. */
  static final int MOST = 5_000;

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  /** Beside letters and digits. */
  private static final String UNESCAPED = "/-._~:@!$&'()*+,;=";

  private SarifFormat() {}

  static String write(GateResult result) {
    List<CheckResult> findings = result.findings();
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    out.put("$schema", SCHEMA);
    out.put("version", "2.1.0");
    ObjectNode run = out.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "Twinline");
    Map<String, Integer> rules = new LinkedHashMap<>();
    ArrayNode described = driver.putArray("rules");
    for (CheckResult finding : findings) {
      if (rules.putIfAbsent(rule(finding), rules.size()) == null) {
        ObjectNode rule = described.addObject();
        rule.put("id", rule(finding));
        rule.putObject("shortDescription").put("text", Inert.line(finding.measured().subject()));
      }
    }
    run.putObject("automationDetails").put("id", "twinline-gate/" + result.gate().name() + "/");
    ObjectNode invocation = run.putArray("invocations").addObject();
    invocation.put("executionSuccessful", true);
    if (findings.size() > MOST) {
      ObjectNode notice = invocation.putArray("toolExecutionNotifications").addObject();
      notice.put("level", "warning");
      notice
          .putObject("message")
          .put("text", (findings.size() - MOST) + " more findings are left out");
    }
    ArrayNode results = run.putArray("results");
    for (CheckResult finding : findings.subList(0, Math.min(MOST, findings.size()))) {
      finding(result, finding, rules, results.addObject());
    }
    return out.toPrettyString() + "\n";
  }

  private static String rule(CheckResult check) {
    return check.measured().kind() + "/" + Inert.line(check.measured().subject());
  }

  private static void finding(
      GateResult result, CheckResult check, Map<String, Integer> rules, ObjectNode out) {
    out.put("ruleId", rule(check));
    out.put("ruleIndex", rules.getOrDefault(rule(check), -1));
    out.put("level", check.state() == CheckResult.State.FAILED ? "error" : "warning");
    out.putObject("message")
        .put("text", Inert.line(check.title() + ": " + check.verdict().message()));
    ObjectNode physical = out.putArray("locations").addObject().putObject("physicalLocation");
    physical.putObject("artifactLocation").put("uri", uri(result.gate().path().toString()));
    physical.putObject("region").put("startLine", Math.max(1, check.label().line()));
    ArrayNode related = out.putArray("relatedLocations");
    for (CheckResult.ShownPlace place : check.evidence().places()) {
      ObjectNode location = related.addObject();
      location.put("id", related.size());
      location.putObject("message").put("text", place.toString());
      ObjectNode at = location.putObject("physicalLocation");
      at.putObject("artifactLocation").put("uri", uri(place.path()));
      ObjectNode region = at.putObject("region");
      if (place.line().isPresent()) {
        region.put("startLine", place.line().getAsLong());
      } else {
        region.put("byteOffset", place.offset());
      }
    }
    out.putObject("partialFingerprints")
        .put(
            "twinlineGate/v1",
            Hashing.sha256()
                .hashString(result.gate().name() + "\n" + check.title(), StandardCharsets.UTF_8)
                .toString());
    ObjectNode properties = out.putObject("properties");
    check.evidence().observed().ifPresent(figure -> figure(figure, properties, "observed"));
    check.evidence().baseline().ifPresent(figure -> figure(figure, properties, "baseline"));
  }

  private static void figure(Estimate figure, ObjectNode out, String name) {
    out.putObject(name).put("value", figure.value()).put("n", figure.n());
  }

  /** A path as a reference (RFC 3986): relative ones stay so, and may hold anything. */
  private static String uri(String path) {
    StringBuilder out = new StringBuilder(path.startsWith("/") ? "file://" : "");
    int colon = path.indexOf(':');
    if (colon >= 0 && !path.substring(0, colon).contains("/")) {
      out.append("./"); // what stands before the colon is no scheme
    }
    for (byte b : path.replace('\\', '/').getBytes(StandardCharsets.UTF_8)) {
      boolean plain = b > ' ' && b < 0x7f && UNESCAPED.indexOf(b) >= 0;
      boolean word = b > 0 && Character.isLetterOrDigit(b);
      out.append(plain || word ? String.valueOf((char) b) : String.format("%%%02X", b));
    }
    return out.toString();
  }
}
