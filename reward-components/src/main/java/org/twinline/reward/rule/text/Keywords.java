package org.twinline.reward.rule.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.twinline.terminology.Concept;
import org.twinline.terminology.ConceptId;
import org.twinline.terminology.Mention;
import org.twinline.terminology.Terminology;

/**
 * Which keywords a text asserts: each as written (letter case, plural, conjugation and punctuation
 * aside; the words of an English phrase may stand in another order close together), or by a synonym
 * that the terminology knows. A keyword behind a negation in its clause, or called unnecessary, is
 * not asserted.
 *
 * <p>Made for one text; cost is linear in its length times the number of keywords.
 */
public final class Keywords {
  /** What a text says of a keyword. */
  public enum Found {
    /** It is there and not negated. */
    ASSERTED,
    /** It is there, but only negated. */
    NEGATED,
    /** It is not there. */
    ABSENT
  }

  private static final int ZH_REACH = 5;
  private static final int EN_REACH = 4;
  private static final List<List<String>> ZH_BEFORE =
      characters(
          "不", "没", "没有", "无", "无需", "无须", "未", "非", "否认", "排除", "避免", "禁止", "禁用", "禁", "勿", "忌",
          "停用", "不必", "并非");
  private static final List<List<String>> ZH_AFTER =
      characters(
          "不需", "不必", "不推荐", "不建议", "不宜", "不用", "无必要", "没有必要", "可排除", "无需", "无效", "不适", "禁忌", "不应",
          "不能");
  private static final Set<String> EN_BEFORE =
      stems(
          "no not without never denies deny avoid avoiding exclude excluded neither nor cannot dont doesnt"
              + " isnt arent shouldnt rule against instead contraindicated unnecessary absent");
  private static final Set<String> EN_AFTER =
      stems(
          "not unnecessary contraindicated isnt arent cannot inappropriate excluded shouldnt wasnt harmful");
  private static final Set<String> EN_LINK =
      stems("is are was were be should would can could has been must it may also have");

  private final TokenText text;
  private final Map<ConceptId, Boolean> mentioned = new HashMap<>();
  private final Optional<Terminology> terminology;

  private Keywords(String answer, Optional<Terminology> terminology) {
    this.terminology = terminology;
    text = TokenText.of(answer);
    if (terminology.isPresent()) {
      for (Mention mention : terminology.get().mentions(answer)) {
        for (ConceptId concept : mention.concepts()) {
          mentioned.merge(concept, !mention.negated(), Boolean::logicalOr);
        }
      }
    }
  }

  /** The keywords of a text, with synonyms where there is a terminology. */
  public static Keywords of(String text, Optional<Terminology> terminology) {
    return new Keywords(text, terminology);
  }

  /** What the text says of a keyword. */
  public Found find(String keyword) {
    Found found = Found.ABSENT;
    if (terminology.isPresent()) {
      for (Concept concept : terminology.get().exact(keyword)) {
        Boolean asserted = mentioned.get(concept.id());
        if (asserted != null && asserted) {
          return Found.ASSERTED;
        }
        found = asserted != null ? Found.NEGATED : found;
      }
    }
    Found written = written(TokenText.of(keyword).words());
    return written == Found.ABSENT ? found : written;
  }

  private Found written(List<String> wanted) {
    if (wanted.isEmpty()) {
      return Found.ABSENT;
    }
    List<String> tokens = text.tokens();
    Found found = Found.ABSENT;
    for (int at = 0; at < tokens.size(); at++) {
      int end = wanted.get(0).equals(tokens.get(at)) ? exactly(wanted, at) : -1;
      if (end < 0 && loose(wanted) && wanted.contains(tokens.get(at))) {
        end = near(wanted, at);
      }
      if (end >= 0) {
        if (!negatedBefore(at) && !negatedAfter(end)) {
          return Found.ASSERTED;
        }
        found = Found.NEGATED;
      }
    }
    return found;
  }

