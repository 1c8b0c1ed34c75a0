package org.twinline.reward.agreement;

import org.twinline.core.triple.Place;
import org.twinline.core.triple.Task;

/**
 * An answer that the rules judged and a person labelled.
 *
 * @param id as the record has it; several answers may share one
 * @param place where the record was read, which tells answers of one id apart
 */
public record LabelledAnswer(String id, Place place, Task task, Judgement judgement, Label label) {}
