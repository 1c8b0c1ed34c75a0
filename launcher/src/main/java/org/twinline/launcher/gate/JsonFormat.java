package org.twinline.launcher.gate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.OptionalDouble;

/** For programs: all there is, as docs/gate-result.schema.json describes it. */
final class JsonFormat {
  private static final int VERSION = 1;

  private JsonFormat() {}

  static String write(GateResult result) {
    ObjectNode out = JsonNodeFactory.instance.objectNode();
    out.put("format_version", VERSION);
    out.put("result", result.word());
    out.putObject("gate")
        .put("name", result.gate().name())
        .put("file", result.gate().path().toString())
        .put("sha256", result.gate().sha256());
    out.putObject("run")
        .put("name", result.run().name())
        .put("directory", result.run().directory().toString())
        .put("manifest_sha256", result.run().manifestSha256());
    result
        .baseline()
        .ifPresent(
            baseline ->
                out.putObject("baseline")
                    .put("name", baseline.name())
                    .put("manifest_sha256", baseline.manifestSha256())
                    .put("started", baseline.started()));
    ObjectNode counts = out.putObject("counts");
    for (CheckResult.State state : CheckResult.State.values()) {
      counts.put(word(state), result.count(state));
    }
    ArrayNode checks = out.putArray("checks");
    result.checks().forEach(check -> check(check, checks.addObject()));
    return out.toPrettyString() + "\n";
  }

  private static void check(CheckResult check, ObjectNode out) {
    out.put("name", check.label().name());
    out.put("kind", check.measured().kind());
    out.put("subject", check.measured().subject());
    if (check.label().line() > 0) {
      out.put("line", check.label().line());
    }
    Slice slice = check.measured().slice();
    if (!slice.whole()) {
      out.putObject("slice").put("by", slice.by()).put("value", slice.value());
    }
    out.put("state", word(check.state()));
    out.put("message", check.verdict().message());
    out.put("unsure", check.verdict().unsure());
    CheckResult.Evidence evidence = check.evidence();
    bound(evidence.fail(), out, "fail");
    bound(evidence.warn(), out, "warn");
    evidence.observed().ifPresent(figure -> estimate(figure, out.putObject("observed")));
    evidence.baseline().ifPresent(figure -> estimate(figure, out.putObject("baseline")));
    ArrayNode places = out.putArray("places");
    for (CheckResult.ShownPlace place : evidence.places()) {
      ObjectNode one = places.addObject();
      one.put("file", place.path()).put("offset", place.offset());
      place.line().ifPresent(line -> one.put("line", line));
      one.put("id", place.id());
    }
  }

  private static void bound(Bound bound, ObjectNode parent, String name) {
    if (!bound.open()) {
      ObjectNode out = parent.putObject(name);
      end(bound.min(), out, "min");
      end(bound.max(), out, "max");
    }
  }

  private static void end(OptionalDouble end, ObjectNode out, String name) {
    if (end.isPresent()) {
      out.put(name, end.getAsDouble());
    }
  }

  /** A limit that is open is left out. */
  private static void estimate(Estimate figure, ObjectNode out) {
    out.put("value", figure.value());
    out.put("low", figure.low());
    if (figure.high() < Double.MAX_VALUE) {
      out.put("high", figure.high());
    }
    out.put("n", figure.n());
  }

  private static String word(CheckResult.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
