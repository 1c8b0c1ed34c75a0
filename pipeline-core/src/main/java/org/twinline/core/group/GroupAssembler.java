package org.twinline.core.group;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.twinline.core.triple.Candidate;
import org.twinline.core.triple.CandidateGroup;
import org.twinline.core.triple.Place;
import org.twinline.core.triple.Question;
import org.twinline.core.verdict.Rejection;
import org.twinline.core.verdict.RejectionReason;

/**
 * Gathers the lines of one question into a bounded group; the result does not depend on their
 * order.
 *
 * <p>Candidates are ordered by hash(seed, candidate id), then content, then place; the longest
 * prefix of that order within both bounds is kept, the rest goes to {@code rejects} at once, so
 * memory stays bounded whatever the size of the input. Among the kept:
 *
 * <ul>
 *   <li>lines that name the same question id but another question are {@code question_conflict};
 *       the question with the lowest content hash stays;
 *   <li>candidates of the same id and content are {@code duplicate_candidate}, of the same id and
 *       other content {@code duplicate_id}; the first in the order above stays.
 * </ul>
 */
public final class GroupAssembler {
  private static final Comparator<Entry> ORDER =
      Comparator.<Entry>comparingLong(e -> e.rank)
          .thenComparing(e -> e.candidate.id())
          .thenComparingLong(e -> e.content)
          .thenComparing(e -> e.candidate.place())
          .thenComparingInt(e -> e.index);

  private final GroupBounds bounds;
  private final BiConsumer<Question, Rejected> rejects;
  private final HashFunction ranking;
  private final Map<Long, Question> questions = new HashMap<>();
  private final Map<Long, Place> firstPlaces = new HashMap<>();
  private final TreeSet<Entry> kept = new TreeSet<>(ORDER);
  private final List<Place> bare = new ArrayList<>();
  private @Nullable Entry ceiling;
  private long bytes;

  /** A candidate that does not become part of the group. */
  public record Rejected(Candidate candidate, Rejection rejection) {}

  /**
   * An assembler of one question's lines.
   *
   * @param rejects told of each candidate that does not fit, with its question
   */
  public GroupAssembler(GroupBounds bounds, BiConsumer<Question, Rejected> rejects) {
    this.bounds = bounds;
    this.rejects = rejects;
    this.ranking = Hashing.murmur3_128((int) (bounds.seed() ^ (bounds.seed() >>> 32)));
  }

  /** Adds one line. */
  public void add(CandidateGroup fragment) {
    Question question = fragment.question();
    long hash = QuestionIdentity.contentHash(question);
    Place place =
        fragment.candidates().isEmpty()
            ? fragment.bare().get(0)
            : fragment.candidates().get(0).place();
    Place known = firstPlaces.get(hash);
    if (known == null || place.compareTo(known) < 0) {
      String id = question.id().isEmpty() ? QuestionIdentity.derivedId(question) : question.id();
      questions.put(hash, question.withId(id));
      firstPlaces.put(hash, place);
    }
    bare.addAll(fragment.bare());
    int index = 0;
    for (Candidate candidate : fragment.candidates()) {
      insert(entry(candidate, hash, index++));
    }
    if (questions.size() > 2 * bounds.maxCandidates() + 2) {
      forgetQuestions();
    }
  }

  /**
   * The group of all lines added.
   *
   * @throws java.util.NoSuchElementException if no line was added
   */
  public CandidateGroup finish() {
    long winner = winner();
    Map<String, Long> contents = new HashMap<>();
    Set<Entry> result = new HashSet<>();
    for (Entry entry : kept) {
      if (entry.question != winner) {
        reject(entry, Rejection.of(RejectionReason.QUESTION_CONFLICT));
        continue;
      }
      Long first = contents.putIfAbsent(entry.candidate.id(), entry.content);
      if (first == null) {
        result.add(entry);
      } else if (first == entry.content) {
        reject(entry, Rejection.of(RejectionReason.DUPLICATE_CANDIDATE));
      } else {
        reject(entry, Rejection.of(RejectionReason.DUPLICATE_ID));
      }
    }
    List<Candidate> candidates =
        result.stream()
            .sorted(
                Comparator.<Entry, Place>comparing(e -> e.candidate.place())
                    .thenComparingInt(e -> e.index))
            .map(e -> e.candidate)
            .toList();
    return new CandidateGroup(question(winner), candidates, bare.stream().sorted().toList());
  }

  private void insert(Entry entry) {
    if (ceiling != null && ORDER.compare(entry, ceiling) >= 0) {
      overflow(entry);
      return;
    }
    kept.add(entry);
    bytes += entry.size;
    while (kept.size() > bounds.maxCandidates() || bytes > bounds.maxBytes()) {
      Entry last = kept.pollLast();
      if (last == null) {
        return;
      }
      bytes -= last.size;
      ceiling = last;
      overflow(last);
    }
  }

  private long winner() {
    return questions.keySet().stream().mapToLong(Long::longValue).min().orElseThrow();
  }

  /** Keeps memory bounded where one id names ever new questions. */
  private void forgetQuestions() {
    Set<Long> needed = new HashSet<>();
    needed.add(winner());
    kept.forEach(entry -> needed.add(entry.question));
    questions.keySet().retainAll(needed);
    firstPlaces.keySet().retainAll(needed);
  }

  private void overflow(Entry entry) {
    reject(
        entry,
        Rejection.of(
            RejectionReason.GROUP_OVERFLOW,
            bounds.maxCandidates(),
            Long.toString(bounds.maxBytes())));
  }

  private void reject(Entry entry, Rejection rejection) {
    rejects.accept(question(entry.question), new Rejected(entry.candidate, rejection));
  }

  private Question question(long hash) {
    Question question = questions.get(hash);
    if (question == null) {
      throw new IllegalStateException("Cannot find the question of a candidate");
    }
    return question;
  }

  private Entry entry(Candidate candidate, long question, int index) {
    long content =
        Hashing.murmur3_128()
            .newHasher()
            .putInt(candidate.cot().length())
            .putUnencodedChars(candidate.cot())
            .putUnencodedChars(candidate.answer())
            .hash()
            .asLong();
    Candidate named =
        candidate.id().isEmpty()
            ? candidate.withId("c-" + QuestionIdentity.hex(content))
            : candidate;
    long rank = ranking.hashString(named.id(), StandardCharsets.UTF_8).asLong();
    long size = 200L + 2L * (candidate.cot().length() + candidate.answer().length());
    return new Entry(named, question, rank, content, size, index);
  }

  private record Entry(
      Candidate candidate, long question, long rank, long content, long size, int index) {}
}
