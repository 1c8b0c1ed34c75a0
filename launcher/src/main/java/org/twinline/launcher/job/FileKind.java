package org.twinline.launcher.job;

/** The kinds of YAML file, in the words that messages need. */
enum FileKind {
  JOB("job file", "use parameters"),
  GATE("gate file", "write the value out");

  private final String noun;
  private final String insteadOfAnchors;

  FileKind(String noun, String insteadOfAnchors) {
    this.noun = noun;
    this.insteadOfAnchors = insteadOfAnchors;
  }

  /** What such a file is called. */
  String noun() {
    return noun;
  }

  /** What to do where an anchor was tried. */
  String insteadOfAnchors() {
    return insteadOfAnchors;
  }
}
