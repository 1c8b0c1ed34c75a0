package org.twinline.terminology.mention;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.twinline.terminology.ConceptId;
import org.twinline.terminology.Mention;
import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.NameNormaliser.Folded;
import org.twinline.terminology.store.NameTable;

/**
 * Concepts in running text: the longest names of the dictionary ({@link LongestMatch}), and whether
 * the text denies them, doubts them, or says them of the past or of a relative ({@link
 * ContextReader}).
 *
 * <p>One pass over the text, linear but for the length of the longest name; thread-safe.
 */
public final class MentionTagger {
  private static final int SHORTEST = 2;

  private final NameTable names;
  private final IntFunction<ConceptId> ids;

  /** A tagger for the names of a table, whose targets {@code ids} translates. */
  public MentionTagger(NameTable names, IntFunction<ConceptId> ids) {
    this.names = names;
    this.ids = ids;
  }

  /** The mentions of a text in order. */
  public List<Mention> tag(String raw) {
    Folded text = NameNormaliser.text(raw);
    IntArrayList hits = new IntArrayList();
    LongestMatch.scan(
        names,
        raw,
        text,
        SHORTEST,
        (start, end, name) -> {
          hits.add(start);
          hits.add(end);
          hits.add(name);
        });
    if (hits.isEmpty()) {
      return List.of();
    }
    Mention.Context[] contexts = ContextReader.read(raw, text, hits);
    List<Mention> mentions = new ArrayList<>(contexts.length);
    for (int i = 0; i < contexts.length; i++) {
      int[] targets = names.targets(hits.getInt(i * 3 + 2));
      List<ConceptId> concepts = new ArrayList<>(targets.length);
      for (int target : targets) {
        concepts.add(ids.apply(target));
      }
      mentions.add(
          new Mention(
              text.rawStart(hits.getInt(i * 3)),
              text.rawEnd(hits.getInt(i * 3 + 1) - 1),
              concepts,
              contexts[i]));
    }
    return mentions;
  }

  /** The numbers of the names of a table in a text; names may be as short as one character. */
  public static IntArrayList names(NameTable table, String raw) {
    IntArrayList found = new IntArrayList();
    LongestMatch.scan(
        table, raw, NameNormaliser.text(raw), 1, (start, end, name) -> found.add(name));
    return found;
  }
}
