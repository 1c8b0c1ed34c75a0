package org.twinline.reward.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/**
 * The parts of an answer that may state it, the most decisive first.
 *
 * <p>First what a cue concludes ("最可能的诊断是", "Answer:", {@code \\boxed{}}, "X 可能性最大" …), the last
 * cue first: up to the end of its sentence, or the list in the lines below where the cue ends its
 * line. Then what a weaker cue supports ("考虑", "consistent with" …), again the last first. Then the
 * answer as a whole up to {@value #SHORT} characters (twice that without Chinese); of a longer one
 * the last sentence that begins with 综上/因此/"therefore", the first sentence, the last. Reasons (因为,
 * "because" …) are cut off.
 *
 * @param start its first character in the answer as read
 * @param end one past its last
 * @param text the part, trimmed
 * @param strength what led to it
 */
public record Conclusion(int start, int end, String text, Strength strength) {
  private static final int SHORT = 60;

  /** So many parts are looked at, at most. */
  private static final int MOST = 6;

  /** No part at all. */
  static final Conclusion NONE = new Conclusion(0, 0, "", Strength.PLACED);

  /** What makes a part of an answer its conclusion. */
  public enum Strength {
    /** A cue that concludes. */
    STATED,
    /** A cue that something is supported. */
    SUPPORTED,
    /** Its place alone. */
    PLACED
  }

  /** Whether a cue led to it. */
  public boolean stated() {
    return strength == Strength.STATED;
  }

  /** The most decisive part of an answer: what a cue concludes, else its place alone. */
  public static Conclusion of(String answer) {
    for (Conclusion part : new Parts(AnswerText.of(answer).text())) {
      if (part.strength != Strength.SUPPORTED) {
        return part;
      }
    }
    throw new IllegalStateException("an answer has parts");
  }

  /** The parts of one answer, each kind looked for when it is first asked for. */
  static final class Parts implements Iterable<Conclusion> {
    private final String text;
    private Optional<List<Conclusion>> stated = Optional.empty();

    Parts(String text) {
      this.text = text;
    }

    /** What cues conclude, the last first. */
    List<Conclusion> stated() {
      if (stated.isEmpty()) {
        stated = Optional.of(Conclusion.stated(text));
      }
      return stated.get();
    }

    /** All parts, the most decisive first; at least one. */
    @Override
    public Iterator<Conclusion> iterator() {
      return Stream.<Supplier<List<Conclusion>>>of(
              () -> ranked(text), this::stated, () -> supported(text), () -> placed(text))
          .flatMap(look -> look.get().stream())
          .iterator();
    }
  }

  private static List<Conclusion> ranked(String text) {
    return Ranking.best(text)
        .map(r -> List.of(part(text, r.start(), r.end(), Strength.STATED)))
        .orElse(List.of());
  }

  private static List<Conclusion> stated(String text) {
    List<Conclusion> forward = new ArrayList<>();
    Matcher matcher = ConclusionCues.CUE.matcher(text);
    while (matcher.find()) {
      // A cue with nothing behind it concludes nothing.
      if (!blank(text, matcher.end()) && !asks(text, matcher.end())) {
        int from = matcher.end();
        char opens = matcher.group().charAt(0);
        boolean boxed = opens == '\\';
        if (boxed) {
          from += text.startsWith("\\text{", from) ? "\\text{".length() : 0;
        }
        int end =
            boxed ? braces(text, from) : opens == '<' ? tag(text, from) : statedEnd(text, from);
        forward.add(part(text, from, end, Strength.STATED));
      }
    }
    Matcher behind = ConclusionCues.BEHIND.matcher(text);
    while (behind.find()) {
      int start = clauseStart(text, behind.start());
      if (behind.start() - start > 1
          && !ConclusionCues.PRONOUN.matcher(text).region(start, behind.start()).matches()) {
        forward.add(part(text, start, behind.start(), Strength.STATED));
      }
    }
    // Of two that end together the inner one says it in fewer words.
    forward.sort(
        Comparator.comparingInt(Conclusion::end).thenComparingInt(Conclusion::start).reversed());
    return List.copyOf(forward.subList(0, Math.min(MOST, forward.size())));
  }

