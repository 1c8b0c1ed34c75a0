package org.twinline.reward.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.NameProfile;
import org.twinline.terminology.Terminology;
import org.twinline.terminology.link.LinkResult;
import org.twinline.terminology.link.TextLinker;

/**
 * What a linker that was trained into the terminology thinks of an answer: the chance that an item
 * belongs to what the text means. It knows wordings that share no character with the item's names.
 * Thread-safe.
 */
final class TrainedLinks {
  /** So many candidates of each part are looked through. */
  private static final int TOP = 64;

  /** A longer text is no clinical phrase, which is what linkers are trained on. */
  private static final int LONGEST = 120;

  /** Up to this chance it is rejected, from the other one on accepted. */
  private static final double REJECTED = 0.15;

  private static final double ACCEPTED = 0.6;

  /** Words that deny what stands beside them, and are no part of names (非霍奇金, 无症状). */
  private static final Pattern DENIES =
      Pattern.compile(
          "不是|并非|而非|(?<!待)(?:排除(?!性)|除外)|否认|未见|没有|不考虑|不支持|不像|不符合|不成立|可能性(?:较|很|极)?(?:小|低|不大)"
              + "|\\b(?:not|no (?:evidence|signs?)|(?:rul(?:ed?|ing)|rules) out|exclud\\w+|den(?:y|ies|ied)|unlikely|rather than|instead of)\\b",
          Pattern.CASE_INSENSITIVE);

  private final ThreadLocal<Last> last;

  TrainedLinks(Terminology terminology) {
    last = ThreadLocal.withInitial(() -> new Last(terminology.linker()));
  }

  /** The items of one answer are asked for one after the other. */
  private static final class Last {
    private final TextLinker linker;
    private String text = "";
    private List<LinkResult.Part> parts = List.of();
    private List<LinkResult.Linked> answer = List.of();

    Last(TextLinker linker) {
      this.linker = linker;
    }

    void link(String asked) {
      if (!asked.equals(text)) {
        LinkResult result = linker.link(asked, TOP);
        text = asked;
        parts = result.mentions();
        answer = result.concepts();
      }
    }
  }

  /**
   * Whether a linker can be asked for the meaning of a text: it is short, and denies nothing, since
   * a linker knows no denials.
   */
  static boolean asks(String text) {
    return !text.isEmpty() && text.length() <= LONGEST && !DENIES.matcher(text).find();
  }

  /** The chance that the item belongs to the text, 0 where the linker did not consider it. */
  double chance(String text, Required item) {
    Last one = last.get();
    one.link(text);
    Set<String> names = new HashSet<>();
    item.names().stream().map(NameProfile::folded).forEach(names::add);
    double best = 0;
    for (LinkResult.Linked linked : one.answer) {
      best = of(linked, names, best);
    }
    for (LinkResult.Part part : one.parts) {
      for (LinkResult.Linked linked : part.candidates()) {
        best = of(linked, names, best);
      }
    }
    return best;
  }

  private static double of(LinkResult.Linked linked, Set<String> names, double best) {
    return linked.score() > best && names.contains(NameNormaliser.name(linked.name()))
        ? linked.score()
        : best;
  }

  /** A chance as a score: piecewise linear through the thresholds of both. */
  static double value(double chance, RuleSettings settings) {
    if (chance <= REJECTED) {
      return settings.reject() * chance / REJECTED;
    }
    if (chance < ACCEPTED) {
      return settings.reject()
          + (settings.accept() - settings.reject()) * (chance - REJECTED) / (ACCEPTED - REJECTED);
    }
    return settings.accept() + (1 - settings.accept()) * (chance - ACCEPTED) / (1 - ACCEPTED);
  }
}
