package org.twinline.reward.process;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twinline.core.triple.Option;
import org.twinline.core.triple.Question;
import org.twinline.core.triple.Task;
import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.SemanticType;
import org.twinline.terminology.Terminology;
import org.twinline.terminology.mention.MentionTagger;
import org.twinline.terminology.mention.Span;

/**
 * The possible answers named in texts about a question: its options, and with a terminology the
 * concepts of the kind that is asked for, those of the question itself left out. Immutable.
 */
public final class PossibleAnswers {
  /** Keys of concepts begin here; smaller ones are options. */
  private static final int CONCEPTS = 1_000;

  private static final int SHORTEST = 2;
  private static final int SHORTEST_LATIN = 5;

  private final Optional<Terminology> terminology;
  private final Task task;
  private final List<String> own;
  private final Set<Integer> given;

  /**
   * A possible answer in a text.
   *
   * @param key equal for the same answer
   * @param affirmed whether the text does not deny it
   */
  public record Named(int start, int end, int key, boolean affirmed) {}

  private PossibleAnswers(
      Optional<Terminology> terminology, Task task, List<String> own, Set<Integer> given) {
    this.terminology = terminology;
    this.task = task;
    this.own = List.copyOf(own);
    this.given = Set.copyOf(given);
  }

  /** What texts about a question may name. */
  public static PossibleAnswers of(Question question, Optional<Terminology> terminology) {
    List<String> own = new ArrayList<>();
    for (Option option : question.prompt().options()) {
      String name = NameNormaliser.name(option.text());
      // An option without a name keeps its place with one that no text has.
      own.add(name.length() < SHORTEST ? Character.toString(NameNormaliser.HARD) : name);
    }
    PossibleAnswers names =
        new PossibleAnswers(terminology, question.traits().task(), own, Set.of());
    Set<Integer> given = new HashSet<>();
    for (Named named : names.in(question.prompt().lastUserContent())) {
      if (named.key() >= CONCEPTS) {
        given.add(named.key());
      }
    }
    return new PossibleAnswers(terminology, question.traits().task(), own, given);
  }

  /** The possible answers named in a text, in order. */
  public List<Named> in(String text) {
    List<Span> spans =
        terminology
            .map(t -> t.spans(text, own))
            .orElseGet(() -> own.isEmpty() ? List.of() : MentionTagger.own(text, own));
    List<Named> found = new ArrayList<>();
    for (Span span : spans) {
      int key = key(span);
      if (key >= 0 && !given.contains(key) && (key < CONCEPTS || telling(text, span))) {
        boolean affirmed =
            !span.context().negated() && !span.context().historical() && !span.context().family();
        found.add(new Named(span.start(), span.end(), key, affirmed));
      }
    }
    return found;
  }

  /** Short Latin words that are also names ("all", "age") tell nothing unless in capitals. */
  private static boolean telling(String text, Span span) {
    boolean latin = text.charAt(span.start()) < 0x250;
    return !latin
        || span.end() - span.start() >= SHORTEST_LATIN
        || Character.isUpperCase(text.charAt(span.end() - 1));
  }

  private int key(Span span) {
    if (span.own() >= 0) {
      return span.own();
    }
    int ordinal = span.ordinals().length == 0 ? -1 : span.ordinals()[0];
    return ordinal >= 0 && asked(ordinal) ? CONCEPTS + ordinal : -1;
  }

  private boolean asked(int ordinal) {
    SemanticType type = terminology.orElseThrow().conceptAt(ordinal).type();
    return switch (task) {
      case DIAGNOSIS -> type == SemanticType.DIAGNOSIS;
      case PROCEDURE -> type == SemanticType.PROCEDURE;
      case DRUG -> type == SemanticType.DRUG;
      case EXAM -> type == SemanticType.EXAM;
      case KNOWLEDGE, UNSTATED -> type != SemanticType.OTHER;
    };
  }
}
