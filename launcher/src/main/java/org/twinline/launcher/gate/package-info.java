/**
 * Gates: what a finished run must satisfy, checked without running anything again.
 *
 * <p>Start at {@link org.twinline.launcher.gate.GateCommands}. A {@link
 * org.twinline.launcher.gate.RunScan} reads a run once into a {@link
 * org.twinline.launcher.gate.Sketch} of bounded size; a {@link
 * org.twinline.launcher.gate.Evaluation} holds it, and that of a baseline, against a {@link
 * org.twinline.launcher.gate.GateFile}; the formats show the one {@link
 * org.twinline.launcher.gate.GateResult}. Making a run pass is not here.
 */
@NullMarked
package org.twinline.launcher.gate;

import org.jspecify.annotations.NullMarked;
