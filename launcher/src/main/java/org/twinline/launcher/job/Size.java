package org.twinline.launcher.job;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twinline.core.Require;

/** A number of bytes, written as {@code 16MiB}: a whole number with B, KiB, MiB or GiB. */
public record Size(long bytes) {
  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,8})(B|KiB|MiB|GiB)");

  public Size {
    Require.argument(bytes >= 1, "illegal size: %s bytes, must be at least 1", bytes);
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException if the text has another form
   */
  public static Size parse(String text) {
    Matcher matcher = FORM.matcher(text);
    Require.argument(matcher.matches(), "illegal size: '%s', must look like 16MiB", text);
    long number = Long.parseLong(matcher.group(1));
    return new Size(
        number
            << switch (String.valueOf(matcher.group(2))) {
              case "KiB" -> 10;
              case "MiB" -> 20;
              case "GiB" -> 30;
              default -> 0;
            });
  }

  /** The written form in the largest unit that divides it. */
  @Override
  public String toString() {
    String[] units = {"B", "KiB", "MiB", "GiB"};
    int unit = Math.min(3, Long.numberOfTrailingZeros(bytes) / 10);
    return (bytes >> (10 * unit)) + units[unit];
  }
}
