package org.twinline.reward.rule.choice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twinline.core.triple.Option;

/**
 * The options of a question in the forms in which they are looked for; immutable, made once for all
 * answers to a question.
 *
 * <p>Without options the labels are {@code A} to {@code J} and have no texts.
 */
public final class OptionSet {
  private static final Pattern BRACKETS = Pattern.compile("\\s*[(\\[]([^()\\[\\]]{1,60})[)\\]]");
  private static final Pattern LETTERS =
      Pattern.compile("[(\\[]?[A-Z](?:[\\s,、;/&+和与及]{0,3}[A-Z])*[)\\].]?");
  private static final Pattern FULL_STOPS = Pattern.compile("[.。,，;；\\s]+$");
  private static final int SHORTEST_PART = 2;
  private static final List<Option> DEFAULT =
      "ABCDEFGHIJ".chars().mapToObj(c -> new Option(Character.toString(c), "")).toList();
  // Words that state or judge an answer: as an option's text they count only on their own.
  private static final Set<String> COMMON =
      Set.of(
          "可能",
          "肯定",
          "正确",
          "错误",
          "不正确",
          "不对",
          "没有",
          "都是",
          "均可",
          "均是",
          "都有",
          "不是",
          "可以",
          "不能",
          "不可以",
          "符合",
          "不符合",
          "增加",
          "减少",
          "有关",
          "无关",
          "以上",
          "其他",
          "其它",
          "true",
          "false",
          "yes",
          "no",
          "correct",
          "incorrect",
          "none",
          "all",
          "both",
          "neither",
          "likely",
          "unlikely",
          "increase",
          "decrease",
          "other",
          "others",
          "answer",
          "option",
          "choice",
          "right",
          "wrong",
          "normal");

  /**
   * A form of an option's text.
   *
   * @param compact folded, without separators
   * @param whole whether it is the whole text, not a part in or outside of brackets
   * @param alone whether it counts only where it stands between delimiters
   */
  record Form(int option, String compact, boolean whole, boolean alone) {}

  private final List<Option> options;
  private final List<String> labels = new ArrayList<>();
  private final Map<String, Integer> byLabel = new HashMap<>();
  private final LabelKind kind;
  private final List<String> texts = new ArrayList<>();
  private final List<String> leads = new ArrayList<>();
  private final List<String> trails = new ArrayList<>();
  private final List<Form> forms = new ArrayList<>();
  private boolean ambiguous;
  private final int[] canonical;
  private final int all;
  private final int none;
  private final List<Paraphrase> paraphrases;

  private OptionSet(List<Option> given) {
    options = given.isEmpty() ? DEFAULT : List.copyOf(given);
    int n = Math.min(options.size(), Signs.MAX_OPTIONS);
    canonical = new int[n];
    int everything = -1;
    int nothing = -1;
    for (int i = 0; i < n; i++) {
      String label = LabelKind.fold(options.get(i).label());
      labels.add(label);
      byLabel.putIfAbsent(label, i);
      String text = Prepared.of(options.get(i).text()).strip();
      texts.add(text);
      frame(text);
      canonical[i] = first(i);
      everything = everything < 0 && MetaOption.ALL.is(text) ? i : everything;
      nothing = nothing < 0 && MetaOption.NONE.is(text) ? i : nothing;
    }
    kind = LabelKind.of(labels);
    all = everything;
    none = nothing;
    collectForms();
    paraphrases = Paraphrase.of(texts);
  }

  /** The first option of the same text. */
  private int first(int option) {
    String bare = texts.get(option).replaceAll("\\s", "");
    for (int i = 0; i < option && !bare.isEmpty(); i++) {
      if (texts.get(i).replaceAll("\\s", "").equals(bare)) {
        return i;
      }
    }
    return option;
  }

  /** The options of a question; none mean the letters A to J. */
  public static OptionSet of(List<Option> options) {
    return new OptionSet(options);
  }

