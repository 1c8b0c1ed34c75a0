package org.twinline.core.json.adapter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.twinline.core.json.JsonValue;
import org.twinline.core.json.MalformedRecord;
import org.twinline.core.json.Read;
import org.twinline.core.json.adapter.CandidateSource.Part;
import org.twinline.core.triple.Candidate;
import org.twinline.core.triple.CandidateGroup;
import org.twinline.core.triple.Extra;
import org.twinline.core.triple.Place;
import org.twinline.core.triple.Preference;
import org.twinline.core.triple.Question;
import org.twinline.core.triple.Response;

/** The candidates of one line under a mapping. */
final class MappedCandidates {
  private final FieldMapping mapping;
  private final JsonValue.Obj line;
  private final Place place;
  private final Consumed consumed;
  private final List<Candidate> candidates = new ArrayList<>();

  MappedCandidates(FieldMapping mapping, JsonValue.Obj line, Place place, Consumed consumed) {
    this.mapping = mapping;
    this.line = line;
    this.place = place;
    this.consumed = consumed;
  }

  /** Finds them all; {@code cot} is the line's own thought. */
  void collect(String cot, Optional<JsonValue> answer, Optional<JsonValue> response)
      throws MalformedRecord {
    if (answer.isPresent()) {
      addAll(answer.get(), cot, false, Draft.NONE);
    }
    if (response.isPresent()) {
      addAll(response.get(), cot, true, Draft.NONE);
    }
    for (CandidateSource source : mapping.candidates()) {
      if (source.each().isEmpty()) {
        add(source, "", line, cot);
      } else {
        Optional<JsonValue> each = source.each().get(0).find(line);
        if (each.isPresent()) {
          addEach(source, each.get(), cot);
        }
      }
    }
  }

  /** Unknown fields go to a candidate that has the line to itself, else to the question. */
  CandidateGroup group(Question question, Extra extra) {
    boolean each = mapping.candidates().stream().anyMatch(source -> !source.each().isEmpty());
    if (candidates.size() != 1 || each) {
      return Fragments.fragment(Fragments.withExtra(question, extra), candidates, place);
    }
    Candidate only = candidates.get(0);
    Candidate all = new Candidate(only.id(), only.response(), only.preference(), place, extra);
    return Fragments.fragment(question, List.of(all), place);
  }

  private void addEach(CandidateSource source, JsonValue each, String cot) throws MalformedRecord {
    if (each instanceof JsonValue.Obj object) {
      for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
        add(source, member.getKey(), member.getValue(), cot);
      }
    } else {
      List<JsonValue> elements = Read.array(source.each().get(0).toString(), each).elements();
      for (int i = 0; i < elements.size(); i++) {
        add(source, Integer.toString(i), elements.get(i), cot);
      }
    }
  }

  private void add(CandidateSource source, String key, JsonValue entry, String lineCot)
      throws MalformedRecord {
    boolean split = source.parts().containsKey(Part.RESPONSE);
    Optional<JsonValue> answer = find(source, split ? Part.RESPONSE : Part.ANSWER, entry);
    boolean keyed = source.parts().get(Part.ANSWER) instanceof ElementSource.Key;
    if (answer.isEmpty() && !keyed) {
      return;
    }
    String own = text(source, Part.COT, key, entry);
    Preference preference =
        Double.isNaN(source.preference()) ? Preference.NONE : Preference.of(source.preference());
    Draft draft = new Draft(text(source, Part.ID, key, entry), preference);
    String cot = own.isBlank() ? lineCot : own;
    if (answer.isPresent()) {
      addAll(answer.get(), cot, split, draft);
    } else {
      candidates.add(draft.with(new Response(cot, key), place));
    }
  }

  private static Optional<JsonValue> find(CandidateSource source, Part part, JsonValue entry) {
    ElementSource where = source.parts().get(part);
    return where == null ? Optional.empty() : where.find(entry);
  }

  private String text(CandidateSource source, Part part, String key, JsonValue entry)
      throws MalformedRecord {
    if (source.parts().get(part) instanceof ElementSource.Key) {
      return key;
    }
    Optional<JsonValue> value = find(source, part, entry);
    value.ifPresent(consumed::add);
    return value.isPresent() ? Read.scalar(part.name().toLowerCase(Locale.ROOT), value.get()) : "";
  }

  /** One candidate per text; an array of texts holds several. */
  private void addAll(JsonValue value, String cot, boolean split, Draft draft) {
    consumed.add(value);
    List<JsonValue> texts =
        value instanceof JsonValue.Arr array && isTexts(array) ? array.elements() : List.of(value);
    for (JsonValue element : texts) {
      String text = Read.textOrJson(element);
      Response response = split && cot.isBlank() ? Responses.split(text) : new Response(cot, text);
      Draft numbered = texts.size() > 1 ? draft.without() : draft;
      candidates.add(numbered.with(response, place));
    }
  }

  private static boolean isTexts(JsonValue.Arr array) {
    return !array.elements().isEmpty()
        && array.elements().stream().allMatch(e -> e instanceof JsonValue.Text);
  }

  /** What a candidate has beside its texts. */
  private record Draft(String id, Preference preference) {
    static final Draft NONE = new Draft("", Preference.NONE);

    /** The same without an id, as several candidates cannot share one. */
    Draft without() {
      return new Draft("", preference);
    }

    Candidate with(Response response, Place place) {
      return new Candidate(id, response, preference, place, Extra.NONE);
    }
  }
}
