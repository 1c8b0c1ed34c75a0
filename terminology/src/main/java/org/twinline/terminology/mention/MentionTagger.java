package org.twinline.terminology.mention;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Comparator;
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
  private static final int[] NONE = {};

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

  /**
   * The names of a text, some of them the asker's own, in order and not overlapping: of two that
   * overlap the longer, of equally long ones the asker's.
   *
   * @param own folded names
   */
  public List<Span> spans(String raw, List<String> own) {
    Folded text = NameNormaliser.text(raw);
    List<int[]> found = new ArrayList<>();
    LongestMatch.scan(
        names,
        raw,
        text,
        SHORTEST,
        (start, end, name) -> found.add(new int[] {start, end, name, -1}));
    return spans(raw, text, found, own);
  }

  /** The asker's own names in a text, as {@link #spans}, without a terminology. */
  public static List<Span> own(String raw, List<String> own) {
    return new Chosen(raw, NameNormaliser.text(raw), new ArrayList<>(), own).spans(name -> NONE);
  }

  private List<Span> spans(String raw, Folded text, List<int[]> found, List<String> own) {
    return new Chosen(raw, text, found, own).spans(names::targets);
  }

  /** Hits (folded start and end, name, own name) of which overlapping ones are dropped. */
  private record Chosen(String raw, Folded text, List<int[]> hits, List<String> own) {
    List<Span> spans(IntFunction<int[]> targets) {
      IntArrayList mine = OwnNames.find(text, own);
      for (int i = 0; i < mine.size(); i += 3) {
        add(mine.getInt(i), mine.getInt(i + 1), mine.getInt(i + 2));
      }
      hits.sort(Comparator.comparingInt(hit -> hit[0]));
      dropWordsOfCues();
      if (hits.isEmpty()) {
        return List.of();
      }
      IntArrayList flat = new IntArrayList();
      hits.forEach(hit -> flat.addElements(flat.size(), hit, 0, 3));
      Mention.Context[] contexts = ContextReader.read(raw, text, flat);
      List<Span> spans = new ArrayList<>(contexts.length);
      for (int i = 0; i < contexts.length; i++) {
        int[] hit = hits.get(i);
        spans.add(
            new Span(
                text.rawStart(hit[0]),
                text.rawEnd(hit[1] - 1),
                hit[2] < 0 ? NONE : targets.apply(hit[2]),
                hit[3],
                contexts[i]));
      }
      return spans;
    }

    /** "Family history of" is no finding: a known name at the beginning of a longer cue goes. */
    private void dropWordsOfCues() {
      int[] cueEnd = {0};
      hits.removeIf(
          hit -> {
            if (hit[3] >= 0) {
              return false;
            }
            long cue = Cue.at(text, hit[0], text.length());
            if (cue >= 0 && Cue.end(cue) > hit[1]) {
              cueEnd[0] = Math.max(cueEnd[0], Cue.end(cue));
            }
            return hit[1] <= cueEnd[0];
          });
    }

    /** Adds an own name unless it lies in something longer; what it overlaps and exceeds goes. */
    private void add(int start, int end, int own) {
      int known = -1;
      for (int[] hit : hits) {
        if (hit[0] < end && start < hit[1]) {
          int length = hit[1] - hit[0];
          if (length > end - start || (hit[3] >= 0 && length == end - start)) {
            return;
          }
          known = hit[0] == start && hit[1] == end ? hit[2] : known;
        }
      }
      hits.removeIf(hit -> hit[0] < end && start < hit[1]);
      hits.add(new int[] {start, end, known, own});
    }
  }

  /** The numbers of the names of a table in a text; names may be as short as one character. */
  public static IntArrayList names(NameTable table, String raw) {
    IntArrayList found = new IntArrayList();
    LongestMatch.scan(
        table, raw, NameNormaliser.text(raw), 1, (start, end, name) -> found.add(name));
    return found;
  }
}
