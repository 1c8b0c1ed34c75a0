package org.twinline.core.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.twinline.core.Require;

/**
 * Many regular expressions searched as one: finds what {@code Pattern.compile(String.join("|",
 * alternatives))} finds, in the same order, but tries at each place only the alternatives that can
 * begin with the two characters there, where that pattern would try them all
 * (docs/decisions/0009-alternations.md).
 *
 * <p>Whether an alternative can begin with two characters is asked of the alternative itself
 * ({@link Matcher#hitEnd}), when the two are first met, and remembered. Before what they take in,
 * alternatives may look at what stands there by {@code \b}, {@code ^} and {@code (?<!\w)}, or say
 * that it is not a certain word or sign of another script ({@code (?<!不)}, {@code (?<!not )}); they
 * may not require it to be one, and may not match an empty text. Threads may share an alternation.
 */
public final class Alternation {
  private static final Pattern NEVER = Pattern.compile("(?!)");
  private static final int SLOTS = 1 << 13;
  private static final char NONE = Character.MAX_VALUE;
  private static final byte UNKNOWN = 0;
  private static final byte NO = 1;
  private static final byte YES = 2;

  /** What may stand before a match: the text's beginning, a letter or digit, a blank, a line. */
  private static final List<String> BEFORE = List.of("", "a", " ", "\n");

  private final List<Pattern> alternatives;
  private final Pattern all;
  private final int flags;
  private final byte[] starts = new byte[1 << Character.SIZE];
  private final AtomicReferenceArray<Beginning> beginnings = new AtomicReferenceArray<>(SLOTS);
  private final Map<Character, BitSet> byFirst = new ConcurrentHashMap<>();
  private final Map<BitSet, Pattern> joined = new ConcurrentHashMap<>();

  /** The alternatives, joined, that may match where these characters stand. */
  private record Beginning(long key, Pattern pattern) {}

  private Alternation(List<String> alternatives, int flags) {
    this.flags = flags;
    this.alternatives = alternatives.stream().map(a -> Pattern.compile(a, flags)).toList();
    all = Pattern.compile(String.join("|", alternatives), flags);
    for (Pattern alternative : this.alternatives) {
      Require.argument(
          !alternative.matcher("").lookingAt(),
          "Cannot search for '%s': it matches an empty text",
          alternative);
    }
  }

  /**
   * The alternation of one expression: of its parts between the outermost bars.
   *
   * @param flags of {@link Pattern#compile(String, int)}
   */
  public static Alternation of(String regex, int flags) {
    return new Alternation(parts(regex), flags);
  }

  /**
   * The alternation of an expression and, after it, of another that matches whole words only.
   *
   * @param words its parts stand between {@code \b}
   * @param flags of {@link Pattern#compile(String, int)}
   */
  public static Alternation of(String regex, String words, int flags) {
    return new Alternation(
        Stream.concat(parts(regex).stream(), parts(words).stream().map(p -> "\\b(?:" + p + ")\\b"))
            .toList(),
        flags);
  }

  static List<String> parts(String regex) {
    List<String> parts = new ArrayList<>();
    int groups = 0;
    int classes = 0;
    int from = 0;
    for (int i = 0; i < regex.length(); i++) {
      switch (regex.charAt(i)) {
        case '\\' -> i++;
        case '[' -> classes++;
        case ']' -> classes--;
        case '(' -> groups += classes == 0 ? 1 : 0;
        case ')' -> groups -= classes == 0 ? 1 : 0;
        case '|' -> {
          if (groups == 0 && classes == 0) {
            parts.add(regex.substring(from, i));
            from = i + 1;
          }
        }
        default -> {}
      }
    }
    parts.add(regex.substring(from));
    return List.copyOf(parts);
  }

  /** A search from the beginning of a text. */
  public Search in(String text) {
    return new Search(text, 0, text.length());
  }

  /** A search of a part of a text; of what stands around it matches see what they look at. */
  public Search in(String text, int from, int to) {
    return new Search(text, from, to);
  }

  /** Whether a text holds a match. */
  public boolean occursIn(String text) {
    return in(text).find();
  }

