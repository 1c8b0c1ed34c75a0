package org.twinline.core.json;

import java.util.Set;

/** The field names of the canonical form; renaming one changes the format. */
public final class Names {
  public static final String ID = "id";
  public static final String QUESTION = "question";
  public static final String QUESTION_ID = "question_id";
  public static final String TURNS = "turns";
  public static final String ROLE = "role";
  public static final String CONTENT = "content";
  public static final String OPTIONS = "options";
  public static final String REFERENCES = "references";
  public static final String REQUIRED = "required";
  public static final String NICE_TO_HAVE = "nice_to_have";
  public static final String TASK = "task";
  public static final String ANSWER_KIND = "answer_kind";
  public static final String LANGUAGE = "language";
  public static final String LABELS = "labels";
  public static final String RUBRICS = "rubrics";
  public static final String CRITERION = "criterion";
  public static final String POINTS = "points";
  public static final String TAGS = "tags";
  public static final String CANDIDATES = "candidates";
  public static final String COT = "cot";
  public static final String ANSWER = "answer";
  public static final String RESPONSE = "response";
  public static final String PREFERENCE = "preference";
  public static final String EXTRA = "extra";

  /** Between steps only; in the input these are unknown fields like any other. */
  public static final String PLACE = "place";

  /** Between steps only. */
  public static final String BARE = "bare";

  static final String SCORES = "scores";
  static final String REJECTIONS = "rejections";
  static final String NAME = "name";
  static final String VALUE = "value";
  static final String CODE = "code";
  static final String REASON = "reason";
  static final String EXPLANATION = "explanation";
  static final String ARGUMENTS = "arguments";
  static final String PARTS = "parts";
  static final String DETAIL = "detail";
  static final String COLUMN = "column";

  /** What a question is made of, its candidates left out. */
  public static final Set<String> OF_QUESTION =
      Set.of(
          ID, QUESTION, TURNS, OPTIONS, REFERENCES, TASK, ANSWER_KIND, LANGUAGE, LABELS, RUBRICS);

  /** What a candidate is made of. */
  public static final Set<String> OF_CANDIDATE = Set.of(ID, COT, ANSWER, PREFERENCE);

  private Names() {}
}
