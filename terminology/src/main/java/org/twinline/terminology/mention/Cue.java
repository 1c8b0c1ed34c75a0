package org.twinline.terminology.mention;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.twinline.core.Require;
import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.store.Trie;
import org.twinline.terminology.store.TrieBuilder;

/**
 * A word that sets or ends a context, after NegEx (Chapman et al. 2001, J Biomed Inform 34:301) and
 * ConText (Harkema et al. 2009, J Biomed Inform 42:839), with Chinese cues added. They stand in
 * {@code cues.tsv}, which says what its columns mean. The longest cue at a place counts.
 */
record Cue(Effect effect, Reach reach) {
  /** What a cue does. The first four are the contexts. */
  enum Effect {
    NEGATED,
    UNCERTAIN,
    HISTORICAL,
    FAMILY,
    STOP,
    BREAK,
    CURRENT,
    PATIENT,
    SECTION,
    QUESTION,
    NONE;

    boolean context() {
      return this.compareTo(FAMILY) <= 0;
    }
  }

  /** Where a context's cue reaches. */
  enum Reach {
    CLOSE,
    NEAR,
    BEFORE,
    LIST,
    SENTENCE,
    SECTION,
    AFTER,
    BEHIND,
    BEFORE_ELSE_AFTER,
    AFTER_ELSE_BEFORE,
    NOTHING
  }

  private static final String RESOURCE = "cues.tsv";
  private static final List<Cue> BY_NUMBER = new ArrayList<>();
  private static final Trie TRIE = read();

  private static Trie read() {
    SortedMap<String, Cue> cues = new TreeMap<>();
    try (InputStream in = Cue.class.getResourceAsStream(RESOURCE)) {
      Require.argument(in != null, "Cannot read %s: it is not on the class path", RESOURCE);
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.startsWith("#")) {
          String[] cells = line.split("\t", -1);
          Require.argument(cells.length == 4, "Cannot read %s:%s: not 4 columns", RESOURCE, number);
          Cue before = cues.put(NameNormaliser.name(cells[0]), of(cells[1], cells[2]));
          Require.argument(
              before == null, "Cannot read %s:%s: '%s' stands twice", RESOURCE, number, cells[0]);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    BY_NUMBER.addAll(cues.values());
    return TrieBuilder.build(List.copyOf(cues.keySet()));
  }

  private static Cue of(String effect, String reach) {
    Effect known = Effect.valueOf(effect.toUpperCase(Locale.ROOT));
    Reach far = reach.equals("-") ? Reach.NOTHING : Reach.valueOf(reach.toUpperCase(Locale.ROOT));
    Require.argument(
        known.context() == (far != Reach.NOTHING), "illegal reach of %s: %s", effect, reach);
    return new Cue(known, far);
  }

  /** The longest cue that begins there: its end and its number in one long, or −1. */
  static long at(NameNormaliser.Folded text, int start, int limit) {
    if (start > 0
        && NameNormaliser.word(text.at(start))
        && NameNormaliser.word(text.at(start - 1))) {
      return -1;
    }
    long found = -1;
    int state = 0;
    for (int at = start; at < limit; at++) {
      state = TRIE.next(state, text.at(at));
      if (state < 0) {
        break;
      }
      boolean inside =
          at + 1 < text.length()
              && NameNormaliser.word(text.at(at))
              && NameNormaliser.word(text.at(at + 1));
      if (TRIE.value(state) >= 0 && !inside) {
        found = ((long) (at + 1) << 32) | TRIE.value(state);
      }
    }
    return found;
  }

  static Cue of(long found) {
    return BY_NUMBER.get((int) found);
  }

  static int end(long found) {
    return (int) (found >> 32);
  }
}
