package org.twinline.terminology;

import org.twinline.core.Require;

/**
 * The smallest meaningful piece of a concept on one axis: {@code site: 上呼吸道 = upper respiratory
 * tract}. Equal in both names, equal entity.
 *
 * @param axis lower-case, for example {@code site}, {@code morphology}, {@code cause}
 * @param zh the Chinese name, may be empty where {@code en} is not
 * @param en the English name, may be empty where {@code zh} is not
 */
public record AtomicEntity(String axis, String zh, String en) implements Comparable<AtomicEntity> {
  public AtomicEntity {
    Require.argument(
        !axis.isEmpty() && axis.chars().allMatch(c -> (c >= 'a' && c <= 'z') || c == '_'),
        "illegal axis: '%s', must be lower-case letters",
        axis);
    Require.argument(
        !zh.isBlank() || !en.isBlank(), "Cannot make an atomic entity without a name on %s", axis);
  }

  @Override
  public int compareTo(AtomicEntity other) {
    int byAxis = axis.compareTo(other.axis);
    int byZh = byAxis != 0 ? byAxis : zh.compareTo(other.zh);
    return byZh != 0 ? byZh : en.compareTo(other.en);
  }
}
