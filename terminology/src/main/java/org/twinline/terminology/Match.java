package org.twinline.terminology;

/**
 * A concept found by an approximate name.
 *
 * @param designation the name that matched best
 * @param score the similarity of the names in [0,1] ({@link NameProfile#similarity})
 */
public record Match(Concept concept, String designation, double score) {}
