package org.twinline.launcher.doctor;

import java.util.Locale;

/**
 * One finding.
 *
 * @param name what was looked at
 * @param next what to do about it; empty where all is well
 */
record Check(String name, Status status, String message, String next) {
  /** How it stands. */
  enum Status {
    OK,
    /** A run will do, perhaps slowly or in part. */
    WARN,
    /** A run will not do. */
    FAIL;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Check ok(String name, String message) {
    return new Check(name, Status.OK, message, "");
  }

  static Check warn(String name, String message, String next) {
    return new Check(name, Status.WARN, message, next);
  }

  static Check fail(String name, String message, String next) {
    return new Check(name, Status.FAIL, message, next);
  }
}
