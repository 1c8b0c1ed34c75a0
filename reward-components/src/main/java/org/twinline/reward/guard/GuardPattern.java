package org.twinline.reward.guard;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.io.Serializable;
import org.twinline.core.Require;

/**
 * A pattern of a job that no candidate may match, for example an advertisement.
 *
 * @param name what rejects are explained with; lower_snake, at most 40 characters
 * @param field where it is looked for
 * @param pattern a regular expression of RE2, whose search takes linear time: no look-around and no
 *     back-references; at most 2,000 characters
 */
public record GuardPattern(String name, Field field, String pattern) implements Serializable {
  private static final int LONGEST = 2_000;

  /** The parts of a candidate. */
  public enum Field {
    /** The final answer. */
    ANSWER,
    /** The chain of thought. */
    COT,
    /** Either. */
    BOTH
  }

  public GuardPattern {
    Require.argument(
        name.matches("[a-z][a-z0-9_]{0,39}"),
        "Cannot name a guard pattern '%s', must be lower-case letters, digits and _, at most 40",
        name);
    Require.argument(
        !pattern.isEmpty() && pattern.length() <= LONGEST,
        "Cannot use guard pattern '%s': it has %s characters, must have 1 to %s",
        name,
        pattern.length(),
        LONGEST);
    Pattern compiled = compile(name, pattern);
    Require.argument(
        !compiled.matcher("").find(),
        "Cannot use guard pattern '%s': it matches an empty text, so it would reject everything",
        name);
  }

  Pattern compiled() {
    return compile(name, pattern);
  }

  private static Pattern compile(String name, String pattern) {
    try {
      return Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "Cannot use guard pattern '"
              + name
              + "': "
              + e.getDescription()
              + " (RE2 syntax: no look-around, no back-references)",
          e);
    }
  }
}
