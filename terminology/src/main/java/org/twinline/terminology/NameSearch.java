package org.twinline.terminology;

import it.unimi.dsi.fastutil.ints.IntLinkedOpenHashSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.twinline.core.Require;
import org.twinline.terminology.index.GramIndex;
import org.twinline.terminology.link.LinkForm;
import org.twinline.terminology.link.TargetNames;
import org.twinline.terminology.store.ConceptStore;

/** The concepts whose names are most like a text: by grams first, then by exact comparison. */
final class NameSearch {
  /** How many names share grams with a query before they are compared exactly. */
  private static final int CANDIDATES = 64;

  /** The same where the nearest Chinese name alone is asked for, and how many postings are read. */
  private static final int FEW = 16;

  private static final int FEW_POSTINGS = 8_000;

  /** A longer query is compared by its beginning. */
  private static final int MAX_QUERY = 256;

  private static final Comparator<Found> BEST =
      Comparator.comparingDouble(Found::score)
          .reversed()
          .thenComparing(f -> f.name.length())
          .thenComparing(Found::ordinal);

  private final ConceptStore store;
  private final TargetNames forms;
  private final GramIndex grams;

  NameSearch(ConceptStore store, TargetNames forms, GramIndex grams) {
    this.store = store;
    this.forms = forms;
    this.grams = grams;
  }

  /** As {@link Terminology#search}. */
  List<Match> search(String name, int limit) {
    Require.argument(limit >= 1, "illegal limit: %s, must be at least 1", limit);
    List<Found> found = found(name, Math.max(CANDIDATES, 4 * limit), GramIndex.BUDGET);
    found.sort(BEST);
    List<Match> matches = new ArrayList<>();
    for (Found f : found.subList(0, Math.min(limit, found.size()))) {
      matches.add(new Match(f.concept, f.name, f.score));
    }
    return matches;
  }

  /** As {@link Terminology#nearest}. */
  Optional<Match> nearest(String name) {
    boolean few = name.codePoints().anyMatch(c -> c < 0x10000 && NameNormaliser.unspaced((char) c));
    return found(name, few ? FEW : CANDIDATES, few ? FEW_POSTINGS : GramIndex.BUDGET).stream()
        .min(BEST)
        .map(best -> new Match(best.concept, best.name, best.score));
  }

  private List<Found> found(String name, int count, int postings) {
    String folded = NameNormaliser.name(name);
    String query = folded.substring(0, Math.min(folded.length(), MAX_QUERY));
    NameProfile profile = NameProfile.of(query);
    List<Found> found = new ArrayList<>();
    for (int ordinal : candidates(query, count, postings)) {
      found.add(best(profile, ordinal));
    }
    return found;
  }

  /** The concepts whose names share most grams with the query, in either form of names. */
  private IntLinkedOpenHashSet candidates(String query, int count, int postings) {
    IntLinkedOpenHashSet ordinals = new IntLinkedOpenHashSet();
    String form = LinkForm.ofFolded(query, SemanticType.DIAGNOSIS);
    addCandidates(form, count, postings, ordinals);
    String other = LinkForm.ofFolded(query, SemanticType.PROCEDURE);
    if (!other.equals(form)) {
      addCandidates(other, count, postings, ordinals);
    }
    return ordinals;
  }

  private void addCandidates(String form, int count, int postings, IntLinkedOpenHashSet ordinals) {
    int[] ids = new int[count];
    int n = form.isEmpty() ? 0 : grams.search(form, count, ids, new float[count], postings);
    for (int i = 0; i < n; i++) {
      ordinals.add(forms.term(ids[i]));
    }
  }

  private Found best(NameProfile profile, int ordinal) {
    Concept concept = store.concept(ordinal);
    String name = concept.designations().get(0).text();
    double best = -1;
    for (Designation designation : concept.designations()) {
      double score =
          designation.kind() == Designation.Kind.STRUCTURAL
              ? 0
              : profile.similarity(NameProfile.of(designation.text()));
      if (score > best || (score == best && designation.text().length() < name.length())) {
        best = score;
        name = designation.text();
      }
    }
    return new Found(ordinal, concept, name, best);
  }

  private record Found(int ordinal, Concept concept, String name, double score) {}
}
