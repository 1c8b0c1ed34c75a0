package org.twinline.terminology;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.twinline.core.Require;
import org.twinline.terminology.existence.Existence;
import org.twinline.terminology.existence.Finding;
import org.twinline.terminology.graph.ConceptGraph;
import org.twinline.terminology.index.GramIndex;
import org.twinline.terminology.link.LinkModel;
import org.twinline.terminology.link.RuleLinker;
import org.twinline.terminology.link.TargetNames;
import org.twinline.terminology.link.TextLinker;
import org.twinline.terminology.mention.Diagnosis;
import org.twinline.terminology.mention.DiagnosisList;
import org.twinline.terminology.mention.MentionTagger;
import org.twinline.terminology.mention.Span;
import org.twinline.terminology.store.ConceptStore;
import org.twinline.terminology.store.NameTable;
import org.twinline.terminology.store.Sections;

/**
 * A terminology opened from its index directory: concepts by id, code and name, their graph, and
 * their mentions in text.
 *
 * <p>Thread-safe. The files are memory-mapped; after {@link #close} nothing may be asked any more.
 */
public final class Terminology implements AutoCloseable {
  /**
   * How many postings linking by rules reads for each part of a text; fewer than search does, since
   * a text has several parts.
   */
  private static final int RULE_BUDGET = 8_000;

  private final IndexDescription description;
  private final ConceptStore store;
  private final ConceptGraph graph;
  private final NameTable names;
  private final NameTable codes;
  private final NameTable atoms;
  private final NameTable aliases;
  private final TargetNames forms;
  private final GramIndex grams;
  private final NameSearch search;
  private final Existence existence;
  private volatile @Nullable DiagnosisList diagnoses;
  private final Optional<LinkerFiles> linkerFiles;
  private final Optional<LinkModel> model;
  private final MentionTagger tagger;

  private Terminology(Path directory, IndexDescription description) throws IOException {
    this.description = description;
    store = ConceptStore.open(directory.resolve(IndexFiles.CONCEPTS));
    graph = new ConceptGraph(Sections.open(directory.resolve(IndexFiles.GRAPH)));
    names = NameTable.open(directory.resolve(IndexFiles.NAMES));
    codes = NameTable.open(directory.resolve(IndexFiles.CODES));
    atoms = NameTable.open(directory.resolve(IndexFiles.ATOMS));
    aliases = NameTable.open(directory.resolve(IndexFiles.ALIASES));
    forms = TargetNames.open(directory.resolve(IndexFiles.FORMS));
    grams = GramIndex.open(directory.resolve(IndexFiles.GRAMS));
    search = new NameSearch(store, forms, grams);
    existence =
        Existence.open(
            directory.resolve(IndexFiles.EXISTENCE), folded -> names.trie().find(folded) >= 0);
    linkerFiles =
        description.files().containsKey(LinkerFiles.CARD)
            ? Optional.of(LinkerFiles.open(store, directory))
            : Optional.empty();
    model = linkerFiles.map(LinkerFiles::model);
    tagger = new MentionTagger(names, store::id);
  }

  /**
   * Opens an index directory after checking its format version and the SHA-256 of every file.
   *
   * @throws TerminologyException if it is not an index directory of this version, or a file is
   *     missing or changed; the message names the file
   */
  public static Terminology open(Path directory) {
    IndexDescription description = IndexDescription.read(directory);
    // The files are mapped while they are hashed; what they hold is used only if they are sound.
    CompletableFuture<Terminology> mapping =
        CompletableFuture.supplyAsync(
            () -> map(directory, description),
            task -> new Thread(task, "terminology-open").start());
    try {
      Checksums.verify(directory, description.files());
    } catch (IOException e) {
      discard(mapping);
      throw cannotOpen(directory, e);
    } catch (TerminologyException e) {
      discard(mapping);
      throw e;
    }
    try {
      return mapping.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof TerminologyException refusal
          ? refusal
          : cannotOpen(directory, e);
    }
  }

  private static Terminology map(Path directory, IndexDescription description) {
    try {
      return new Terminology(directory, description);
    } catch (IOException e) {
      throw cannotOpen(directory, e);
    }
  }

  /** Waits for files that must not be used, and closes them if they could be read at all. */
  private static void discard(CompletableFuture<Terminology> mapping) {
    mapping.thenAccept(Terminology::close).exceptionally(unreadable -> null).join();
  }

