package org.twinline.launcher.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import org.twinline.reward.djl.BundleCard;
import org.twinline.reward.djl.UnusableModel;

/** Checks that a composite weighs scores which the job's rewards give. */
final class ScoreChecks {
  private final JsonNode root;
  private final Map<Pointer, Node.Places> places;
  private final Problems problems;

  ScoreChecks(JsonNode root, Map<Pointer, Node.Places> places, Problems problems) {
    this.root = root;
    this.places = places;
    this.problems = problems;
  }

  void check() {
    if (problems.below(Pointer.of("rewards")) || problems.below(Pointer.of("line"))) {
      return; // which scores there will be is not known
    }
    List<String> uses = new ArrayList<>();
    root.path("rewards").forEach(reward -> uses.add(reward.path("use").asText()));
    String line = root.path("line").asText();
    check(root.path("composite"), Pointer.of("composite"), uses, line);
    JsonNode stages = root.path("select").path("stages");
    for (int i = 0; i < stages.size(); i++) {
      Pointer at = Pointer.of("select", "stages").child(i).child("composite");
      check(stages.get(i).path("composite"), at, uses, line);
    }
  }

  private void check(JsonNode composite, Pointer place, List<String> uses, String line) {
    Iterator<Map.Entry<String, JsonNode>> sections = composite.fields();
    while (sections.hasNext()) {
      Map.Entry<String, JsonNode> section = sections.next();
      Pointer at = place.child(section.getKey());
      boolean text = section.getKey().equals(Job.Composites.TEXT);
      if (line.equals(text ? "verifiable" : "unverifiable") || problems.above(at)) {
        continue;
      }
      try {
        SortedSet<String> known =
            text ? GivenScores.unverifiable(uses, cards()) : GivenScores.verifiable(uses);
        check(section.getValue(), at, known, text ? "unverifiable" : "verifiable");
      } catch (UnusableModel | InvalidPathException e) {
        // The run names what is wrong with the bundle; until then its scores are not known.
      }
    }
  }

  private List<BundleCard> cards() {
    List<BundleCard> cards = new ArrayList<>();
    for (JsonNode reward : root.path("rewards")) {
      if (reward.path("use").asText().equals("preference")) {
        cards.add(BundleCard.read(Path.of(reward.path("bundle").asText())));
      }
    }
    return cards;
  }

  private void check(JsonNode weights, Pointer section, SortedSet<String> known, String line) {
    Iterator<String> names = weights.fieldNames();
    while (names.hasNext()) {
      String name = names.next();
      Pointer at = section.child(name);
      if (!known.contains(name) && !problems.above(at)) {
        String asked = Suggestion.asked(name, known);
        problems.add(
            JobErrorCode.UNKNOWN_WORD,
            Objects.requireNonNull(places.get(at), at::toString).key(),
            at,
            "no reward gives the score "
                + Shown.quoted(name)
                + " on the "
                + line
                + " line"
                + (asked.isEmpty() ? given(known) : asked));
      }
    }
  }

  private static String given(SortedSet<String> known) {
    return known.isEmpty()
        ? "; add the reward that gives it"
        : "; given are " + String.join(", ", known);
  }
}
