package org.twinline.terminology;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.twinline.terminology.index.GramIndex;
import org.twinline.terminology.link.GramPostings;
import org.twinline.terminology.link.GramSearch;
import org.twinline.terminology.link.LinkFigures;
import org.twinline.terminology.link.LinkModel;
import org.twinline.terminology.link.TargetNames;
import org.twinline.terminology.store.ConceptStore;

/**
 * The folder of an index that holds a trained linker: {@code linker.json} (what it links to, what
 * it was fitted to, its figures), the terms of the list, their names, and the model.
 */
final class LinkerFiles implements AutoCloseable {
  static final String FOLDER = "linker";
  static final String CARD = FOLDER + "/linker.json";
  private static final String TERMS = "terms.bin";
  private static final String NAMES = "names.bin";
  private static final String GRAMS = "grams";

  /** A list of more names has its postings in files: building them takes a second per 100,000. */
  private static final int IN_HEAP = 100_000;

  /** Postings a search in files may read; a linker searches for several parts of a text. */
  private static final int BUDGET = 7_000;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final TermList terms;
  private final TargetNames names;
  private final Supplier<GramSearch> search;
  private final Path folder;
  private final Optional<GramIndex> grams;

  /** Small lists keep their postings in the heap; those of large ones are in a folder. */
  private LinkerFiles(TermList terms, TargetNames names, Path folder) throws IOException {
    this.terms = terms;
    this.names = names;
    this.folder = folder;
    Path stored = folder.resolve(GRAMS);
    if (Files.isDirectory(stored)) {
      GramIndex index = GramIndex.open(stored);
      grams = Optional.of(index);
      search = () -> (form, limit, ids, scores) -> index.search(form, limit, ids, scores, BUDGET);
    } else {
      GramPostings postings = names.postings();
      grams = Optional.empty();
      search = postings::searcher;
    }
  }

  @Override
  public void close() throws IOException {
    if (grams.isPresent()) {
      grams.get().close();
    }
  }

  /** Writes the list into a new folder. */
  static LinkerFiles write(TermList terms, Path folder) throws IOException {
    Files.createDirectories(folder);
    terms.write(folder.resolve(TERMS));
    TargetNames names = TargetNames.write(terms, folder.resolve(NAMES));
    if (names.designations() > IN_HEAP) {
      GramIndex.write(() -> IndexFiles.forms(names), folder.resolve(GRAMS));
      Files.deleteIfExists(folder.resolve(GRAMS).resolve("write.lock"));
    }
    return new LinkerFiles(terms, names, folder);
  }

  static LinkerFiles open(ConceptStore store, Path directory) throws IOException {
    Path folder = directory.resolve(FOLDER);
    TargetNames names = TargetNames.open(folder.resolve(NAMES));
    return new LinkerFiles(TermList.open(store, folder.resolve(TERMS)), names, folder);
  }

  TermList terms() {
    return terms;
  }

  TargetNames names() {
    return names;
  }

  Supplier<GramSearch> search() {
    return search;
  }

  Path folder() {
    return folder;
  }

  LinkModel model() {
    return LinkModel.open(folder, terms, names, search);
  }

  /**
   * Writes the card.
   *
   * @param base the content hash of the index without the linker
   * @param pairs file name to SHA-256 of what it was fitted to
   */
  void writeCard(String base, String system, SortedMap<String, String> pairs, LinkFigures figures)
      throws IOException {
    ObjectNode card = MAPPER.createObjectNode();
    card.put("base", base).put("system", system).put("terms", terms.size());
    ArrayNode from = card.putArray("pairs");
    pairs.forEach((name, sha256) -> from.addObject().put("name", name).put("sha256", sha256));
    card.putObject("out_of_fold")
        .put("texts", figures.texts())
        .put("all_right", figures.allRight())
        .put("f1", figures.f1())
        .put("precision", figures.precision())
        .put("recall", figures.recall())
        .put("candidate_recall", figures.candidateRecall())
        .put("first_right", figures.firstRight());
    MAPPER.writerWithDefaultPrettyPrinter().writeValue(folder.resolveSibling(CARD).toFile(), card);
  }

  /** The content hash of the index before any linker was trained into it. */
  static String base(Path directory, IndexDescription description) {
    if (!description.files().containsKey(CARD)) {
      return description.contentHash();
    }
    try {
      JsonNode card = MAPPER.readTree(directory.resolve(CARD).toFile());
      return card.path("base").asText();
    } catch (IOException e) {
      throw new TerminologyException("Cannot read " + directory.resolve(CARD) + ": " + e, e);
    }
  }
}
