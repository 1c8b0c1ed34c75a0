package org.twinline.core.json.adapter;

import org.twinline.core.json.Json;
import org.twinline.core.json.Limits;
import org.twinline.core.json.MalformedRecord;
import org.twinline.core.triple.CandidateGroup;
import org.twinline.core.triple.Place;

/** Strict parsing, then a form. */
record LineAdapter(Form form, Limits limits) implements RecordAdapter {
  @Override
  public CandidateGroup adapt(byte[] line, Place place) throws MalformedRecord {
    return form.adapt(Json.readStrict(line, limits), place);
  }
}
