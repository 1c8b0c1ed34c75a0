package org.twinline.terminology.link;

import java.util.ArrayList;
import java.util.List;
import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.SemanticType;

/**
 * A text cut in the ways in which several terms may be written as one string.
 *
 * <p>{@code forms.get(0)} is the whole text; then the pieces at punctuation and numbering, then the
 * pieces of those at joining words (伴, 并, 及, 合并, 术后, with, and …). All are sources of evidence,
 * none a commitment. At most {@link #MAX} parts.
 */
final class Segments {
  /** The whole text and at most so many minus one of its parts. */
  static final int MAX = 16;

  private static final String[] JOINTS = {
    "合并",
    "并发",
    "伴有",
    "伴发",
    "伴随",
    "以及",
    "术后",
    "化疗后",
    "放疗后",
    "伴",
    "并",
    "及",
    "与",
    "和",
    "加",
    "后",
    "行",
    " with ",
    " and ",
    " due to ",
    " secondary to ",
    " after "
  };

  /** Words that end a part but belong to it. */
  private static final String KEPT = "后";

  private final List<Part> parts = new ArrayList<>();

  /**
   * One part.
   *
   * @param form its matching form
   * @param start where its raw text begins
   * @param end where its raw text ends
   * @param committed whether it is a piece at punctuation or numbering (else: the whole or a piece
   *     at a joining word)
   */
  record Part(String form, String folded, int start, int end, boolean committed) {}

  private Segments() {}

  /** Cuts a text. */
  static Segments of(String raw, SemanticType type) {
    Segments out = new Segments();
    NameNormaliser.Folded folded = NameNormaliser.text(raw);
    int n = folded.length();
    String whole = NameNormaliser.name(raw);
    out.parts.add(new Part(LinkForm.ofFolded(whole, type), whole, 0, raw.length(), false));
    int from = 0;
    List<int[]> pieces = new ArrayList<>();
    for (int i = 0; i <= n; i++) {
      boolean gap = i < n && i > from && gap(folded, raw, i);
      if (i == n || gap || separates(folded.at(i)) || numbering(folded, i, from)) {
        if (i > from) {
          pieces.add(new int[] {from, i});
        }
        from = gap && !separates(folded.at(i)) ? i : i + 1;
      }
    }
    if (pieces.size() > 1) {
      for (int[] piece : pieces) {
        out.add(folded, piece[0], piece[1], type, true);
      }
    }
    for (int[] piece : pieces) {
      out.split(folded, piece[0], piece[1], type);
    }
    return out;
  }

  private static boolean separates(char c) {
    return c == NameNormaliser.HARD
        || c == NameNormaliser.COMMA
        || c == NameNormaliser.LIST
        || c == '+';
  }

  /** Signs that vanish beside Chinese in the folded text yet stand between items of a list. */
  private static boolean gap(NameNormaliser.Folded folded, String raw, int i) {
    if (!NameNormaliser.unspaced(folded.at(i)) && !NameNormaliser.unspaced(folded.at(i - 1))) {
      return false;
    }
    for (int at = folded.rawEnd(i - 1); at < folded.rawStart(i); at++) {
      char c = raw.charAt(at);
      if (Character.isWhitespace(c) || "/\\.|~_&*".indexOf(c) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** A digit that numbers an item: at the start of a piece or after Chinese, before Chinese. */
  private static boolean numbering(NameNormaliser.Folded folded, int i, int from) {
    char c = folded.at(i);
    if (c < '1' || c > '9' || i + 1 >= folded.length()) {
      return false;
    }
    char next = folded.at(i + 1);
    boolean before = i == from || NameNormaliser.unspaced(folded.at(i - 1));
    return before
        && NameNormaliser.unspaced(next)
        && "期级度型类区段月周天年岁日次个点支枚根指趾级小分酸号第".indexOf(next) < 0
        && (i == from || "第约孕产".indexOf(folded.at(i - 1)) < 0);
  }

  private void split(NameNormaliser.Folded folded, int from, int to, SemanticType type) {
    int start = from;
    boolean cut = false;
    for (int i = from; i < to; ) {
      int length = joint(folded, i, to);
      if (length > 0) {
        boolean kept = KEPT.indexOf(folded.at(i + length - 1)) >= 0;
        int end = kept ? i + length : i;
        if (end > start && (end < to || cut)) {
          add(folded, start, end, type, false);
          if (kept && i > start) {
            add(folded, start, i, type, false);
          }
          cut = true;
        }
        i += length;
        start = i;
      } else {
        i++;
      }
    }
    if (cut && start < to) {
      add(folded, start, to, type, false);
    }
  }

  private static int joint(NameNormaliser.Folded folded, int at, int to) {
    for (String joint : JOINTS) {
      int k = 0;
      while (k < joint.length() && at + k < to && folded.at(at + k) == joint.charAt(k)) {
        k++;
      }
      if (k == joint.length()) {
        return k;
      }
    }
    return 0;
  }

  private void add(
      NameNormaliser.Folded folded, int from, int to, SemanticType type, boolean committed) {
    if (parts.size() == MAX) {
      return;
    }
    StringBuilder text = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      text.append(folded.at(i));
    }
    String form = LinkForm.ofFolded(text, type);
    if (form.length() < 2) {
      return;
    }
    for (Part part : parts) {
      if (part.form.equals(form)) {
        return;
      }
    }
    parts.add(
        new Part(form, text.toString(), folded.rawStart(from), folded.rawEnd(to - 1), committed));
  }

  /** The parts (bits) that no other part lies within, without the whole where it has parts. */
  int leaves() {
    if (parts.size() == 1) {
      return 1;
    }
    int out = 0;
    for (int p = 1; p < parts.size(); p++) {
      boolean leaf = true;
      for (int other = 1; other < parts.size() && leaf; other++) {
        Part a = parts.get(p);
        Part b = parts.get(other);
        leaf =
            other == p
                || b.start < a.start
                || b.end > a.end
                || (b.start == a.start && b.end == a.end && other > p);
      }
      out |= leaf ? 1 << p : 0;
    }
    return out;
  }

  /** Whether one part lies within another, or is it. */
  boolean contains(int outer, int inner) {
    return parts.get(outer).start <= parts.get(inner).start
        && parts.get(outer).end >= parts.get(inner).end;
  }

  int size() {
    return parts.size();
  }

  Part get(int index) {
    return parts.get(index);
  }
}
