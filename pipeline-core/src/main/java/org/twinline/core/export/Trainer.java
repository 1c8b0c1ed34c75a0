package org.twinline.core.export;

import java.util.Locale;

/** The trainers there is an exporter for. */
public enum Trainer {
  VERL,
  TRL,
  LLAMA_FACTORY;

  /** The word in job files and on the command line, and the folder's name. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Exporter exporter() {
    return switch (this) {
      case VERL -> new VerlExporter();
      case TRL -> new TrlExporter();
      case LLAMA_FACTORY -> new LlamaFactoryExporter();
    };
  }
}
