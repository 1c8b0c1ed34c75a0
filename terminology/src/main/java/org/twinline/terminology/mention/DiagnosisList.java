package org.twinline.terminology.mention;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.NameNormaliser.Folded;
import org.twinline.terminology.store.NameTable;

/**
 * Splits a string into its diagnoses, with or without separators between them.
 *
 * <p>First at punctuation, numbering and blanks beside Chinese. Each piece then at joining words
 * (伴, 合并, "with") and where, by the shape of the dictionary's names ({@link NameShape}), one name
 * ends and another begins; never inside a name of the dictionary. What is left without the ending
 * of a name ({@code 可能性大}, {@code Ⅳ期}) goes to the diagnosis before it, else to the one behind it.
 * So every letter of the string belongs to a diagnosis, but for separators and joining words. The
 * thresholds were chosen on 6,000 diagnosis strings of hospitals, where they matter little.
 *
 * <p>Thread-safe; linear in the string but for the length of the longest name.
 */
public final class DiagnosisList {
  /** Log odds above which a place is a boundary. */
  private static final double BOUNDARY = 3;

  /** The same where what stands before the place is a name as it stands. */
  private static final double NAMED_BOUNDARY = 1;

  /** Names of so many characters are believed to be one. */
  private static final int SHORT_NAME = 3;

  /** Probability of a name's end above which a place may be a boundary. */
  private static final double SURE_END = 0.7;

  /** Probability of a name's end above which what stands before it is a diagnosis of its own. */
  private static final double OWN_END = 0.3;

  /** The same before a joining word, or where what stands before is a name. */
  private static final double JOINED_END = 0.1;

  /** Names of so many characters are not cut. */
  private static final int WHOLE = 4;

  private static final String HAN = "\\p{IsHan}";

  private static final Pattern SEPARATOR =
      Pattern.compile(
          "[;；,，。、?？!！:：+＋\\n\\r\\t|]"
              // Numbering: 1. (2) 3、 ④
              + "|(?<![0-9A-Za-z.])[(（]?[0-9]{1,2}[.．)）](?![0-9])|[①-⑳]"
              + "|(?<![0-9])[.．]|[.．](?![0-9])"
              + "|(?<="
              + HAN
              + ")\\s+|\\s+(?="
              + HAN
              + ")"
              + "|(?<="
              + HAN
              + ")[/／]|[/／](?="
              + HAN
              + ")");

  private static final Pattern JOIN =
      Pattern.compile("伴有?|合并|并发|以及|及|和|与|并|继发| (?:with|and|complicated by|plus) ");

  /** A tumour has a site and a morphology. 动脉瘤 and 肿瘤 alone name none. */
  private static final Pattern MORPHOLOGY =
      Pattern.compile(
          "癌|恶性肿瘤|白血病|(?<!肿|动脉|静脉|室壁)瘤|carcinoma|sarcoma|lymphoma|leuka?emia|adenoma|melanoma");

  /** After an operation that is not itself what is named. */
  private static final Pattern OPERATED =
      Pattern.compile("(?<!切除|置换|成[形型]|造[口瘘]|移植|固定|[植置]入|取出|修补|清除|引流|吻合|结扎|剥[离脱]|减压|融合|切开|搭桥)术后");

  private final NameTable names;
  private final NameShape shape;

  private DiagnosisList(NameTable names) {
    this.names = names;
    this.shape = new NameShape(names);
  }

  /** A splitter that knows the names of a table. */
  public static DiagnosisList over(NameTable names) {
    return new DiagnosisList(names);
  }

  /** The diagnoses of a string in order, not overlapping; none where it holds no letter. */
  public List<Diagnosis> split(String raw) {
    List<Diagnosis> found = new ArrayList<>();
    if (names.find(raw.strip()) >= 0) {
      add(raw, 0, raw.length(), found);
      return found;
    }
    Matcher separators = SEPARATOR.matcher(raw);
    int from = 0;
    while (from < raw.length()) {
      boolean more = separators.find();
      piece(raw, from, more ? separators.start() : raw.length(), found);
      from = more ? separators.end() : raw.length();
    }
    return found;
  }

