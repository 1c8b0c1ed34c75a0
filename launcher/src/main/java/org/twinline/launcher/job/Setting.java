package org.twinline.launcher.job;

/**
 * One value of a resolved configuration.
 *
 * @param key its dotted path, as {@code --set} takes it
 * @param json the value; a list of plain values is one setting where all of it has one origin
 */
public record Setting(String key, String json, Origin origin) {}
