package org.twinline.launcher.gate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Results whose names hold whatever could break a format. */
final class HostileResult {
  /** Markup, commands, controls, half a surrogate pair, right-to-left marks, and a lot of it. */
  static final List<String> NAMES =
      List.of(
          "a|b \\| c `code` **bold** _it_ [x](javascript:alert(1)) <img src=x onerror=alert(1)>",
          "]]></failure> & \"quotes\" 'single' <!-- comment --> <?pi?>",
          "line\nbreak\r\n::error file=x::injected%0A 100 % , : ;",
          "nul\u0000 escape\u001b[31m bell\u0007 del\u007f c1\u0085 \ufffe\uffff",
          "half \ud800 pair, rtl \u202e, zero \u200b width, tag \udb40\udc41",
          "中文｜检查 ％ 😀 https://example.org www.example.org @everyone # h",
          "x".repeat(100_000));

  private HostileResult() {}

  /** A check that ended so, with every part of it hostile. */
  static CheckResult check(int i, CheckResult.State state) {
    String name = NAMES.get(i % NAMES.size());
    boolean finding = state == CheckResult.State.FAILED || state == CheckResult.State.WARNED;
    return new CheckResult(
        new Check.Label(name + i, i + 2),
        new CheckResult.Measured("value", "score." + name + ".mean", new Slice("source", name)),
        new CheckResult.Verdict(state, "the message says " + name, i % 2 == 0),
        new CheckResult.Evidence(
            new Bound(OptionalDouble.of(0.5), OptionalDouble.empty()),
            Bound.OPEN,
            state == CheckResult.State.SKIPPED
                ? Optional.empty()
                : Optional.of(new Estimate(0.25, 0.2, 0.3, 400)),
            i % 3 == 0 ? Optional.of(new Estimate(0.6, 0.5, 0.7, 4_000)) : Optional.empty(),
            finding
                ? List.of(
                    new CheckResult.ShownPlace(name, 4_096, OptionalLong.of(12), name),
                    new CheckResult.ShownPlace("data/in.jsonl", 5, OptionalLong.empty(), ""))
                : List.of()));
  }

  /** So many checks of each state, one name after the other. */
  static GateResult of(int failed, int warned, int skipped, int passed) {
    List<CheckResult> checks = new ArrayList<>();
    add(checks, CheckResult.State.PASSED, passed);
    add(checks, CheckResult.State.SKIPPED, skipped);
    add(checks, CheckResult.State.WARNED, warned);
    add(checks, CheckResult.State.FAILED, failed);
    return result(checks);
  }

  private static void add(List<CheckResult> checks, CheckResult.State state, int count) {
    for (int i = 0; i < count; i++) {
      checks.add(check(checks.size(), state));
    }
  }

  static GateResult result(List<CheckResult> checks) {
    return new GateResult(
        new GateResult.Gate(NAMES.get(0), Path.of("gates/a b,c:d%.yaml"), "0".repeat(64)),
        new GateResult.Run(NAMES.get(2), Path.of("out/run"), "1".repeat(64)),
        Optional.of(new GateResult.Reference(NAMES.get(3), "2".repeat(64), "2026-01-01T00:00:00Z")),
        checks);
  }
}
