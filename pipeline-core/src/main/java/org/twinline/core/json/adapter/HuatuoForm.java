package org.twinline.core.json.adapter;

import java.util.List;
import java.util.Set;
import org.twinline.core.json.JsonValue;
import org.twinline.core.json.MalformedRecord;
import org.twinline.core.json.Read;
import org.twinline.core.triple.CandidateGroup;
import org.twinline.core.triple.Place;
import org.twinline.core.triple.Preference;
import org.twinline.core.triple.Response;

/** The SFT set of HuatuoGPT-o1: {@code Question}, {@code Complex_CoT}, {@code Response}. */
final class HuatuoForm implements Form {
  static final String QUESTION = "Question";
  static final String COT = "Complex_CoT";
  static final String RESPONSE = "Response";
  private static final Set<String> OWN = Set.of(QUESTION, COT, RESPONSE);

  @Override
  public CandidateGroup adapt(JsonValue.Obj line, Place place) throws MalformedRecord {
    Response response =
        new Response(
            Read.text(COT, Read.required(line, COT)),
            Read.text(RESPONSE, Read.required(line, RESPONSE)));
    return Fragments.foreign(
        line,
        place,
        List.of(Fragments.user(Read.text(QUESTION, Read.required(line, QUESTION)))),
        List.of(new Fragments.Answer(response, Preference.NONE)),
        OWN);
  }
}
