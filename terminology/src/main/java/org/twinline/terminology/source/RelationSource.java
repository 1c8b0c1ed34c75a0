package org.twinline.terminology.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.twinline.terminology.CodeSystem;
import org.twinline.terminology.RelationType;

/**
 * The format {@code relations}: one relation a line, with columns {@code from}, {@code relation},
 * {@code to} and optionally {@code weight} (in (0,1]; else that of the type).
 */
public record RelationSource(Path file) implements TerminologySource {
  /** The system of concepts made for names that nothing else knows. */
  static final CodeSystem NAMES = new CodeSystem("NAMES", "");

  @Override
  public String format() {
    return "relations";
  }

  @Override
  public void read(ConceptSink sink) throws IOException {
    new TabSeparated(file, Set.of("from", "relation", "to"), Set.of("weight"), sink)
        .read(row -> relation(row, sink));
  }

  private void relation(TabSeparated.Row row, ConceptSink sink) {
    Optional<RelationType> type = RelationType.parse(row.field("relation"));
    if (type.isEmpty()) {
      String known =
          Arrays.stream(RelationType.values())
              .map(RelationType::code)
              .collect(Collectors.joining(", "));
      sink.problem(
          row.problem(
              "relation",
              "unknown relation '%s', known are %s".formatted(row.field("relation"), known)));
      return;
    }
    double weight = type.get().weight();
    if (!row.field("weight").isEmpty()) {
      weight = weight(row.field("weight"));
      if (!(weight > 0 && weight <= 1)) {
        sink.problem(
            row.problem(
                "weight",
                "illegal weight '%s', must be above 0 and at most 1"
                    .formatted(row.field("weight"))));
        return;
      }
    }
    sink.relation(
        new SourceRelation(
            ConceptRef.code(row.field("from")),
            type.get(),
            ConceptRef.code(row.field("to")),
            weight,
            new SourceRelation.Origin(
                file, row.line(), row.column("from"), row.column("to"), NAMES)));
  }

  private static double weight(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
