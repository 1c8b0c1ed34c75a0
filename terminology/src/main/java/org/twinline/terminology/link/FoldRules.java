package org.twinline.terminology.link;

import it.unimi.dsi.fastutil.chars.Char2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Replacements of one kind of text, applied in one pass from the left, longest first. */
final class FoldRules {
  private record Rule(String from, String to, String notBefore) {}

  private final Char2ObjectOpenHashMap<Rule[]> byFirst = new Char2ObjectOpenHashMap<>();

  /** The rules of {@code folds.tsv} for every text and for this kind. */
  FoldRules(String kind) {
    Char2ObjectOpenHashMap<List<Rule>> lists = new Char2ObjectOpenHashMap<>();
    for (String[] row : Resource.rows("folds.tsv")) {
      if (row[0].equals("any") || row[0].equals(kind)) {
        Rule rule = new Rule(row[1], row[2], row.length > 3 ? row[3] : "");
        lists.computeIfAbsent(rule.from.charAt(0), c -> new ArrayList<>()).add(rule);
      }
    }
    lists.forEach(
        (first, rules) -> {
          rules.sort(
              Comparator.comparingInt((Rule r) -> -r.from.length()).thenComparing(Rule::from));
          byFirst.put(first.charValue(), rules.toArray(new Rule[0]));
        });
  }

  /** The text with every rule applied. */
  CharSequence apply(CharSequence text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); ) {
      Rule[] rules = byFirst.get(text.charAt(i));
      Rule hit = rules == null ? null : first(rules, text, i);
      if (hit == null) {
        out.append(text.charAt(i++));
      } else {
        out.append(hit.to);
        i += hit.from.length();
      }
    }
    return out;
  }

  private static @Nullable Rule first(Rule[] rules, CharSequence text, int at) {
    for (Rule rule : rules) {
      int end = at + rule.from.length();
      if (end <= text.length()
          && matches(rule.from, text, at)
          && (end == text.length() || rule.notBefore.indexOf(text.charAt(end)) < 0)) {
        return rule;
      }
    }
    return null;
  }

  private static boolean matches(String word, CharSequence text, int at) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) != text.charAt(at + i)) {
        return false;
      }
    }
    return true;
  }
}
