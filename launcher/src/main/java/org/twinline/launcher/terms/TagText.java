package org.twinline.launcher.terms;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Terminal;
import org.twinline.terminology.AtomicEntity;
import org.twinline.terminology.Concept;
import org.twinline.terminology.ConceptId;
import org.twinline.terminology.Mention;
import org.twinline.terminology.Terminology;

/** {@code twinline terminology tag}. */
final class TagText {
  private final Terminal terminal;
  private final boolean json;

  TagText(Terminal terminal, boolean json) {
    this.terminal = terminal;
    this.json = json;
  }

  ExitCode run(Terminology terminology, String argument) {
    String text = argument.equals("-") ? input() : argument;
    List<Mention> mentions = terminology.mentions(text);
    List<AtomicEntity> atoms = terminology.atoms(text);
    if (json) {
      Shown.print(terminal, document(terminology, text, mentions, atoms));
      return ExitCode.DONE;
    }
    for (Mention mention : mentions) {
      Concept first = concept(terminology, mention.concepts().get(0));
      int more = mention.concepts().size() - 1;
      terminal
          .out()
          .println(
              "%d-%d  %s  %s%s%s"
                  .formatted(
                      mention.start(),
                      mention.end(),
                      text.substring(mention.start(), mention.end()),
                      Shown.line(first),
                      more > 0 ? " (and " + more + " more)" : "",
                      said(mention).isEmpty()
                          ? ""
                          : "  [" + String.join(", ", said(mention)) + "]"));
    }
    for (AtomicEntity atom : atoms) {
      terminal.out().println("atom  " + atom.axis() + "  " + atom.zh() + "  " + atom.en());
    }
    return ExitCode.DONE;
  }

  private static String input() {
    try {
      return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw TerminologyCommands.unreadable("cannot read standard input", e);
    }
  }

  /** What the text says of the concept; nothing where it simply affirms it. */
  private static List<String> said(Mention mention) {
    List<String> said = new ArrayList<>();
    Mention.Context context = mention.context();
    if (context.negated()) {
      said.add("negated");
    }
    if (context.uncertain()) {
      said.add("uncertain");
    }
    if (context.historical()) {
      said.add("historical");
    }
    if (context.family()) {
      said.add("family");
    }
    return said;
  }

  private static Concept concept(Terminology terminology, ConceptId id) {
    return terminology
        .concept(id)
        .orElseThrow(() -> new IllegalStateException("mentions are of this terminology: " + id));
  }

  private static ObjectNode document(
      Terminology terminology, String text, List<Mention> mentions, List<AtomicEntity> atoms) {
    ObjectNode document = Shown.object();
    document.put("text", text);
    ArrayNode list = document.putArray("mentions");
    for (Mention mention : mentions) {
      ObjectNode one = list.addObject();
      one.put("start", mention.start()).put("end", mention.end());
      ArrayNode said = one.putArray("context");
      said(mention).forEach(said::add);
      ArrayNode concepts = one.putArray("concepts");
      mention.concepts().forEach(id -> concepts.add(Shown.json(concept(terminology, id))));
    }
    ArrayNode entities = document.putArray("atoms");
    atoms.forEach(
        a -> entities.addObject().put("axis", a.axis()).put("zh", a.zh()).put("en", a.en()));
    return document;
  }
}
