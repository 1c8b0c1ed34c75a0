/**
 * The page a person reads after a run: {@code report.json} in, one self-contained {@code
 * report.html} out. Start at {@link org.twinline.launcher.report.ReportPage}; {@link
 * org.twinline.launcher.report.ExplanationText} turns the verifiers' explanations into sentences,
 * on the page and on the terminal.
 *
 * <p>HTML is made by {@link org.twinline.launcher.report.Html}, a writer that cannot be asked for
 * unescaped text, and not by templates: most of the page is figures whose geometry is computed, and
 * text of records must also lose its control and direction characters, which no template engine's
 * escaping does.
 *
 * <p>Deliberately not here: gathering figures (the lines count, the run writes {@code report.json})
 * and scripts (the page has none).
 */
@NullMarked
package org.twinline.launcher.report;

import org.jspecify.annotations.NullMarked;