  private void piece(String raw, int from, int to, List<Diagnosis> found) {
    String piece = raw.substring(from, to);
    if (piece.codePoints().noneMatch(Character::isLetter)) {
      return;
    }
    Folded text = NameNormaliser.text(piece);
    IntArrayList cuts = cuts(text, covered(piece, text));
    int begin = -1; // of what waits for its diagnosis
    int before = found.size();
    for (int i = 0; i < cuts.size(); i += 2) {
      int start = cuts.getInt(i);
      int end = cuts.getInt(i + 1);
      int first = from + text.rawStart(start);
      int last = from + text.rawEnd(end - 1);
      if (own(text, start, end) || (i + 2 == cuts.size() && found.size() == before)) {
        add(raw, begin < 0 ? first : begin, last, found);
        begin = -1;
      } else if (found.size() > before) {
        Diagnosis previous = found.remove(found.size() - 1);
        add(raw, previous.start(), last, found);
      } else {
        begin = begin < 0 ? first : begin;
      }
    }
  }

  /** Which places of a piece lie inside a name. */
  private boolean[] covered(String piece, Folded text) {
    boolean[] covered = new boolean[text.length() + 1];
    LongestMatch.scan(
        names,
        piece,
        text,
        WHOLE,
        (start, end, name) -> java.util.Arrays.fill(covered, start + 1, end, true));
    return covered;
  }

  /** Start and end of each part. */
  private IntArrayList cuts(Folded text, boolean[] covered) {
    String folded = text.toString();
    Matcher join = JOIN.matcher(folded);
    IntArrayList cuts = new IntArrayList();
    int start = 0;
    int n = folded.length();
    for (int at = 1; at < n; at++) {
      if (at - start < 2 || n - at < 2 || covered[at]) {
        continue;
      }
      char before = folded.charAt(at - 2);
      char last = folded.charAt(at - 1);
      if (join.find(at) && join.start() == at && n - join.end() >= 2 && !covered[join.end()]) {
        if (!NameNormaliser.unspaced(last) || shape.ends(before, last) >= JOINED_END) {
          cuts.add(start);
          cuts.add(at);
          start = join.end();
          at = start;
        }
      } else if (numbering(folded, at) && shape.ends(before, last) >= OWN_END) {
        cuts.add(start);
        cuts.add(at);
        start = at + 1;
        at = start;
      } else if (NameNormaliser.unspaced(last) && boundary(folded, start, at)) {
        cuts.add(start);
        cuts.add(at);
        start = at;
      }
    }
    cuts.add(start);
    cuts.add(n);
    return cuts;
  }

  private boolean boundary(String folded, int start, int at) {
    char before = folded.charAt(at - 2);
    char last = folded.charAt(at - 1);
    double ends = shape.ends(before, last);
    double odds = shape.boundary(before, last, folded.charAt(at));
    if (ends >= SURE_END && odds > BOUNDARY) {
      return true;
    }
    return at - start >= SHORT_NAME
        && ends >= JOINED_END
        && odds > NAMED_BOUNDARY
        && names.trie().find(folded.substring(start, at)) >= 0;
  }

  /** A digit between Chinese characters that counts diagnoses: 1头痛2头晕, and not 心功能3级. */
  private static boolean numbering(String folded, int at) {
    char digit = folded.charAt(at);
    return digit >= '1'
        && digit <= '9'
        && NameNormaliser.unspaced(folded.charAt(at - 1))
        && NameNormaliser.unspaced(folded.charAt(at + 1))
        && "级期型度周岁天月年次个胎区枚支分号节".indexOf(folded.charAt(at + 1)) < 0;
  }

  /** Whether a part ends as a name does, or is one, and so is a diagnosis of its own. */
  private boolean own(Folded text, int start, int end) {
    if (!NameNormaliser.unspaced(text.at(end - 1))) {
      return names.trie().find(text.toString().substring(start, end)) >= 0 || spaced(text, start);
    }
    return (end - start >= 2 && shape.ends(text.at(end - 2), text.at(end - 1)) >= OWN_END)
        || names.trie().find(text.toString().substring(start, end)) >= 0;
  }

  private static boolean spaced(Folded text, int start) {
    return !NameNormaliser.unspaced(text.at(start)) && text.length() - start > 3;
  }

  private void add(String raw, int from, int to, List<Diagnosis> found) {
    String span = raw.substring(from, to);
    boolean named = names.find(span) >= 0;
    Matcher join = JOIN.matcher(NameNormaliser.name(span));
    boolean joined = named && join.find() && join.start() >= 2 && !join.hitEnd();
    int concepts =
        1 + (MORPHOLOGY.matcher(span).find() ? 1 : 0) + (OPERATED.matcher(span).find() ? 1 : 0);
    found.add(new Diagnosis(from, to, named, joined, concepts));
  }
}
