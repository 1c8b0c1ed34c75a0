package org.twinline.core.json.adapter;

import java.io.Serializable;
import org.twinline.core.json.MalformedRecord;
import org.twinline.core.triple.CandidateGroup;
import org.twinline.core.triple.Place;

/** Reads one line of the input. Stateless, thread-safe and serialisable. */
public interface RecordAdapter extends Serializable {
  /**
   * What one line says: a question with none, one or many candidates. Candidates carry {@code
   * place}; a line without candidates is bare and names it there.
   *
   * @param line the bytes of the line, without its line ending
   * @throws MalformedRecord if the line is not strict JSON within the limits or does not have the
   *     adapter's form
   */
  CandidateGroup adapt(byte[] line, Place place) throws MalformedRecord;
}
