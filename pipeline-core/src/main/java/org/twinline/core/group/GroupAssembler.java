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
  private final Map<Long, Known> questions = new HashMap<>();
  private final Map<Long, List<Place>> bare = new HashMap<>();
  private final TreeSet<Entry> kept = new TreeSet<>(ORDER);
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
    long hash = QuestionIdentity.contentHash(fragment.question());
    Place place =
        fragment.candidates().isEmpty()
            ? fragment.bare().get(0)
            : fragment.candidates().get(0).place();
    Question question = known(named(fragment.question()), hash, place);
    if (!fragment.bare().isEmpty()) {
      bare.computeIfAbsent(hash, h -> new ArrayList<>()).addAll(fragment.bare());
    }
    int index = 0;
    for (Candidate candidate : fragment.candidates()) {
      insert(entry(candidate, question, hash, index++));
    }
    if (questions.size() > 2 * bounds.maxCandidates() + 2) {
      forgetQuestions();
    }
  }

  /**
   * The group of all lines added. Lines without candidates that are in conflict with the group's
   * question are told to {@code conflicts}, each with its own question.
   *
   * @throws java.util.NoSuchElementException if no line was added
   */
  public CandidateGroup finish(BiConsumer<Question, Place> conflicts) {
    long winner = winner();
    Map<String, Long> contents = new HashMap<>();
    List<Entry> result = new ArrayList<>();
    for (Entry entry : kept) {
      if (entry.hash != winner) {
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
    List<Place> own = bare.getOrDefault(winner, List.of()).stream().sorted().toList();
    bare.forEach(
        (hash, places) -> {
          if (hash != winner) {
            places.forEach(place -> conflicts.accept(firstOf(hash), place));
          }
        });
    return new CandidateGroup(firstOf(winner), candidates, own);
  }

  private static Question named(Question question) {
    return question.id().isEmpty()
        ? question.withId(QuestionIdentity.derivedId(question))
        : question;
  }

  /** The question to hold for a line: an equal one that is held already, if there is one. */
  private Question known(Question question, long hash, Place place) {
    Known first = questions.get(hash);
    if (first == null || place.compareTo(first.place) < 0) {
      questions.put(hash, new Known(question, place));
    }
    return first != null && first.question.equals(question) ? first.question : question;
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
    needed.addAll(bare.keySet());
    kept.forEach(entry -> needed.add(entry.hash));
    questions.keySet().retainAll(needed);
  }

  private void overflow(Entry entry) {
    reject(
        entry,
        Rejection.of(
            RejectionReason.GROUP_OVERFLOW,
            bounds.maxCandidates(),
            Long.toString(bounds.maxBytes())));
  }

  /** A rejected candidate leaves with the question of its own line. */
  private void reject(Entry entry, Rejection rejection) {
    rejects.accept(entry.question, new Rejected(entry.candidate, rejection));
  }

  private Question firstOf(long hash) {
    Known known = questions.get(hash);
    if (known == null) {
      throw new IllegalStateException("Cannot find the question of a group");
    }
    return known.question;
  }

  private Entry entry(Candidate candidate, Question question, long hash, int index) {
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
    return new Entry(named, question, hash, rank, content, size, index);
  }

  /** The question as its first line has it, in the order of places. */
  private record Known(Question question, Place place) {}

  private record Entry(
      Candidate candidate,
      Question question,
      long hash,
      long rank,
      long content,
      long size,
      int index) {}
}
