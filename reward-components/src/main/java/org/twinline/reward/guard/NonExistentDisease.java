package org.twinline.reward.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Candidate;
import org.twinline.core.triple.Question;
import org.twinline.core.triple.Turn;
import org.twinline.core.verdict.Rejection;
import org.twinline.core.verdict.RejectionReason;
import org.twinline.reward.Guard;
import org.twinline.reward.rule.AnswerKinds;
import org.twinline.reward.rule.Conclusion;
import org.twinline.terminology.Mention;
import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.Terminology;
import org.twinline.terminology.existence.Finding;
import org.twinline.terminology.existence.Verdict;

/**
 * Rejects an answer that concludes with a disease nobody has: a name that is in no list and whose
 * parts do not go together.
 *
 * <p>Real wordings that no list has are common, so much must come together. Read is only a stated
 * or supported conclusion, or an answer that is nothing but a name, to a question for an entity; of
 * it the first {@value #MOST} pieces that end like a disease (病, 炎, 综合征, "-itis", "disease" …) and
 * have no joint (合并, 所致, 转移, "due to", "with" …). A piece passes where the terminology knows it,
 * where the question, its options or its reference name it, or where it names somebody. It is
 * rejected where it puts a disease into an organ that cannot have it ({@link Organs}), or where it
 * is Chinese and {@link Terminology#existence} finds it absent with a probability of at least
 * {@value #ABSENT}; of English names that verdict is right in seven cases of ten only and is not
 * asked. The probability was set on the names clinicians write (chip-cdn-train) and on the seen
 * half of the planted corpus. Invented eponyms pass, and so does everything without a terminology.
 */
public final class NonExistentDisease implements Guard {
  static final int MOST = 3;
  static final double ABSENT = 0.97;

  private static final int LONGEST = 18;
  private static final int LONGEST_WORDS = 7;
  private static final int READ = 400;

  private static final Pattern PIECES =
      Pattern.compile("[、，,；;。|\\n()（）\\[\\]【】:：/+]|\\.(?=\\s|$)");
  private static final Pattern LEAD =
      Pattern.compile(
          "^(?:\\s|是|为|系|考虑|诊断|可能|该患者|患者|患有|患|最|符合|\\b(?:the|a|an|is|it|this|most|likely|probably|with|of|patient|has|diagnosis|consistent)\\b)+",
          Pattern.CASE_INSENSITIVE);