  private int exactly(List<String> wanted, int at) {
    List<String> tokens = text.tokens();
    int i = at;
    for (String token : wanted) {
      if (i >= tokens.size() || !tokens.get(i).equals(token)) {
        return -1;
      }
      i++;
    }
    return i;
  }

  /** Whether the words may stand in another order: several, none of them Chinese. */
  private static boolean loose(List<String> wanted) {
    return wanted.size() > 1 && wanted.stream().noneMatch(t -> t.charAt(0) >= 0x2e80);
  }

  private int near(List<String> wanted, int at) {
    List<String> tokens = text.tokens();
    Set<String> missing = new HashSet<>(wanted);
    int reach = Math.min(tokens.size(), at + 2 * wanted.size() + 2);
    for (int i = at; i < reach && !tokens.get(i).isEmpty(); i++) {
      missing.remove(tokens.get(i));
      if (missing.isEmpty()) {
        return i + 1;
      }
    }
    return -1;
  }

  private boolean negatedBefore(int at) {
    List<String> tokens = text.tokens();
    int chinese = 0;
    int words = 0;
    for (int i = at - 1; i >= 0 && !tokens.get(i).isEmpty(); i--) {
      String token = tokens.get(i);
      boolean ideograph = token.charAt(0) >= 0x2e80;
      chinese += ideograph ? 1 : 0;
      words += ideograph ? 0 : 1;
      if (chinese > ZH_REACH || words > EN_REACH) {
        return false;
      }
      if (token.equals("but") || token.equals("但") || token.equals("而")) {
        return false;
      }
      if (EN_BEFORE.contains(token) || (ideograph && starts(ZH_BEFORE, i))) {
        return !doubled(i);
      }
    }
    return false;
  }

  /** Whether another negation stands before it: {@code 不可避免}, {@code 不能没有}, "do not avoid". */
  private boolean doubled(int at) {
    List<String> tokens = text.tokens();
    boolean english = at > 0 && EN_BEFORE.contains(tokens.get(at - 1));
    boolean chinese =
        (at > 0 && tokens.get(at - 1).equals("不"))
            || (at > 1 && tokens.get(at - 2).equals("不") && !tokens.get(at - 1).isEmpty());
    return english || chinese;
  }

  private boolean negatedAfter(int end) {
    List<String> tokens = text.tokens();
    int i = end;
    while (i < tokens.size()
        && i < end + 3
        && (EN_LINK.contains(tokens.get(i)) || "并都均也是则".contains(tokens.get(i)))
        && !tokens.get(i).isEmpty()) {
      i++;
    }
    return i < tokens.size() && (EN_AFTER.contains(tokens.get(i)) || starts(ZH_AFTER, i));
  }

  private boolean starts(List<List<String>> phrases, int at) {
    for (List<String> phrase : phrases) {
      if (exactly(phrase, at) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static List<List<String>> characters(String... phrases) {
    return Arrays.stream(phrases).map(p -> List.of(p.split(""))).toList();
  }

  private static Set<String> stems(String words) {
    Set<String> stems = new HashSet<>();
    for (String word : words.split(" ")) {
      stems.add(Stemmer.stem(word));
    }
    return stems;
  }

  /**
   * The share of a reference's pairs of neighbouring tokens that a text has, in [0,1]: multiset
   * recall over bigrams (ROUGE-2 recall, Lin 2004), over single tokens where the reference has one.
   */
  public static double coverage(String reference, String text) {
    List<String> expected = pairs(TokenText.of(reference).words());
    Map<String, Integer> given = new HashMap<>();
    pairs(TokenText.of(text).words()).forEach(p -> given.merge(p, 1, Integer::sum));
    int common = 0;
    for (String pair : expected) {
      int left = given.getOrDefault(pair, 0);
      if (left > 0) {
        common++;
        given.put(pair, left - 1);
      }
    }
    return expected.isEmpty() ? 0 : (double) common / expected.size();
  }

  private static List<String> pairs(List<String> words) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i + 1 < words.size(); i++) {
      pairs.add(words.get(i) + ' ' + words.get(i + 1));
    }
    return words.size() == 1 ? words : pairs;
  }
}