  private static int clauseStart(String text, int end) {
    int start = end;
    while (start > 0 && "，,。；;！!？?\n：:".indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    return start;
  }

  private static List<Conclusion> supported(String text) {
    List<Conclusion> forward = new ArrayList<>();
    Matcher matcher = ConclusionCues.SUPPORT.matcher(text);
    while (matcher.find()) {
      if (!blank(text, matcher.end()) && !asks(text, matcher.end())) {
        forward.add(
            0, part(text, matcher.end(), sentenceEnd(text, matcher.end()), Strength.SUPPORTED));
      }
    }
    return List.copyOf(forward.subList(0, Math.min(MOST, forward.size())));
  }

  private static List<Conclusion> placed(String text) {
    if (isShort(text)) {
      return List.of(part(text, 0, text.length(), Strength.PLACED));
    }
    int from = 0;
    List<Conclusion> sentences = new ArrayList<>();
    Conclusion summary = null;
    Matcher ends = ConclusionCues.SENTENCE_END.matcher(text);
    while (from < text.length()) {
      int to = ends.find() ? ends.start() : text.length();
      if (!text.substring(from, to).isBlank()) {
        Conclusion sentence = part(text, from, to, Strength.PLACED);
        sentences.add(sentence);
        summary = ConclusionCues.SUMMARY.matcher(sentence.text).find() ? sentence : summary;
      }
      from = to + 1;
    }
    if (sentences.isEmpty()) {
      return List.of(part(text, 0, text.length(), Strength.PLACED));
    }
    List<Conclusion> found = new ArrayList<>();
    if (summary != null) {
      found.add(summary);
    }
    Conclusion first = sentences.get(0);
    Conclusion last = sentences.get(sentences.size() - 1);
    found.add(isShort(first.text) ? first : last);
    found.add(isShort(first.text) ? last : first);
    return found;
  }

  /** A part without blanks at its ends and without the reasons it gives. */
  private static Conclusion part(String text, int from, int to, Strength strength) {
    int start = from;
    while (start < to && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    Matcher reason =
        ConclusionCues.REASON.matcher(text).region(start, to).useTransparentBounds(true);
    int end = reason.find() && reason.start() > start ? reason.start() : to;
    while (end > start && trails(text.charAt(end - 1))) {
      end--;
    }
    return new Conclusion(start, end, text.substring(start, end), strength);
  }

  private static boolean trails(char c) {
    return c == ',' || c == '，' || Character.isWhitespace(c);
  }

  /** Whether what follows a cue is a question: 是什么, "which". */
  private static boolean asks(String text, int from) {
    return ConclusionCues.ASKS.matcher(text).region(from, text.length()).lookingAt();
  }

  private static boolean blank(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (!Character.isWhitespace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static int braces(String text, int start) {
    int depth = 1;
    for (int i = start; i < text.length(); i++) {
      depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return text.length();
  }

  private static int tag(String text, int start) {
    int end = text.indexOf("</", start);
    return end < 0 ? statedEnd(text, start) : end;
  }

  private static int statedEnd(String text, int start) {
    int from = start;
    while (from < text.length() && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    if (text.substring(start, from).contains("\n")) {
      Matcher next = ConclusionCues.SECTION.matcher(text).region(from, text.length());
      return next.find() ? next.start() : text.length();
    }
    return sentenceEnd(text, from);
  }

  private static int sentenceEnd(String text, int from) {
    int search = from;
    while (search < text.length() && Character.isWhitespace(text.charAt(search))) {
      search++;
    }
    // "1. pneumonia" behind a cue is an item, not a sentence.
    Matcher item = ConclusionCues.ITEM.matcher(text).region(search, text.length());
    if (item.lookingAt()) {
      search = item.end();
    }
    Matcher sentence = ConclusionCues.SENTENCE_END.matcher(text);
    return sentence.find(search) ? sentence.start() : text.length();
  }

  private static boolean isShort(String text) {
    String trimmed = text.strip();
    boolean chinese = trimmed.codePoints().anyMatch(Character::isIdeographic);
    return trimmed.codePointCount(0, trimmed.length()) <= (chinese ? SHORT : 2 * SHORT);
  }
}
