package org.twinline.terminology.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.twinline.core.Require;
import org.twinline.terminology.AtomicEntity;
import org.twinline.terminology.CodeSystem;
import org.twinline.terminology.Designation;
import org.twinline.terminology.SemanticType;

/**
 * Names that a source says mean the same thing: a synonym list, an index entry with its code, a
 * trade name with its generic, a knowledge graph's disease with its aliases, or a single word of a
 * word list.
 *
 * <p>They are attached to the concept that bears {@code target}'s code, else to the concept that
 * bears the first name, else to the one concept that bears any other of them. Where there is none
 * they become a concept of the system {@link Origin#names()}, or nothing if that is empty. Names
 * that belong to different concepts are a conflict: reported, and left where they were.
 *
 * @param names at least one, the main name first; their kind says how far they are trusted
 * @param target the code (system in any edition where the edition is empty), if the source has one
 * @param attributes atomic entities that the source states of the concept
 */
public record SourceNames(
    List<Designation> names,
    SemanticType type,
    Optional<ConceptRef> target,
    List<AtomicEntity> attributes,
    Origin origin) {
  public SourceNames {
    names = List.copyOf(names);
    attributes = List.copyOf(attributes);
    Require.argument(!names.isEmpty(), "Cannot attach no names");
  }

  /**
   * Where they were read.
   *
   * @param names the system of a concept made for names that no other source knows; empty where
   *     such names are left out (and counted)
   */
  public record Origin(Path file, long line, int column, Optional<CodeSystem> names) {}
}
