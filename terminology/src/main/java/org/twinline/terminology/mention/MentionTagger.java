package org.twinline.terminology.mention;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.twinline.terminology.ConceptId;
import org.twinline.terminology.Mention;
import org.twinline.terminology.Mention.Assertion;
import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.NameNormaliser.Folded;
import org.twinline.terminology.store.NameTable;

/**
 * Concepts in running text: the longest names of the dictionary, and whether the text negates them.
 *
 * <p>A negation reaches over an enumeration ({@code 排除肺炎、肺结核和肺癌} negates three), and ends at a
 * comma, at the end of a sentence, at a word such as 考虑 or "but", or after {@value #REACH_ZH}
 * Chinese characters ({@value #REACH_CLOSE} for 无, 未, 非) or {@value #REACH_EN} others without a
 * mention. One pass over the text, linear but for the length of the longest name; thread-safe.
 */
public final class MentionTagger {
  /** Folded characters between a Chinese cue, or the mention before, and the mention it negates. */
  static final int REACH_ZH = 10;

  /** The same for 无, 未 and 非. */
  static final int REACH_CLOSE = 4;

  /** The same where the text between is written in an alphabet. */
  static final int REACH_EN = 32;

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
    boolean[] negated = negated(text, hits);
    List<Mention> mentions = new ArrayList<>(negated.length);
    for (int i = 0; i < negated.length; i++) {
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
              negated[i] ? Assertion.NEGATED : Assertion.AFFIRMED));
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

  private static boolean[] negated(Folded text, IntArrayList hits) {
    boolean[] negated = new boolean[hits.size() / 3];
    int clause = 0; // the first mention of the clause
    int anchor = -1; // where the active negation was last renewed, −1 where none is active
    boolean close = false;
    int undecided = -1; // where a cue stands that negates backwards if nothing follows it
    int mention = 0;
    for (int at = 0; at <= text.length(); ) {
      if (mention < negated.length && at == hits.getInt(mention * 3)) {
        if (anchor >= 0 && reaches(text, anchor, at, close)) {
          negated[mention] = true;
          anchor = hits.getInt(mention * 3 + 1);
          undecided = -1;
        }
        at = hits.getInt(mention * 3 + 1);
        mention++;
        continue;
      }
      boolean ends =
          at == text.length()
              || text.at(at) == NameNormaliser.HARD
              || text.at(at) == NameNormaliser.COMMA;
      if (ends) {
        backwards(text, hits, negated, clause, mention, undecided);
        clause = mention;
        anchor = -1;
        undecided = -1;
        at++;
        continue;
      }
      int limit = mention < negated.length ? hits.getInt(mention * 3) : text.length();
      long found = Cue.at(text, at, limit);
      if (found < 0) {
        at++;
        continue;
      }
      boolean before = mention > clause;
      switch (Cue.of(found)) {
        case BEFORE, CLOSE -> {
          anchor = Cue.end(found);
          close = Cue.of(found) == Cue.CLOSE;
        }
        case BEFORE_ELSE_AFTER -> {
          anchor = Cue.end(found);
          close = false;
          undecided = at;
        }
        case AFTER_ELSE_BEFORE -> {
          if (before) {
            backwards(text, hits, negated, clause, mention, at);
          } else {
            anchor = Cue.end(found);
            close = false;
          }
        }
        case AFTER -> backwards(text, hits, negated, clause, mention, at);
        case STOP -> anchor = -1;
        case NONE -> {}
      }
      at = Cue.end(found);
    }
    return negated;
  }

  /** Negates the enumeration that ends before a cue, back to the clause's first mention. */
  private static void backwards(
      Folded text, IntArrayList hits, boolean[] negated, int clause, int mention, int cue) {
    int next = cue;
    for (int m = mention - 1; cue >= 0 && m >= clause; m--) {
      if (!reaches(text, hits.getInt(m * 3 + 1), next, false)) {
        return;
      }
      negated[m] = true;
      next = hits.getInt(m * 3);
    }
  }

  private static boolean reaches(Folded text, int from, int to, boolean close) {
    boolean chinese = to > from && NameNormaliser.unspaced(text.at((from + to) / 2));
    return to - from <= (close ? REACH_CLOSE : chinese ? REACH_ZH : REACH_EN);
  }
}
