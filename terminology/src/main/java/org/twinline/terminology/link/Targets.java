package org.twinline.terminology.link;

import java.util.List;
import org.twinline.terminology.SemanticType;

/**
 * What can be linked to: terms {@code 0..size()-1}, each one name of the target list.
 *
 * <p>Two concepts with one name are one term. Implementations are thread-safe.
 */
public interface Targets {
  /** How many terms there are. */
  int size();

  /** The term's name as the list writes it. */
  String name(int term);

  /** The term's code (the first, where the list has several), empty where there is none. */
  String code(int term);

  /** What kind of thing the term is; procedures are folded differently from diagnoses. */
  SemanticType type(int term);

  /** Other names of the term, from any source, without the name itself. */
  List<String> synonyms(int term);

  /** What most terms are: how a text is folded whose kind is not known. */
  default SemanticType mainType() {
    return TargetNames.mainType(this);
  }
}
