package org.twinline.reward.rule.choice;

import java.util.List;

/**
 * Options named as a list, of which the same is said.
 *
 * @param mentions at least one
 * @param sentence the number of the sentence
 */
record Group(List<Mention> mentions, int sentence, Stand stand) {
  int start() {
    return mentions.get(0).start();
  }

  int end() {
    return mentions.get(mentions.size() - 1).end();
  }

  Group with(Stand said) {
    return new Group(mentions, sentence, said);
  }
}
