package org.twinline.reward.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.NameProfile;
import org.twinline.terminology.Terminology;
import org.twinline.terminology.link.LinkResult;
import org.twinline.terminology.link.TextLinker;

/**
 * What a linker that was trained into the terminology thinks of an answer: the chance that an item
 * belongs to what the text means. It knows wordings that share no character with the item's names.
 *
 * <p>A linker spreads its chances over a family of names that differ in little, so an item's chance
 * is weighed against that of its best rival: another name of the same category (the first three
 * characters of a code, four where it begins with a digit). With L(p) = ln((p + 0.001) / (1.001 −
 * p)) the belief is 1 / (1 + exp(−(0.87 L(chance) − 0.53 L(max(0.01, rival)) + 2.1))), a logistic
 * regression on a fold of CHIP-CDN (docs/measurements.md). A rival proves nothing for a name that
 * is hardly considered: below a chance of {@value #LIKELY} a belief that would lead to acceptance
 * is pressed to just below it, below {@value #CONSIDERED} one that would lead out of rejection; the
 * order of beliefs stays.
 *
 * <p>Thread-safe.
 */
final class TrainedLinks {
  /** So many candidates of each part are looked through. */
  private static final int TOP = 64;

  /** A longer text is no clinical phrase, which is what linkers are trained on. */
  private static final int LONGEST = 120;

  /** Up to this belief it is rejected, from the other one on accepted. */
  private static final double REJECTED = 0.25;

  private static final double ACCEPTED = 0.8;

  /** Words that deny what stands beside them, and are no part of names (非霍奇金, 无症状). */
  private static final Pattern DENIES =
      Pattern.compile(
          "不是|并非|而非|(?<!待)(?:排除(?!性)|除外)|否认|未见|没有|不考虑|不支持|不像|不符合|不成立|可能性(?:较|很|极)?(?:小|低|不大)"
              + "|\\b(?:not|no (?:evidence|signs?)|(?:rul(?:ed?|ing)|rules) out|exclud\\w+|den(?:y|ies|ied)|unlikely|rather than|instead of)\\b",
          Pattern.CASE_INSENSITIVE);

  /** What cannot be ruled out is not denied. */
  private static final Pattern OPEN = Pattern.compile("(?:不|不能|不可|未|未能|无法)(?:排除(?!性)|除外)");

  /** The coefficients of the belief. */
  private static final double OWN = 0.87;

  private static final double RIVAL = -0.53;
  private static final double BASE = 2.1;
  private static final double SMALL = 1e-3;
  private static final double LEAST_RIVAL = 0.01;

  /** Chances from which on a name is considered at all, and may be accepted. */
  private static final double CONSIDERED = 0.003;

  private static final double LIKELY = 0.08;

  /** From so far below a bound on, beliefs are pressed under it. */
  private static final double PRESSED = 0.03;

  /** From this chance on a rival is what the text means. */
  private static final double MEANT = 0.5;

  private final ThreadLocal<Last> last;

  TrainedLinks(Terminology terminology) {
    last = ThreadLocal.withInitial(() -> new Last(terminology.linker()));
  }

  /**
   * What is thought of one item.
   *
   * @param chance the linker's, 0 where it did not consider the item
   * @param rival the best chance of another name of its category
   */
  record Thought(double chance, double rival) {
    /** The chance in the light of the rival's, in [0,1]. */
    double belief() {
      double weighed = OWN * odds(chance) + RIVAL * odds(Math.max(LEAST_RIVAL, rival)) + BASE;
      double belief = 1 / (1 + Math.exp(-weighed));
      return chance < CONSIDERED
          ? below(REJECTED, belief)
          : chance < LIKELY ? below(ACCEPTED, belief) : belief;
    }

    private static double below(double most, double belief) {
      double from = most - PRESSED;
      return belief <= from ? belief : from + PRESSED * (belief - from) / (1 - from);
    }

    /** Whether the text is taken for another name of the category. */
    boolean elsewhere() {
      return rival >= MEANT && rival > chance;
    }

    private static double odds(double p) {
      return Math.log((p + SMALL) / (1 + SMALL - p));
    }
  }

  /** A name that the linker considered. */
  private record Considered(String folded, String category, double chance) {
    static Considered of(LinkResult.Linked linked) {
      return new Considered(
          NameNormaliser.name(linked.name()), categoryOf(linked.code()), linked.score());
    }
  }

  /** The items of one answer are asked for one after the other. */
  private static final class Last {
    private final TextLinker linker;
    private String text = "";
    private List<Considered> considered = List.of();

    Last(TextLinker linker) {
      this.linker = linker;
    }

    void link(String asked) {
      if (!asked.equals(text)) {
        LinkResult result = linker.link(asked, TOP);
        text = asked;
        considered =
            Stream.concat(
                    result.concepts().stream(),
                    result.mentions().stream().flatMap(part -> part.candidates().stream()))
                .map(Considered::of)
                .toList();
      }
    }
  }

  /**
   * Whether a linker can be asked for the meaning of a text: it is short, and denies nothing, since
   * a linker knows no denials.
   */
  static boolean asks(String text) {
    return !text.isBlank() && text.length() <= LONGEST && !DENIES.matcher(text).find();
  }

  /** The same for a {@linkplain FieldWording bare wording}, which may leave things open. */
  static boolean asksOpenly(String text) {
    return asks(OPEN.matcher(text).replaceAll(""));
  }

  /**
   * What it thinks of an item.
   *
   * @param required all items that are required with it, which are no rivals
   */
  Thought of(String text, Required item, List<Required> required) {
    Last one = last.get();
    one.link(text);
    Set<String> own = names(List.of(item));
    Set<String> all = names(required);
    Set<String> families = new HashSet<>(item.categories());
    double chance = 0;
    for (Considered name : one.considered) {
      if (own.contains(name.folded)) {
        families.add(name.category);
        chance = Math.max(chance, name.chance);
      }
    }
    double rival = 0;
    for (Considered name : one.considered) {
      if (families.contains(name.category) && !all.contains(name.folded)) {
        rival = Math.max(rival, name.chance);
      }
    }
    return new Thought(chance, rival);
  }

  private static Set<String> names(List<Required> items) {
    Set<String> names = new HashSet<>();
    items.forEach(item -> item.names().stream().map(NameProfile::folded).forEach(names::add));
    return names;
  }

  /** The first characters of a code that name its category. */
  private static String categoryOf(String code) {
    boolean digits = !code.isEmpty() && Character.isDigit(code.charAt(0));
    return code.substring(0, Math.min(code.length(), digits ? 4 : 3));
  }

  /** A belief as a score: piecewise linear through the thresholds of both. */
  static double value(double belief, RuleSettings settings) {
    if (belief <= REJECTED) {
      return settings.reject() * belief / REJECTED;
    }
    if (belief < ACCEPTED) {
      return settings.reject()
          + (settings.accept() - settings.reject()) * (belief - REJECTED) / (ACCEPTED - REJECTED);
    }
    return settings.accept() + (1 - settings.accept()) * (belief - ACCEPTED) / (1 - ACCEPTED);
  }
}
