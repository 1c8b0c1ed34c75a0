/**
 * The command line: arguments in, exit code out. Start at {@link org.twinline.launcher.cli.Main};
 * what the commands do stands behind {@link org.twinline.launcher.cli.Commands}.
 *
 * <p>Results go to stdout, all else to stderr. Nothing here loads Beam, Lucene or DJL, so that help
 * and errors come at once.
 */
@NullMarked
package org.twinline.launcher.cli;

import org.jspecify.annotations.NullMarked;
