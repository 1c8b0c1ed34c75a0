package org.twinline.launcher.verify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.verdict.Decision;
import org.twinline.launcher.cli.Terminal;
import org.twinline.launcher.cli.VerifyRequest;
import org.twinline.launcher.report.Inert;
import org.twinline.reward.agreement.Agreement;
import org.twinline.reward.agreement.Band;
import org.twinline.reward.agreement.Calibration;
import org.twinline.reward.agreement.Counts;
import org.twinline.reward.agreement.Proportion;

/** What a finished scoring prints to stdout. */
final class VerifySummary {
  private static final int SHOWN_IDS = 20;

  private final VerifyRequest request;
  private final Tally tally;
  private final DeadLetters dead;
  private final double seconds;
  private @Nullable Agreement agreement;
  private Optional<Calibration> calibration = Optional.empty();

  VerifySummary(VerifyRequest request, Tally tally, DeadLetters dead, double seconds) {
    this.request = request;
    this.tally = tally;
    this.dead = dead;
    this.seconds = seconds;
  }

  /** Adds what the labels say. */
  void agreement(Agreement found, Optional<Calibration> chosen) {
    agreement = found;
    calibration = chosen;
  }

  void print(Terminal terminal) {
    if (request.form().json()) {
      terminal.out().print(Document.text(document()));
    } else {
      text(terminal.out());
    }
  }

  private void text(PrintStream out) {
    out.printf(
        Locale.ROOT,
        "%s: %,d answers scored in %.1f s (%,.0f a second)%s%n",
        request.inputs().answers(),
        tally.answers(),
        seconds,
        tally.answers() / Math.max(seconds, 1e-9),
        request.inputs().terminology().isPresent() ? "" : ", entities as names");
    verdicts(
        out,
        "all",
        tally.count(Decision.ACCEPT),
        tally.count(Decision.UNSURE),
        tally.count(Decision.REJECT));
    for (AnswerKind kind : tally.kinds()) {
      verdicts(
          out,
          Scored.word(kind),
          tally.count(kind, Decision.ACCEPT),
          tally.count(kind, Decision.UNSURE),
          tally.count(kind, Decision.REJECT));
    }
    if (dead.count() > 0) {
      out.printf(Locale.ROOT, "  dead letters %,d: %s%n", dead.count(), dead.place());
    }
    Map<String, Long> repeated = tally.repeated();
    if (!repeated.isEmpty()) {
      String shown =
          repeated.keySet().stream()
              .limit(SHOWN_IDS)
              .map(Inert::line)
              .collect(Collectors.joining(", "));
      out.printf(
          Locale.ROOT,
          "  ids of several answers %,d: %s%s%n",
          repeated.size(),
          shown,
          repeated.size() > SHOWN_IDS ? " …" : "");
    }
    Agreement found = agreement;
    if (found != null) {
      agreement(out, found);
    }
    calibration.ifPresent(chosen -> calibration(out, chosen));
    request.outputs().files().forEach(file -> out.println("wrote " + file));
  }

  private static void verdicts(
      PrintStream out, String name, long accept, long unsure, long reject) {
    out.printf(
        Locale.ROOT,
        "  %-9s accept %,9d  unsure %,9d  reject %,9d%n",
        name,
        accept,
        unsure,
        reject);
  }

  private void agreement(PrintStream out, Agreement found) {
    Counts counts = found.overall().counts();
    out.printf(
        Locale.ROOT, "agreement with %,d labels%s%n", counts.total(), unjoined(counts.total()));
    share(out, "accuracy, unsure is wrong", counts.accuracy());
    share(out, "accuracy of the decided", counts.decidedAccuracy());
    share(out, "coverage", counts.coverage());
    share(out, "false accepts", counts.falseAccepts());
    share(out, "false rejects", counts.falseRejects());
    counts.kappa().ifPresent(kappa -> out.printf(Locale.ROOT, "  %-26s %.4f%n", "kappa", kappa));
    counts
        .decidedKappa()
        .ifPresent(
            kappa -> out.printf(Locale.ROOT, "  %-26s %.4f%n", "kappa of the decided", kappa));
    found
        .overall()
        .auc()
        .ifPresent(auc -> out.printf(Locale.ROOT, "  %-26s %.4f%n", "area under the curve", auc));
  }