  /** A weaker cue, whose sentence is read where nothing is stated. */
  private static final Pattern SUPPORT =
      Pattern.compile(
          "(?<!不)(?:支持|提示|倾向于?|符合)|\\b(?:(?:most )?consistent with|diagnos(?:is of|ed (?:as|with))|in keeping with|suggestive of)\\s",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DISEASE =
      Pattern.compile(
          ".*(?:病|症|炎|征|癌|瘤|障|疮|疝|溃疡|硬化|结石|梗死|栓塞|脱垂|脱位|骨折|息肉|气肿|哮喘|套叠|梗阻|脓肿|大疱|积液|积水|穿孔|曲张|青光眼|龋齿"
              + "|(?:itis|osis|oma|emia|pathy|disease|syndrome|disorder|cataract|asthma|emphysema|ulcer|glaucoma|hernia|infarction|media|fracture|obstruction|abscess|pneumonia|hemorrhoids|caries|intussusception|stones?|polyps?))");

  /** What is only the head of a disease's name. */
  private static final Pattern HEAD =
      Pattern.compile("综合[征症]|脱[位垂]|穿孔|溃疡|骨折|结石|息肉|积[液水]|梗阻|硬化|肿瘤|脓肿|曲张|套叠|炎症?|病变?|症|癌|瘤");

  private static final Pattern JOINED =
      Pattern.compile(
          "合并|并发|伴|反流|所致|引起|导致|继发|转移|术后|相关|侵犯|累及|[及和与并后]|\\b(?:with|without|due|secondary|caused|from|complicat\\w+|associated|metasta\\w+|and|or|of|to|after|related|involving)\\b");

  private final Optional<Terminology> terminology;

  private NonExistentDisease(Optional<Terminology> terminology) {
    this.terminology = terminology;
  }

  /** A guard that asks a terminology. */
  public static NonExistentDisease by(Terminology terminology) {
    return new NonExistentDisease(Optional.of(terminology));
  }

  /** A guard that has nothing to ask, and lets everything pass. */
  public static NonExistentDisease unasked() {
    return new NonExistentDisease(Optional.empty());
  }

  @Override
  public String name() {
    return "non_existent_disease";
  }

  @Override
  public Optional<Rejection> check(Question question, Candidate candidate) {
    if (terminology.isEmpty() || AnswerKinds.recognise(question) != AnswerKind.ENTITY) {
      return Optional.empty();
    }
    String answer = Ends.of(candidate.answer());
    Conclusion conclusion = Conclusion.of(answer);
    String read = conclusion.text();
    if (!conclusion.stated() && !nameLength(NameNormaliser.name(answer))) {
      Matcher support = SUPPORT.matcher(answer);
      if (!support.find()) {
        return Optional.empty();
      }
      read = answer.substring(support.end());
    }
    List<String> given = new ArrayList<>();
    int asked = 0;
    for (String piece : PIECES.split(read.substring(0, Math.min(READ, read.length())))) {
      String name = NameNormaliser.name(LEAD.matcher(piece).replaceFirst(""));
      if (asked < MOST && diseaseLike(name)) {
        asked++;
        if (given.isEmpty()) {
          given.addAll(given(question));
        }
        double absent = absent(name);
        if (absent > 0 && given.stream().noneMatch(g -> g.contains(name) || name.contains(g))) {
          return Optional.of(
              Rejection.of(
                  RejectionReason.NON_EXISTENT_DISEASE,
                  absent,
                  Integer.toString(Math.max(0, candidate.answer().indexOf(piece.strip()))),
                  Integer.toString(name.length())));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean nameLength(String name) {
    return !name.isEmpty()
        && (chinese(name) ? name.length() <= LONGEST : name.split(" ").length <= LONGEST_WORDS);
  }

  private static boolean chinese(String name) {
    return name.codePoints().anyMatch(c -> c >= 0x2e80);
  }

  private static boolean diseaseLike(String name) {
    return name.length() >= 4
        && nameLength(name)
        && DISEASE.matcher(name).matches()
        && !JOINED.matcher(name).find();
  }

  /** The probability that there is no such disease; 0 where nothing is said. */
  private double absent(String name) {
    Finding finding = terminology.orElseThrow().existence(name);
    if (finding.verdict() == Verdict.KNOWN || listed(name)) {
      return 0;
    }
    if (Organs.clash(name)) {
      return 1;
    }
    return chinese(name) && finding.verdict() == Verdict.ABSENT && finding.absent() >= ABSENT
        ? finding.absent()
        : 0;
  }

  /**
   * Whether diseases stand one after the other without a separator (高血压冠心病); a bare head behind a
   * disease (综合征, 脱位) is part of its name.
   */
  private boolean listed(String name) {
    List<Mention> names = terminology.orElseThrow().mentions(name);
    return names.stream()
        .anyMatch(
            m ->
                m.end() < name.length()
                    && m.end() - m.start() > 1
                    && DISEASE.matcher(name.substring(m.start(), m.end())).matches()
                    && names.stream()
                        .anyMatch(
                            n ->
                                n.start() == m.end()
                                    && !HEAD.matcher(name.substring(n.start(), n.end()))
                                        .matches()));
  }

  /** What the question gives, folded: no answer can be made up that repeats it. */
  private static List<String> given(Question question) {
    List<String> given = new ArrayList<>();
    question
        .reference()
        .alternatives()
        .forEach(
            a -> {
              given.addAll(a.required());
              given.addAll(a.niceToHave());
            });
    question.prompt().options().forEach(o -> given.add(o.text()));
    question.prompt().turns().stream().map(Turn::content).forEach(given::add);
    return given.stream().map(NameNormaliser::name).filter(g -> g.length() > 1).toList();
  }
}
