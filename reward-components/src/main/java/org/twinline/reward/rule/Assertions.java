package org.twinline.reward.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twinline.terminology.Concept;
import org.twinline.terminology.Match;
import org.twinline.terminology.Mention;
import org.twinline.terminology.NameProfile;
import org.twinline.terminology.Terminology;

/** Reads the asserted entities off a conclusion. */
final class Assertions {
  /** A looser n-gram match is no link; at 0.75 lie siblings such as 急性 and 慢性胰腺炎. */
  private static final double LOOSE = 0.8;

  private static final int MAX = 24;

  /** So many entities are looked up by n-grams, the costly part, at most. */
  private static final int MAX_APPROXIMATE = 6;

  /** An enumeration's parts; commas end a clause, which may or may not go on asserting. */
  private static final Pattern CLAUSE = Pattern.compile("[，,。；;！!\\n]|\\.(?=\\s|$)");

  private static final Pattern ITEM =
      Pattern.compile("[、|+＋]|(?:和|及|与|或|合并|伴有?|并发)(?=.)|\\s(?:and|or|with|plus|vs\\.?|versus)\\s");

  private static final Pattern GOES_ON =
      Pattern.compile(
          "^\\s*(?:合并|伴|并发|及|和|并|以及|同时|其次|and\\b|with\\b|complicated\\b|plus\\b|\\d{1,2}[.)、])",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DIFFERENTIAL =
      Pattern.compile("鉴别|differential|distinguish|rule out|versus\\b", Pattern.CASE_INSENSITIVE);

  /** What may follow the head of a name without making it another thing. */
  private static final Pattern AFTER_HEAD =
      Pattern.compile(
          "^(?:肌内注射|肌肉注射|肌注|静脉|静滴|静推|口服|皮下|雾化|注射|[0-9一二三四ⅠⅡⅢⅣIVX]{0,3}\\s*[期型级度]|晚期|早期|急性期|急性发作|可能|伴|合并|并"
              + "|\\s+(?:of|in|with|without|due|secondary|involving|involvement|complicated|stage|grade"
              + "|type)\\b|[\\s\\p{P}]).*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final Optional<Terminology> terminology;

  Assertions(Optional<Terminology> terminology) {
    this.terminology = terminology;
  }

  /**
   * What a conclusion asserts and what it only negates.
   *
   * @param negated concepts that are mentioned, none of them affirmed
   */
  record Reading(List<Asserted> asserted, List<Asserted> negated) {}

  Reading read(String conclusion) {
    String text =
        Filler.resolveBrackets(
            conclusion,
            part -> terminology.isPresent() && !terminology.get().mentions(part).isEmpty());
    String core = Filler.strip(text);
    if (core.isEmpty()) {
      core = text.strip();
    }
    if (terminology.isEmpty()) {
      return new Reading(List.of(unlinked(core)), List.of());
    }
    int[] whole = terminology.get().exactOrdinals(core);
    if (whole.length > 0) {
      return new Reading(List.of(exact(whole, core)), List.of());
    }
    List<Mention> mentions = terminology.get().mentions(text);
    List<Asserted> asserted = new ArrayList<>();
    List<Asserted> negated = new ArrayList<>();
    int from = 0;
    Matcher ends = CLAUSE.matcher(text);
    while (from <= text.length() && asserted.size() < MAX) {
      int to = ends.find() ? ends.start() : text.length();
      clause(text, from, to, mentions, asserted, negated);
      from = to + 1;
    }
    if (asserted.stream().noneMatch(Asserted::linked)) {
      if (!negated.isEmpty()) {
        asserted.clear();
      } else if (asserted.size() != 1) {
        add(asserted, approximate(core));
      }
    }
    return new Reading(List.copyOf(asserted), List.copyOf(negated));
  }

  private void clause(
      String text,
      int from,
      int to,
      List<Mention> mentions,
      List<Asserted> asserted,
      List<Asserted> negated) {
    String clause = text.substring(from, to);
    boolean first = asserted.stream().noneMatch(Asserted::linked);
    if (!first && !GOES_ON.matcher(clause).find() && !pure(text, from, to, mentions)) {
      return;
    }
    if (DIFFERENTIAL.matcher(clause).find()) {
      return;
    }
    int start = from;
    Matcher items = ITEM.matcher(text).region(from, to).useTransparentBounds(true);
    while (start < to) {
      int end = to;
      int next = to;
      while (items.find()) {
        // 合并 or 和 may be part of a name: only what stands between mentions separates.
        if (outside(items.start(), items.end(), mentions)) {
          end = items.start();
          next = items.end();
          break;
        }
      }
      item(text, start, end, mentions, asserted, negated);
      start = next;
    }
  }

  private static boolean outside(int start, int end, List<Mention> mentions) {
    return mentions.stream().noneMatch(m -> m.start() < end && start < m.end());
  }

  /** Whether a clause holds mentions and filler only, and so goes on with a list. */
  private static boolean pure(String text, int from, int to, List<Mention> mentions) {
    int at = from;
    boolean any = false;
    for (Mention m : mentions) {
      if (m.start() >= from && m.end() <= to) {
        if (!Filler.only(text.substring(at, m.start()))) {
          return false;
        }
        any = true;
        at = m.end();
      }
    }
    return any && Filler.only(text.substring(at, to));
  }

  private void item(
      String text,
      int from,
      int to,
      List<Mention> mentions,
      List<Asserted> asserted,
      List<Asserted> negated) {
    List<Mention> inside =
        mentions.stream().filter(m -> m.start() >= from && m.end() <= to).toList();
    String whole = inside.isEmpty() ? Filler.strip(text.substring(from, to)) : "";
    if (!whole.isEmpty() && asserted.size() < MAX_APPROXIMATE) {
      // Looking up by n-grams is the costly part: not once something is surely linked.
      boolean known = asserted.stream().anyMatch(Asserted::linked);
      add(asserted, known ? unlinked(whole) : approximate(whole));
    }
    boolean pure = pure(text, from, to, mentions);
    for (int i = 0; i < inside.size(); i++) {
      Mention m = inside.get(i);
      int left = i == 0 ? from : inside.get(i - 1).end();
      int right = i + 1 < inside.size() ? inside.get(i + 1).start() : to;
      String name = text.substring(m.start(), m.end());
      int[] concepts = ordinals(m);
      if (m.negated()) {
        negated.add(exact(concepts, name));
      } else if (pure) {
        add(asserted, exact(concepts, name));
      } else if (i + 1 == inside.size() || right > m.end() || inside.get(i + 1).negated()) {
        // Two names without anything between are one compound, whose head comes last.
        boolean compound = i > 0 && left == m.start();
        // 而非, "rather than": what joins a name to a negated one qualifies neither.
        boolean negatedAfter = i + 1 < inside.size() && inside.get(i + 1).negated();
        boolean negatedBefore = i > 0 && inside.get(i - 1).negated();
        String after = negatedAfter ? "" : text.substring(m.end(), right);
        String before = negatedBefore ? "" : text.substring(left, m.start());
        String qualified =
            Filler.strip(
                compound
                    ? text.substring(inside.get(i - 1).start(), right)
                    : before + name + after);
        boolean head = Filler.only(after) || AFTER_HEAD.matcher(after).matches();
        boolean bare = !compound && Filler.only(before) && Filler.only(after);
        add(
            asserted,
            new Asserted(
                concepts,
                NameProfile.of(qualified.isEmpty() ? name : qualified),
                bare
                    ? Asserted.Link.EXACT
                    : head && !compound && !Qualifiers.alienates(before)
                        ? Asserted.Link.HEAD
                        : Asserted.Link.LOOSE));
      }
    }
  }

  /** Adds an assertion unless the same concept is asserted already; the surer link stays. */
  private static void add(List<Asserted> asserted, Asserted one) {
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

  private int[] ordinals(Mention mention) {
    return mention.concepts().stream().mapToInt(terminology.orElseThrow()::ordinal).toArray();
  }

  private static Asserted exact(int[] concepts, String name) {
    return new Asserted(concepts, NameProfile.of(name), Asserted.Link.EXACT);
  }

  private static Asserted unlinked(String name) {
    return new Asserted(new int[0], NameProfile.of(name), Asserted.Link.NONE);
  }

  private Asserted approximate(String core) {
    NameProfile profile = NameProfile.of(core);
    List<Match> nearest = terminology.orElseThrow().search(core, 1);
    if (nearest.isEmpty()
        || nearest.get(0).score() < LOOSE
        || Qualifiers.conflict(core, nearest.get(0).designation())) {
      return new Asserted(new int[0], profile, Asserted.Link.NONE);
    }
    Concept concept = nearest.get(0).concept();
    int ordinal = terminology.orElseThrow().ordinal(concept.id());
    return new Asserted(new int[] {ordinal}, profile, Asserted.Link.LOOSE);
  }
}
