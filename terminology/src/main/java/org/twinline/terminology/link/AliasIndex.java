package org.twinline.terminology.link;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.nio.IntBuffer;
import java.util.List;
import org.twinline.terminology.store.Sections;

/**
 * Texts whose terms are known, as evidence for others: whole texts, and their parts with the terms
 * that belong to each.
 *
 * <p>A term belongs to the part with which its name shares most IDF weight, once among the pieces
 * at punctuation and once among the pieces at joining words; a text of one part is its own part.
 */
final class AliasIndex {
  static final int SECTIONS = 2 * GramPostings.SECTIONS + 8;

  final GramPostings texts;
  final GramPostings units;
  final IntBuffer textStart;
  final IntBuffer textTerms;
  final IntBuffer unitStart;
  final IntBuffer unitTerms;

  private final GramTable terms;
  private final IntBuffer rowStart;
  private final IntBuffer rows;

  /** Which row a unit comes from; empty where the index was read from a file. */
  final int[] rowOfUnit;

  private AliasIndex(
      GramPostings texts,
      GramPostings units,
      IntBuffer textStart,
      IntBuffer textTerms,
      IntBuffer unitStart,
      IntBuffer unitTerms,
      GramTable terms,
      IntBuffer rowStart,
      IntBuffer rows,
      int[] rowOfUnit) {
    this.texts = texts;
    this.units = units;
    this.textStart = textStart;
    this.textTerms = textTerms;
    this.unitStart = unitStart;
    this.unitTerms = unitTerms;
    this.terms = terms;
    this.rowStart = rowStart;
    this.rows = rows;
    this.rowOfUnit = rowOfUnit;
  }

  static AliasIndex read(Sections sections, int first) {
    int at = first + 2 * GramPostings.SECTIONS;
    return new AliasIndex(
        GramPostings.read(sections, first),
        GramPostings.read(sections, first + GramPostings.SECTIONS),
        sections.ints(at),
        sections.ints(at + 1),
        sections.ints(at + 2),
        sections.ints(at + 3),
        GramTable.read(sections, at + 4),
        sections.ints(at + 6),
        sections.ints(at + 7),
        new int[0]);
  }

  /** The number of a term among those that rows have, −1 for none. */
  int number(int term) {
    return terms.number(term);
  }

  int rowStart(int number) {
    return rowStart.get(number);
  }

  int rowEnd(int number) {
    return rowStart.get(number + 1);
  }

  /** A row that has the term. */
  int row(int index) {
    return rows.get(index);
  }

  /** Collects rows in order. */
  static final class Builder {
    private final GramPostings.Builder texts = new GramPostings.Builder();
    private final GramPostings.Builder units = new GramPostings.Builder();
    private final IntArrayList textStart = new IntArrayList(new int[] {0});
    private final IntArrayList textTerms = new IntArrayList();
    private final IntArrayList unitStart = new IntArrayList(new int[] {0});
    private final IntArrayList unitTerms = new IntArrayList();
    private final IntArrayList rowOfUnit = new IntArrayList();
    private final TermForms forms;
    private final int[] buffer = new int[Grams.MAX];

    Builder(TermForms forms) {
      this.forms = forms;
    }

    /** Adds a row: a prepared text and its terms. */
    void add(Query query, List<Integer> terms) {
      Segments parts = query.parts;
      int row = textStart.size() - 1;
      texts.add(parts.get(0).form());
      textTerms.addAll(terms);
      textStart.add(textTerms.size());
      if (parts.size() == 1) {
        units.add(parts.get(0).form());
        unitTerms.addAll(terms);
        unitStart.add(unitTerms.size());
        rowOfUnit.add(row);
        return;
      }
      long[] termsOf = new long[parts.size()];
      for (int i = 0; i < terms.size() && i < 64; i++) {
        for (int committed = 0; committed < 2; committed++) {
          int part = owner(query, forms.form(terms.get(i)), committed == 1);
          if (part > 0) {
            termsOf[part] |= 1L << i;
          }
        }
      }
      for (int p = 1; p < parts.size(); p++) {
        units.add(parts.get(p).form());
        for (int i = 0; i < terms.size() && i < 64; i++) {
          if ((termsOf[p] >>> i & 1) != 0) {
            unitTerms.add((int) terms.get(i));
          }
        }
        unitStart.add(unitTerms.size());
        rowOfUnit.add(row);
      }
    }

    private int owner(Query query, String form, boolean committed) {
      int n = Grams.of(form, buffer);
      int best = -1;
      float most = 0;
      for (int p = 1; p < query.parts.size(); p++) {
        if (query.parts.get(p).committed() != committed) {
          continue;
        }
        float common = 0;
        for (int i = 0; i < n; i++) {
          int index = query.find(buffer[i]);
          if (index >= 0 && (query.partsOf[index] >>> p & 1) != 0) {
            common += query.idf[index];
          }
        }
        common -= 0.001f * query.idfSum[p];
        if (common > most) {
          most = common;
          best = p;
        }
      }
      return best;
    }

    AliasIndex build() {
      GramTable.Builder table = new GramTable.Builder();
      int[][] inverse = rowsOfTerms(table);
      return new AliasIndex(
          texts.build(),
          units.build(),
          IntBuffer.wrap(textStart.toIntArray()),
          IntBuffer.wrap(textTerms.toIntArray()),
          IntBuffer.wrap(unitStart.toIntArray()),
          IntBuffer.wrap(unitTerms.toIntArray()),
          table.build(),
          IntBuffer.wrap(inverse[0]),
          IntBuffer.wrap(inverse[1]),
          rowOfUnit.toIntArray());
    }

    private int[][] rowsOfTerms(GramTable.Builder table) {
      int n = textTerms.size();
      int[] number = new int[n];
      for (int i = 0; i < n; i++) {
        number[i] = table.add(textTerms.getInt(i));
      }
      int[] starts = new int[table.size() + 1];
      for (int i = 0; i < n; i++) {
        starts[number[i] + 1]++;
      }
      for (int t = 0; t < table.size(); t++) {
        starts[t + 1] += starts[t];
      }
      int[] next = starts.clone();
      int[] rows = new int[n];
      for (int row = 0; row + 1 < textStart.size(); row++) {
        for (int i = textStart.getInt(row); i < textStart.getInt(row + 1); i++) {
          rows[next[number[i]]++] = row;
        }
      }
      return new int[][] {starts, rows};
    }

    void write(Sections.Writer out) {
      GramTable.Builder table = new GramTable.Builder();
      int[][] inverse = rowsOfTerms(table);
      texts.write(out);
      units.write(out);
      out.ints(textStart.toIntArray())
          .ints(textTerms.toIntArray())
          .ints(unitStart.toIntArray())
          .ints(unitTerms.toIntArray());
      table.write(out);
      out.ints(inverse[0]).ints(inverse[1]);
    }
  }

  /** The matching form of a term's name. */
  interface TermForms {
    String form(int term);
  }
}
