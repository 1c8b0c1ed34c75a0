package org.twinline.launcher.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.twinline.core.io.Lines;
import org.twinline.core.verdict.RejectionReason;

/** Finds records that show why a check failed. */
final class Witnesses {
  private final RunScan scan;
  private final List<String> inputs;

  Witnesses(RunScan scan) {
    this.scan = scan;
    inputs = scan.run().inputs();
  }

  /**
   * Some records, at most three.
   *
   * @param high whether there is too much of it, and not too little
   */
  List<CheckResult.ShownPlace> of(Check.Subject subject, Slice slice, boolean high) {
    if (subject instanceof Check.Value value) {
      return shown(keys(value.measure(), slice, high), slice, high);
    }
    if (subject instanceof Check.Change change) {
      return shown(keys(change.measure(), slice, high), slice, high);
    }
    if (subject instanceof Check.Ratio ratio) {
      List<CheckResult.ShownPlace> above = shown(keys(ratio.measure(), slice, high), slice, high);
      return above.isEmpty() ? shown(keys(ratio.over(), slice, !high), slice, !high) : above;
    }
    Check.Drift drift = (Check.Drift) subject;
    String name = drift.spread().name();
    if (name.equals("reasons")) {
      return shown(under("dropped.", slice), slice, true);
    }
    if (name.equals("dead_letters")) {
      return shown(under("dead_lettered.", slice), slice, true);
    }
    String key = drift.spread().key(drift.whose());
    return shown(List.of(key), slice, true);
  }

  /** The counts or distributions whose records there are too many, or too few, of. */
  private List<String> keys(Check.Measure measure, Slice slice, boolean high) {
    Metric metric = measure.metric();
    String key = metric.key();
    if (metric.kind() == Metric.Kind.MEAN || metric.kind() == Metric.Kind.QUANTILE) {
      Whose whose = metric.ofTriples() ? measure.whose() : Whose.KEPT;
      return List.of(whose.key(key));
    }
    String counted =
        key.replaceFirst("_share", "").replaceFirst("^dead_letter\\b", "dead_lettered");
    return switch (counted) {
      case "kept" -> high ? List.of(CellBuilder.KEPT) : under("dropped.", slice);
      case "dropped" -> high ? under("dropped.", slice) : List.of(CellBuilder.KEPT);
      case "dead_lettered" -> under("dead_lettered.", slice);
      case "duplicate" -> CellBuilder.DUPLICATES.stream().map(r -> "dropped." + r).toList();
      case "verified" ->
          high
              ? List.of(CellBuilder.VERIFIED)
              : List.of("dropped." + RejectionReason.WRONG_ANSWER.code());
      case "unsure" -> List.of("dropped." + RejectionReason.UNSURE.code());
      default -> List.of(counted);
    };
  }

  private List<String> under(String prefix, Slice slice) {
    return scan.sketch().cell(slice).stream()
        .flatMap(cell -> cell.counts().entrySet().stream())
        .filter(count -> count.getKey().startsWith(prefix))
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  private List<CheckResult.ShownPlace> shown(List<String> keys, Slice slice, boolean high) {
    List<CheckResult.ShownPlace> shown = new ArrayList<>();
    for (String key : keys) {
      for (RecordPlace place : scan.places(slice, key, high)) {
        if (shown.size() < PlaceSample.MOST) {
          shown.add(shown(place));
        }
      }
    }
    return shown;
  }

  private CheckResult.ShownPlace shown(RecordPlace place) {
    String path =
        place.file() >= 0 && place.file() < inputs.size()
            ? inputs.get(place.file())
            : "input " + place.file();
    return new CheckResult.ShownPlace(path, place.offset(), line(path, place.offset()), place.id());
  }

  /** The line, where the input is still there and can be read. */
  private static OptionalLong line(String path, long offset) {
    try {
      Optional<Path> file = Optional.of(Path.of(path)).filter(Files::isRegularFile);
      return file.isPresent()
          ? OptionalLong.of(Lines.number(file.get(), offset))
          : OptionalLong.empty();
    } catch (IOException | InvalidPathException e) {
      return OptionalLong.empty();
    }
  }
}
