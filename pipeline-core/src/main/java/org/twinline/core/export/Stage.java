package org.twinline.core.export;

import java.util.Locale;
import java.util.Optional;

/** What a file is for. */
public enum Stage {
  /** Supervised fine-tuning: a prompt and the reply to learn. */
  SFT,
  /** Reinforcement learning with a verifiable reward: a prompt and its reference answer. */
  RLVR,
  /** Direct preference optimisation: a prompt, a chosen and a rejected reply. */
  DPO,
  /** Training of a reward model on pairs. */
  REWARD;

  /** Why the record is not for a file of this stage; empty where it is. */
  Optional<LeftOut> unfit(DatasetRecord record) {
    Optional<LeftOut> prompt = Conversation.unfit(record.question().prompt());
    return prompt.isPresent() || this == RLVR ? prompt : Replies.unfit(record.answers());
  }

  /** The first part of the file's name. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
