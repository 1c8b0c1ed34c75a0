package org.twinline.reward.rule.choice;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Decides between what an answer says of several options: the strongest statement, then the last.
 */
final class Conclusions {
  private static final Pattern CONTRAST =
      Pattern.compile(
          "但|然而|不过|(?<![\\p{L}])(?:but|however|yet)(?![\\p{L}])", Pattern.CASE_INSENSITIVE);
  private static final Pattern ALSO =
      Pattern.compile(
          "也(?!就是)|或|还有|亦|另外|(?<![\\p{L}])(?:also|or|alternatively|as well)(?![\\p{L}])",
          Pattern.CASE_INSENSITIVE);

  private final String text;
  private final List<Group> groups;
  private final int options;

  private Conclusions(String text, List<Group> groups, int options) {
    this.text = text;
    this.groups = groups;
    this.options = options;
  }

  /** The mentions that state the answer; empty where that is not clear. */
  static List<Mention> of(String text, List<Group> groups, int options) {
    return new Conclusions(text, afterCorrection(text, groups), options).decide();
  }

  /** Without what stands before the last correction that is followed by a statement. */
  static List<Group> afterCorrection(String text, List<Group> groups) {
    Cue.Places matcher = Cues.CORRECTION.on(text, 0, text.length());
    int from = -1;
    while (groups.size() > 1 && matcher.next()) {
      int at = matcher.end();
      boolean follows =
          groups.stream().anyMatch(g -> g.start() >= at && g.stand().compareTo(Stand.NAMED) >= 0);
      boolean before = groups.stream().anyMatch(g -> g.end() <= at);
      from = follows && before ? at : from;
    }
    if (from < 0) {
      return groups;
    }
    List<Group> kept = new ArrayList<>();
    for (Group group : groups) {
      if (group.start() >= from) {
        boolean first = kept.stream().noneMatch(g -> g.stand().compareTo(Stand.NAMED) >= 0);
        kept.add(first && group.stand() == Stand.NAMED ? group.with(Stand.LINKED) : group);
      }
    }
    return kept;
  }

  private List<Mention> decide() {
    List<Mention> answered = last(Stand.ANSWERED);
    if (!answered.isEmpty()) {
      return answered;
    }
    List<Mention> linked = last(Stand.LINKED);
    List<Mention> judged = judged();
    if (!judged.isEmpty() && !linked.isEmpty()) {
      return judged.get(judged.size() - 1).end() > linked.get(0).start() ? judged : linked;
    }
    if (!judged.isEmpty() || !linked.isEmpty()) {
      return judged.isEmpty() ? linked : judged;
    }
    return named();
  }

  /** The last list of that standing, with the others of its sentence, and those added by "also". */
  private List<Mention> last(Stand stand) {
    List<Mention> found = new ArrayList<>();
    Group later = null;
    for (int i = groups.size() - 1; i >= 0; i--) {
      Group group = groups.get(i);
      if (group.stand() != stand) {
        continue;
      }
      if (later != null) {
        String between = text.substring(group.end(), later.start());
        boolean together =
            group.sentence() == later.sentence() && !CONTRAST.matcher(between).find();
        boolean added = between.length() < 40 && ALSO.matcher(between).find();
        if (!together && !added) {
          break;
        }
      }
      found.addAll(0, group.mentions());
      later = group;
    }
    return found;
  }

  private List<Mention> judged() {
    List<Mention> right = all(Stand.AFFIRMED);
    List<Mention> wrong = all(Stand.FALSE);
    if (wrong.isEmpty() || right.isEmpty()) {
      return right.isEmpty() ? wrong : right;
    }
    // The question asks for what is false: whichever judgement only one option gets is the answer.
    int rights = distinct(right).size();
    int wrongs = distinct(wrong).size();
    return wrongs == 1 && rights > 1 ? wrong : rights == 1 && wrongs > 1 ? right : List.of();
  }

  private List<Mention> all(Stand stand) {
    List<Mention> all = new ArrayList<>();
    groups.stream().filter(g -> g.stand() == stand).forEach(g -> all.addAll(g.mentions()));
    return all;
  }

  private static Set<Integer> distinct(List<Mention> mentions) {
    Set<Integer> set = new TreeSet<>();
    mentions.forEach(m -> set.add(m.option()));
    return set;
  }

  private List<Mention> named() {
    List<Group> named = groups.stream().filter(g -> g.stand() == Stand.NAMED).toList();
    if (named.isEmpty()) {
      return remaining();
    }
    Group first = named.get(0);
    if (named.stream().allMatch(g -> distinct(g.mentions()).equals(distinct(first.mentions())))) {
      return first.mentions();
    }
    boolean opens = text.substring(0, first.start()).isBlank() || bare(first);
    if (opens && (first.mentions().get(0).labelled() || endsSentence(first))) {
      return first.mentions();
    }
    List<Mention> summed = List.of();
    for (Group group : named) {
      int start = group.start();
      int sentence = Math.max(text.lastIndexOf('\n', start), text.lastIndexOf('。', start)) + 1;
      boolean sums = Cues.SUMMARY.opens(text.substring(sentence));
      summed = sums ? group.mentions() : summed;
    }
    if (!summed.isEmpty()) {
      return summed;
    }
    Group last = named.get(named.size() - 1);
    return bare(last) && endsSentence(last) ? last.mentions() : List.of();
  }

  /** Whether nothing but marks stands before it in its line. */
  private boolean bare(Group group) {
    for (int i = group.start() - 1; i >= 0 && text.charAt(i) != '\n'; i--) {
      if (Character.isLetterOrDigit(text.charAt(i)) || Signs.sign(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean endsSentence(Group group) {
    int to = group.end();
    while (to < text.length() && " )]}\"”’'".indexOf(text.charAt(to)) >= 0) {
      to++;
    }
    return to == text.length() || ".。\n;；".indexOf(text.charAt(to)) >= 0;
  }

  /** The one option that is left where all others are ruled out. */
  private List<Mention> remaining() {
    Set<Integer> denied = distinct(all(Stand.DENIED));
    if (options < 3 || denied.size() != options - 1) {
      return List.of();
    }
    for (int i = 0; i < options; i++) {
      if (!denied.contains(i)) {
        return List.of(new Mention(i, -1, 0, 0, true));
      }
    }
    return List.of();
  }
}
