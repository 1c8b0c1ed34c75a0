/**
 * Gradient-boosted trees: a trainer whose result is equal, byte for byte, on every machine, and an
 * evaluator over flat arrays.
 *
 * <p>Own code, since the native trainers (LightGBM, XGBoost) need a shared library (libgomp) that a
 * fresh machine may lack, and sum in an order that depends on processor and thread count, while
 * weights here must be reproducible from the data alone.
 */
@NullMarked
package org.twinline.terminology.link.trees;

import org.jspecify.annotations.NullMarked;
