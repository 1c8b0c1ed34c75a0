package org.twinline.reward.attack;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twinline.core.triple.Language;

/**
 * A sentence with {@linkplain Places places}, {@code {Q}} for the question, {@code {p}} and {@code
 * {l}} for long and longish prose that names nothing; and {@code {z:…}}, {@code {s:…}}, {@code
 * {h:…}}, {@code {k:…}}, {@code {w:…}}, {@code {r:…}} around what is split by zero-width spaces or
 * soft hyphens, written in look-alikes, Kangxi radicals or full width, or repeated.
 */
record Sentence(String kind, String form, Expectation expectation, Language language, String text) {
  private static final Pattern DISGUISED = Pattern.compile("\\{([zshkwr]):([^{}]*)\\}");
  private static final int LONG = 100_000;
  private static final int LONGISH = 1_500;
  private static final int TIMES = 20;
  private static final String CHINESE = "患者一般情况可，查体合作，需结合检查结果综合分析。病情变化应及时记录，并注意观察。";
  private static final String ENGLISH =
      "The patient is comfortable and cooperative, and the findings were reviewed in detail. ";

  /** Whether it answers a choice question, by its kind's name. */
  boolean choice() {
    return kind.startsWith("choice_");
  }

  /** The sentence about an item; empty where a place or a disguise has nothing to fill it with. */
  Optional<String> about(Places given) {
    Optional<String> whole = given.fill(text);
    if (whole.isEmpty()) {
      return whole;
    }
    String filled = whole.get();
    if (filled.contains("{p}") || filled.contains("{l}")) {
      filled = filled.replace("{p}", prose(LONG)).replace("{l}", prose(LONGISH));
    }
    Matcher places = DISGUISED.matcher(filled);
    StringBuilder out = new StringBuilder();
    while (places.find()) {
      String plain = places.group(2);
      String disguised = disguise(places.group(1).charAt(0), plain);
      if (disguised.equals(plain)) {
        return Optional.empty();
      }
      places.appendReplacement(out, Matcher.quoteReplacement(disguised));
    }
    places.appendTail(out);
    return Optional.of(out.toString().replace("{Q}", given.question()));
  }

  private static String disguise(char how, String plain) {
    return switch (how) {
      case 'z' -> Disguise.split(plain, Disguise.ZERO_WIDTH_SPACE);
      case 's' -> Disguise.split(plain, Disguise.SOFT_HYPHEN);
      case 'h' -> Disguise.lookAlikes(plain);
      case 'k' -> Disguise.radicals(plain);
      case 'w' -> Disguise.fullWidth(plain);
      case 'r' -> plain.repeat(TIMES);
      default -> throw new IllegalArgumentException("illegal disguise: '" + how + "'");
    };
  }

  private String prose(int length) {
    String piece = language == Language.ZH ? CHINESE : ENGLISH;
    return piece.repeat(length / piece.length() + 1);
  }
}
