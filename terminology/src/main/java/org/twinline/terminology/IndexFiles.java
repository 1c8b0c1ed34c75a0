package org.twinline.terminology;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.twinline.terminology.existence.ExistenceSettings;
import org.twinline.terminology.existence.ExistenceTrainer;
import org.twinline.terminology.index.GramIndex;
import org.twinline.terminology.link.TargetNames;
import org.twinline.terminology.merge.Conflict;
import org.twinline.terminology.merge.Conflicts;
import org.twinline.terminology.merge.Content;
import org.twinline.terminology.source.SourceProblem;
import org.twinline.terminology.store.ConceptStore;
import org.twinline.terminology.store.ConceptStoreWriter;
import org.twinline.terminology.store.NameTable;

/** The files of an index directory but {@code index.json}, and how they are written. */
final class IndexFiles {
  static final String CONCEPTS = "concepts.bin";
  static final String GRAPH = "graph.bin";
  static final String NAMES = "names.bin";
  static final String CODES = "codes.bin";
  static final String ATOMS = "atoms.bin";
  static final String ALIASES = "aliases.bin";
  static final String FORMS = "forms.bin";
  static final String GRAMS = "grams";
  static final String EXISTENCE = "existence.bin";
  static final String CONFLICTS = "conflicts.jsonl";

  private IndexFiles() {}

  /** What index.json says of the content. */
  record Summary(String contentHash, SortedMap<String, Long> counts) {}

  /**
   * Writes all files into an empty directory, on two threads; the result does not depend on them.
   *
   * @return what index.json says of the content
   */
  static Summary write(Content content, Path directory) throws IOException {
    FutureTask<Summary> names =
        new FutureTask<>(
            () -> {
              content.graph().sections().write(directory.resolve(GRAPH));
              keys(content.codes(), directory.resolve(CODES));
              keys(content.atomNames(), directory.resolve(ATOMS));
              keys(content.aliases(), directory.resolve(ALIASES));
              writeConflicts(content.conflicts(), directory.resolve(CONFLICTS));
              SortedMap<String, Long> counts = content.counts();
              counts.put("names", (long) names(content, directory));
              return new Summary(content.hash(), counts);
            });
    Thread beside = new Thread(names, "terminology-names");
    beside.start();
    try {
      concepts(content, directory.resolve(CONCEPTS));
      forms(directory);
      return names.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new TerminologyException("Cannot write the names of a terminology: " + e.getCause(), e);
    } catch (InterruptedException | CancellationException e) {
      Thread.currentThread().interrupt();
      throw new TerminologyException("Writing a terminology was interrupted", e);
    } finally {
      names.cancel(true);
    }
  }

  private static void concepts(Content content, Path file) throws IOException {
    ConceptStoreWriter writer = new ConceptStoreWriter(content.atoms());
    for (int i = 0; i < content.concepts().size(); i++) {
      writer.add(content.concepts().get(i), content.nameOf(i));
    }
    writer.write(file);
  }

  /** The names prepared for linking, and their grams. */
  private static void forms(Path directory) throws IOException {
    AllConcepts all =
        new AllConcepts(ConceptStore.open(directory.resolve(CONCEPTS)), SemanticType.DIAGNOSIS);
    TargetNames names = TargetNames.write(all, directory.resolve(FORMS));
    GramIndex.write(() -> forms(names), directory.resolve(GRAMS));
    Files.deleteIfExists(directory.resolve(GRAMS).resolve("write.lock"));
  }

  static Iterator<CharSequence> forms(TargetNames names) {
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < names.designations();
      }

      @Override
      public CharSequence next() {
        return names.form(next++);
      }
    };
  }

  private static int names(Content content, Path directory) throws IOException {
    NameTable.Writer writer = new NameTable.Writer();
    List<String> folded = new ArrayList<>();
    for (Content.Name name : content.names()) {
      writer.add(
          name.folded(), name.shown(), name.capitals() ? NameTable.CAPITALS : 0, name.concepts());
      folded.add(name.folded());
    }
    writer.write(directory.resolve(NAMES));
    ExistenceTrainer.train(folded, ExistenceSettings.standard(), directory.resolve(EXISTENCE));
    return folded.size();
  }

  private static void keys(List<Content.Key> keys, Path file) throws IOException {
    NameTable.Writer writer = new NameTable.Writer();
    keys.forEach(key -> writer.add(key.text(), "", 0, key.numbers()));
    writer.write(file);
  }

  /**
   * One JSON object a line: all counts, then conflicts by kind in the order they were met, then
   * rows left out.
   */
  private static void writeConflicts(Conflicts conflicts, Path file) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      ObjectNode summary = mapper.createObjectNode().put("kind", "summary");
      conflicts.counts().forEach(summary::put);
      conflicts.skippedByFile().forEach(summary.putObject("skipped")::put);
      line(out, summary);
      for (Conflict conflict : conflicts.kept()) {
        line(
            out,
            mapper
                .createObjectNode()
                .put("kind", conflict.kind().code())
                .put("file", String.valueOf(conflict.file().getFileName()))
                .put("line", conflict.line())
                .put("detail", conflict.detail()));
      }
      for (SourceProblem skipped : conflicts.skipped()) {
        line(
            out,
            mapper
                .createObjectNode()
                .put("kind", "skipped")
                .put("file", String.valueOf(skipped.file().getFileName()))
                .put("line", skipped.line())
                .put("column", skipped.column())
                .put("detail", skipped.message()));
      }
    }
  }

  private static void line(BufferedWriter out, ObjectNode object) throws IOException {
    out.write(object.toString());
    out.write('\n');
  }
}
