package org.twinline.terminology.source;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Composes the name that a chain of index terms stands for, the main term first: 脓肿 › 肝 › 急性 is
 * 急性肝脓肿, {@code Abscess › liver › acute} is {@code acute liver abscess}.
 *
 * <p>In Chinese the main term comes last. Nouns stand before it from the outside in (鼻 › 骨 is 鼻骨),
 * a word of place before the noun that it narrows (眼睑 › 上 is 上眼睑), other adjectives in front, and
 * 伴有 … at the end. Chains with other relations (由于, 见于, 影响 …) are not composed: their Chinese word
 * order is not that of the index.
 */
final class IndexName {
  /** Longer chains say more than a name does. */
  static final int MAX_TERMS = 4;

  private static final int MAX_NAMES = 6;
  private static final int MAX_LENGTH = 30;

  private static final Pattern PLACE =
      Pattern.compile("[上下左右内外前后中](?:侧|部|段|叶|级|位|面)?|双侧|单侧|两侧|[左右]侧");
  private static final Pattern ADJECTIVE =
      Pattern.compile(
          ".*(?:性|型|样|状|期|度|级|源|前|时)|.*[^目]的|(?:男|女)|新生儿|胎儿|婴儿|婴儿期|儿童|老年|慢|急|完全|不全|部分|全部|根治|开放|闭合|经.+|内镜|腹腔镜|胸腔镜|陈旧|近期");
  private static final Pattern CONDITION = Pattern.compile(".*(?:术|法|病|症|炎|瘤|癌|检查|征)");
  private static final Pattern CONDITION_EN =
      Pattern.compile(
          "(?i).*(?:disease|syndrome|itis|osis|anemia|anaemia|oma|ectomy|otomy|ostomy|plasty|scopy)");
  private static final Pattern WITH = Pattern.compile("(?:伴有?|合并)(.+)");
  private static final Pattern RELATION =
      Pattern.compile(
          "(?:由于|因|引起|并发|影响|见于|在|从|对|向|为|用于|于|随|涉及|包括|导致|与|和|或|及|作为|根据|监督|筛查|伴有?|合并|不伴|无|后|之后|之前|经|通过|当|被|按|除外|继发于|意指|需要|其|以|且|同时|不|未).*");
  private static final Pattern CONNECTING =
      Pattern.compile(
          "(?:with|without|due to|in|by|of|from|following|after|during|for|to|at|on|causing|"
              + "complicating|affecting|involving|and|or|resulting|using|via|through|as|under|"
              + "before|per|meaning|caused)(?:\\b.*)?");

  private IndexName() {}

  /** Whether a Chinese modifier stands behind what it modifies. */
  static boolean suffix(String term) {
    return WITH.matcher(term).matches();
  }

  /** Whether a Chinese term is an adjective. */
  static boolean adjective(String term) {
    return ADJECTIVE.matcher(term).matches() || PLACE.matcher(term).matches();
  }

  /** Whether a Chinese term names a disease or an operation by its end. */
  static boolean condition(String term) {
    return CONDITION.matcher(term).matches();
  }

  /** Whether an English modifier stands behind what it modifies. */
  static boolean connecting(String term) {
    return CONNECTING.matcher(term).matches();
  }

  /** An adjective without its particle. */
  static String bare(String term) {
    return term.length() > 1 && term.endsWith("的") && !term.endsWith("目的")
        ? term.substring(0, term.length() - 1)
        : term;
  }

  /** The Chinese names of a chain; none where it is not to be trusted. */
  static List<String> chinese(List<IndexTerm> chain) {
    Set<String> names = new LinkedHashSet<>();
    for (List<String> terms : choices(chain.stream().map(IndexTerm::zh).toList())) {
      chinese(terms, true).filter(name -> name.length() <= MAX_LENGTH).ifPresent(names::add);
    }
    return names.stream().limit(MAX_NAMES).toList();
  }

