package org.twinline.core;

import java.util.Random;

/** The seed of random tests: {@code -Dtwinline.seed=…} replays a run. */
public final class Seed {
  private Seed() {}

  /** A generator whose seed was printed. */
  public static Random random(String test) {
    String given = System.getProperty("twinline.seed", "");
    long seed = given.isBlank() ? System.nanoTime() : Long.parseLong(given);
    System.out.println(test + ": -Dtwinline.seed=" + seed);
    return new Random(seed);
  }

  /** A text of Chinese, Latin, escapes and characters beyond the BMP. */
  public static String text(Random random) {
    String[] pieces = {
      "患者", "发热", "咳嗽3天", "。", "\n", "\"", "\\", "/", "a", "Crohn's", "\t", "\u0001", "😀", "𠮷",
      " ", "é", "\u2028", "<think>", "{}", "½", "\u200b", "Ａ", "ﬁ"
    };
    StringBuilder text = new StringBuilder();
    int count = random.nextInt(12);
    for (int i = 0; i < count; i++) {
      text.append(pieces[random.nextInt(pieces.length)]);
    }
    return text.toString();
  }
}
