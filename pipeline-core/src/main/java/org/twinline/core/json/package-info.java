/**
 * Records as JSON: strict reading of one line, and the codecs of every type that travels.
 *
 * <p>Start at {@link org.twinline.core.json.Json}: bytes become a {@link
 * org.twinline.core.json.JsonValue} tree, checked against {@link org.twinline.core.json.Limits};
 * each {@link org.twinline.core.json.JsonCodec} writes one type and reads it back. Foreign shapes
 * are in {@link org.twinline.core.json.adapter}. There is deliberately no data binding: renaming a
 * record must not change a format.
 */
@NullMarked
package org.twinline.core.json;

import org.jspecify.annotations.NullMarked;
