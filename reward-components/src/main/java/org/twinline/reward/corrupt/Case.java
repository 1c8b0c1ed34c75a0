package org.twinline.reward.corrupt;

import java.util.List;
import org.twinline.core.text.Sentences;
import org.twinline.core.text.Span;
import org.twinline.core.triple.Language;
import org.twinline.terminology.Terminology;

/** A good text with what all corruptions want to know of it. Not thread-safe. */
final class Case {
  /** Tolerance of lengths, as a share of the text. */
  private static final double SHARE = 0.08;

  private static final int MOST_SENTENCES = 400;
  private static final int MOST_TAGGED = 20_000;

  private final Terminology terminology;
  private final String question;
  private final String text;
  private final Language language;
  private final Part part;
  private final List<Span> sentences;
  private List<Named> names = List.of();
  private boolean tagged;

  Case(Terminology terminology, GoodAnswer good, String text) {
    this.terminology = terminology;
    this.text = text;
    question = good.question();
    language = good.language();
    part = good.part();
    List<Span> all = Sentences.of(text);
    sentences = List.copyOf(all.subList(0, Math.min(all.size(), MOST_SENTENCES)));
  }

  String question() {
    return question;
  }

  String text() {
    return text;
  }

  Language language() {
    return language;
  }

  boolean chinese() {
    return language == Language.ZH;
  }

  Part part() {
    return part;
  }

  PhraseBook phrases() {
    return PhraseBook.of(language, part);
  }

  /** The first sentences of the text, at most {@value #MOST_SENTENCES}. */
  List<Span> sentences() {
    return sentences;
  }

  /** What the beginning of the text states, at most {@value #MOST_TAGGED} characters of it. */
  List<Named> names() {
    if (!tagged) {
      names =
          Named.in(text.substring(0, Math.min(text.length(), MOST_TAGGED)), language, terminology);
      tagged = true;
    }
    return names;
  }

  /** By how many characters lengths may differ. */
  int slack() {
    return (int) (SHARE * text.length());
  }

  /** What stands between two sentences. */
  String joint() {
    return chinese() ? "" : " ";
  }

  /** The text with a sentence inserted behind sentence {@code index}. */
  String inserted(int index, String sentence) {
    Span before = sentences.get(index);
    String ended = closed(before) ? "" : chinese() ? "。" : ".";
    return Edits.applied(
        text, List.of(new Edits.Edit(before.end(), before.end(), ended + joint() + sentence)));
  }

  /** The text with a sentence in the place of sentence {@code index}. */
  String replaced(int index, String sentence) {
    Span old = sentences.get(index);
    return Edits.applied(text, List.of(new Edits.Edit(old.start(), old.end(), sentence)));
  }

  private boolean closed(Span sentence) {
    return "。！？!?….；;".indexOf(text.charAt(sentence.end() - 1)) >= 0;
  }
}
