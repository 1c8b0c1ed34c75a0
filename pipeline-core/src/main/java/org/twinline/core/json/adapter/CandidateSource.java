package org.twinline.core.json.adapter;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.twinline.core.Require;

/**
 * Where a mapping finds candidates.
 *
 * @param each empty where the parts are fields of the line, else one pointer to an array or object
 *     each entry of which is a candidate
 * @param parts where the parts of a candidate are; {@link Part#ANSWER} or {@link Part#RESPONSE} is
 *     required
 * @param preference a person's preference in [0,1] that all candidates of this source have, NaN
 *     where there is none
 */
public record CandidateSource(
    List<FieldPointer> each, Map<Part, ElementSource> parts, double preference)
    implements Serializable {

  /** A part of a candidate. */
  public enum Part {
    ID,
    COT,
    ANSWER,
    RESPONSE
  }

  public CandidateSource {
    each = List.copyOf(each);
    parts = Map.copyOf(parts);
    Require.argument(each.size() <= 1, "Cannot take each entry of more than one field: %s", each);
    Require.argument(
        parts.containsKey(Part.ANSWER) != parts.containsKey(Part.RESPONSE),
        "Cannot find candidates without exactly one of answer and response");
    Require.argument(
        !each.isEmpty() || parts.values().stream().allMatch(p -> p instanceof ElementSource.Field),
        "Cannot use key or value of a candidate without each");
    Require.argument(
        Double.isNaN(preference) || (preference >= 0 && preference <= 1),
        "illegal preference: %s, must be between 0 and 1",
        preference);
  }

  /** Candidates whose parts are fields of the line. */
  public static CandidateSource ofLine(Map<Part, ElementSource> parts, double preference) {
    return new CandidateSource(List.of(), parts, preference);
  }

  /** One candidate per entry of an array or object. */
  public static CandidateSource ofEach(
      FieldPointer each, Map<Part, ElementSource> parts, double preference) {
    return new CandidateSource(List.of(each), parts, preference);
  }
}
