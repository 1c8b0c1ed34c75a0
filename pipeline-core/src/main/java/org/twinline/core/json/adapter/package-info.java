/**
 * One input line, in whatever shape it was published, to a fragment of a candidate group.
 *
 * <p>Start at {@link org.twinline.core.json.adapter.Adapters}. The forms are named; any other shape
 * is read by a {@link org.twinline.core.json.adapter.FieldMapping}. A fragment is what one line
 * says: grouping joins the fragments of one question.
 */
@NullMarked
package org.twinline.core.json.adapter;

import org.jspecify.annotations.NullMarked;
