package org.twinline.terminology.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import org.twinline.terminology.CodeSystem;
import org.twinline.terminology.Designation;

/** Follows the elements of a tabular list: chapter, section and diag hold each other. */
final class TabularList implements XmlFile.Taker {
  /** The range behind the title of a chapter or section. */
  private static final Pattern RANGE =
      Pattern.compile("(.*?)\\s*\\(([A-Z][0-9A-Z]{2}(?:-[A-Z][0-9A-Z]{2})?)\\)");

  private static final Pattern UNSPECIFIED = Pattern.compile("(.{3,}?),? (?:NOS|NEC)");
  private static final Pattern CODE = Pattern.compile("[A-Z][0-9][0-9A-Z](?:\\.[0-9A-Z]{1,4})?");

  /** Seventh characters that some codes of a category do not have. */
  private static final Pattern EXCEPTION =
      Pattern.compile(
          "7th characters ([A-Z0-9](?:(?:,| and|, and) [A-Z0-9])*) do not apply to codes in category"
              + " [A-Z0-9.]+ with 6th character (.*)");

  private static final Pattern SIXTH = Pattern.compile("(?:^|, or |, )([0-9A-Z]) - ");

  private final Emitter emitter;
  private final boolean editionStated;
  private final boolean seventhCharacters;
  private final Deque<Entry> open = new ArrayDeque<>();
  private CodeSystem system;
  private boolean inclusion;
  private String extension = "";

  TabularList(
      Emitter emitter, CodeSystem system, boolean editionStated, boolean seventhCharacters) {
    this.emitter = emitter;
    this.system = system;
    this.editionStated = editionStated;
    this.seventhCharacters = seventhCharacters;
  }

  /** A chapter, section or diag that is open. */
  private static final class Entry {
    private final String element;
    private final Emitter.At at;
    private String code = "";
    private String title = "";
    private final List<String> inclusions = new ArrayList<>();
    private Map<String, String> seventh = Map.of();
    private Map<String, String> without = Map.of();
    private boolean leaf = true;
    private boolean transparent;

    Entry(String element, Emitter.At at) {
      this.element = element;
      this.at = at;
    }
  }

  @Override
  public void start(XMLStreamReader element, Emitter.At at) {
    switch (element.getLocalName()) {
      case "chapter", "section", "diag" -> {
        Entry entry = new Entry(element.getLocalName(), at);
        Entry above = open.peek();
        if (above != null) {
          above.leaf = false;
          entry.seventh = above.seventh;
          entry.without = above.without;
        }
        String id = element.getAttributeValue(null, "id");
        if (entry.element.equals("section") && id != null) {
          entry.code = id;
          entry.transparent = id.indexOf('-') < 0 || (above != null && above.code.equals(id));
        }
        open.push(entry);
      }
      case "inclusionTerm" -> inclusion = true;
      case "sevenChrDef" -> {
        if (!open.isEmpty()) {
          open.peek().seventh = new LinkedHashMap<>();
        }
      }
      case "extension" -> {
        String character = element.getAttributeValue(null, "char");
        extension = character == null ? "" : character;
      }
      default -> {}
    }
  }

  @Override
  public void end(String element, String text, Emitter.At at) {
    Entry entry = open.peek();
    if (entry == null) {
      if (element.equals("version") && !editionStated) {
        system = new CodeSystem(system.id(), text);
      }
      return;
    }
    switch (element) {
      case "name" -> entry.code = entry.code.isEmpty() ? text : entry.code;
      case "desc" -> title(entry, text);
      case "note" -> {
        if (inclusion) {
          entry.inclusions.add(text);
        } else {
          exception(entry, text);
        }
      }
      case "inclusionTerm" -> inclusion = false;
      case "extension" -> {
        if (extension.length() == 1) {
          entry.seventh.put(extension, text);
        } else {
          emitter.problem(at, "illegal seventh character '%s'".formatted(extension));
        }
      }
      case "chapter", "section", "diag" -> {
        emit(entry);
        open.pop();
      }
      default -> {}
    }
  }

  /** Takes a note that says which seventh characters go with which sixth ones. */
  private static void exception(Entry entry, String note) {
    Matcher exception = EXCEPTION.matcher(note);
    if (exception.matches()) {
      entry.without = new LinkedHashMap<>();
      Matcher sixth = SIXTH.matcher(exception.group(2));
      while (sixth.find()) {
        entry.without.put(sixth.group(1), exception.group(1).replaceAll("and|[^A-Z0-9]", ""));
      }
    }
  }

  private static void title(Entry entry, String text) {
    Matcher range = RANGE.matcher(text);
    if (!entry.element.equals("diag") && range.matches()) {
      entry.title = range.group(1);
      if (entry.element.equals("chapter")) {
        entry.code = range.group(2);
      }
    } else {
      entry.title = text;
    }
  }

  private void emit(Entry entry) {
    if (entry.transparent) {
      return;
    }
    if (entry.element.equals("diag") && !CODE.matcher(entry.code).matches()) {
      emitter.problem(entry.at, "illegal ICD-10-CM code '%s'".formatted(entry.code));
      return;
    }
    Emitter.Names names = emitter.names().add(entry.at, entry.title, Designation.Kind.PREFERRED);
    for (String inclusion : entry.inclusions) {
      names.add(entry.at, inclusion, Designation.Kind.SYNONYM);
      Matcher unspecified = UNSPECIFIED.matcher(inclusion);
      if (unspecified.matches()) {
        names.add(entry.at, unspecified.group(1), Designation.Kind.ALIAS);
      }
    }
    List<String> parents =
        open.stream().skip(1).filter(e -> !e.transparent).limit(1).map(e -> e.code).toList();
    emitter
        .code(entry.at, system, entry.code)
        .ifPresent(code -> emitter.concept(entry.at, List.of(code), names, parents, 0));
    if (seventhCharacters && entry.leaf && entry.element.equals("diag")) {
      entry.seventh.forEach((character, meaning) -> seventh(entry, character, meaning));
    }
  }

  private void seventh(Entry entry, String character, String meaning) {
    StringBuilder code = new StringBuilder(entry.code);
    if (code.length() == 3) {
      code.append('.');
    }
    while (code.length() < 7) {
      code.append('X');
    }
    if (code.length() > 7) {
      emitter.problem(
          entry.at,
          "code '%s' has seven characters and no place for '%s'".formatted(entry.code, character));
      return;
    }
    String sixth = code.substring(6);
    if (entry.without.getOrDefault(sixth, "").contains(character)) {
      return;
    }
    emitter
        .code(entry.at, system, code.append(character).toString())
        .ifPresent(
            c ->
                emitter.concept(
                    entry.at,
                    List.of(c),
                    emitter
                        .names()
                        .add(entry.at, entry.title + ", " + meaning, Designation.Kind.PREFERRED),
                    List.of(entry.code),
                    0));
  }
}
