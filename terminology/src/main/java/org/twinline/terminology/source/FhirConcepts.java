package org.twinline.terminology.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twinline.core.triple.Language;
import org.twinline.terminology.CodeSystem;
import org.twinline.terminology.Designation;

/** The concepts of a CodeSystem, token by token; kept until all parents are known. */
final class FhirConcepts {
  private final Emitter emitter;
  private final CodeSystem system;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, List<Entry>> parentsByChild = new HashMap<>();

  FhirConcepts(Emitter emitter, CodeSystem system) {
    this.emitter = emitter;
    this.system = system;
  }

  /** A concept as far as it is read. */
  private static final class Entry {
    private final Emitter.At at;
    private final Optional<Entry> above;
    private String code = "";
    private String display = "";
    private boolean active = true;
    private final List<Spoken> designations = new ArrayList<>();
    private final List<String> parents = new ArrayList<>();

    Entry(Emitter.At at, Optional<Entry> above) {
      this.at = at;
      this.above = above;
    }
  }

  /** A designation: its language tag, the code of its use, and the text. */
  private record Spoken(Emitter.At at, String language, String use, String value) {}

  /** Reads the resource; false if it is none, which is reported. */
  boolean read(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      emitter.problem(at(json), "expected a CodeSystem resource, an object");
      return false;
    }
    boolean typed = false;
    boolean concepts = false;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      if (field.equals("resourceType")) {
        typed = "CodeSystem".equals(json.getText());
        if (!typed) {
          emitter.problem(at(json), "resourceType must be CodeSystem");
          return false;
        }
      } else if (field.equals("concept")) {
        concepts(json, Optional.empty());
        concepts = true;
      } else {
        json.skipChildren();
      }
    }
    if (json.currentToken() != JsonToken.END_OBJECT) {
      emitter.problem(at(json), "the resource is not closed");
      return false;
    }
    if (!typed || !concepts) {
      emitter.problem(
          new Emitter.At(0, 0),
          typed ? "no concept in the resource" : "no resourceType CodeSystem");
    }
    return typed && concepts;
  }

  private void concepts(JsonParser json, Optional<Entry> above) throws IOException {
    if (!array(json, "concept")) {
      return;
    }
    while (json.nextToken() == JsonToken.START_OBJECT) {
      concept(json, above);
    }
  }

  private boolean array(JsonParser json, String what) throws IOException {
    if (json.currentToken() == JsonToken.START_ARRAY) {
      return true;
    }
    emitter.problem(at(json), "'%s' must be an array".formatted(what));
    json.skipChildren();
    return false;
  }

  private void concept(JsonParser json, Optional<Entry> above) throws IOException {
    Entry entry = new Entry(at(json), above);
    entries.add(entry);
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "code" -> entry.code = json.getText();
        case "display" -> entry.display = json.getText();
        case "concept" -> concepts(json, Optional.of(entry));
        case "designation" -> {
          if (array(json, field)) {
            while (json.nextToken() == JsonToken.START_OBJECT) {
              designation(json, entry);
            }
          }
        }
        case "property" -> {
          if (array(json, field)) {
            while (json.nextToken() == JsonToken.START_OBJECT) {
              property(json, entry);
            }
          }
        }
        default -> json.skipChildren();
      }
    }
  }

  private void designation(JsonParser json, Entry entry) throws IOException {
    Emitter.At at = at(json);
    String language = "";
    String use = "";
    String value = "";
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "language" -> language = json.getText();
        case "value" -> value = json.getText();
        case "use" -> use = member(json, "code");
        default -> json.skipChildren();
      }
    }
    entry.designations.add(new Spoken(at, language, use, value));
  }

  /** A text member of the object that the parser stands at. */
  private static String member(JsonParser json, String name) throws IOException {
    String found = "";
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return found;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      boolean wanted = json.currentName().equals(name);
      json.nextToken();
      found = wanted ? json.getText() : found;
      json.skipChildren();
    }
    return found;
  }

  private void property(JsonParser json, Entry entry) throws IOException {
    String code = "";
    String value = "";
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      if (field.equals("code")) {
        code = json.getText();
      } else if (field.startsWith("value") && json.currentToken().isScalarValue()) {
        value = json.getText();
      } else {
        json.skipChildren();
      }
    }
    switch (code) {
      case "parent" -> entry.parents.add(value);
      case "child" -> parentsByChild.computeIfAbsent(value, c -> new ArrayList<>()).add(entry);
      case "inactive" -> entry.active &= !value.equals("true");
      case "status" -> entry.active &= !value.equals("retired") && !value.equals("inactive");
      default -> {}
    }
  }

  /** Hands all concepts over. */
  void emit() {
    for (Entry entry : entries) {
      if (entry.code.isBlank()) {
        emitter.problem(entry.at, "a concept without code");
      } else if (!entry.active) {
        emitter.skipped(entry.at, "an inactive concept");
      } else {
        emit(entry);
      }
    }
  }

  private void emit(Entry entry) {
    Emitter.Names names = emitter.names().add(entry.at, entry.display, Designation.Kind.PREFERRED);
    boolean[] preferred = new boolean[Language.values().length];
    names.all().forEach(name -> preferred[name.language().ordinal()] = true);
    for (Spoken spoken : entry.designations) {
      Optional<Language> language = language(spoken.language());
      if (!spoken.language().isEmpty() && language.isEmpty()) {
        emitter.skipped(
            spoken.at(), "a designation in the language '%s'".formatted(spoken.language()));
        continue;
      }
      boolean first = language.isPresent() && !preferred[language.get().ordinal()];
      language.ifPresent(l -> preferred[l.ordinal()] = true);
      names.add(
          spoken.at(),
          spoken.value(),
          first ? Designation.Kind.PREFERRED : Designation.Kind.SYNONYM,
          language);
    }
    List<String> parents = new ArrayList<>(entry.parents);
    parentsByChild.getOrDefault(entry.code, List.of()).stream()
        .filter(parent -> parent.active)
        .forEach(parent -> parents.add(parent.code));
    Optional<Entry> above = entry.above;
    while (above.isPresent() && !above.get().active) {
      above = above.get().above;
    }
    above.ifPresent(a -> parents.add(a.code));
    emitter
        .code(entry.at, system, entry.code)
        .ifPresent(
            c ->
                emitter.concept(
                    entry.at, List.of(c), names, parents.stream().distinct().toList(), 0));
  }

  private static Optional<Language> language(String tag) {
    if (tag.equals("en") || tag.startsWith("en-")) {
      return Optional.of(Language.EN);
    }
    return tag.equals("zh") || tag.startsWith("zh-") ? Optional.of(Language.ZH) : Optional.empty();
  }

  private static Emitter.At at(JsonParser json) {
    return new Emitter.At(json.currentLocation().getLineNr(), json.currentLocation().getColumnNr());
  }
}