  /** Keeps the marks before and behind the letters of a text, full stops excepted. */
  private void frame(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && !Character.isLetterOrDigit(text.charAt(from))) {
      from++;
    }
    while (to > from && !Character.isLetterOrDigit(text.charAt(to - 1))) {
      to--;
    }
    leads.add(text.substring(0, from));
    trails.add(FULL_STOPS.matcher(text.substring(to)).replaceAll(""));
  }

  private void collectForms() {
    Map<String, Integer> owners = new HashMap<>();
    List<Form> parts = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      if (canonical[i] != i) {
        continue;
      }
      add(forms, i, texts.get(i));
      String whole = CompactText.of(texts.get(i)).chars();
      ambiguous |= owners.putIfAbsent(whole, i) != null;
      Set<String> own = new HashSet<>();
      for (String part : parts(texts.get(i))) {
        String compact = CompactText.of(part).chars();
        if (compact.length() >= SHORTEST_PART && !compact.equals(whole) && own.add(compact)) {
          parts.add(new Form(i, compact, false, alone(compact)));
        }
      }
    }
    // A part in brackets or outside of them names its option only where no other option has it.
    for (Form part : parts) {
      boolean shared =
          owners.containsKey(part.compact())
              || parts.stream()
                  .anyMatch(p -> p.option() != part.option() && p.compact().equals(part.compact()));
      if (!shared) {
        forms.add(part);
      }
    }
    forms.sort(
        Comparator.comparingInt((Form f) -> -f.compact().length()).thenComparingInt(Form::option));
  }

  private void add(List<Form> to, int option, String text) {
    String compact = CompactText.of(text).chars();
    if (!compact.isEmpty()
        && !(compact.length() == 1 && byLabel.containsKey(LabelKind.fold(text)))) {
      to.add(new Form(option, compact, true, alone(compact)));
    }
  }

  private static List<String> parts(String text) {
    Matcher bracket = BRACKETS.matcher(text);
    List<String> parts = new ArrayList<>();
    while (bracket.find()) {
      parts.add(bracket.group(1));
    }
    if (!parts.isEmpty()) {
      parts.add(BRACKETS.matcher(text).replaceAll(""));
    }
    return parts;
  }

  private static boolean alone(String compact) {
    boolean number = compact.chars().allMatch(c -> Prepared.digit((char) c) || c == '.');
    return compact.length() == 1 || number || COMMON.contains(compact);
  }

  List<Form> forms() {
    return forms;
  }

  List<Paraphrase> paraphrases() {
    return paraphrases;
  }

  LabelKind kind() {
    return kind;
  }

  int size() {
    return labels.size();
  }

  /** The option with that folded label, −1 where there is none. */
  int byLabel(String folded) {
    return byLabel.getOrDefault(folded, -1);
  }

  /** The prepared text. */
  String text(int option) {
    return texts.get(option);
  }

  /** The marks the text begins with. */
  String lead(int option) {
    return leads.get(option);
  }

  /** The marks the text ends in. */
  String trail(int option) {
    return trails.get(option);
  }

  /** Whether two options differ in marks alone. */
  boolean ambiguous() {
    return ambiguous;
  }

  /** The option with exactly that prepared text, −1 where there is none. */
  int byText(String prepared) {
    return texts.indexOf(prepared);
  }

  /** The label as given. */
  String label(int option) {
    return options.get(option).label();
  }

  /** The first option with exactly the same text, itself where there is none before it. */
  int canonical(int option) {
    return canonical[option];
  }

  /** The option that says all, or none, of the others hold; −1 where there is none. */
  int meta(MetaOption what) {
    return what == MetaOption.ALL ? all : none;
  }

  /**
   * The labels of a reference item: the option whose text it is, else the labels it consists of
   * ({@code B}, {@code AC}, {@code A,C}), else the option it states; empty where there is none.
   */
  public Set<String> reference(String item) {
    String prepared = Prepared.of(item).strip();
    int label = byLabel(LabelKind.fold(prepared));
    if (label >= 0) {
      return Set.of(label(label));
    }
    for (int i = 0; i < size(); i++) {
      if (!texts.get(i).isEmpty() && texts.get(i).equalsIgnoreCase(prepared)) {
        return Set.of(label(i));
      }
    }
    if (kind == LabelKind.LETTER && LETTERS.matcher(prepared).matches()) {
      Set<String> labels = new TreeSet<>();
      for (int i = 0; i < prepared.length(); i++) {
        int option = byLabel(Character.toString(prepared.charAt(i)));
        boolean letter = Prepared.word(prepared.charAt(i));
        if (letter && (option < 0 || !labels.add(label(option)))) {
          return Set.of();
        }
      }
      return labels;
    }
    return ChoiceReader.of(this, "").read(item).labels();
  }

  /** Whether two sets of labels name the same options, options of one text being the same. */
  public boolean same(Set<String> a, Set<String> b) {
    return canonical(a).equals(canonical(b));
  }

  /** The set with each label replaced by that of the first option of the same text. */
  public Set<String> canonical(Set<String> given) {
    Set<String> set = new HashSet<>();
    for (String label : given) {
      int option = byLabel(LabelKind.fold(label));
      set.add(option < 0 ? label : label(canonical[option]));
    }
    return set;
  }
}
