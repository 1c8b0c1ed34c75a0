package org.twinline.core.group;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.twinline.core.text.Normalise;
import org.twinline.core.triple.Option;
import org.twinline.core.triple.Question;
import org.twinline.core.triple.Reference;
import org.twinline.core.triple.Turn;

/** What makes two lines lines of the same question. */
public final class QuestionIdentity {
  private static final HashFunction HASH = Hashing.murmur3_128();

  private QuestionIdentity() {}

  /**
   * The grouping key: 16 bytes of a hash of the question id or, where it is empty, of the
   * normalised turns and options.
   */
  public static byte[] key(Question question) {
    Hasher hasher = HASH.newHasher();
    if (question.id().isEmpty()) {
      hasher.putByte((byte) 'q');
      for (Turn turn : question.prompt().turns()) {
        hasher.putInt(turn.role().ordinal());
        put(hasher, Normalise.key(turn.content()));
      }
      for (Option option : question.prompt().options()) {
        put(hasher, option.label());
        put(hasher, Normalise.key(option.text()));
      }
    } else {
      hasher.putByte((byte) 'i');
      put(hasher, question.id());
    }
    return hasher.hash().asBytes();
  }

  /** The id a question without one gets: {@code q-} and 16 hex digits of its key. */
  public static String derivedId(Question question) {
    return "q-" + hex(ByteBuffer.wrap(key(question)).getLong());
  }

  /** 16 lower-case hex digits. */
  static String hex(long value) {
    return HexFormat.of().toHexDigits(value);
  }

  /** A hash of everything that must agree among the lines of one question. */
  static long contentHash(Question question) {
    Hasher hasher = HASH.newHasher();
    for (Turn turn : question.prompt().turns()) {
      hasher.putInt(turn.role().ordinal());
      put(hasher, turn.content());
    }
    for (Option option : question.prompt().options()) {
      put(hasher, option.label());
      put(hasher, option.text());
    }
    for (Reference.Alternative alternative : question.reference().alternatives()) {
      hasher.putInt(alternative.required().size());
      alternative.required().forEach(item -> put(hasher, item));
      alternative.niceToHave().forEach(item -> put(hasher, item));
    }
    hasher.putInt(question.traits().task().ordinal());
    hasher.putInt(question.traits().answerKind().ordinal());
    return hasher.hash().asLong();
  }

  private static void put(Hasher hasher, String text) {
    hasher.putInt(text.length()).putUnencodedChars(text);
  }
}
