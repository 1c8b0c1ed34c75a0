package org.twinline.launcher.plan;

import org.twinline.core.json.Limits;
import org.twinline.core.json.adapter.RecordAdapter;

/** How a job's lines are read. */
public record Reading(RecordAdapter adapter, Limits limits) {}
