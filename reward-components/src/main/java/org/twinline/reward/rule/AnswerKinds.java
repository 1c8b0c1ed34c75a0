package org.twinline.reward.rule;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Option;
import org.twinline.core.triple.Question;
import org.twinline.core.triple.Traits;

/** Recognises the kind of answer where the record does not say. */
public final class AnswerKinds {
  private static final int MAX_CHARACTERS = 60;
  private static final int MAX_WORDS = 12;

  private static final Pattern SENTENCE = Pattern.compile("[。！？!?；;\\n]|\\.\\s|[a-z]{3}\\.$");
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?:at most|at least|less than|more than|up to|不超过|不少于|大于|小于|超过|低于|高于|至少|至多)?\\s*(?:[-+−<>≥≤约]?\\s*\\d[\\d,]*(?:\\.\\d+)?\\s*(?:[-–~～:：/至到]|to)\\s*)?[-+−<>≥≤约]?\\s*\\d[\\d,]*(?:\\.\\d+)?(?:\\s*(?:[eE]|[×xX*]\\s*10\\s*\\^?)[-+−]?\\d+)?"
              + "\\s*(?:[%‰℃°μµ/·^²³\\p{IsLatin}\\d]{0,16}|[毫微纳千克升米摩岁年周天日次倍度分秒支片粒滴单位个月小时星期/]{0,6})");

  private AnswerKinds() {}

  /**
   * The stated kind, or what the references look like, each test over every item: options and
   * letters or option texts are a choice; yes/no/是/否/对/错 boolean; a number, a range or a ratio with
   * at most a unit a number; a JSON object or array JSON; at most 60 characters and 12 words
   * without the punctuation of sentences an entity; everything else, and no reference, text.
   */
  public static AnswerKind recognise(Question question) {
    AnswerKind stated = question.traits().answerKind();
    if (stated != AnswerKind.UNSTATED) {
      return stated;
    }
    List<String> items =
        question.reference().alternatives().stream().flatMap(a -> a.required().stream()).toList();
    List<Option> options = question.prompt().options();
    if (items.isEmpty()) {
      return AnswerKind.TEXT;
    }
    Predicate<String> choice = i -> !ChoiceRule.reference(options, i).isEmpty();
    if (!options.isEmpty() && items.stream().allMatch(choice)) {
      return AnswerKind.CHOICE;
    }
    if (items.stream().allMatch(i -> BooleanRule.value(i).isPresent())) {
      return AnswerKind.BOOLEAN;
    }
    if (items.stream().allMatch(i -> NUMBER.matcher(i.strip()).matches())) {
      return AnswerKind.NUMBER;
    }
    if (items.stream().allMatch(AnswerKinds::json)) {
      return AnswerKind.JSON;
    }
    return items.stream().allMatch(AnswerKinds::entity) ? AnswerKind.ENTITY : AnswerKind.TEXT;
  }

  /** The question with its kind recognised. */
  public static Question recognised(Question question) {
    Traits traits = question.traits();
    return traits.answerKind() != AnswerKind.UNSTATED
        ? question
        : question.withTraits(new Traits(traits.task(), recognise(question), traits.language()));
  }

  private static boolean json(String item) {
    String text = item.strip();
    return (text.startsWith("{") && text.endsWith("}"))
        || (text.startsWith("[") && text.endsWith("]"));
  }

  private static boolean entity(String item) {
    String text = item.strip();
    return !text.isEmpty()
        && text.codePointCount(0, text.length()) <= MAX_CHARACTERS
        && text.split("\\s+").length <= MAX_WORDS
        && !SENTENCE.matcher(text).find();
  }
}
