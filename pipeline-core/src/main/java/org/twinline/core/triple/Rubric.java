package org.twinline.core.triple;

import java.util.List;

/** A criterion a good answer meets (positive points) or a bad one does (negative points). */
public record Rubric(String criterion, double points, List<String> tags) {
  public Rubric {
    tags = List.copyOf(tags);
  }
}