  private static TerminologyException cannotOpen(Path directory, Exception cause) {
    return new TerminologyException(
        "Cannot open terminology " + directory + ": " + cause.getMessage(), cause);
  }

  /** What the directory holds. */
  public IndexDescription description() {
    return description;
  }

  /** The terminology's identity: equal for equal content, wherever and whenever it was built. */
  public String contentHash() {
    return description.contentHash();
  }

  /** The ids of the systems whose codes there are, sorted. */
  public List<String> systems() {
    return description.counts().keySet().stream()
        .filter(name -> name.startsWith("codes."))
        .map(name -> name.substring("codes.".length()).replaceFirst("/.*", ""))
        .distinct()
        .sorted()
        .toList();
  }

  /** Whether a linker was trained into the index. */
  public boolean trained() {
    return model.isPresent();
  }

  /** A linker for one thread: the trained one, or one that goes by rules. */
  public TextLinker linker() {
    return model.isPresent() ? model.get().linker()::link : byRules();
  }

  private TextLinker byRules() {
    return new RuleLinker(
            new AllConcepts(store, mainType()),
            forms,
            (form, limit, ids, scores) -> grams.search(form, limit, ids, scores, RULE_BUDGET))
        ::link;
  }

  private SemanticType mainType() {
    SemanticType most = SemanticType.DIAGNOSIS;
    for (SemanticType type : SemanticType.values()) {
      most = concepts(type) > concepts(most) ? type : most;
    }
    return most;
  }

  private long concepts(SemanticType type) {
    return description.counts().getOrDefault("types." + type, 0L);
  }

  ConceptStore store() {
    return store;
  }

