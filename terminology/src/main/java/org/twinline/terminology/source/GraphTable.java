package org.twinline.terminology.source;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.twinline.terminology.RelationType;
import org.twinline.terminology.SemanticType;

/**
 * Which columns of a table of things and what they are related to mean what.
 *
 * @param subject the column of the name of a row's subject, or of its code if {@code byCode}
 * @param aliases columns of its other names
 * @param sites columns of where in the body it is
 * @param relations columns of the names of what it is related to
 */
record GraphTable(
    String subject,
    boolean byCode,
    List<String> aliases,
    List<String> sites,
    Map<RelationType, List<String>> relations) {

  /** Keys of a mapping. */
  static final Set<String> KEYS =
      Set.of(
          "name",
          "code",
          "aliases",
          "site",
          "has_symptom",
          "treated_by",
          "examined_by",
          "complication",
          "cause",
          "differential",
          "delimiter");

  /** What a relation leads to. */
  static SemanticType type(RelationType relation) {
    return switch (relation) {
      case HAS_SYMPTOM -> SemanticType.OTHER;
      case TREATED_BY -> SemanticType.DRUG;
      case EXAMINED_BY -> SemanticType.EXAM;
      case COMPLICATION, CAUSE, DIFFERENTIAL -> SemanticType.DIAGNOSIS;
    };
  }

  /** The mapping that the keys state; empty where they state none. */
  static Optional<GraphTable> of(Keys keys) {
    Map<RelationType, List<String>> relations = new EnumMap<>(RelationType.class);
    for (RelationType type : RelationType.values()) {
      if (keys.has(type.code())) {
        relations.put(type, keys.list(type.code()));
      }
    }
    boolean stated =
        keys.has("name")
            || keys.has("code")
            || keys.has("aliases")
            || keys.has("site")
            || !relations.isEmpty();
    return stated
        ? Optional.of(
            new GraphTable(
                keys.has("code") ? keys.text("code", "") : keys.text("name", "name"),
                keys.has("code"),
                keys.list("aliases"),
                keys.list("site"),
                relations))
        : Optional.empty();
  }

  /** The mapping of a table whose header has the names that knowledge graphs of diseases use. */
  static Optional<GraphTable> known(List<String> header) {
    Map<RelationType, String> names = new LinkedHashMap<>();
    names.put(RelationType.HAS_SYMPTOM, "symptom");
    names.put(RelationType.TREATED_BY, "drug");
    names.put(RelationType.EXAMINED_BY, "checklist");
    names.put(RelationType.COMPLICATION, "complication");
    Map<RelationType, List<String>> relations = new EnumMap<>(RelationType.class);
    names.forEach(
        (type, name) -> {
          if (header.contains(name)) {
            relations.put(type, List.of(name));
          }
        });
    if (!header.contains("name") || relations.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new GraphTable(
            "name",
            false,
            header.contains("alias") ? List.of("alias") : List.of(),
            header.contains("part") ? List.of("part") : List.of(),
            relations));
  }

  /** All columns that must be there. */
  List<String> columns() {
    List<String> columns = new ArrayList<>(List.of(subject));
    columns.addAll(aliases);
    columns.addAll(sites);
    relations.values().forEach(columns::addAll);
    return columns;
  }
}
