package org.twinline.reward.step;

import org.twinline.core.resource.Lease;
import org.twinline.core.resource.ResourceRef;
import org.twinline.terminology.Terminology;
import org.twinline.terminology.TerminologyException;

/** A lease of an open terminology, shared by all steps of a JVM. */
public final class TerminologyLease implements AutoCloseable {
  private final Lease<Terminology> lease;

  private TerminologyLease(Lease<Terminology> lease) {
    this.lease = lease;
  }

  /** Opens the terminology, or shares the one that is open. */
  public static TerminologyLease take(ResourceRef ref) {
    return new TerminologyLease(
        Lease.take("terminology:" + ref.sha256(), Terminology.class, () -> open(ref)));
  }

  /** What lies there must still be what the job was started with. */
  private static Terminology open(ResourceRef ref) {
    Terminology opened = Terminology.open(ref.path());
    String found = opened.description().contentHash();
    if (!found.equals(ref.sha256())) {
      opened.close();
      throw new TerminologyException(
          "Cannot use terminology "
              + ref.uri()
              + ": its content hash is "
              + found
              + " here, the job was started with "
              + ref.sha256());
    }
    return opened;
  }

  /** The terminology; not to be used after {@link #close}. */
  public Terminology terminology() {
    return lease.value();
  }

  @Override
  public void close() {
    lease.close();
  }
}
