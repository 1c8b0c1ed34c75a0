package org.twinline.core.triple;

/** Who speaks a {@link Turn}. */
public enum Role {
  SYSTEM,
  USER,
  ASSISTANT
}
