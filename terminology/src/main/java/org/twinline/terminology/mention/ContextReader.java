package org.twinline.terminology.mention;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import org.twinline.terminology.Mention.Context;
import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.NameNormaliser.Folded;

/**
 * Reads what a text says of its mentions: one pass over cues, mentions and boundaries, each context
 * with a {@link Scope} of its own.
 *
 * <p>A context reaches over an enumeration ({@code 排除肺炎、肺结核和肺癌} negates three), and ends as its
 * cue's reach says, at a cue that ends it, or after {@value #FAR} Chinese characters ({@value
 * #CLOSE} for close cues) without a mention. A negation also ends at a cue of another context,
 * unless that stands right behind the negating word: {@code 未见可疑肿块} is no doubt.
 */
final class ContextReader {
  /** Folded Chinese characters between a cue, or the mention before, and the mention it takes. */
  static final int FAR = 10;

  /** The same for close cues, and for those that take what stands right before them. */
  static final int CLOSE = 4;

  /** The same for words for relatives. */
  static final int NEAR = 7;

  private static final Cue.Effect[] CONTEXTS = {
    Cue.Effect.NEGATED, Cue.Effect.UNCERTAIN, Cue.Effect.HISTORICAL, Cue.Effect.FAMILY
  };

  private final String raw;
  private final Folded text;

  /** Start, end and name of each mention. */
  private final IntArrayList hits;

  private final boolean[][] flags;
  private final Scope[] scopes = new Scope[CONTEXTS.length];

  /** The first mention of the clause. */
  private int clause;

  /** The next mention. */
  private int mention;

  private boolean question;

  private ContextReader(String raw, Folded text, IntArrayList hits) {
    this.raw = raw;
    this.text = text;
    this.hits = hits;
    flags = new boolean[CONTEXTS.length][hits.size() / 3];
    for (int i = 0; i < scopes.length; i++) {
      scopes[i] = new Scope(i > 0);
    }
  }

  /** The context of each mention. */
  static Context[] read(String raw, Folded text, IntArrayList hits) {
    ContextReader reader = new ContextReader(raw, text, hits);
    reader.run();
    Context[] contexts = new Context[hits.size() / 3];
    for (int i = 0; i < contexts.length; i++) {
      boolean[][] f = reader.flags;
      contexts[i] =
          f[0][i] || f[1][i] || f[2][i] || f[3][i]
              ? new Context(f[0][i], f[1][i], f[2][i], f[3][i])
              : Context.AFFIRMED;
    }
    return contexts;
  }

  private int start(int m) {
    return hits.getInt(m * 3);
  }

  private int end(int m) {
    return hits.getInt(m * 3 + 1);
  }

  private int count() {
    return flags[0].length;
  }

  private void run() {
    for (int at = 0; at <= text.length(); ) {
      if (mention < count() && at == start(mention)) {
        at = takeMention();
      } else if (at == text.length() || text.at(at) == NameNormaliser.HARD) {
        hardEnd(at++);
      } else if (text.at(at) == NameNormaliser.COMMA) {
        comma(at++);
      } else {
        long found = Cue.at(text, at, mention < count() ? start(mention) : text.length());
        if (found < 0) {
          at++;
        } else {
          cue(Cue.of(found), at, Cue.end(found));
          at = Cue.end(found);
        }
      }
    }
  }

  private int takeMention() {
    int from = start(mention);
    int to = end(mention);
    for (int c = 0; c < scopes.length; c++) {
      if (scopes[c].takes(text, from, to)) {
        flags[c][mention] = true;
      }
    }
    int first = text.rawStart(from);
    if (first > 0
        && questionMark(raw.charAt(first - 1))
        && (first == 1 || !Character.isLetterOrDigit(raw.charAt(first - 2)))) {
      flags[1][mention] = true;
    }
    mention++;
    // 切除术后: a word behind may share its first character with the mention.
    long shared = Cue.at(text, to - 1, mention < count() ? start(mention) : text.length());
    if (shared >= 0 && Cue.end(shared) > to && Cue.of(shared).reach() == Cue.Reach.BEHIND) {
      cue(Cue.of(shared), to, Cue.end(shared));
      return Cue.end(shared);
    }
    return to;
  }

  private static boolean questionMark(char c) {
    return c == '?' || c == '？';
  }

  private void hardEnd(int at) {
    boolean doubt =
        mention > clause
            && end(mention - 1) == at
            && !question
            && at < text.length()
            && questionMark(raw.charAt(text.rawStart(at)));
    if (doubt) {
      flags[1][mention - 1] = true;
    }
    boolean line = at == text.length();
    int next = line || at + 1 == text.length() ? raw.length() : text.rawStart(at + 1);
    for (int i = line ? next : text.rawStart(at); i < next && !line; i++) {
      line = raw.charAt(i) == '\n' || raw.charAt(i) == '\r';
    }
    for (int c = 0; c < scopes.length; c++) {
      decide(c);
      scopes[c].endWithin(line ? Scope.Extent.SECTION : Scope.Extent.SENTENCE);
    }
    clause = mention;
    question = false;
  }

