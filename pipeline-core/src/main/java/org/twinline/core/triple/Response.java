package org.twinline.core.triple;

/** Chain of thought (empty where there is none) and final answer. */
public record Response(String cot, String answer) {}