  private String unjoined(long labelled) {
    StringBuilder text = new StringBuilder();
    long unlabelled = tally.answers() - labelled;
    if (unlabelled > 0) {
      text.append(String.format(Locale.ROOT, "; %,d answers without a label", unlabelled));
    }
    if (tally.unknownLabels() > 0) {
      text.append(String.format(Locale.ROOT, "; %,d labels of unknown ids", tally.unknownLabels()));
    }
    if (tally.ambiguousLabels() > 0) {
      text.append(
          String.format(
              Locale.ROOT,
              "; %,d labels of ids with several answers, left out",
              tally.ambiguousLabels()));
    }
    return text.toString();
  }

  private static void share(PrintStream out, String name, Proportion share) {
    share
        .value()
        .ifPresent(
            value ->
                out.printf(
                    Locale.ROOT,
                    "  %-26s %.4f  (%,d of %,d; 95 %% between %.4f and %.4f)%n",
                    name,
                    value,
                    share.hits(),
                    share.of(),
                    share.wilson().map(Proportion.Interval::low).orElse(0.0),
                    share.wilson().map(Proportion.Interval::high).orElse(1.0)));
  }

  private static void calibration(PrintStream out, Calibration chosen) {
    out.println("thresholds chosen");
    band(out, "overall", chosen.overall());
    chosen.kinds().forEach((kind, choice) -> band(out, Scored.word(kind), choice));
    share(out, "coverage, same answers", chosen.resubstitution().overall().counts().coverage());
    share(out, "coverage, held out", chosen.crossFitted().overall().counts().coverage());
    share(
        out, "accepts right, held out", chosen.crossFitted().overall().counts().acceptPrecision());
    share(
        out, "rejects wrong, held out", chosen.crossFitted().overall().counts().rejectPrecision());
  }

  private static void band(PrintStream out, String name, Calibration.Choice choice) {
    Band band = choice.band();
    out.printf(
        Locale.ROOT,
        "  %-9s accept %s, reject %s%s%n",
        name,
        band.accept().isPresent() ? "from " + band.accept().getAsDouble() : "none",
        band.reject().isPresent() ? "up to " + band.reject().getAsDouble() : "none",
        choice.own()
            ? ""
            : String.format(
                Locale.ROOT,
                " (as overall: %,d right and %,d wrong are too few, %d of each are needed)",
                choice.right(),
                choice.wrong(),
                Calibration.LEAST));
  }

  private ObjectNode document() {
    ObjectNode document = Document.object();
    document.put("input", request.inputs().answers().toString());
    request.outputs().scores().ifPresent(file -> document.put("output", file.toString()));
    document.put("answers", tally.answers());
    ObjectNode verdicts = document.putObject("verdicts");
    for (Decision decision : Decision.values()) {
      verdicts.put(Scored.word(decision), tally.count(decision));
    }
    ObjectNode kinds = document.putObject("by_kind");
    for (AnswerKind kind : tally.kinds()) {
      ObjectNode node = kinds.putObject(Scored.word(kind));
      for (Decision decision : Decision.values()) {
        node.put(Scored.word(decision), tally.count(kind, decision));
      }
    }
    document.put("dead_letters", dead.count());
    document.put("repeated_ids", tally.repeated().size());
    ArrayNode ids = document.putArray("repeated");
    tally.repeated().keySet().stream().limit(SHOWN_IDS).forEach(ids::add);
    document.put("seconds", Math.round(seconds * 10) / 10.0);
    Agreement found = agreement;
    if (found != null) {
      document.put("unknown_labels", tally.unknownLabels());
      document.put("ambiguous_labels", tally.ambiguousLabels());
      document.set("agreement", FiguresJson.of(found));
    }
    calibration.ifPresent(chosen -> document.set("calibration", ThresholdsFile.figures(chosen)));
    return document;
  }
}
