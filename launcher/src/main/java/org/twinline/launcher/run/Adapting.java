package org.twinline.launcher.run;

import org.twinline.core.json.Limits;
import org.twinline.core.json.adapter.Adapters;
import org.twinline.core.json.adapter.RecordAdapter;
import org.twinline.launcher.job.Input;

/** The adapter and limits of a job's input. */
final class Adapting {
  private Adapting() {}

  static Limits limits(Input input) {
    return new Limits(
        (int) input.limits().lineBytes().bytes(),
        input.limits().nesting(),
        Limits.DEFAULT.numberDigits(),
        Limits.DEFAULT.nameLength(),
        Limits.DEFAULT.lineValues());
  }

  static RecordAdapter adapter(Input input) {
    Limits limits = limits(input);
    return input
        .mapping()
        .map(mapping -> Adapters.mapping(FieldMappings.of(mapping), limits))
        .orElseGet(() -> Adapters.named(name(input.format()), limits));
  }

  private static String name(Input.Format format) {
    return format == Input.Format.MESSAGES ? "chat" : format.word();
  }
}
