package org.twinline.core.triple;

/** One message of a conversation. */
public record Turn(Role role, String content) {}
