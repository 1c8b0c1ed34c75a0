/**
 * Files that trainers load unchanged, one exporter per trainer, made from the datasets of a run.
 *
 * <p>Start at {@link org.twinline.core.export.Exports}. Deliberately not here: tokenizers (lengths
 * are in characters), mixing and splitting of datasets, and trainers' own configuration.
 */
@NullMarked
package org.twinline.core.export;

import org.jspecify.annotations.NullMarked;
