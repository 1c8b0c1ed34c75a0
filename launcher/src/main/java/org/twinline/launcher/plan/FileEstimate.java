package org.twinline.launcher.plan;

/**
 * How many lines a file has, from a sample of it.
 *
 * @param path of the file
 * @param read bytes of lines that were looked at
 * @param lines the estimate
 * @param low if all were as its sparsest stretch
 * @param high if all were as its densest stretch
 * @param exact whether the sample was the whole file
 */
public record FileEstimate(
    String path, long read, long lines, long low, long high, boolean exact) {}
