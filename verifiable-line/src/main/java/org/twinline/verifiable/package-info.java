/**
 * The verifiable line: short answers checked by rule and, where the rules are unsure, by a verifier
 * model. Start at {@link org.twinline.verifiable.VerifiableLine}.
 */
@NullMarked
package org.twinline.verifiable;

import org.jspecify.annotations.NullMarked;
