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
    String query = query(name);
    NameBound bound = new NameBound(NameProfile.ofFolded(query));
    List<Found> found = new ArrayList<>();
    for (int ordinal : candidates(query, Math.max(CANDIDATES, 4 * limit), GramIndex.BUDGET)) {
      found.add(best(bound, ordinal, -1));
    }
    found.sort(BEST);
    return found.stream().limit(limit).map(this::match).toList();
  }

  /** As {@link Terminology#nearest}. */
  Optional<Match> nearest(String name) {
    String query = query(name);
    boolean few =
        query
            .codePoints()
            .anyMatch(c -> c <= Character.MAX_VALUE && NameNormaliser.unspaced((char) c));
    NameBound bound = new NameBound(NameProfile.ofFolded(query));
    List<Found> found = new ArrayList<>();
    double least = -1;
    for (int ordinal :
        candidates(query, few ? FEW : CANDIDATES, few ? FEW_POSTINGS : GramIndex.BUDGET)) {
      Found one = best(bound, ordinal, least);
      least = Math.max(least, one.score);
      found.add(one);
    }
    return found.stream().min(BEST).map(this::match);
  }

  private static String query(String name) {
    String folded = NameNormaliser.name(name);
    return folded.substring(0, Math.min(folded.length(), MAX_QUERY));
  }

  private Match match(Found found) {
    return new Match(store.concept(found.ordinal), found.name, found.score);
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

  /** The concept's name most like the query; names surely less like it than that are passed by. */
  private Found best(NameBound query, int ordinal, double least) {
    List<Designation> designations = store.designations(ordinal);
    String name = designations.get(0).text();
    double best = -1;
    for (Designation designation : designations) {
      String folded = NameNormaliser.name(designation.text());
      if (query.atMost(folded) < Math.max(least, best)) {
        continue;
      }
      double score =
          designation.kind() == Designation.Kind.STRUCTURAL ? 0 : query.similarity(folded);
      if (score > best || (score == best && designation.text().length() < name.length())) {
        best = score;
        name = designation.text();
      }
    }
    return new Found(ordinal, name, best);
  }

  private record Found(int ordinal, String name, double score) {}
}
