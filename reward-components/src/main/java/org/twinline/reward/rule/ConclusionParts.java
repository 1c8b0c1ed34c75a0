package org.twinline.reward.rule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.twinline.core.text.Alternation;
import org.twinline.reward.rule.Conclusion.Strength;
import org.twinline.reward.rule.Marks.Mark;

/**
 * The parts of one answer that may state it ({@link Conclusion}), each kind looked for when it is
 * first asked for. Takes linear time. For one thread.
 */
final class ConclusionParts implements Iterable<Conclusion> {
  /** So many parts of a kind are looked at, at most. */
  private static final int MOST = 6;

  private final String text;
  private final Marks marks;
  private Optional<List<Conclusion>> stated = Optional.empty();

  /** Parts of an answer as it is read. */
  ConclusionParts(String text) {
    this.text = text;
    marks = new Marks(text);
  }

  /** From where to where a part reaches, without blanks and reasons. */
  private record Range(int start, int end) {
    static final Comparator<Range> LAST_FIRST =
        Comparator.comparingInt(Range::end).thenComparingInt(Range::start).reversed();
  }

  /** What a cue concludes, else what its place alone makes the first part. */
  Conclusion decisive() {
    List<Conclusion> ranked = ranked();
    List<Conclusion> first = ranked.isEmpty() ? stated() : ranked;
    return (first.isEmpty() ? placed() : first).get(0);
  }

  /** All parts, the most decisive first; at least one. */
  @Override
  public Iterator<Conclusion> iterator() {
    return Stream.<Supplier<List<Conclusion>>>of(
            this::ranked, this::stated, this::supported, this::placed)
        .flatMap(look -> look.get().stream())
        .iterator();
  }

  private List<Conclusion> ranked() {
    return Ranking.best(text)
        .map(r -> List.of(conclusion(part(r.start(), r.end()), Strength.STATED)))
        .orElse(List.of());
  }

  /** What cues conclude, the last first. */
  List<Conclusion> stated() {
    if (stated.isEmpty()) {
      List<Range> parts = new ArrayList<>();
      behindCues(parts);
      beforeCues(parts);
      // Of two that end together the inner one says it in fewer words.
      parts.sort(Range.LAST_FIRST);
      stated =
          Optional.of(parts.stream().limit(MOST).map(p -> conclusion(p, Strength.STATED)).toList());
    }
    return stated.get();
  }

  private void behindCues(List<Range> parts) {
    Alternation.Search cue = ConclusionCues.CUE.in(text);
    while (cue.find()) {
      int from = cue.end();
      if (concludes(from)) {
        char opens = text.charAt(cue.start());
        if (opens == '\\') {
          from += text.startsWith("\\text{", from) ? "\\text{".length() : 0;
          parts.add(part(from, marks.closing(from - 1)));
        } else {
          parts.add(part(from, opens == '<' ? tagEnd(from) : statedEnd(from)));
        }
      }
    }
  }

  private void beforeCues(List<Range> parts) {
    Alternation.Search cue = ConclusionCues.BEHIND.in(text);
    int clause = 0;
    int read = 0;
    while (cue.find()) {
      int end = cue.start();
      for (; read < end; read++) {
        clause = "，,。；;！!？?\n：:".indexOf(text.charAt(read)) >= 0 ? read + 1 : clause;
      }
      if (end - clause > 1 && !ConclusionCues.PRONOUN.matcher(text).region(clause, end).matches()) {
        parts.add(part(clause, end));
      }
    }
  }

  private List<Conclusion> supported() {
    Deque<Integer> last = new ArrayDeque<>();
    Alternation.Search cue = ConclusionCues.SUPPORT.in(text);
    while (cue.find()) {
      if (concludes(cue.end())) {
        last.addFirst(cue.end());
        if (last.size() > MOST) {
          last.removeLast();
        }
      }
    }
    return last.stream()
        .map(from -> conclusion(part(from, sentenceEnd(from)), Strength.SUPPORTED))
        .toList();
  }

  private List<Conclusion> placed() {
    Conclusion whole = conclusion(part(0, text.length()), Strength.PLACED);
    if (Conclusion.isShort(text)) {
      return List.of(whole);
    }
    int[] ends = marks.all(Mark.SENTENCE);
    Optional<Conclusion> first = Optional.empty();
    for (int i = 0; i <= ends.length && first.isEmpty(); i++) {
      first = sentence(ends, i);
    }
    if (first.isEmpty()) {
      return List.of(whole);
    }
    Optional<Conclusion> last = Optional.empty();
    Optional<Conclusion> summary = Optional.empty();
    for (int i = ends.length; i >= 0 && summary.isEmpty(); i--) {
      Optional<Conclusion> sentence = sentence(ends, i);
      last = last.isPresent() ? last : sentence;
      summary = sentence.filter(s -> ConclusionCues.SUMMARY.matcher(s.text()).find());
    }
    List<Conclusion> found = new ArrayList<>();
    summary.ifPresent(found::add);
    boolean opens = Conclusion.isShort(first.get().text());
    found.add(opens ? first.get() : last.orElseThrow());
    found.add(opens ? last.orElseThrow() : first.get());
    return found;
  }

  /** One of the sentences between ends; none where it is blank. */
  private Optional<Conclusion> sentence(int[] ends, int number) {
    int from = number == 0 ? 0 : ends[number - 1] + 1;
    int to = number == ends.length ? text.length() : ends[number];
    return contentFrom(from, to) < to
        ? Optional.of(conclusion(part(from, to), Strength.PLACED))
        : Optional.empty();
  }

  private Conclusion conclusion(Range part, Strength strength) {
    return new Conclusion(part.start, part.end, text.substring(part.start, part.end), strength);
  }

  /** A part without blanks at its ends and without the reasons it gives. */
  private Range part(int from, int to) {
    int start = contentFrom(from, to);
    int reason = marks.reason(start, to);
    int end = reason > start ? reason : to;
    while (end > start && trails(text.charAt(end - 1))) {
      end--;
    }
    return new Range(start, end);
  }

  private int contentFrom(int from, int to) {
    int start = from;
    while (start < to && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    return start;
  }

  private static boolean trails(char c) {
    return c == ',' || c == '，' || Character.isWhitespace(c);
  }

  /** A cue with nothing behind it, or with a question (是什么, "which"), concludes nothing. */
  private boolean concludes(int from) {
    return contentFrom(from, text.length()) < text.length()
        && !ConclusionCues.ASKS.matcher(text).region(from, text.length()).lookingAt();
  }

  private int tagEnd(int from) {
    int end = marks.next(Mark.TAG, from);
    return end == Marks.NOWHERE ? statedEnd(from) : end;
  }

  private int statedEnd(int from) {
    int content = contentFrom(from, text.length());
    if (text.substring(from, content).indexOf('\n') >= 0) {
      int section = marks.next(Mark.SECTION, content);
      return section == Marks.NOWHERE ? text.length() : section;
    }
    return sentenceEnd(content);
  }

  private int sentenceEnd(int from) {
    int search = contentFrom(from, text.length());
    // "1. pneumonia" behind a cue is an item, not a sentence.
    Matcher item = ConclusionCues.ITEM.matcher(text).region(search, text.length());
    int end = marks.next(Mark.SENTENCE, item.lookingAt() ? item.end() : search);
    return end == Marks.NOWHERE ? text.length() : end;
  }
}
