package org.twinline.core.json.adapter;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.twinline.core.json.adapter.CandidateSource.Part;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Language;
import org.twinline.core.triple.Task;

/** The mappings of published sets, as a job file would give them. */
final class Mappings {
  private static final double NO_PREFERENCE = Double.NaN;

  private Mappings() {}

  static List<FieldPointer> at(String... pointers) {
    return Arrays.stream(pointers).map(FieldPointer::parse).toList();
  }

  static List<QuestionSource> text(String... pointers) {
    return Arrays.stream(pointers)
        .<QuestionSource>map(p -> new QuestionSource.Field(FieldPointer.parse(p)))
        .toList();
  }

  static FieldMapping of(String question, Map<MappedField, List<FieldPointer>> fields) {
    return new FieldMapping(text(question), fields, List.of(), FieldMapping.Constants.NONE);
  }

  static FieldMapping jmed() {
    return new FieldMapping(
        text("question"),
        Map.of(
            MappedField.ID, at("id"),
            MappedField.COT, at("cot"),
            MappedField.OPTIONS, at("options"),
            MappedField.REFERENCES, at("gold")),
        List.of(
            CandidateSource.ofEach(
                FieldPointer.parse("/options"),
                Map.of(
                    Part.ID, ElementSource.parse("key"),
                    Part.ANSWER, ElementSource.parse("value")),
                NO_PREFERENCE)),
        new FieldMapping.Constants(Task.DIAGNOSIS, AnswerKind.ENTITY, Language.ZH));
  }

  static FieldMapping o1() {
    return of(
        "question",
        Map.of(
            MappedField.ID, at("id"),
            MappedField.COT, at("cot"),
            MappedField.RESPONSE, at("response"),
            MappedField.REFERENCES, at("gold")));
  }

  static FieldMapping agentClinic() {
    String root = "/OSCE_Examination/";
    return new FieldMapping(
        List.of(
            new QuestionSource.Outline(
                at(
                    root + "Objective_for_Doctor",
                    root + "Patient_Actor",
                    root + "Physical_Examination_Findings",
                    root + "Test_Results"))),
        Map.of(MappedField.REFERENCES, at(root + "Correct_Diagnosis")),
        List.of(),
        new FieldMapping.Constants(Task.DIAGNOSIS, AnswerKind.ENTITY, Language.EN));
  }

  static FieldMapping huatuo26m() {
    return of("instruction", Map.of(MappedField.ID, at("id"), MappedField.ANSWER, at("output")));
  }

  static FieldMapping cmtMedQa() {
    Map<MappedField, List<FieldPointer>> fields = new EnumMap<>(MappedField.class);
    fields.put(MappedField.ID, at("id"));
    fields.put(MappedField.HISTORY, at("history"));
    fields.put(MappedField.ANSWER, at("output"));
    return new FieldMapping(
        text("instruction", "instruct"), fields, List.of(), FieldMapping.Constants.NONE);
  }

  static FieldMapping preference() {
    return new FieldMapping(
        text("question"),
        Map.of(),
        List.of(
            CandidateSource.ofLine(Map.of(Part.ANSWER, ElementSource.parse("response_chosen")), 1),
            CandidateSource.ofLine(
                Map.of(Part.ANSWER, ElementSource.parse("response_rejected")), 0)),
        FieldMapping.Constants.NONE);
  }

  static FieldMapping cmExam() {
    return of(
        "question",
        Map.of(
            MappedField.ID, at("id"),
            MappedField.OPTIONS, at("options"),
            MappedField.REFERENCES, at("answer")));
  }
}
