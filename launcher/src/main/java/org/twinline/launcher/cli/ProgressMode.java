package org.twinline.launcher.cli;

/** How a run shows its progress on stderr. */
public enum ProgressMode {
  /** A live line on a terminal, plain lines elsewhere. */
  AUTO,
  /** A plain line now and then. */
  PLAIN,
  NONE
}
