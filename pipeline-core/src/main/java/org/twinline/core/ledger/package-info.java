/** The account of a run: what was read, kept, dropped and dead-lettered, computed from the data. */
@NullMarked
package org.twinline.core.ledger;

import org.jspecify.annotations.NullMarked;
