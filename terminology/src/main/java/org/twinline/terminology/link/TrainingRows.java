package org.twinline.terminology.link;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.objects.Object2IntLinkedOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import org.twinline.terminology.NameNormaliser;
import org.twinline.terminology.SemanticType;

/**
 * Training pairs with their terms as numbers and their folds; names beyond the list become terms of
 * their own.
 *
 * <p>The fold of a row is a hash of its folded text, so equal texts are in one fold.
 */
final class TrainingRows {
  final List<String> texts = new ArrayList<>();
  final List<IntArrayList> terms = new ArrayList<>();
  final byte[] folds;

  /** Names of terms beyond the list, in order of first occurrence. */
  final List<String> extraNames = new ArrayList<>();

  TrainingRows(
      Targets targets, TargetNames names, List<TrainingPair> pairs, SemanticType type, int folds) {
    this.folds = new byte[pairs.size()];
    Object2IntLinkedOpenHashMap<String> extra = new Object2IntLinkedOpenHashMap<>();
    int[] found = new int[64];
    for (int i = 0; i < pairs.size(); i++) {
      TrainingPair pair = pairs.get(i);
      IntArrayList row = new IntArrayList();
      for (String standard : pair.standard()) {
        String folded = NameNormaliser.name(standard);
        int term = find(targets, names, folded, type, found);
        if (term < 0) {
          term = extra.getOrDefault(folded, -1);
          if (term < 0) {
            term = names.terms() + extra.size();
            extra.put(folded, term);
            extraNames.add(standard);
          }
        }
        if (!row.contains(term)) {
          row.add(term);
        }
      }
      texts.add(pair.text());
      terms.add(row);
      this.folds[i] = (byte) fold(pair.text(), folds);
    }
  }

  /** The term whose own name folds to that, −1 for none. */
  static int find(
      Targets targets, TargetNames names, String folded, SemanticType type, int[] buffer) {
    String form = LinkForm.ofFolded(folded, type);
    int n = names.exact(form, 0, form.length(), buffer);
    for (int i = 0; i < n; i++) {
      int term = names.term(buffer[i]);
      if (names.first(term) == buffer[i]
          && NameNormaliser.name(targets.name(term)).equals(folded)) {
        return term;
      }
    }
    return -1;
  }

  /** The fold of a text: a hash of its folded form. */
  static int fold(String text, int folds) {
    int h = 17;
    String folded = NameNormaliser.name(text);
    for (int i = 0; i < folded.length(); i++) {
      h = h * 31 + folded.charAt(i);
    }
    h *= 0x9e3779b9;
    return ((h ^ (h >>> 16)) & 0x7fffffff) % folds;
  }

  int size() {
    return texts.size();
  }
}
