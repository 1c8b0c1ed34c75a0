package org.twinline.core.dataset.beam;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.CoderException;
import org.twinline.core.json.MalformedRecord;
import org.twinline.core.ledger.Tally;
import org.twinline.core.ledger.TallyCodec;

/** The JSON of {@link TallyCodec}, length-prefixed. */
final class TallyCoder extends AtomicCoder<Tally> {
  private static final long serialVersionUID = 1;
  private static final TallyCoder INSTANCE = new TallyCoder();

  private TallyCoder() {}

  static TallyCoder of() {
    return INSTANCE;
  }

  @Override
  public void encode(Tally tally, OutputStream out) throws IOException {
    ByteArrayCoder.of().encode(TallyCodec.INSTANCE.toBytes(tally), out);
  }

  @Override
  public Tally decode(InputStream in) throws IOException {
    try {
      return TallyCodec.INSTANCE.fromBytes(ByteArrayCoder.of().decode(in));
    } catch (MalformedRecord e) {
      throw new CoderException("Cannot decode an account: " + e.getMessage(), e);
    }
  }
}
