package org.twinline.core.group;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import org.twinline.core.dataset.DatasetLines;
import org.twinline.core.flow.Flow;
import org.twinline.core.flow.FlowCodec;
import org.twinline.core.json.CandidateGroupCodec;
import org.twinline.core.json.DeadLetter;
import org.twinline.core.json.MalformedRecord;
import org.twinline.core.json.adapter.RecordAdapter;
import org.twinline.core.ledger.Tally;
import org.twinline.core.ledger.TallyBuilder;
import org.twinline.core.triple.CandidateGroup;
import org.twinline.core.triple.Place;

/**
 * Parses lines into keyed parcels for the shuffle and keeps account of what was read. Not
 * thread-safe.
 */
public final class ParcelMaker {
  private final RecordAdapter adapter;
  private final TallyBuilder tally = new TallyBuilder();

  /** A maker for lines of one form. */
  public ParcelMaker(RecordAdapter adapter) {
    this.adapter = adapter;
  }

  /** A parcel under its 16-byte key. */
  @SuppressWarnings("ArrayRecordComponent") // handed on, compared nowhere
  public record Keyed(byte[] key, byte[] parcel) {}

  /** The parcel of a line: its question and candidates, or a dead letter. */
  public Keyed line(Place place, byte[] line) {
    CandidateGroup fragment;
    try {
      fragment = adapter.adapt(line, place);
    } catch (MalformedRecord fault) {
      return malformed(place, fault);
    }
    tally.read(place, Math.max(1, fragment.candidates().size()));
    return new Keyed(
        QuestionIdentity.key(fragment.question()),
        Parcel.fragment(CandidateGroupCodec.INSTANCE.toBytes(fragment)));
  }

  /** The parcel of a line that could not be read. */
  public Keyed malformed(Place place, MalformedRecord fault) {
    tally.read(place, 1);
    tally.deadLettered(place);
    Flow letter =
        DatasetLines.deadLetter(
            new DeadLetter(place, fault.code(), fault.detail(), fault.column()));
    return passenger(place.toString(), letter);
  }

  /** The account since the last call, as a parcel. */
  public Keyed account(String name) {
    Tally account = tally.finish();
    return passenger(name, new Flow.Account(account));
  }

  private static Keyed passenger(String name, Flow flow) {
    return new Keyed(
        Hashing.murmur3_128().hashString(name, StandardCharsets.UTF_8).asBytes(),
        Parcel.passenger(FlowCodec.toBytes(flow)));
  }
}