  /** The English names of a chain. */
  static List<String> english(List<IndexTerm> chain) {
    Set<String> names = new LinkedHashSet<>();
    for (List<String> terms : choices(chain.stream().map(IndexTerm::en).toList())) {
      englishOf(terms).ifPresent(names::add);
    }
    return names.stream().limit(MAX_NAMES).toList();
  }

  /** The first form of every term, then the other forms of the first and of the last one. */
  private static List<List<String>> choices(List<List<String>> forms) {
    List<List<String>> choices = new ArrayList<>();
    if (forms.isEmpty() || forms.stream().anyMatch(List::isEmpty)) {
      return choices;
    }
    List<String> first = forms.stream().map(f -> f.get(0)).toList();
    choices.add(first);
    for (int at : forms.size() == 1 ? List.of(0) : List.of(forms.size() - 1, 0)) {
      for (String form : forms.get(at).subList(1, forms.get(at).size())) {
        List<String> other = new ArrayList<>(first);
        other.set(at, form);
        choices.add(other);
      }
    }
    return choices;
  }

  /**
   * Composes Chinese terms.
   *
   * @param headed whether the first term is a main term; else all are parts of the body
   */
  static Optional<String> chinese(List<String> terms, boolean headed) {
    String front = "";
    List<String> nouns = new ArrayList<>();
    String end = "";
    for (String term : headed ? terms.subList(1, terms.size()) : terms) {
      if (!end.isEmpty()) {
        return Optional.empty();
      }
      if (WITH.matcher(term).matches()) {
        end = term;
      } else if (RELATION.matcher(term).matches() && !ADJECTIVE.matcher(term).matches()) {
        return Optional.empty();
      } else if (PLACE.matcher(bare(term)).matches()) {
        if (nouns.isEmpty() && bare(term).length() == 1) {
          return Optional.empty();
        }
        nouns.add(Math.max(0, nouns.size() - 1), bare(term));
      } else if (!term.endsWith("的") && ADJECTIVE.matcher(term).matches()) {
        front = term + front;
      } else if (nouns.isEmpty() || !nouns.get(nouns.size() - 1).equals(bare(term))) {
        nouns.add(bare(term));
      }
    }
    String head = headed ? terms.get(0) : "";
    if (headed && terms.size() > 1 && ADJECTIVE.matcher(head).matches()) {
      return Optional.empty();
    }
    String last = nouns.isEmpty() ? "" : nouns.get(nouns.size() - 1);
    if (headed && !condition(head) && condition(last)) {
      return Optional.of(front + head + String.join("", nouns) + end);
    }
    String before = front + String.join("", nouns);
    boolean again = headed && before.endsWith(head);
    return Optional.of(before + (again ? "" : head) + end);
  }

  private static Optional<String> englishOf(List<String> terms) {
    List<String> before = new ArrayList<>();
    List<String> after = new ArrayList<>();
    for (String term : terms.subList(1, terms.size())) {
      String last = after.isEmpty() ? "" : after.get(after.size() - 1);
      if (!last.isEmpty() && !bareConnector(last) && !connecting(term)) {
        return Optional.empty();
      }
      if (term.startsWith("of ") && !before.isEmpty()) {
        before.set(0, before.get(0) + " " + term);
      } else if (connecting(term) || !after.isEmpty()) {
        after.add(term);
      } else {
        before.add(0, term);
      }
    }
    if (!after.isEmpty() && bareConnector(after.get(after.size() - 1))) {
      return Optional.empty();
    }
    boolean other =
        !before.isEmpty()
            && CONDITION_EN.matcher(before.get(0)).matches()
            && !CONDITION_EN.matcher(terms.get(0)).matches();
    List<String> words = new ArrayList<>(before);
    words.add(other ? 0 : words.size(), terms.get(0));
    words.addAll(after);
    return Optional.of(String.join(" ", words));
  }

  private static boolean bareConnector(String term) {
    return term.equals("due to") || (connecting(term) && term.indexOf(' ') < 0);
  }
}