  /** The system and edition whose codes' concepts bear most of the names; ties by name. */
  String listOf(List<String> standardNames) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    for (String name : standardNames) {
      Set<String> lists = new TreeSet<>();
      for (int ordinal : exactOrdinals(name)) {
        store.concept(ordinal).codes().forEach(code -> lists.add(code.system().toString()));
      }
      lists.forEach(list -> counts.merge(list, 1, Integer::sum));
    }
    String best = "";
    int most = 0;
    for (Map.Entry<String, Integer> count : counts.entrySet()) {
      if (count.getValue() > most) {
        best = count.getKey();
        most = count.getValue();
      }
    }
    Require.argument(
        !best.isEmpty(),
        "Cannot tell what to link to: no standard name of the pairs is in the index");
    return best;
  }

  /** How many concepts there are. */
  public int size() {
    return store.size();
  }

  /** The hierarchy and the relations, over ordinals. */
  public ConceptGraph graph() {
    return graph;
  }

  /** The concept's number in {@link #graph}, −1 where it is not in this terminology. */
  public int ordinal(ConceptId id) {
    return store.ordinal(id);
  }

  /** The concept with that number. */
  public Concept conceptAt(int ordinal) {
    return store.concept(ordinal);
  }

  /** The concept with that id. */
  public Optional<Concept> concept(ConceptId id) {
    int ordinal = store.ordinal(id);
    return ordinal < 0 ? Optional.empty() : Optional.of(store.concept(ordinal));
  }

  /**
   * The concepts that bear a code in any edition of a system, cross-references included, by id.
   *
   * @param system the system's id, for example {@code ICD10CM}
   */
  public List<Concept> byCode(String system, String code) {
    int name = codes.trie().find(codeKey(system, code));
    return name < 0 ? List.of() : concepts(codes.targets(name));
  }

  static String codeKey(String system, String code) {
    return system + ' ' + code;
  }

  /** The concept's relations, each edge seen from this end. */
  public List<Relation> relations(ConceptId id) {
    int ordinal = store.ordinal(id);
    List<Relation> relations = new ArrayList<>();
    if (ordinal >= 0) {
      for (ConceptGraph.Edge edge : graph.relations(ordinal)) {
        relations.add(
            new Relation(edge.type(), store.id(edge.target()), edge.outgoing(), edge.weight()));
      }
    }
    return relations;
  }

  /** The concepts that bear exactly this name after folding, the likeliest meaning first. */
  public List<Concept> exact(String name) {
    return concepts(exactOrdinals(name));
  }

  /** The numbers of the concepts that bear exactly this name after folding. */
  public int[] exactOrdinals(String name) {
    int found = names.find(name);
    return found < 0 ? new int[0] : names.targets(found);
  }

  private List<Concept> concepts(int[] ordinals) {
    List<Concept> concepts = new ArrayList<>(ordinals.length);
    for (int ordinal : ordinals) {
      concepts.add(store.concept(ordinal));
    }
    return concepts;
  }

  /**
   * The concepts with the most similar names, each once with its best name, by score descending,
   * then by the length of the name, then by concept id.
   *
   * <p>The score is {@link NameProfile#similarity}; names without a common character are never
   * found. Cost is bounded: at most 64 names (four per asked concept, if more) are compared.
   *
   * @param limit at least 1
   */
  public List<Match> search(String name, int limit) {
    return search.search(name, limit);
  }

  /**
   * The concept whose names are most like a text; the score is {@link NameProfile#similarity},
   * empty where no name shares a gram. For a text with Chinese this is faster than {@link #search},
   * since only the 16 names that share most of its grams are compared: what is very like it (a
   * score of 0.8) is nearly always among these (docs/measurements.md). The grams of alphabetic
   * names tell less, there 64 are compared.
   */
  public Optional<Match> nearest(String name) {
    return search.nearest(name);
  }

  /**
   * A name looked up: what bears it, or that nothing does.
   *
   * @param concepts empty where the name is in no list
   * @param nearest the concepts with the most similar names, where the name is unknown
   */
  public record Lookup(List<Concept> concepts, List<Match> nearest) {
    public Lookup {
      concepts = List.copyOf(concepts);
      nearest = List.copyOf(nearest);
    }

    /** Whether the name is in some list. */
    public boolean known() {
      return !concepts.isEmpty();
    }
  }

  /** The concepts that bear the name, or the nearest neighbours of a name that nothing bears. */
  public Lookup lookup(String name, int neighbours) {
    List<Concept> concepts = exact(name);
    return new Lookup(concepts, concepts.isEmpty() ? search(name, neighbours) : List.of());
  }

  /**
   * Whether a name exists: it is in the index, or nothing speaks against it, or its parts do not go
   * together in any name. Offsets of the finding are into the folded name.
   */
  public Finding existence(String name) {
    return existence.find(NameNormaliser.name(name));
  }

  /**
   * The diagnoses of a string that may list several, with or without separators. The first call
   * reads all names once (about a second for a million).
   */
  public List<Diagnosis> diagnoses(String text) {
    DiagnosisList splitter = diagnoses;
    if (splitter == null) {
      splitter = DiagnosisList.over(names);
      diagnoses = splitter;
    }
    return splitter.split(text);
  }

  /**
   * The concepts that a source of aliases says a text means, all of them together; empty where no
   * source has the text.
   */
  public List<Concept> alias(String text) {
    int found = aliases.find(text);
    return found < 0 ? List.of() : concepts(aliases.targets(found));
  }

  /** The mentions of concepts in a text, in order, not overlapping. */
  public List<Mention> mentions(String text) {
    return tagger.tag(text);
  }

  /**
   * The names of a text, some of them the asker's own, in order, not overlapping: of two that
   * overlap the longer, of equally long ones the asker's.
   *
   * @param own names folded as {@link NameNormaliser#name} does
   */
  public List<Span> spans(String text, List<String> own) {
    return tagger.spans(text, own);
  }

  /** The atomic entities named in a text, distinct and sorted. */
  public List<AtomicEntity> atoms(String text) {
    IntArrayList found = MentionTagger.names(atoms, text);
    TreeSet<AtomicEntity> entities = new TreeSet<>();
    for (int name : found) {
      for (int target : atoms.targets(name)) {
        entities.add(store.atoms().get(target));
      }
    }
    return List.copyOf(entities);
  }

  /** The greatest similarity of a name with the concept's designations, in [0,1]. */
  public double termSimilarity(Concept concept, String name) {
    NameProfile profile = NameProfile.of(name);
    double best = 0;
    for (Designation designation : concept.designations()) {
      best = Math.max(best, profile.similarity(NameProfile.of(designation.text())));
    }
    return best;
  }

  @Override
  public void close() {
    try {
      grams.close();
      if (linkerFiles.isPresent()) {
        linkerFiles.get().close();
      }
    } catch (IOException e) {
      throw new TerminologyException("Cannot close terminology: " + e.getMessage(), e);
    }
  }
}
