package org.twinline.core.flow.beam;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.twinline.core.flow.Flow;
import org.twinline.core.flow.FlowCodec;

/** The one coder of both lines: {@link FlowCodec}. */
public final class FlowCoder extends AtomicCoder<Flow> {
  private static final long serialVersionUID = 1;
  private static final FlowCoder INSTANCE = new FlowCoder();

  private FlowCoder() {}

  /** The coder. */
  public static FlowCoder of() {
    return INSTANCE;
  }

  @Override
  public void encode(Flow flow, OutputStream out) throws IOException {
    FlowCodec.write(flow, out);
  }

  @Override
  public Flow decode(InputStream in) throws IOException {
    return FlowCodec.read(in);
  }
}
