package org.twinline.terminology.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;
import org.twinline.core.triple.Language;
import org.twinline.terminology.CodeSystem;
import org.twinline.terminology.SemanticType;

/**
 * The format {@code fhir}: a CodeSystem resource of HL7 FHIR (R4, R5) as JSON. The hierarchy is
 * that of nested concepts and of the properties {@code parent} and {@code child}; concepts that are
 * inactive or retired are skipped, and those below them move up.
 */
record FhirSource(
    Path file,
    CodeSystem system,
    SemanticType type,
    Optional<Charset> encoding,
    Optional<Language> language)
    implements TerminologySource {

  FhirSource(Path file, Keys keys) {
    this(
        file,
        keys.requiredSystem(),
        keys.type(Systems.type(keys.requiredSystem().id())),
        keys.encoding(),
        keys.language());
  }

  @Override
  public String format() {
    return "fhir";
  }

  @Override
  public void read(ConceptSink sink) throws IOException {
    Optional<TextFile> text = TextFile.open(file, encoding, sink);
    if (text.isEmpty()) {
      return;
    }
    Emitter emitter = new Emitter(file, sink, type, language);
    FhirConcepts concepts = new FhirConcepts(emitter, system);
    JsonFactory factory =
        JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    try (BufferedReader reader = text.get().reader();
        JsonParser json = factory.createParser(reader)) {
      if (concepts.read(json)) {
        concepts.emit();
      }
    } catch (JsonProcessingException e) {
      Emitter.At at =
          e.getLocation() == null
              ? new Emitter.At(0, 0)
              : new Emitter.At(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
      emitter.problem(at, "not JSON: " + e.getOriginalMessage());
    }
  }
}
