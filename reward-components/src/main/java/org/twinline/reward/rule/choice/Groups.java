package org.twinline.reward.rule.choice;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The lists of options that a rewritten answer names, each with what is said of it. */
final class Groups {
  private static final int REACH = 160;

  private final String text;
  private final boolean asksFalse;
  private final int[] sentences;

  private Groups(String text, boolean asksFalse) {
    this.text = text;
    this.asksFalse = asksFalse;
    sentences = sentenceStarts(text);
  }

  static List<Group> of(String text, boolean asksFalse) {
    return new Groups(text, asksFalse).read(Mentions.of(text));
  }

  private static int[] sentenceStarts(String text) {
    List<Integer> starts = new ArrayList<>();
    starts.add(0);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean end =
          "。！？!?\n;；".indexOf(c) >= 0
              || (c == '.'
                  && (i + 1 == text.length()
                      || Character.isWhitespace(text.charAt(i + 1))
                      || Prepared.ideograph(text.charAt(i + 1))));
      if (end) {
        starts.add(i + 1);
      }
    }
    return starts.stream().mapToInt(Integer::intValue).toArray();
  }

  private int sentence(int at) {
    int found = java.util.Arrays.binarySearch(sentences, at);
    return found >= 0 ? found : -found - 2;
  }

  private int sentenceEnd(int sentence) {
    return sentence + 1 < sentences.length ? sentences[sentence + 1] : text.length();
  }

  private List<Group> read(List<Mention> mentions) {
    List<Group> groups = new ArrayList<>();
    for (int i = 0; i < mentions.size(); ) {
      int to = i + 1;
      while (to < mentions.size() && joined(mentions.get(to - 1), mentions.get(to))) {
        to++;
      }
      to = i + length(mentions, i, to);
      List<Mention> list = List.copyOf(mentions.subList(i, to));
      groups.add(new Group(list, sentence(list.get(0).start()), Stand.NAMED));
      i = to;
    }
    for (int i = 0; i < groups.size(); i++) {
      Group group = groups.get(i);
      int before = i == 0 ? 0 : groups.get(i - 1).end();
      int after = i + 1 < groups.size() ? groups.get(i + 1).start() : text.length();
      groups.set(i, group.with(stand(group, before, after)));
    }
    return groups;
  }

  /**
   * How many belong together: in "not A, B is right" and in "the answer is A; B and C are not
   * possible" a mark divides, though it could join.
   */
  private int length(List<Mention> mentions, int from, int to) {
    int size = to - from;
    if (size < 2) {
      return size;
    }
    int start = mentions.get(from).start();
    int end = mentions.get(to - 1).end();
    String left = text.substring(Math.max(0, start - REACH), start);
    String right = text.substring(end, Math.min(text.length(), end + REACH));
    if (Cues.DENIED_LEFT.in(left)) {
      String gap = gap(mentions, to - 2).strip();
      boolean divided =
          Dividers.semicolon(gap) || (Dividers.comma(gap) && Cues.AFFIRMED_RIGHT.opens(right));
      return divided ? size - 1 : size;
    }
    boolean opposed =
        Cues.DENIED_RIGHT.opens(right)
            || (asksFalse ? Cues.AFFIRMED_RIGHT : Cues.FALSE_RIGHT).opens(right);
    if (!opposed) {
      return size;
    }
    boolean loose = left.isBlank() || Cues.LINK.in(left);
    Dividers.Lead lead =
        Cues.ANSWER.in(left)
            ? Dividers.Lead.ANSWER
            : loose ? Dividers.Lead.LOOSE : Dividers.Lead.OTHER;
    List<String> gaps = IntStream.range(from, to - 1).mapToObj(i -> gap(mentions, i)).toList();
    return Dividers.chosen(gaps, lead, right);
  }

  /** What stands between a mention and the next. */
  private String gap(List<Mention> mentions, int i) {
    return text.substring(mentions.get(i).end(), mentions.get(i + 1).start());
  }

  private boolean joined(Mention a, Mention b) {
    if (b.start() == a.end()) {
      return true;
    }
    if (b.start() - a.end() > 48) {
      return false;
    }
    String gap = text.substring(a.end(), b.start());
    if (!Mentions.joins(gap)) {
      return false;
    }
    // Items in lines of their own are a list; a new line that goes on is a new sentence.
    return gap.indexOf('\n') < 0 || (endsLine(a.end()) && endsLine(b.end()));
  }

  private boolean endsLine(int at) {
    int to = at;
    while (to < text.length() && " .。;；,，、)]}\"”".indexOf(text.charAt(to)) >= 0) {
      to++;
    }
    return to == text.length() || text.charAt(to) == '\n';
  }

  private Stand stand(Group group, int previousEnd, int nextStart) {
    int sentence = group.sentence();
    int last = sentence(group.end() - 1);
    int start = sentences[sentence];
    int end = Math.max(group.end(), sentenceEnd(last));
    String left = left(Math.max(start, previousEnd), group.start());
    boolean touches = nextStart < end;
    String right =
        text.substring(group.end(), Math.min(Math.min(end, nextStart), group.end() + REACH));
    if (asksFalse && Cues.ASKED_FALSE.in(left)) {
      return Stand.ANSWERED;
    }
    if (Cues.LESS_THAN.in(left)) {
      return Stand.LINKED;
    }
    if (Cues.DENIED_LEFT.in(left)) {
      return Stand.DENIED;
    }
    if (Cues.DIFFERENTIAL.in(left)) {
      return Stand.ASIDE;
    }
    if (Cues.FALSE_RIGHT.opens(right)) {
      return asksFalse ? Stand.FALSE : Stand.DENIED;
    }
    int denied = Cues.DENIED_RIGHT.opening(right);
    if (denied >= 0
        && !(touches && Cues.LEADS_ON.matcher(right).region(denied, right.length()).matches())) {
      return Stand.DENIED;
    }
    if (Cues.ANSWER.in(left)) {
      return asks(end) ? Stand.ASIDE : Stand.ANSWERED;
    }
    String opening = text.substring(Math.max(start, group.start() - REACH), group.start());
    if (asks(end) || Cues.SUPPOSED.in(opening) || reason(opening)) {
      return Stand.ASIDE;
    }
    if (Cues.AFFIRMED_RIGHT.opens(right)) {
      return Stand.AFFIRMED;
    }
    if (Cues.LINK.in(left)) {
      return Stand.LINKED;
    }
    return judged(right);
  }

  private Stand judged(String right) {
    Cue.Places turn = Cues.TURN.on(right, 0, right.length());
    Cue.Places judged = Cues.JUDGED.on(right, 0, turn.next() ? turn.start() : right.length());
    if (!judged.next()) {
      return Stand.NAMED;
    }
    if (judged.has("false")) {
      return asksFalse ? Stand.FALSE : Stand.DENIED;
    }
    return judged.has("denied") ? Stand.DENIED : Stand.AFFIRMED;
  }

  private boolean asks(int end) {
    return end > 0 && end <= text.length() && "?？".indexOf(text.charAt(end - 1)) >= 0;
  }

  private static boolean reason(String opening) {
    Cue.Places reason = Cues.REASON.on(opening, 0, opening.length());
    int from = -1;
    while (reason.next()) {
      from = reason.end();
    }
    return from >= 0 && !Cues.CONSEQUENCE.on(opening, from, opening.length()).next();
  }

  /** What leads to a group: the sentence so far, or the heading in the line above it. */
  private String left(int from, int to) {
    String left = text.substring(Math.max(from, to - REACH), to);
    if (from > 0 && bullet(left) && text.charAt(from - 1) == '\n') {
      int end = from;
      while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
        end--;
      }
      int line = Math.max(text.lastIndexOf('\n', end - 1) + 1, end - REACH);
      String heading = text.substring(Math.min(line, end), end);
      if (Cues.HEADING.matcher(heading).matches()) {
        return heading + " ";
      }
    }
    return left;
  }

  private static boolean bullet(String left) {
    for (int i = 0; i < left.length(); i++) {
      if (Character.isLetter(left.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
