package org.twinline.launcher.job;

/** The kinds of YAML file, in the words that messages need. */
enum FileKind {
  JOB("job file", "use parameters", "twinline init"),
  GATE("gate file", "write the value out", "twinline gate suggest");

  private final String noun;
  private final String insteadOfAnchors;
  private final String madeBy;

  FileKind(String noun, String insteadOfAnchors, String madeBy) {
    this.noun = noun;
    this.insteadOfAnchors = insteadOfAnchors;
    this.madeBy = madeBy;
  }

  /** What such a file is called. */
  String noun() {
    return noun;
  }

  /** The command that writes one. */
  String madeBy() {
    return madeBy;
  }

  /** What to do where an anchor was tried. */
  String insteadOfAnchors() {
    return insteadOfAnchors;
  }
}
