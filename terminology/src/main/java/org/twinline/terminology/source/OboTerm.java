package org.twinline.terminology.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twinline.terminology.Designation;

/** A term of an OBO file while it is read. */
final class OboTerm {
  private static final Pattern SYNONYM =
      Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"\\s*([A-Z]*)(.*)");

  private final Emitter emitter;
  private final Emitter.At at;
  private final Emitter.Names names;
  private final List<String> parents = new ArrayList<>();
  private final List<String> otherIds = new ArrayList<>();
  private final List<String> xrefs = new ArrayList<>();
  private String id = "";
  private boolean obsolete;

  OboTerm(Emitter emitter, long line) {
    this.emitter = emitter;
    this.at = new Emitter.At(line, 1);
    this.names = emitter.names();
  }

  /** Takes a line {@code tag: value}. */
  void tag(String line, long number) {
    int colon = line.indexOf(':');
    Emitter.At here = new Emitter.At(number, colon + 2);
    if (colon <= 0) {
      emitter.problem(new Emitter.At(number, 1), "expected 'tag: value'");
      return;
    }
    String value = line.substring(colon + 1).strip();
    switch (line.substring(0, colon)) {
      case "id" -> id = bare(value);
      case "name" -> names.add(here, unescaped(bare(value)), Designation.Kind.PREFERRED);
      case "synonym" -> synonym(value, here);
      case "alt_id" -> otherIds.add(bare(value));
      case "is_a" -> parents.add(bare(value));
      case "xref" -> xrefs.add(bare(value));
      case "is_obsolete" -> obsolete = value.startsWith("true");
      default -> {}
    }
  }

  /** An exact synonym is one; a broader, narrower or related one is trusted less. */
  private void synonym(String value, Emitter.At here) {
    Matcher synonym = SYNONYM.matcher(value);
    if (!synonym.matches()) {
      emitter.problem(here, "a synonym must stand in quotes, followed by its scope");
      return;
    }
    Designation.Kind kind =
        synonym.group(2).equals("EXACT") ? Designation.Kind.SYNONYM : Designation.Kind.ALIAS;
    names.add(here, unescaped(synonym.group(1)), kind);
  }

  /** Without the comment and the qualifiers behind the value. */
  private static String bare(String value) {
    int comment = value.indexOf(" !");
    String bare = comment < 0 ? value : value.substring(0, comment);
    int qualifiers = bare.endsWith("}") ? bare.lastIndexOf(" {") : -1;
    return (qualifiers < 0 ? bare : bare.substring(0, qualifiers)).strip();
  }

  private static String unescaped(String text) {
    return text.indexOf('\\') < 0 ? text : text.replaceAll("\\\\(.)", "$1");
  }

  Emitter.At at() {
    return at;
  }

  String id() {
    return id;
  }

  boolean obsolete() {
    return obsolete;
  }

  Emitter.Names names() {
    return names;
  }

  List<String> parents() {
    return parents;
  }

  List<String> otherIds() {
    return otherIds;
  }

  List<String> xrefs() {
    return xrefs;
  }
}
