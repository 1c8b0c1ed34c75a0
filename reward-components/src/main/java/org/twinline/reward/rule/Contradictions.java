package org.twinline.reward.rule;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twinline.core.verdict.Explanation;
import org.twinline.terminology.Mention;
import org.twinline.terminology.Terminology;
import org.twinline.terminology.mention.Span;

/**
 * What an answer says against its own conclusion, once that is found to be right: a second
 * conclusion that is another one, another name for it that is not one, the code of another disease,
 * another disease that is said to be as likely. Such an answer says two things; which of them it
 * means nobody can tell.
 */
final class Contradictions {
  /** Characters in front of a conclusion that may say that it was given up. */
  private static final int LEAD = 60;

  /** A longer text behind a cue is not a name. */
  private static final int LONGEST_NAME = 60;

  /** Cues of the answer itself, right in front of it; behind others stand treatments, causes … */
  private static final Pattern FINAL =
      Pattern.compile(
          "(?:boxed\\s{0,4}\\{(?:\\\\text\\{)?|answer>|(?:答案|诊断|结论)(?:应该?|就)?(?:是|为|[:：])"
              + "|(?:answer|diagnosis|conclusion)\\s{0,2}(?:is|would be|must be|:|：|=))\\s{0,4}$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SUPERSEDED =
      Pattern.compile(
          "起初|最初|初步|初诊|首诊|乍看|开始|原先|原来|原本|曾|外院|入院|门诊|此前|之前|误|怀疑|若|如果|假如|鉴别|次要|其次|伴随|合并症"
              + "|\\b(?:mis\\w+|initial\\w*|at first|first (?:impression|glance|thought|sight)|original\\w*|previous\\w*"
              + "|prelim\\w*|provisional|working|referring|admi\\w+|presumptive|thought|considered|leaning|suspected"
              + "|if|would|could|differential|secondary|alternative\\w*|comorbid\\w*)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CORRECTION =
      Pattern.compile(
          "不对|并非|不是|等等|更正|修正|改为|纠正|其实|实际上|而是|然而|不过|但(?!不限)|却|排除|不支持|不符|重新"
              + "|\\b(?:no|not|wait|correct(?:ion|ed|ing)|revis\\w+|reconsider\\w*|reflection|actually|however|but"
              + "|instead|rather|ruled out|exclud\\w+|unlikely)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern GLOSS =
      Pattern.compile(
          "\\s{0,3}(?:[(（\\[【]|[=＝≈]|[,，]?\\s?(?:即|也就是|亦即|又[称名叫]|[亦也][称叫]|俗称|简称|[译英]文"
              + "|i\\.?\\s?e\\b\\.?,?|that is(?: to say)?,?|in other words,?|(?:also |otherwise |better )?(?:known as|called|termed)"
              + "|a\\.?k\\.?a\\b\\.?,?|namely,?))\\s{0,3}(?:(?:即|也就是|又[称名叫]|[英中]文名?|in (?:chinese|english)|i\\.e\\.,?|aka)\\s?[为是:：]?)?[\\s:：“\"]{0,3}",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CLOSED =
      Pattern.compile("[\\s”\"]{0,3}(?:[)）\\]】，,。；;\\n]|\\.(?=\\s|$)|$)");
  private static final Pattern BRACKET = Pattern.compile("\\s*[(（\\[【]");

  private static final Pattern CODE =
      Pattern.compile(
          "(?<![\\p{Alnum}./-])([A-QS-T][0-9][0-9A-Z](?:\\.[0-9A-Zx]{1,6})?)(?![\\p{Alnum}])");
  private static final Pattern CODED =
      Pattern.compile(
          "(?:疾病|诊断|disease |diagnos[ie]s )?(?:ICD|编码|代码|code)[^\\n]{0,14}$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BESIDE = Pattern.compile("[\\s\\p{P}]{0,4}");
  private static final int CATEGORY = 3;

  private static final Pattern SENTENCE_END = Pattern.compile("[。！？!?\\n]|\\.(?=\\s|$)");
  private static final Pattern CLAUSE_END = Pattern.compile("[。！？!?\\n，,；;]|\\.(?=\\s|$)");

  private static final Pattern ASKS =
      Pattern.compile(
          "[^。！!？?\\n]{0,200}(?:是不是|是否|会不会|请问|吗|呢|\\b(?:is|are|could|can|does|do|might|would|should|what|which|whether)\\b)[^。！!？?\\n]{0,200}[?？]",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DENIED =
      Pattern.compile(
          "\\s{0,3}(?:(?:can|could|may|must|should|is|are|was|were|has|have)\\s(?:be(?:en)?\\s)?(?:now |safely |thus |therefore |very |highly |most )?(?:excluded|ruled out|dismissed|rejected|unlikely|improbable)\\b|(?:可以?|应|被|已|已经|已被|可以被)?(?:排除|除外|否定)(?!后|[^，。；\\n]{0,12}后)|(?:的)?可能性(?:极|很|较|非常)?(?:小|低)|不(?:成立|符合|予考虑|考虑))",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern UNDECIDED =
      Pattern.compile(
          "要么[^。\\n]{1,80}要么|(?:均|都|皆)有?可能|(?:尚|还)?(?:难以?|不能|无法)(?:确定|区分|鉴别|判断)|(?:二者|两者)(?:之一|[均都皆])"
              + "|\\bboth\\b[^.\\n]{1,120}\\b(?:possible|plausible|likely)\\b|\\beither\\b[^.\\n]{1,120}\\bor\\b|\\ball (?:of (?:the above|these|them) )?(?:are|remain) (?:possible|plausible|likely|open)\\b|\\bremains? (?:uncertain|open|unclear)\\b|\\b(?:is|are) (?:both|equally|all) (?:possible|plausible|likely)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern AS_LIKELY =
      Pattern.compile(
          "[同一]样|同等|\\b(?:just as|equally|as likely|as well|no less)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern POSSIBLE =
      Pattern.compile(
          "[也亦又](?:许|[^，。；\\n]{0,6}(?:可能|不能排除|不排除|考虑|像|符合|成立))|(?:均|都|皆)有?可能|[不未](?:能|可)?(?:完全)?(?:排除|除外)|或许|(?:还|另)有可能"
              + "|\\b(?:possibly|perhaps|maybe|cannot (?:yet )?be (?:excluded|ruled out)|not (?:been )?(?:excluded|ruled out)"
              + "|(?:may|might|could) (?:also|be|well)|(?:also|still|remains?) (?:\\w+ )?(?:possible|plausible|likely|open))\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern FOREMOST =
      Pattern.compile(
          "最|首先|首选|主要|更|大于|可能性(?:较|很|极)?大|优先|倾向|\\b(?:most|best|final|leading|primary|principal|top|favou?r\\w*|likeliest|more|better|first)\\b",
          Pattern.CASE_INSENSITIVE);

  private final Optional<Terminology> terminology;
  private final Assertions assertions;
  private final Relatedness relatedness;
  private final RuleSettings settings;
  private final List<String> systems;

  Contradictions(
      Optional<Terminology> terminology,
      Assertions assertions,
      Relatedness relatedness,
      RuleSettings settings) {
    this.terminology = terminology;
    this.assertions = assertions;
    this.relatedness = relatedness;
    this.settings = settings;
    systems =
        terminology.map(Terminology::systems).orElse(List.of()).stream()
            .filter(system -> system.startsWith("ICD10"))
            .toList();
  }

  /**
   * The first thing that speaks against a conclusion: arguments are its kind and its range.
   *
   * @param text the answer as it was read
   */
  Optional<Explanation> find(
      Asked asked, List<Required> required, Assertions.Reading reading, AnswerText text) {
    Case one = new Case(asked, required, reading, text.text());
    Optional<Found> found = one.conclusion();
    found = found.isPresent() ? found : one.gloss();
    found = found.isPresent() ? found : one.code();
    found = found.isPresent() ? found : one.denial();
    found = found.isPresent() ? found : one.alternative();
    return found.map(
        f ->
            Explanation.of(
                "contradicted",
                settings.nearly(),
                f.kind,
                text.at(f.start) + "-" + text.at(f.end)));
  }

  private record Found(String kind, int start, int end) {}

  /** One accepted answer. */
  private final class Case {
    private final Asked asked;
    private final List<Required> required;
    private final Assertions.Reading reading;
    private final Conclusion part;
    private final String text;
    private final List<Span> right;

    Case(Asked asked, List<Required> required, Assertions.Reading reading, String text) {
      this.asked = asked;
      this.required = required;
      this.reading = reading;
      this.part = reading.part();
      this.text = text;
      right =
          reading.spans().stream()
              .filter(s -> s.start() >= part.start() && s.end() <= part.end() && right(s))
              .toList();
    }

    private boolean right(Span span) {
      return asked.names(span.own(), required)
          || required.stream().anyMatch(item -> item.means(span.ordinals()));
    }

    /**
     * Whether a name is affirmed and of something else.
     *
     * @param synonymous whether it is said to be the same as the right one
     */
    private boolean wrong(Span span, boolean synonymous) {
      return !right(span)
          && !denied(span)
          && ((span.own() >= 0 && span.ordinals().length == 0)
              || relatedness.contradicts(span.ordinals(), required, synonymous));
    }

    /** Another conclusion that is not taken back. */
    Optional<Found> conclusion() {
      for (Conclusion other : reading.parts().stated()) {
        boolean inside = other.start() >= part.start() && other.end() <= part.end();
        boolean around = other.start() <= part.start() && other.end() >= part.end();
        if (!inside && !superseded(other)) {
          List<Asserted> said =
              assertions.read(text, other, reading.spans(), asked.names()).stream()
                  .filter(a -> a.end() <= part.start() || a.start() >= part.end())
                  .toList();
          boolean agrees = said.stream().anyMatch(this::right);
          boolean named =
              FINAL.matcher(lead(other)).find() && other.text().length() <= LONGEST_NAME;
          Optional<Asserted> wrong =
              said.stream()
                  .filter(a -> named || a.link() != Asserted.Link.NONE)
                  .filter(a -> !around || a.link() == Asserted.Link.EXACT)
                  .filter(
                      a ->
                          relatedness.unrelated(a, required)
                              || (named && relatedness.contradicts(a.concepts(), required, true)))
                  .findFirst();
          if (!agrees && wrong.isPresent()) {
            return Optional.of(new Found("conclusion", wrong.get().start(), wrong.get().end()));
          }
        }
      }
      return Optional.empty();
    }

    private boolean right(Asserted one) {
      return asked.names(one.own(), required)
          || required.stream().anyMatch(item -> item.means(one.concepts()));
    }

    private String lead(Conclusion other) {
      return text.substring(Math.max(0, other.start() - LEAD), other.start());
    }

    /**
     * Whether it is marked as given up, or something between it and the conclusion takes it back.
     */
    private boolean superseded(Conclusion other) {
      String lead = lead(other);
      int sentence = 0;
      Matcher ends = SENTENCE_END.matcher(lead.stripTrailing());
      while (ends.find()) {
        sentence = ends.end();
      }
      if (SUPERSEDED.matcher(lead.substring(Math.min(sentence, lead.length()))).find()) {
        return true;
      }
      return other.end() <= part.start()
          && CORRECTION.matcher(text).region(other.end(), part.start()).find();
    }

    /** Another thing's name in place of a synonym. */
    Optional<Found> gloss() {
      for (Span name : right) {
        for (Span other : reading.spans()) {
          boolean behind = other.start() >= name.end();
          Span first = behind ? name : other;
          Span second = behind ? other : name;
          if (first.end() <= second.start()
              && second.start() - first.end() <= LEAD
              && GLOSS.matcher(text).region(first.end(), second.start()).matches()
              && CLOSED.matcher(text).region(second.end(), text.length()).lookingAt()
              && wrong(other, synonym(first, second))) {
            return Optional.of(new Found("gloss", other.start(), other.end()));
          }
        }
      }
      return Optional.empty();
    }

    /** Whether a gloss says the same of both: by its words, or as a translation. */
    private boolean synonym(Span first, Span second) {
      return !BRACKET.matcher(text).region(first.end(), second.start()).lookingAt()
          || chinese(first) != chinese(second);
    }

    private boolean chinese(Span span) {
      return text.substring(span.start(), span.end())
          .codePoints()
          .anyMatch(Character::isIdeographic);
    }

    /** The code of another disease. */
    Optional<Found> code() {
      Matcher codes = CODE.matcher(text);
      while (!systems.isEmpty() && codes.find()) {
        if (beside(codes.start(1), codes.end(1)) && foreign(codes.group(1))) {
          return Optional.of(new Found("code", codes.start(1), codes.end(1)));
        }
      }
      return Optional.empty();
    }

    /** Whether a code belongs to a right name: announced as one, or next to it. */
    private boolean beside(int start, int end) {
      for (Span name : right) {
        boolean behind = start >= name.end() && joins(name.end(), start);
        boolean before = end <= name.start() && joins(end, name.start());
        if (behind || before) {
          return true;
        }
      }
      int from = Math.max(0, start - LEAD);
      Matcher coded = CODED.matcher(text).region(from, start);
      if (!coded.find()) {
        return false;
      }
      int cue = coded.start();
      Optional<Span> nearest = Optional.empty();
      for (Span name : reading.spans()) {
        boolean names = right.contains(name) || wrong(name, false);
        boolean line = text.substring(end, Math.max(end, name.start())).indexOf('\n') < 0;
        if (names && (name.end() <= cue || (nearest.isEmpty() && line && name.start() >= end))) {
          nearest = Optional.of(name);
        }
      }
      return nearest.filter(right::contains).isPresent();
    }

    private boolean joins(int from, int to) {
      return BESIDE.matcher(text).region(from, to).matches();
    }

    private boolean foreign(String code) {
      Terminology known = terminology.orElseThrow();
      String category = code.substring(0, CATEGORY);
      if (required.stream().anyMatch(item -> item.categories().contains(category))) {
        return false;
      }
      int[] concepts = concepts(known, code);
      return relatedness.contradicts(
          concepts.length > 0 ? concepts : concepts(known, category), required, true);
    }

    private int[] concepts(Terminology known, String code) {
      return systems.stream()
          .flatMap(system -> known.byCode(system, code).stream())
          .mapToInt(concept -> known.ordinal(concept.id()))
          .distinct()
          .toArray();
    }

    /** A right name that is asked for, or denied further on. */
    Optional<Found> denial() {
      Matcher asks = ASKS.matcher(text).region(part.start(), text.length());
      if (asks.lookingAt() && asks.end() >= part.end()) {
        return Optional.of(new Found("question", part.start(), part.end()));
      }
      int said =
          right.stream().filter(s -> !denied(s)).findFirst().map(Span::end).orElse(part.end());
      for (Span span : reading.spans()) {
        boolean behind = span.context().negated() && span.start() > said;
        boolean inside = span.start() >= part.start() && span.end() <= part.end();
        if ((behind
                || (inside && DENIED.matcher(text).region(span.end(), text.length()).lookingAt()))
            && right(span)) {
          return Optional.of(new Found("denial", span.start(), span.end()));
        }
      }
      return Optional.empty();
    }

    /**
     * Another disease in the sentence, as likely as the conclusion or where that is not foremost.
     */
    Optional<Found> alternative() {
      int from = part.start();
      while (from > 0 && "。！？!?\n".indexOf(text.charAt(from - 1)) < 0) {
        from--;
      }
      Matcher ends = SENTENCE_END.matcher(text);
      int to = ends.find(part.end()) ? ends.end() : text.length();
      boolean foremost = FOREMOST.matcher(text).region(from, part.end()).find();
      if (!foremost && UNDECIDED.matcher(text).region(from, to).find()) {
        return Optional.of(new Found("alternative", from, to));
      }
      String own = right.isEmpty() ? "" : clause(right.get(0), from, to);
      boolean second = !foremost && POSSIBLE.matcher(own).find();
      for (Span span : reading.spans()) {
        if (span.start() >= from && span.end() <= to) {
          boolean before = span.end() <= part.start() || span.end() <= part.end() && second;
          String clause = before ? own : clause(span, from, to);
          boolean likely = AS_LIKELY.matcher(clause).find();
          boolean also = !foremost && POSSIBLE.matcher(clause).find();
          if ((likely || also) && wrong(span, likely)) {
            return Optional.of(new Found("alternative", span.start(), span.end()));
          }
        }
      }
      return Optional.empty();
    }

    private String clause(Span span, int from, int to) {
      int start = span.start();
      while (start > from && "。！？!?\n，,；;".indexOf(text.charAt(start - 1)) < 0) {
        start--;
      }
      Matcher end = CLAUSE_END.matcher(text).region(span.end(), to);
      return text.substring(start, end.find() ? end.start() : to);
    }
  }

  private static boolean denied(Span span) {
    Mention.Context context = span.context();
    return context.negated() || context.historical() || context.family();
  }
}
