package org.twinline.core.group;

/**
 * What goes through the shuffle, as bytes so that no coder touches it on the way: a tag, then the
 * JSON of a line's question and candidates, or a finished {@link org.twinline.core.flow.Flow}
 * element (a dead letter, a part of the account) that only rides along.
 */
public final class Parcel {
  private static final byte FRAGMENT = 'f';
  private static final byte PASSENGER = 'p';

  private Parcel() {}

  /** Wraps the JSON of one line's question and candidates. */
  public static byte[] fragment(byte[] json) {
    return tagged(FRAGMENT, json);
  }

  /** Wraps the bytes of a flow element. */
  public static byte[] passenger(byte[] flow) {
    return tagged(PASSENGER, flow);
  }

  /** Whether the parcel is part of a group. */
  public static boolean isFragment(byte[] parcel) {
    return parcel[0] == FRAGMENT;
  }

  /** What was wrapped. */
  public static byte[] content(byte[] parcel) {
    byte[] content = new byte[parcel.length - 1];
    System.arraycopy(parcel, 1, content, 0, content.length);
    return content;
  }

  private static byte[] tagged(byte tag, byte[] content) {
    byte[] parcel = new byte[content.length + 1];
    parcel[0] = tag;
    System.arraycopy(content, 0, parcel, 1, content.length);
    return parcel;
  }
}