  private void comma(int at) {
    char shown = raw.charAt(text.rawStart(at));
    boolean colon = shown == ':' || shown == '：';
    for (int c = 0; c < scopes.length; c++) {
      decide(c);
      if (colon && scopes[c].fromCueTo(at) || scopes[c].goesOnOverCommas() && bareItem(at + 1)) {
        scopes[c].move(at + 1);
      } else {
        scopes[c].endWithin(Scope.Extent.CLAUSE);
      }
    }
    clause = mention;
  }

  /** Whether up to the next comma or end there are mentions and what joins them alone. */
  private boolean bareItem(int from) {
    int at = from;
    int m = mention;
    boolean any = false;
    while (at < text.length() && text.at(at) != NameNormaliser.COMMA) {
      int next = m < count() ? start(m) : text.length();
      int stop = at;
      while (stop < next
          && text.at(stop) != NameNormaliser.COMMA
          && text.at(stop) != NameNormaliser.HARD) {
        stop++;
      }
      if (!Joiners.only(text, at, stop)) {
        return false;
      }
      if (stop < next || m == count()) {
        return any;
      }
      any = true;
      at = end(m++);
    }
    return any;
  }

  private void cue(Cue cue, int start, int end) {
    switch (cue.effect()) {
      case NEGATED, UNCERTAIN, HISTORICAL, FAMILY -> context(cue, start, end);
      case STOP -> stopNegation(start, end);
      case BREAK -> {
        scopes[0].end();
        scopes[1].end();
      }
      case CURRENT -> {
        stopNegation(start, end);
        scopes[2].endWithin(Scope.Extent.SENTENCE);
        scopes[3].endWithin(Scope.Extent.SENTENCE);
      }
      case PATIENT -> {
        stopNegation(start, end);
        scopes[3].endWithin(Scope.Extent.SENTENCE);
      }
      case SECTION -> {
        if (beforeColon(end)) {
          for (Scope scope : scopes) {
            scope.end();
          }
        } else {
          stopNegation(start, end);
        }
      }
      case QUESTION -> {
        stopNegation(start, end);
        question = true;
      }
      case NONE -> {}
    }
  }

  private boolean beforeColon(int end) {
    return end < text.length()
        && text.at(end) == NameNormaliser.COMMA
        && text.rawStart(end) < raw.length()
        && (raw.charAt(text.rawStart(end)) == ':' || raw.charAt(text.rawStart(end)) == '：');
  }

  /** Ends a negation, or lets it go on behind a word that belongs to the negating one. */
  private boolean stopNegation(int start, int end) {
    if (scopes[0].fromCueTo(start)) {
      scopes[0].move(end);
      return false;
    }
    scopes[0].end();
    return true;
  }

  private void context(Cue cue, int start, int end) {
    int c = cue.effect().ordinal();
    Scope scope = scopes[c];
    switch (cue.reach()) {
      case CLOSE -> forward(c, start, end, CLOSE, Scope.Extent.CLAUSE, false);
      case BEFORE -> forward(c, start, end, FAR, Scope.Extent.CLAUSE, false);
      case LIST -> forward(c, start, end, FAR, Scope.Extent.CLAUSE, true);
      case NEAR -> forward(c, start, end, NEAR, Scope.Extent.CLAUSE, true);
      case SENTENCE -> forward(c, start, end, FAR, Scope.Extent.SENTENCE, false);
      case SECTION -> {
        if (beforeColon(end)) {
          for (Scope other : scopes) {
            other.end();
          }
          scope.begin(end + 1, FAR, Scope.Extent.SECTION, false);
        } else if (!backward(c, start, CLOSE)) {
          forward(c, start, end, CLOSE, Scope.Extent.CLAUSE, false);
        }
      }
      case AFTER -> backward(c, start, FAR);
      case BEHIND -> backward(c, start, CLOSE);
      case BEFORE_ELSE_AFTER -> {
        if (forward(c, start, end, FAR, Scope.Extent.CLAUSE, false)) {
          scope.orElseBehind(start);
        }
      }
      case AFTER_ELSE_BEFORE -> {
        if (mention > clause) {
          backward(c, start, FAR);
        } else {
          forward(c, start, end, FAR, Scope.Extent.CLAUSE, false);
        }
      }
      case NOTHING -> {}
    }
  }

  private boolean forward(int c, int start, int end, int reach, Scope.Extent extent, boolean list) {
    boolean denied = c > 0 && !stopNegation(start, end);
    if (denied && c == 1) {
      return false; // What is denied is not in doubt as well: 未见可疑肿块.
    }
    scopes[c].begin(end, reach, extent, list);
    return true;
  }

  private void decide(int c) {
    int cue = scopes[c].undecided();
    if (cue >= 0) {
      scopes[c].decided();
      backward(c, cue, FAR);
    }
  }

  /** Takes the enumeration that ends before a cue, back to the clause's first mention. */
  private boolean backward(int c, int cue, int reach) {
    int last = mention - 1;
    if (last < clause || cue - end(last) > Scope.reach(text, end(last), cue, reach)) {
      return false;
    }
    flags[c][last] = true;
    for (int m = last - 1; m >= clause && Joiners.only(text, end(m), start(m + 1)); m--) {
      flags[c][m] = true;
    }
    return true;
  }
}
