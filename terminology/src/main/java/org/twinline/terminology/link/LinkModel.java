package org.twinline.terminology.link;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.twinline.terminology.SemanticType;
import org.twinline.terminology.TerminologyException;
import org.twinline.terminology.link.trees.Trees;
import org.twinline.terminology.store.Sections;

/**
 * What {@link LinkTrainer} fitted, opened from its folder. Thread-safe; {@link #linker} gives each
 * thread its own buffers.
 */
public final class LinkModel {
  /** The file with everything that was fitted. */
  public static final String MODEL = "link.bin";

  /** The file with the names of terms beyond the list. */
  public static final String EXTRA = "link-names.bin";

  private static final int VERSION = 1;
  private static final int VERSION_LAY = 2;

  private final Targets targets;
  private final Supplier<GramSearch> search;
  private final AllNames names;
  private final TargetNames base;
  private final TargetNames extra;
  private final GramPostings extraPostings;
  private final List<String> extraNames;
  private final SemanticType type;
  private final float threshold;
  private final AliasIndex aliases;
  private final TermStatistics statistics;
  private final TranslationTable translation;
  private final LinearTerms linear;
  private final Trees selector;
  private final Ranker ranker;

  private LinkModel(Path folder, Targets targets, TargetNames base, Supplier<GramSearch> search) {
    this.targets = targets;
    this.search = search;
    this.base = base;
    Path file = folder.resolve(MODEL);
    Sections sections = Sections.open(file);
    int[] head = new int[9];
    sections.ints(0).get(head);
    type = SemanticType.values()[head[1]];
    if (head[0] != version(type) || head[3] != Features.COUNT || head[4] != Selector.COUNT) {
      throw new TerminologyException(
          "Cannot open " + file + ": written by another version; train the linker again");
    }
    if (head[6] != base.terms() || head[7] != base.designations()) {
      throw new TerminologyException(
          "Cannot open "
              + file
              + ": it was fitted to a list of "
              + head[6]
              + " terms, this one has "
              + base.terms()
              + "; train the linker again");
    }
    threshold = Float.intBitsToFloat(head[5]);
    byte[] text = new byte[sections.bytes(1).remaining()];
    sections.bytes(1).get(text);
    extraNames = new String(text, StandardCharsets.UTF_8).lines().toList();
    extra = TargetNames.open(folder.resolve(EXTRA));
    extraPostings = extra.postings();
    names = new AllNames(base, extra);
    int at = 2;
    aliases = AliasIndex.read(sections, at);
    at += AliasIndex.SECTIONS;
    statistics = TermStatistics.read(sections, at);
    at += TermStatistics.SECTIONS;
    translation = TranslationTable.read(sections, at);
    at += TranslationTable.SECTIONS;
    linear = LinearTerms.read(sections, at, Wording.lay(type));
    at += LinearTerms.SECTIONS;
    selector = Trees.read(sections, at);
    at += Trees.SECTIONS;
    Trees[] trees = new Trees[head[2]];
    for (int i = 0; i < trees.length; i++) {
      trees[i] = Trees.read(sections, at + i * Trees.SECTIONS);
    }
    ranker = new Ranker(trees, Wording.lay(type));
  }

  /**
   * Opens a model.
   *
   * @param names the prepared names of the targets
   * @param search gives each thread a search over the forms of {@code names}
   * @throws TerminologyException if the model was fitted to another list or by another version
   */
  public static LinkModel open(
      Path folder, Targets targets, TargetNames names, Supplier<GramSearch> search) {
    return new LinkModel(folder, targets, names, search);
  }

  /** The version of what is fitted to texts of that type. */
  static int version(SemanticType type) {
    return Wording.lay(type) ? VERSION_LAY : VERSION;
  }

  /** A linker for one thread. */
  public Linker linker() {
    Weighing weighing =
        new Weighing(
            new AllNames(base, extra),
            search.get(),
            extraPostings.searcher(),
            aliases,
            statistics,
            translation);
    weighing.classify(linear);
    return new Linker(this, weighing);
  }

  SemanticType type() {
    return type;
  }

  float threshold() {
    return threshold;
  }

  Ranker ranker() {
    return ranker;
  }

  Trees selector() {
    return selector;
  }

  LinkResult.Linked linked(int term, double score) {
    return names.listed(term)
        ? new LinkResult.Linked(term, targets.code(term), targets.name(term), score)
        : new LinkResult.Linked(-1, "", extraNames.get(term - targets.size()), score);
  }
}
