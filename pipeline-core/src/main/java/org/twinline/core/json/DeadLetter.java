package org.twinline.core.json;

import org.twinline.core.triple.Place;

/**
 * A line that could not be read: where, why and no word of its text.
 *
 * @param column byte offset of the fault inside the line, -1 where it is not known
 */
public record DeadLetter(Place place, DeadLetterCode code, String detail, long column) {}
