package org.twinline.terminology.source;

import org.twinline.core.Require;
import org.twinline.terminology.SemanticType;

/**
 * How a source points at a concept, resolved once all sources are read.
 *
 * @param by whether {@code value} is a code or a name
 * @param value a code, bare where it is unique over all sources, else as {@code SYSTEM:code}; or a
 *     name in any language
 * @param type the kind of thing a name names, which chooses among the bearers of one name and is
 *     the type of a concept that is made for an unknown name; unused for a code
 */
public record ConceptRef(By by, String value, SemanticType type) {
  /** What the value is. */
  public enum By {
    CODE,
    NAME
  }

  public ConceptRef {
    Require.argument(!value.isBlank(), "Cannot refer to a concept by an empty %s", by);
  }

  /** The concept that bears a code. */
  public static ConceptRef code(String code) {
    return new ConceptRef(By.CODE, code, SemanticType.OTHER);
  }

  /** The concept of a type that bears a name. */
  public static ConceptRef name(String name, SemanticType type) {
    return new ConceptRef(By.NAME, name, type);
  }
}
