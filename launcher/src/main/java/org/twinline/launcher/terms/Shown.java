package org.twinline.launcher.terms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.twinline.core.triple.Language;
import org.twinline.launcher.cli.Terminal;
import org.twinline.terminology.Concept;
import org.twinline.terminology.Designation;

/** How concepts are shown, as a line and as JSON. */
final class Shown {
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();
  private static final ObjectWriter PRETTY = MAPPER.writerWithDefaultPrettyPrinter();

  private Shown() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** Prints a document, indented. */
  static void print(Terminal terminal, ObjectNode document) {
    try {
      terminal.out().println(PRETTY.writeValueAsString(document));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts and numbers can be written", e);
    }
  }

  /** {@code ICD10CM:I21.9 急性心肌梗死 acute myocardial infarction}. */
  static String line(Concept concept) {
    String zh = concept.name(Language.ZH).orElse("");
    String en = concept.name(Language.EN).orElse("");
    return concept.code().label()
        + (zh.isEmpty() ? "" : "  " + zh)
        + (en.isEmpty() ? "" : "  " + en);
  }

  static ObjectNode json(Concept concept) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("id", concept.id().toString()).put("type", concept.type().name());
    ArrayNode codes = node.putArray("codes");
    concept
        .codes()
        .forEach(
            c ->
                codes
                    .addObject()
                    .put("system", c.system().id())
                    .put("edition", c.system().edition())
                    .put("code", c.value()));
    ArrayNode names = node.putArray("names");
    for (Designation name : concept.designations()) {
      names
          .addObject()
          .put("text", name.text())
          .put("language", name.language().name())
          .put("kind", name.kind().name());
    }
    ArrayNode attributes = node.putArray("attributes");
    concept
        .attributes()
        .forEach(
            a -> attributes.addObject().put("axis", a.axis()).put("zh", a.zh()).put("en", a.en()));
    return node;
  }
}