  /** A text with another in the place of each match. */
  public String replaceAll(String text, String replacement) {
    Search search = in(text);
    if (!search.find()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    do {
      out.append(text, from, search.start()).append(replacement);
      from = search.end();
    } while (search.find());
    return out.append(text, from, text.length()).toString();
  }

  /** Matches of one text, from left to right, none in another. For one thread. */
  public final class Search {
    private final String text;
    private final Matcher matcher;
    private final int to;
    private int next;

    private Search(String text, int from, int to) {
      this.text = text;
      this.to = to;
      next = from;
      matcher = NEVER.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    }

    /** Goes on to the next match, if there is one. */
    public boolean find() {
      for (; next < to; next++) {
        if (mayStart(text.charAt(next))) {
          Pattern pattern = beginning(text, next);
          if (pattern != NEVER && matches(pattern)) {
            next = matcher.end();
            return true;
          }
        }
      }
      return false;
    }

    private boolean matches(Pattern pattern) {
      return matcher.usePattern(pattern).region(next, to).lookingAt();
    }

    /** Lets the next match begin at a place or behind it, also inside the last match. */
    public void restart(int from) {
      next = from;
    }

    /** Where the match begins. */
    public int start() {
      return matcher.start();
    }

    /** Where the match ends, exclusively. */
    public int end() {
      return matcher.end();
    }
  }

  private boolean mayStart(char c) {
    byte known = starts[c];
    if (known == UNKNOWN) {
      known = mayBegin(all, BEFORE, String.valueOf(c)) ? YES : NO;
      starts[c] = known; // every thread would write the same
    }
    return known == YES;
  }

  private Pattern beginning(String text, int at) {
    char before = at == 0 ? 0 : text.charAt(at - 1);
    int context = at == 0 ? 0 : word(before) ? 1 : before >= ' ' && before < 0x80 ? 2 : 3;
    char first = text.charAt(at);
    char second = at + 1 == text.length() ? NONE : text.charAt(at + 1);
    if (Character.isSurrogate(second)) {
      second = NONE;
    }
    long key = (long) context << 32 | (long) first << 16 | second;
    int slot = (int) ((key * 0x9e3779b97f4a7c15L) >>> 51);
    Beginning found = beginnings.getPlain(slot);
    if (found == null || found.key != key) {
      List<String> contexts = context == 3 ? BEFORE : BEFORE.subList(context, context + 1);
      String begin = second == NONE ? "" + first : "" + first + second;
      found = new Beginning(key, mayBegin(all, contexts, begin) ? those(contexts, begin) : NEVER);
      beginnings.set(slot, found);
    }
    return found.pattern;
  }

  /** What {@code \w} and {@code \b} both take for part of a word; of others they may differ. */
  private static boolean word(char c) {
    return c == '_' || (c < 0x80 && Character.isLetterOrDigit(c));
  }

  /** Whether a match may begin with these characters after one of those contexts. */
  private static boolean mayBegin(Pattern pattern, List<String> contexts, String begin) {
    for (String context : contexts) {
      Matcher matcher =
          pattern
              .matcher(context + begin)
              .useTransparentBounds(true)
              .useAnchoringBounds(false)
              .region(context.length(), context.length() + begin.length());
      // Half a character tells nothing.
      if (matcher.lookingAt() || matcher.hitEnd() || Character.isSurrogate(begin.charAt(0))) {
        return true;
      }
    }
    return false;
  }

  /** The alternatives that may, joined. */
  private Pattern those(List<String> contexts, String begin) {
    BitSet which = new BitSet(alternatives.size());
    BitSet among = byFirst.computeIfAbsent(begin.charAt(0), this::withFirst);
    among.stream().filter(i -> mayBegin(alternatives.get(i), contexts, begin)).forEach(which::set);
    return joined.computeIfAbsent(which, this::join);
  }

  private BitSet withFirst(char first) {
    BitSet which = new BitSet(alternatives.size());
    for (int i = 0; i < alternatives.size(); i++) {
      which.set(i, mayBegin(alternatives.get(i), BEFORE, String.valueOf(first)));
    }
    return which;
  }

  private Pattern join(BitSet which) {
    return which.isEmpty()
        ? NEVER
        : Pattern.compile(
            which.stream()
                .mapToObj(i -> alternatives.get(i).pattern())
                .collect(Collectors.joining("|")),
            flags);
  }
}
