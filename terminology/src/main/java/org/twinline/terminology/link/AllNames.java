package org.twinline.terminology.link;

/**
 * The names of a target list followed by those of the terms that training pairs name beyond it.
 *
 * <p>Terms and designations of the second list are numbered after those of the first.
 */
final class AllNames {
  private final TargetNames base;
  private final TargetNames extra;
  private final int terms;
  private final int designations;
  private final int[] found = new int[16];

  AllNames(TargetNames base, TargetNames extra) {
    this.base = base;
    this.extra = extra;
    terms = base.terms();
    designations = base.designations();
  }

  TargetNames base() {
    return base;
  }

  int terms() {
    return terms + extra.terms();
  }

  /** Whether the term is in the list itself. */
  boolean listed(int term) {
    return term < terms;
  }

  int designations() {
    return designations + extra.designations();
  }

  int term(int designation) {
    return designation < designations
        ? base.term(designation)
        : terms + extra.term(designation - designations);
  }

  int first(int term) {
    return term < terms ? base.first(term) : designations + extra.first(term - terms);
  }

  String form(int designation) {
    return designation < designations
        ? base.form(designation)
        : extra.form(designation - designations);
  }

  int copy(int designation, char[] out) {
    return designation < designations
        ? base.copy(designation, out)
        : extra.copy(designation - designations, out);
  }

  void bits(int designation, long[] attributes, long[] sites) {
    if (designation < designations) {
      base.bits(designation, attributes, sites);
    } else {
      extra.bits(designation - designations, attributes, sites);
    }
  }

  int category(int term) {
    return term < terms ? base.category(term) : 0;
  }

  boolean morphology(int term) {
    return term < terms && base.morphology(term);
  }

  int codeLength(int term) {
    return term < terms ? base.codeLength(term) : 0;
  }

  /** Like {@link TargetNames#exact}, over both lists. */
  int exact(CharSequence text, int from, int to, int[] out) {
    int n = base.exact(text, from, to, out);
    int m = extra.exact(text, from, to, found);
    for (int i = 0; i < m && n < out.length; i++) {
      out[n++] = designations + found[i];
    }
    return n;
  }
}
