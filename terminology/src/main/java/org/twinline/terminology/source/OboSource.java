package org.twinline.terminology.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twinline.core.triple.Language;
import org.twinline.terminology.CodeSystem;
import org.twinline.terminology.ConceptCode;
import org.twinline.terminology.SemanticType;

/**
 * The format {@code obo}: OBO 1.2 and 1.4 flat files. Terms with {@code name}, {@code synonym},
 * {@code alt_id} and {@code is_a} are read; obsolete terms are skipped, and so is a parent that the
 * file does not hold (a slim is a part of an ontology).
 *
 * <p>A cross-reference is not equality, so that {@code xref} is left alone unless its prefix is
 * listed.
 *
 * @param system of the terms' codes; else that of the prefix of each identifier
 * @param xrefs prefixes of the cross-references that become codes of the concept
 */
record OboSource(
    Path file,
    Optional<CodeSystem> system,
    SemanticType type,
    Optional<Charset> encoding,
    Optional<Language> language,
    Set<String> xrefs)
    implements TerminologySource {

  OboSource(Path file, Keys keys) {
    this(
        file,
        keys.system(),
        keys.type(SemanticType.DIAGNOSIS),
        keys.encoding(),
        keys.language(),
        Set.copyOf(keys.list("xrefs")));
  }

  @Override
  public String format() {
    return "obo";
  }

  @Override
  public void read(ConceptSink sink) throws IOException {
    Optional<TextFile> text = TextFile.open(file, encoding, sink);
    if (text.isEmpty()) {
      return;
    }
    Emitter emitter = new Emitter(file, sink, type, language.or(() -> Optional.of(Language.EN)));
    List<OboTerm> terms = new ArrayList<>();
    try (BufferedReader reader = text.get().reader()) {
      terms(reader, terms, emitter);
    }
    Set<String> here = new HashSet<>();
    for (OboTerm term : terms) {
      if (!term.obsolete()) {
        here.add(term.id());
      }
    }
    for (OboTerm term : terms) {
      emit(term, here, emitter);
    }
  }

  private void terms(BufferedReader reader, List<OboTerm> terms, Emitter emitter)
      throws IOException {
    Optional<OboTerm> open = Optional.empty();
    long number = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      if (line.startsWith("[")) {
        open = Optional.empty();
        if (line.strip().equals("[Term]")) {
          OboTerm term = new OboTerm(emitter, number);
          terms.add(term);
          open = Optional.of(term);
        } else if (!line.strip().endsWith("]")) {
          emitter.problem(new Emitter.At(number, 1), "a stanza's name is not closed by ]");
        }
      } else if (open.isPresent() && !line.isBlank() && !line.startsWith("!")) {
        open.get().tag(line, number);
      }
    }
  }

  private void emit(OboTerm term, Set<String> here, Emitter emitter) {
    Emitter.At at = term.at();
    if (term.obsolete()) {
      emitter.skipped(at, "an obsolete term");
      return;
    }
    if (term.id().isEmpty()) {
      emitter.problem(at, "a term without id");
      return;
    }
    Optional<ConceptCode> code = Curie.code(at, term.id(), system, emitter);
    if (code.isEmpty()) {
      return;
    }
    List<ConceptCode> codes = new ArrayList<>(List.of(code.get()));
    for (String other : term.otherIds()) {
      Curie.code(at, other, system, emitter).ifPresent(codes::add);
    }
    for (String xref : term.xrefs()) {
      int colon = xref.indexOf(':');
      if (colon > 0 && xrefs.contains(xref.substring(0, colon))) {
        Curie.code(at, xref, Optional.empty(), emitter).ifPresent(codes::add);
      }
    }
    List<String> parents = new ArrayList<>();
    for (String parent : term.parents()) {
      if (here.contains(parent)) {
        parents.add(Curie.value(parent, code.get().system()));
      } else {
        emitter.skipped(at, "parent '%s' is not in this file".formatted(parent));
      }
    }
    emitter.concept(at, codes, term.names(), parents, 0);
  }
}
