package org.twinline.terminology.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamReader;
import org.twinline.core.triple.Language;
import org.twinline.terminology.CodeSystem;
import org.twinline.terminology.Designation;
import org.twinline.terminology.SemanticType;

/**
 * The format {@code icd10-who}: nested elements {@code item} (chapter, block, category,
 * subcategory) that hold a {@code name}, which is the code, and a {@code description}.
 */
record WhoSource(Path file, CodeSystem system, SemanticType type, Optional<Language> language)
    implements TerminologySource {

  WhoSource(Path file, Keys keys) {
    this(file, keys.system("ICD10"), keys.type(SemanticType.DIAGNOSIS), keys.language());
  }

  @Override
  public String format() {
    return "icd10-who";
  }

  @Override
  public void read(ConceptSink sink) throws IOException {
    XmlFile.read(
        file,
        new Items(new Emitter(file, sink, type, language.or(() -> Optional.of(Language.EN)))),
        sink);
  }

  /** An item that is open. */
  private static final class Item {
    private final Emitter.At at;
    private String code = "";
    private boolean emitted;

    Item(Emitter.At at) {
      this.at = at;
    }
  }

  private final class Items implements XmlFile.Taker {
    private final Emitter emitter;
    private final Deque<Item> open = new ArrayDeque<>();

    Items(Emitter emitter) {
      this.emitter = emitter;
    }

    @Override
    public void start(XMLStreamReader element, Emitter.At at) {
      if (element.getLocalName().equals("item")) {
        Item above = open.peek();
        if (above != null && !above.emitted) {
          emitter.problem(at, "an item within an item that has no name and description yet");
        }
        open.push(new Item(at));
      }
    }

    @Override
    public void end(String element, String text, Emitter.At at) {
      Item item = open.peek();
      if (item == null) {
        return;
      }
      if (element.equals("name")) {
        item.code = text;
      } else if (element.equals("description")) {
        emit(item, text, at);
      } else if (element.equals("item")) {
        open.pop();
        if (!item.emitted) {
          emitter.problem(item.at, "an item without name or description");
        }
      }
    }

    private void emit(Item item, String description, Emitter.At at) {
      item.emitted = true;
      List<String> parents = open.stream().skip(1).limit(1).map(p -> p.code).toList();
      emitter
          .code(item.at, system, item.code)
          .ifPresent(
              code ->
                  emitter.concept(
                      item.at,
                      List.of(code),
                      emitter.names().add(at, description, Designation.Kind.PREFERRED),
                      parents,
                      item.at.column()));
    }
  }
}
