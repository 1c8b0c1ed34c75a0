package org.twinline.reward.step;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.twinline.core.flow.GroupStep;
import org.twinline.core.resource.ResourceRef;
import org.twinline.core.triple.Question;
import org.twinline.core.verdict.Judged;
import org.twinline.core.verdict.JudgedGroup;
import org.twinline.core.verdict.Rejection;
import org.twinline.reward.Guard;
import org.twinline.reward.guard.GuardSettings;

/** Rejects candidates that cheat; the first guard of the list that objects gives the reason. */
public final class ApplyGuards implements GroupStep {
  private static final long serialVersionUID = 1;
  private final GuardSettings settings;
  private final @Nullable ResourceRef terminology;
  private transient List<Guard> guards = List.of();
  private transient @Nullable TerminologyLease lease;

  private ApplyGuards(GuardSettings settings, @Nullable ResourceRef terminology) {
    this.settings = settings;
    this.terminology = terminology;
  }

  /**
   * Guards by name, in order.
   *
   * @param terminology lets guards recognise entities; empty where the job names none
   */
  public static ApplyGuards named(List<String> names, Optional<ResourceRef> terminology) {
    return by(GuardSettings.of(names), terminology);
  }

  /**
   * The guards of a job, in order.
   *
   * @param terminology lets guards recognise entities; empty where the job names none
   */
  public static ApplyGuards by(GuardSettings settings, Optional<ResourceRef> terminology) {
    return new ApplyGuards(settings, terminology.orElse(null));
  }

  @Override
  public void open() {
    if (terminology != null) {
      lease = TerminologyLease.take(terminology);
    }
    Optional<TerminologyLease> open = Optional.ofNullable(lease);
    guards = settings.guards(open.map(TerminologyLease::terminology));
  }

  @Override
  public JudgedGroup apply(JudgedGroup group) {
    return group.map(judged -> judged.rejected() ? judged : check(group.question(), judged));
  }

  @Override
  public void close() {
    if (lease != null) {
      lease.close();
    }
  }

  private Judged check(Question question, Judged judged) {
    for (Guard guard : guards) {
      Optional<Rejection> objection = guard.check(question, judged.candidate());
      if (objection.isPresent()) {
        return judged.reject(objection.get());
      }
    }
    return judged;
  }
}
