package org.twinline.core.json.adapter;

import java.io.Serializable;
import org.twinline.core.json.JsonValue;
import org.twinline.core.json.MalformedRecord;
import org.twinline.core.triple.CandidateGroup;
import org.twinline.core.triple.Place;

/** A shape of parsed lines. */
interface Form extends Serializable {
  CandidateGroup adapt(JsonValue.Obj line, Place place) throws MalformedRecord;
}
