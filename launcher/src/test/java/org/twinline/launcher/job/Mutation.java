package org.twinline.launcher.job;

import java.util.Optional;

/**
 * A job file with one mistake made in it.
 *
 * @param name which file, key and mistake
 * @param line where the mistake stands, from 1
 * @param column of it in characters, from 1
 * @param meant the word that a suggestion must name; empty where there is none to make
 */
record Mutation(String name, String text, int line, int column, Optional<String> meant) {
  /** {@code :line:column} as an error's place ends. */
  String place() {
    return ":" + line + ":" + column;
  }
}
