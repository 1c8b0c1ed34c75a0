package org.twinline.launcher.run;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.twinline.core.json.adapter.CandidateSource;
import org.twinline.core.json.adapter.ElementSource;
import org.twinline.core.json.adapter.FieldMapping;
import org.twinline.core.json.adapter.FieldPointer;
import org.twinline.core.json.adapter.MappedField;
import org.twinline.core.json.adapter.QuestionSource;
import org.twinline.launcher.job.Mapping;

/** The mapping of a job file as the adapter's mapping. */
final class FieldMappings {
  private FieldMappings() {}

  static FieldMapping of(Mapping mapping) {
    Map<MappedField, List<FieldPointer>> fields = new EnumMap<>(MappedField.class);
    mapping
        .fields()
        .forEach((field, pointers) -> fields.put(MappedField.valueOf(field.name()), all(pointers)));
    mapping.history().ifPresent(h -> fields.put(MappedField.HISTORY, all(List.of(h))));
    return new FieldMapping(
        question(mapping.question()),
        fields,
        mapping.candidates().stream().map(FieldMappings::candidate).toList(),
        new FieldMapping.Constants(
            mapping.constants().task(),
            mapping.constants().answerKind(),
            mapping.constants().language()));
  }

  private static List<QuestionSource> question(Mapping.QuestionText question) {
    List<FieldPointer> pointers = all(question.pointers());
    return question.outline()
        ? List.of(new QuestionSource.Outline(pointers))
        : pointers.stream().<QuestionSource>map(QuestionSource.Field::new).toList();
  }

  private static CandidateSource candidate(Mapping.Candidate candidate) {
    Map<CandidateSource.Part, ElementSource> parts = new EnumMap<>(CandidateSource.Part.class);
    candidate
        .fields()
        .forEach(
            (field, pointer) ->
                parts.put(
                    CandidateSource.Part.valueOf(field.name()), ElementSource.parse(pointer)));
    if (candidate.each().isPresent()
        && !parts.containsKey(CandidateSource.Part.ANSWER)
        && !parts.containsKey(CandidateSource.Part.RESPONSE)) {
      parts.put(CandidateSource.Part.ANSWER, new ElementSource.Value());
    }
    List<FieldPointer> each = new ArrayList<>();
    candidate.each().ifPresent(pointer -> each.add(FieldPointer.parse(pointer)));
    return new CandidateSource(each, parts, candidate.preference().orElse(Double.NaN));
  }

  private static List<FieldPointer> all(List<String> pointers) {
    return pointers.stream().map(FieldPointer::parse).toList();
  }
}
