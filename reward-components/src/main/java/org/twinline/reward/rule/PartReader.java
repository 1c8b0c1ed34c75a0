package org.twinline.reward.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twinline.terminology.Mention;
import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.NameProfile;
import org.twinline.terminology.mention.Span;

/** Reads what one part of an answer asserts, clause by clause. */
final class PartReader {
  private static final int MAX = 24;

  /** So many unknown names are compared with the terminology's, the costly part, at most. */
  private static final int MAX_APPROXIMATE = 6;

  /** A longer piece without a known name is prose, not a name. */
  private static final int LONGEST_NAME = 60;

  /** An enumeration's parts; commas end a clause, which may or may not go on asserting. */
  private static final Pattern CLAUSE =
      Pattern.compile("[，,。；;！!？?\\n]|(?<!(?:^|[^0-9])[0-9]{1,2})\\.(?=\\s|$)");

  private static final Pattern ITEM =
      Pattern.compile(
          "[、|+＋]|\\s?[/／]\\s?|(?:和|及|与|或|合并|伴有?|并发)(?=.)|\\s(?:and|or|with|plus|vs\\.?|versus)\\s");

  /** At least four pieces of at most seven words, none of them a sentence. */
  private static final Pattern ENUMERATION =
      Pattern.compile(
          "(?:(?!(?:\\S+\\s+){0,7}(?:is|are|was|were|has|have|had|shows?|which|who|that|but|not)\\b)"
              + "[^\\s,;:，；。]+(?:[ \\t]+[^\\s,;:，；。]+){0,6}\\s*(?:[,;]\\s*|[,.]?\\s*$)){4,}",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern GOES_ON =
      Pattern.compile(
          "^\\s*(?:合并|伴|并发|及|和|并(?!非|不|未|无)|以及|同时|其次|and\\b|with\\b|complicated\\b|plus\\b|\\d{1,2}[.)、])",
          Pattern.CASE_INSENSITIVE);

  /** What no name holds: a piece with it goes on in prose, or denies. */
  private static final Pattern PROSE =
      Pattern.compile(
          "建议|需要|应当|应该|进行|予以|给予|完善|排除|未见|没有|无明显|\\b(?:should|must|will|would|can|could|may|is|are|was|were|be|been|has|have|had|we|you|i|he|she|they|please|recommend\\w*|start|admit|no|not|without|negative for)\\b",
          Pattern.CASE_INSENSITIVE);

  /** A piece that only takes back what was said before. */
  private static final Pattern DENIAL = Pattern.compile("不|不是|不对|否|no|nope|wait|等等|错");

  private static final Pattern DIFFERENTIAL =
      Pattern.compile("鉴别|differential|distinguish|rule out|versus\\b", Pattern.CASE_INSENSITIVE);

  /** What may follow the head of a name without making it another thing. */
  private static final Pattern AFTER_HEAD =
      Pattern.compile(
          "^(?:表现|改变|征象|所致|引起|导致|待|的?诊断|肌内注射|肌肉注射|肌注|静脉|静滴|静推|口服|皮下|雾化|注射|[0-9一二三四ⅠⅡⅢⅣIVX]{0,3}\\s*[期型级度]|晚期|早期|急性期|急性发作|可能|伴|合并|并"
              + "|\\s+(?:that|which|who|would|can|could|is|was|explains?|ties?|fits?|as|of|in|with|without|due|secondary|involving|involvement|complicated|stage|grade"
              + "|type)\\b|[\\s\\p{P}]).*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final Approximate approximate;
  private final Kinds kinds;
  private final String text;
  private final int from;
  private final int to;
  private final List<Span> spans;
  private final int known;

  /** Whether it is nothing but a list of names with commas, known or not. */
  private final boolean enumeration;

  private final List<Asserted> asserted = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();
  private int approximated;

  /** Names of the asker from {@code known} on are what the answer itself was found to name. */
  PartReader(
      Approximate approximate,
      Kinds kinds,
      String answer,
      Conclusion part,
      List<Span> all,
      int known) {
    this.approximate = approximate;
    this.kinds = kinds;
    this.known = known;
    from = part.start();
    to = part.end();
    List<Span> inside = all.stream().filter(s -> s.start() >= from && s.end() <= to).toList();
    text = Filler.resolveBrackets(answer, from, to, inside);
    spans =
        inside.stream()
            .filter(s -> s.own() >= 0 || !Filler.only(text.substring(s.start(), s.end())))
            .filter(s -> !text.substring(s.start(), s.end()).isBlank())
            .filter(s -> denied(s) || !doubted(s) || inside.stream().noneMatch(o -> surer(o, s)))
            .toList();
    enumeration = ENUMERATION.matcher(text).region(from, to).matches();
  }

  /** Whether a name of the same clause is affirmed without the other's doubt. */
  private boolean surer(Span one, Span doubted) {
    if (denied(one) || doubted(one)) {
      return false;
    }
    int low = Math.min(one.end(), doubted.end());
    int high = Math.max(one.start(), doubted.start());
    return low >= high || !CLAUSE.matcher(text).region(low, high).find();
  }

  /** What the part asserts. */
  List<Asserted> read() {
    int clause = from;
    Matcher ends = CLAUSE.matcher(text).region(from, to).useTransparentBounds(true);
    while (clause <= to && asserted.size() < MAX) {
      boolean found = false;
      int end = to;
      while (ends.find()) {
        if (outside(ends.start(), ends.end())) {
          end = ends.start();
          found = true;
          break;
        }
      }
      // A question asserts nothing, but for an answer that is nothing else.
      if (!found || end + 1 >= to || "？?".indexOf(text.charAt(end)) < 0) {
        clause(clause, end);
      }
      clause = end + 1;
      if (!found) {
        break;
      }
    }
    return List.copyOf(asserted);
  }

  /** The folded names that nobody knows, once it is read. */
  List<String> unknown() {
    return unknown;
  }

  private boolean outside(int start, int end) {
    for (Span span : spans) {
      if (span.start() < end && start < span.end()) {
        return false;
      }
    }
    return true;
  }

  private void clause(int start, int end) {
    boolean first = asserted.stream().noneMatch(Asserted::named);
    String clause = text.substring(start, end);
    if (!first && !enumeration && !GOES_ON.matcher(clause).find() && !pure(start, end)) {
      return;
    }
    if (DIFFERENTIAL.matcher(clause).find()) {
      return;
    }
    int at = start;
    Matcher items = ITEM.matcher(text).region(start, end).useTransparentBounds(true);
    while (at < end) {
      int stop = end;
      int next = end;
      while (items.find()) {
        // 合并 or 和 may be part of a name: only what stands between names separates.
        if (outside(items.start(), items.end()) && divides(items.start(), items.end())) {
          stop = items.start();
          next = items.end();
          break;
        }
      }
      item(at, stop);
      at = next;
    }
  }

  /** A slash divides where a name touches it; in 0.5 g/次 it does not. */
  private boolean divides(int start, int end) {
    boolean slash = false;
    for (int i = start; i < end; i++) {
      slash |= "/／".indexOf(text.charAt(i)) >= 0;
    }
    return !slash || spans.stream().anyMatch(s -> s.end() == start || s.start() == end);
  }

  private List<Span> inside(int start, int end) {
    return spans.stream().filter(s -> s.start() >= start && s.end() <= end).toList();
  }

  /** Whether a clause holds names and filler only, and so goes on with a list. */
  private boolean pure(int start, int end) {
    int at = start;
    boolean any = false;
    for (Span span : spans) {
      if (span.start() >= start && span.end() <= end) {
        if (!Filler.only(text.substring(at, span.start()))) {
          return false;
        }
        any = true;
        at = span.end();
      }
    }
    return any && Filler.only(text.substring(at, end));
  }

  private void item(int start, int end) {
    List<Span> names = inside(start, end);
    if (names.isEmpty()) {
      unknown(start, end);
      return;
    }
    boolean pure = pure(start, end);
    for (int i = 0; i < names.size(); i++) {
      Span span = names.get(i);
      if (!denied(span) && span.own() >= known && span.ordinals().length == 0) {
        foreign(span);
      } else if (!denied(span)) {
        int left = i == 0 ? start : names.get(i - 1).end();
        int right = i + 1 < names.size() ? names.get(i + 1).start() : end;
        boolean alien =
            about(names, i, end)
                || (pure && Qualifiers.alienates(text.substring(start, span.start())));
        if (pure && alien) {
          add(Asserted.unlinked(text.substring(start, end).strip(), span.start(), span.end()));
        } else if (pure) {
          add(Asserted.exact(span, text.substring(span.start(), span.end())));
        } else if (i + 1 == names.size()
            || right > span.end()
            || alien
            || denied(names.get(i + 1))) {
          qualified(names, i, left, right);
        }
      }
    }
  }

  /** Whether what touches a name makes it part of another thing's: "pneumonia vaccination". */
  private boolean about(List<Span> names, int i, int end) {
    Span span = names.get(i);
    if (Qualifiers.alienatesBehind(text.substring(span.end(), end))) {
      return true;
    }
    return i + 1 < names.size()
        && text.substring(span.end(), names.get(i + 1).start()).isBlank()
        && kinds.doneAbout(span.ordinals(), names.get(i + 1).ordinals());
  }

  private void qualified(List<Span> names, int i, int left, int right) {
    Span span = names.get(i);
    // Two names without anything between are one compound, whose head comes last.
    boolean compound = i > 0 && left == span.start() && !denied(names.get(i - 1));
    // 而非, "rather than": what joins a name to a denied one qualifies neither.
    boolean deniedAfter = i + 1 < names.size() && denied(names.get(i + 1));
    boolean deniedBefore = i > 0 && denied(names.get(i - 1));
    String name = text.substring(span.start(), span.end());
    String after = deniedAfter ? "" : text.substring(span.end(), right);
    String before = deniedBefore ? "" : text.substring(left, span.start());
    String qualified =
        Filler.strip(
            compound ? text.substring(names.get(i - 1).start(), right) : before + name + after);
    boolean alien = Qualifiers.alienates(before) || about(names, i, right);
    if (alien) {
      // 假性, "fear of": the whole is a name of its own, whatever its head.
      add(Asserted.unlinked(qualified, span.start(), span.end()));
      return;
    }
    boolean head = Filler.only(after) || AFTER_HEAD.matcher(after).matches();
    boolean bare = !compound && Filler.only(before) && Filler.only(after);
    Asserted.Link link =
        bare ? Asserted.Link.EXACT : head && !compound ? Asserted.Link.HEAD : Asserted.Link.LOOSE;
    add(
        new Asserted(
            span.ordinals(),
            NameProfile.of(bare || qualified.isEmpty() ? name : qualified),
            link,
            span.own(),
            span.start(),
            span.end()));
  }

  /** A piece without a known name: perhaps a name of its own. */
  private void unknown(int start, int end) {
    String piece = text.substring(start, end);
    String name = Filler.strip(piece);
    int at = name.isEmpty() ? -1 : start + piece.indexOf(name);
    if (at >= start
        && asserted.size() < MAX
        && (asserted.isEmpty() || !PROSE.matcher(piece).find())) {
      String folded = NameNormaliser.name(name);
      if (DENIAL.matcher(folded).matches()) {
        return;
      }
      if (!folded.isEmpty() && name.length() <= LONGEST_NAME) {
        unknown.add(folded);
      }
      add(Asserted.unlinked(name, at, at + name.length()));
    }
  }

  /** A name that only the answer has. */
  private void foreign(Span span) {
    String name = text.substring(span.start(), span.end());
    // Looking up is the costly part: not once something is surely known.
    boolean compare =
        approximated < MAX_APPROXIMATE && asserted.stream().noneMatch(Asserted::named);
    approximated += compare ? 1 : 0;
    add(
        compare
            ? approximate.nearest(name, span.start(), span.end())
            : Asserted.unlinked(name, span.start(), span.end()));
  }

  /** Adds an assertion unless the same is asserted already; the surer link stays. */
  private void add(Asserted one) {
    for (int i = 0; i < asserted.size(); i++) {
      if (asserted.get(i).shares(one)) {
        if (one.link().compareTo(asserted.get(i).link()) < 0) {
          asserted.set(i, one);
        }
        return;
      }
    }
    asserted.add(one);
  }

  private static boolean denied(Span span) {
    Mention.Context context = span.context();
    return context.negated() || context.historical() || context.family();
  }

  private static boolean doubted(Span span) {
    return span.context().uncertain();
  }
}
