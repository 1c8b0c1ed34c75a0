package org.twinline.reward.rule.choice;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads which options of a question an answer states.
 *
 * <p>An answer that concludes twice, each time something else, without taking the first back, or
 * that says of another option that it is perhaps right too, is contradictory.
 *
 * <p>What is boxed or tagged as the answer goes first; then what a cue leads to ({@code 故选}, "the
 * answer is"), the last of these; then what is judged to be right or concluded; then what is simply
 * named, where that is one option or one list. What stands before a correction, in a question or
 * supposition, in a reason, or is ruled out, does not count; where all options but one are ruled
 * out, that one does. Without any option named, the conclusion may be like one option's text alone.
 *
 * <p>Cost is linear in the length of the answer times the number of options. Immutable,
 * thread-safe.
 */
public final class ChoiceReader {
  private static final Pattern MARKED =
      Pattern.compile(
          "\\\\(?:boxed|fbox)\\s*\\{|<answer>|<final_?answer>", Pattern.CASE_INSENSITIVE);
  private static final Pattern PLAIN_CUE =
      Pattern.compile(
          "(?:答案|诊断|结论|应选|故选|选择?|考虑|首选|最[^。,;\\n]{1,16})(?:应该?|就)?(?:是|为|:)"
              + "|\\b(?:answer|diagnosis|conclusion|choice|option|most likely|best|step|treatment)\\b[^.\\n]{0,60}?\\b(?:is|be|:)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SENTENCE_END = Pattern.compile("[。！!？?\\n]|\\.(?=\\s|$)");
  private static final int SHORT_LABEL = 12;

  private final OptionSet options;
  private final boolean asksFalse;

  private ChoiceReader(OptionSet options, boolean asksFalse) {
    this.options = options;
    this.asksFalse = asksFalse;
  }

  /**
   * A reader of answers to a question.
   *
   * @param question the question's text, which may ask for what is false
   */
  public static ChoiceReader of(OptionSet options, String question) {
    return new ChoiceReader(options, Cues.ASKS_FALSE.in(question));
  }

  /** What the answer states. */
  public ChoiceReading read(String answer) {
    String prepared = Prepared.of(answer);
    if (prepared.isBlank()) {
      return ChoiceReading.UNRECOGNISED;
    }
    int label = prepared.length() > SHORT_LABEL ? -1 : options.byLabel(LabelKind.fold(prepared));
    label = label < 0 ? options.byText(prepared.strip()) : label;
    if (label >= 0) {
      return new ChoiceReading(Set.of(options.label(label)), false);
    }
    String text = rewritten(prepared);
    ChoiceReading marked = marked(text);
    if (!marked.recognised() && !marked.contradictory()) {
      return state(text);
    }
    return marked.recognised() && rivals(text, marked) ? ChoiceReading.CONTRADICTORY : marked;
  }

  /** Whether the text around what is marked concludes something else. */
  private boolean rivals(String text, ChoiceReading marked) {
    List<Group> groups = Groups.of(text, asksFalse);
    Set<Integer> stated = new TreeSet<>();
    marked.labels().forEach(label -> stated.add(options.canonical(options.byLabel(label))));
    return Rivals.concluded(text, groups, options, stated);
  }

  private String rewritten(String prepared) {
    String text = TextMask.mask(options, prepared);
    text = meta(text, MetaOption.SAID_NONE, options.meta(MetaOption.NONE));
    text = meta(text, MetaOption.SAID_ALL, options.meta(MetaOption.ALL));
    return LabelMask.mask(options, Ordinals.mask(options, text));
  }

  private static String meta(String text, Pattern said, int option) {
    if (option < 0) {
      return text;
    }
    Matcher matcher = said.matcher(text);
    return matcher.find() ? matcher.replaceAll(Character.toString(Signs.text(option))) : text;
  }

  /**
   * What stands in the last box or answer tag, contradictory where another holds something else.
   */
  private ChoiceReading marked(String text) {
    Matcher matcher = MARKED.matcher(text);
    ChoiceReading last = ChoiceReading.UNRECOGNISED;
    int end = 0;
    while (matcher.find()) {
      String content = content(text, matcher.end(), matcher.group().startsWith("<"));
      ChoiceReading inside = content.isBlank() ? ChoiceReading.UNRECOGNISED : state(content);
      boolean differs =
          last.recognised()
              && inside.recognised()
              && !options.same(last.labels(), inside.labels())
              && !Cues.CORRECTION.in(text.substring(end, matcher.start()));
      if (differs) {
        return ChoiceReading.CONTRADICTORY;
      }
      last = inside;
      end = matcher.end() + content.length();
    }
    return last;
  }

  private static String content(String text, int start, boolean tag) {
    int depth = 1;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += tag ? (c == '<' ? -1 : 0) : c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth == 0) {
        return text.substring(start, i);
      }
    }
    return text.substring(start);
  }

  private ChoiceReading state(String text) {
    List<Group> groups = Groups.of(text, asksFalse);
    if (groups.isEmpty()) {
      return alike(text);
    }
    List<Mention> stated = Conclusions.of(text, groups, options.size());
    if (stated.isEmpty()) {
      return ChoiceReading.UNRECOGNISED;
    }
    Set<Integer> labelled = new TreeSet<>();
    Set<Integer> named = new TreeSet<>();
    for (Mention mention : stated) {
      if (mention.contradictory()
          && options.canonical(mention.option()) != options.canonical(mention.other())) {
        return ChoiceReading.CONTRADICTORY;
      }
      (mention.labelled() ? labelled : named).add(options.canonical(mention.option()));
    }
    Set<Integer> all = new TreeSet<>(labelled);
    all.addAll(named);
    if ((!labelled.isEmpty() && !named.isEmpty() && !labelled.containsAll(named))
        || Rivals.concluded(text, groups, options, all)
        || (!asksFalse && Rivals.perhaps(text, groups, options, stated, all))) {
      return ChoiceReading.CONTRADICTORY;
    }
    Set<String> labels = new TreeSet<>();
    stated.forEach(m -> labels.add(options.label(m.option())));
    return new ChoiceReading(labels, false);
  }

  /** The option that the answer, or its conclusion, is clearly most like. */
  private ChoiceReading alike(String text) {
    int found = Paraphrase.closest(options.paraphrases(), text);
    if (found < 0) {
      found = Paraphrase.closest(options.paraphrases(), conclusion(text));
    }
    return found < 0
        ? ChoiceReading.UNRECOGNISED
        : new ChoiceReading(Set.of(options.label(found)), false);
  }

  private static String conclusion(String text) {
    Matcher cue = PLAIN_CUE.matcher(text);
    int start = -1;
    while (cue.find()) {
      start = cue.end();
    }
    if (start < 0) {
      return text.substring(
          0,
          Math.min(
              text.length(), SENTENCE_END.matcher(text).find() ? firstEnd(text) : text.length()));
    }
    Matcher end = SENTENCE_END.matcher(text).region(start, text.length());
    return text.substring(start, end.find() ? end.start() : text.length());
  }

  private static int firstEnd(String text) {
    Matcher end = SENTENCE_END.matcher(text);
    return end.find() ? end.start() : text.length();
  }
}
