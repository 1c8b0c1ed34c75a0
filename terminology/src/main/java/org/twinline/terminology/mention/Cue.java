package org.twinline.terminology.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.store.Trie;
import org.twinline.terminology.store.TrieBuilder;

/**
 * Words that negate, seem to negate, or end a negation, after NegEx (Chapman et al. 2001, J Biomed
 * Inform 34:301), with Chinese cues added. The longest cue at a place counts.
 */
enum Cue {
  /** Negates what follows. */
  BEFORE(
      "否认|未见|未见明显|未发现|未提示|不考虑|暂不考虑|不是|并不是|而非|而不是|并非|不支持|不符合|不存在|没有|不像|不属于|不伴|未合并"
          + "|no evidence of|no sign of|no signs of|not|isn't|is not|wasn't|denies|denied|without"
          + "|rather than|instead of|rule out|rules out|ruling out|negative for|absence of|no|nor"
          + "|exclude|excludes|excluding|less likely than|free of|never had"),
  /** Negates what follows closely. */
  CLOSE("无|未|非"),
  /** Negates what follows, else what precedes. */
  BEFORE_ELSE_AFTER("排除|除外|可排除|已排除|已除外|可除外"),
  /** Negates what precedes, else what follows. */
  AFTER_ELSE_BEFORE("ruled out|excluded|have been excluded|has been ruled out"),
  /** Negates what precedes. */
  AFTER(
      "可能性小|可能性低|可能性不大|可能性较小|不大可能|依据不足|证据不足|不成立|被排除|得以排除|可以排除|已被排除"
          + "|is unlikely|are unlikely|unlikely|less likely|is absent|not likely|is not likely"
          + "|is less likely|was not found|not present"),
  /** Looks like a negation and is none. */
  NONE(
      "不能排除|不排除|无法排除|未排除|尚未排除|尚不能排除|不除外|不能除外|无法除外|待排除|待排|需排除|需除外|应排除|不仅|不但|无法|无痛|无症状|无菌"
          + "|无功能|无创|无论|不稳定|不典型|不完全|非常|并非不|不得不"
          + "|not only|not excluded|not ruled out|cannot be ruled out|cannot be excluded"
          + "|can not be ruled out|can not be excluded|cannot exclude|cannot rule out|no doubt"
          + "|no other than|not until|cant be ruled out|could not be ruled out"
          + "|could not be excluded|need to rule out|needs to be ruled out|should be ruled out"),
  /** Ends the reach of a negation. */
  STOP(
      "但|但是|而是|考虑|诊断|诊断为|提示|应为|倾向|支持|符合|有|伴|确诊|故|因此|所以|更像|更符合|更支持"
          + "|but|however|therefore|diagnosis|suggests|suggesting|suggest|most likely|consistent with"
          + "|instead|so|because|which|it is|this is|the patient has|confirmed|rather it is");

  private final String words;

  Cue(String words) {
    this.words = words;
  }

  private static final List<Cue> BY_NUMBER = new ArrayList<>();
  private static final Trie TRIE = trie();

  private static Trie trie() {
    Map<String, Cue> sorted = new TreeMap<>();
    for (Cue cue : values()) {
      for (String word : cue.words.split("\\|")) {
        sorted.put(NameNormaliser.name(word), cue);
      }
    }
    BY_NUMBER.addAll(sorted.values());
    return TrieBuilder.build(List.copyOf(sorted.keySet()));
  }

  /** The longest cue that begins there: its end and its number in one long, or −1. */
  static long at(NameNormaliser.Folded text, int start, int limit) {
    if (start > 0
        && NameNormaliser.word(text.at(start))
        && NameNormaliser.word(text.at(start - 1))) {
      return -1;
    }
    long found = -1;
    int state = 0;
    for (int at = start; at < limit; at++) {
      state = TRIE.next(state, text.at(at));
      if (state < 0) {
        break;
      }
      boolean inside =
          at + 1 < text.length()
              && NameNormaliser.word(text.at(at))
              && NameNormaliser.word(text.at(at + 1));
      if (TRIE.value(state) >= 0 && !inside) {
        found = ((long) (at + 1) << 32) | TRIE.value(state);
      }
    }
    return found;
  }

  static Cue of(long found) {
    return BY_NUMBER.get((int) found);
  }

  static int end(long found) {
    return (int) (found >> 32);
  }
}
