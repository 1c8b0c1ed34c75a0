package org.twinline.core.json.adapter;

import org.twinline.core.json.DeadLetterCode;
import org.twinline.core.json.JsonValue;
import org.twinline.core.json.MalformedRecord;
import org.twinline.core.json.Names;
import org.twinline.core.triple.CandidateGroup;
import org.twinline.core.triple.Place;

/** Decides the form of each line from the fields it has. */
final class AutoForm implements Form {
  private static final CanonicalForm CANONICAL = new CanonicalForm();
  private static final AlpacaForm ALPACA = new AlpacaForm();
  private static final PreferenceForm PREFERENCE = new PreferenceForm();
  private static final HuatuoForm HUATUO = new HuatuoForm();

  @Override
  public CandidateGroup adapt(JsonValue.Obj line, Place place) throws MalformedRecord {
    return form(line).adapt(line, place);
  }

  /** The first form that fits; a pair has a question too, so it is asked for first. */
  private static Form form(JsonValue.Obj line) throws MalformedRecord {
    if (PreferenceForm.fits(line)) {
      return PREFERENCE;
    }
    if (line.has(Names.QUESTION) || line.has(Names.TURNS)) {
      return CANONICAL;
    }
    if (line.has(ConversationForm.MESSAGES)) {
      return ConversationForm.CHAT;
    }
    if (line.has(ConversationForm.CONVERSATIONS)) {
      return ConversationForm.SHAREGPT;
    }
    if (line.has(AlpacaForm.INSTRUCTION)) {
      return ALPACA;
    }
    if (line.has(HuatuoForm.QUESTION) && line.has(HuatuoForm.RESPONSE)) {
      return HUATUO;
    }
    if (line.has(ConversationForm.PROMPT)) {
      return ConversationForm.CHAT;
    }
    throw new MalformedRecord(
        DeadLetterCode.UNRECOGNISED_FORM,
        "none of question, turns, messages, conversations, instruction, prompt, Question with"
            + " Response; map the fields",
        line.start());
  }
}
