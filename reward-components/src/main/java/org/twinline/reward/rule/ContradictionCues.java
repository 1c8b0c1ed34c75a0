package org.twinline.reward.rule;

import java.util.regex.Pattern;

/** The words by which an answer contradicts itself, and those that take a contradiction back. */
final class ContradictionCues {
  /** Cues of the answer itself, right in front of it; behind others stand treatments, causes … */
  static final Pattern FINAL =
      Pattern.compile(
          "(?:boxed\\s{0,4}\\{(?:\\\\text\\{)?|answer>|(?:答案|诊断|结论)(?:应该?|就)?(?:是|为|[:：])"
              + "|(?:answer|diagnosis|conclusion)\\s{0,2}(?:is|would be|must be|:|：|=))\\s{0,4}$",
          Pattern.CASE_INSENSITIVE);

  /** In front of a conclusion that was given up. */
  static final Pattern SUPERSEDED =
      Pattern.compile(
          "起初|最初|初步|初诊|首诊|乍看|开始|原先|原来|原本|曾|外院|入院|门诊|此前|之前|误|怀疑|若|如果|假如|鉴别|次要|其次|伴随|合并症"
              + "|\\b(?:mis\\w+|initial\\w*|at first|first (?:impression|glance|thought|sight)|original\\w*|previous\\w*"
              + "|prelim\\w*|provisional|working|referring|admi\\w+|presumptive|thought|considered|leaning|suspected"
              + "|if|would|could|differential|secondary|alternative\\w*|comorbid\\w*)\\b",
          Pattern.CASE_INSENSITIVE);

  /** Between two conclusions, of which the first is taken back. */
  static final Pattern CORRECTION =
      Pattern.compile(
          "不对|并非|不是|等等|更正|修正|改为|纠正|其实|实际上|而是|然而|不过|但(?!不限)|却|排除|不支持|不符|重新"
              + "|\\b(?:no|not|wait|correct(?:ion|ed|ing)|revis\\w+|reconsider\\w*|reflection|actually|however|but"
              + "|instead|rather|ruled out|exclud\\w+|unlikely)\\b",
          Pattern.CASE_INSENSITIVE);

  /** Between a name and another name for it. */
  static final Pattern GLOSS =
      Pattern.compile(
          "\\s{0,3}(?:[(（\\[【]|[=＝≈]|[,，]?\\s?(?:即|也就是|亦即|又[称名叫]|[亦也][称叫]|俗称|简称|[译英]文"
              + "|i\\.?\\s?e\\b\\.?,?|that is(?: to say)?,?|in other words,?|(?:also |otherwise |better )?(?:known as|called|termed)"
              + "|a\\.?k\\.?a\\b\\.?,?|namely,?))\\s{0,3}(?:(?:即|也就是|又[称名叫]|[英中]文名?|in (?:chinese|english)|i\\.e\\.,?|aka)\\s?[为是:：]?)?[\\s:：“\"]{0,3}",
          Pattern.CASE_INSENSITIVE);

  /** Behind another name: it ends there. */
  static final Pattern CLOSED = Pattern.compile("[\\s”\"]{0,3}(?:[)）\\]】，,。；;\\n]|\\.(?=\\s|$)|$)");

  /** What opens a gloss in brackets. */
  static final Pattern BRACKET = Pattern.compile("\\s*[(（\\[【]");

  static final Pattern SENTENCE_END = Pattern.compile("[。！？!?\\n]|\\.(?=\\s|$)");

  static final Pattern CLAUSE_END = Pattern.compile("[。！？!?\\n，,；;]|\\.(?=\\s|$)");

  /** A conclusion that is a question. */
  static final Pattern ASKS =
      Pattern.compile(
          "[^。！!？?\\n]{0,200}(?:是不是|是否|会不会|请问|吗|呢|\\b(?:is|are|could|can|does|do|might|would|should|what|which|whether)\\b)[^。！!？?\\n]{0,200}[?？]",
          Pattern.CASE_INSENSITIVE);

  /** Behind a name that is ruled out. */
  static final Pattern DENIED =
      Pattern.compile(
          "\\s{0,3}(?:(?:can|could|may|must|should|is|are|was|were|has|have)\\s(?:be(?:en)?\\s)?(?:now |safely |thus |therefore |very |highly |most )?(?:excluded|ruled out|dismissed|rejected|unlikely|improbable)\\b|(?:可以?|应|被|已|已经|已被|可以被)?(?:排除|除外|否定)(?!后|[^，。；\\n]{0,12}后)|(?:的)?可能性(?:极|很|较|非常)?(?:小|低)|不(?:成立|符合|予考虑|考虑))",
          Pattern.CASE_INSENSITIVE);

  /** A sentence that leaves open which of several it is. */
  static final Pattern UNDECIDED =
      Pattern.compile(
          "要么[^。\\n]{1,80}要么|(?:均|都|皆)有?可能|(?:尚|还)?(?:难以?|不能|无法)(?:确定|区分|鉴别|判断)|(?:二者|两者)(?:之一|[均都皆])"
              + "|\\bboth\\b[^.\\n]{1,120}\\b(?:possible|plausible|likely)\\b|\\beither\\b[^.\\n]{1,120}\\bor\\b|\\ball (?:of (?:the above|these|them) )?(?:are|remain) (?:possible|plausible|likely|open)\\b|\\bremains? (?:uncertain|open|unclear)\\b|\\b(?:is|are) (?:both|equally|all) (?:possible|plausible|likely)\\b",
          Pattern.CASE_INSENSITIVE);

  /** In a clause: as likely as the conclusion. */
  static final Pattern AS_LIKELY =
      Pattern.compile(
          "[同一]样|同等|\\b(?:just as|equally|as likely|as well|no less)\\b", Pattern.CASE_INSENSITIVE);

  /** In a clause: possible besides. */
  static final Pattern POSSIBLE =
      Pattern.compile(
          "[也亦又](?:许|[^，。；\\n]{0,6}(?:可能|不能排除|不排除|考虑|像|符合|成立))|(?:均|都|皆)有?可能|[不未](?:能|可)?(?:完全)?(?:排除|除外)|或许|(?:还|另)有可能"
              + "|\\b(?:possibly|perhaps|maybe|cannot (?:yet )?be (?:excluded|ruled out)|not (?:been )?(?:excluded|ruled out)"
              + "|(?:may|might|could) (?:also|be|well)|(?:also|still|remains?) (?:\\w+ )?(?:possible|plausible|likely|open))\\b",
          Pattern.CASE_INSENSITIVE);

  /** In front of a conclusion that goes before others. */
  static final Pattern FOREMOST =
      Pattern.compile(
          "最|首先|首选|主要|更|大于|可能性(?:较|很|极)?大|优先|倾向|\\b(?:most|best|final|leading|primary|principal|top|favou?r\\w*|likeliest|more|better|first)\\b",
          Pattern.CASE_INSENSITIVE);

  private ContradictionCues() {}
}
