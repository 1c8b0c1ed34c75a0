package org.twinline.launcher.plan;

import java.util.List;
import org.twinline.launcher.job.Job;

/** What a run would do, and what it was planned for. */
record Plan(Job job, Pinned pinned, List<Stage> stages, Outlook outlook) {
  Plan {
    stages = List.copyOf(stages);
  }
}
