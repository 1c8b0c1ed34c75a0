package org.twinline.terminology.source;
import java.nio.file.Path;
record IndexSource(Path file, Keys keys) implements TerminologySource {
  public String format() { return "index-zh-en"; }
  public void read(ConceptSink sink) {}
}
