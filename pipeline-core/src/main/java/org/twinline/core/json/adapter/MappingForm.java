package org.twinline.core.json.adapter;

import org.twinline.core.json.JsonValue;
import org.twinline.core.json.MalformedRecord;
import org.twinline.core.triple.CandidateGroup;
import org.twinline.core.triple.Place;

/** Lines read by a mapping. */
record MappingForm(FieldMapping mapping) implements Form {
  @Override
  public CandidateGroup adapt(JsonValue.Obj line, Place place) throws MalformedRecord {
    return new MappedLine(mapping, line, place).group();
  }
}
