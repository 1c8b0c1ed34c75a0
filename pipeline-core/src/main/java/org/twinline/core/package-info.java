/**
 * What both lines share: records, their JSON, strict reading and staged writing.
 *
 * <p>Start at {@link org.twinline.core.triple} for the words, {@link org.twinline.core.io} for the
 * way in and out. Beam is only imported below {@code ..beam..} packages, so that scoring and
 * terminology run without it.
 */
@NullMarked
package org.twinline.core;

import org.jspecify.annotations.NullMarked;
