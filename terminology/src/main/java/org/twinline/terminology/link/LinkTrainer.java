package org.twinline.terminology.link;

import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.twinline.core.Require;
import org.twinline.terminology.SemanticType;
import org.twinline.terminology.link.trees.BinnedRows;
import org.twinline.terminology.link.trees.TreeSettings;
import org.twinline.terminology.link.trees.Trees;
import org.twinline.terminology.store.Sections;

/**
 * Fits a {@link LinkModel} to texts whose terms are known.
 *
 * <p>Everything a row's features say of the training texts (neighbours, priors, co-occurrence,
 * translation) is computed without the row's fold, and both passes are judged on folds they were
 * not fitted to; the model itself is fitted to all rows. Equal pairs and names give equal bytes.
 */
public final class LinkTrainer {
  /** So many synonyms of the list teach translation too. */
  private static final int SYNONYMS = 20_000;

  private final Targets targets;
  private final TargetNames names;
  private final Supplier<GramSearch> search;
  private final LinkSettings settings;
  private final Progress progress;

  /** Where training stands. */
  public interface Progress {
    /** A stage has begun. */
    void stage(String name);
  }

  /**
   * A trainer.
   *
   * @param search gives each thread a search over the forms of {@code names}
   */
  public LinkTrainer(
      Targets targets,
      TargetNames names,
      Supplier<GramSearch> search,
      LinkSettings settings,
      Progress progress) {
    this.targets = targets;
    this.names = names;
    this.search = search;
    this.settings = settings;
    this.progress = progress;
  }

  /**
   * Fits a model and writes it into a folder.
   *
   * @return the figures of the rows' own folds, none of which the parts that judged it were fitted
   *     to
   */
  public LinkFigures train(List<TrainingPair> pairs, Path folder) throws IOException {
    Require.argument(
        pairs.size() >= settings.folds() * 2,
        "Cannot train on %s pairs: at least %s are needed",
        pairs.size(),
        settings.folds() * 2);
    SemanticType type = targets.mainType();
    TrainingRows rows = new TrainingRows(targets, names, pairs, type, settings.folds());
    Files.createDirectories(folder);
    Path extraFile = folder.resolve(LinkModel.EXTRA);
    TargetNames extra = TargetNames.write(extraTargets(rows.extraNames, type), extraFile);
    GramPostings extraPostings = extra.postings();
    Fitting fitting = new Fitting(rows, new AllNames(names, extra), extraPostings, type);
    fitting.prepare();
    FeatureTable first = fitting.features();
    for (int f = 0; f < Features.COUNT; f++) {
      if (settings.ignores(Features.names().get(f))) {
        first.blank(f);
      }
    }
    progress.stage("fit ranker on folds");
    int folds = settings.folds();
    float[] odds = new float[first.rows()];
    BinnedRows bins = first.bins();
    for (int fold = 0; fold < folds; fold++) {
      first.score(ranker(first, bins, type, fold), fold, odds);
    }
    progress.stage("fit selector on folds");
    FeatureTable second = fitting.selection(first, odds);
    float[] chosen = new float[second.rows()];
    BinnedRows secondBins = second.bins();
    for (int fold = 0; fold < folds; fold++) {
      Trees[] trees = {second.fit(secondBins, settings.selector(), fold)};
      second.score(new Ranker(trees, false), fold, chosen);
    }
    Thresholds thresholds = Thresholds.fit(second, chosen, rows);
    progress.stage("fit ranker and selector on all");
    Ranker ranker = ranker(first, bins, type, -1);
    Trees selector = second.fit(secondBins, settings.selector(), -1);
    write(folder, fitting, extra, type, ranker.trees(), selector, thresholds);
    return thresholds.figures(first, odds, second, chosen, rows);
  }

  private Ranker ranker(FeatureTable table, BinnedRows bins, SemanticType type, int without) {
    boolean lists = Wording.lay(type);
    TreeSettings grown = lists ? settings.lister() : settings.ranker();
    Trees[] out = new Trees[lists ? settings.listRounds() : settings.rounds()];
    for (int i = 0; i < out.length; i++) {
      TreeSettings one = grown.withSeed(grown.seed() + 100 * i);
      out[i] = lists ? table.fitLists(bins, one, without) : table.fit(bins, one, without);
    }
    return new Ranker(out, lists);
  }

  private void write(
      Path folder,
      Fitting fitting,
      TargetNames extra,
      SemanticType type,
      Trees[] trees,
      Trees selector,
      Thresholds thresholds)
      throws IOException {
    Sections.Writer out = new Sections.Writer();
    String names = String.join("\n", fitting.rows.extraNames);
    out.ints(
            new int[] {
              LinkModel.version(type),
              type.ordinal(),
              trees.length,
              Features.COUNT,
              Selector.COUNT,
              Float.floatToIntBits(thresholds.chance()),
              this.names.terms(),
              this.names.designations(),
              extra.terms()
            })
        .bytes(names.getBytes(StandardCharsets.UTF_8));
    fitting.aliases.write(out);
    fitting.statistics.write(out);
    fitting.translation[settings.folds()].write(out);
    fitting.linear[settings.folds()].write(out);
    selector.write(out);
    for (Trees one : trees) {
      one.write(out);
    }
    out.write(folder.resolve(LinkModel.MODEL));
  }

  static Targets extraTargets(List<String> extra, SemanticType type) {
    return new Targets() {
      @Override
      public int size() {
        return extra.size();
      }

      @Override
      public String name(int term) {
        return extra.get(term);
      }

      @Override
      public String code(int term) {
        return "";
      }

      @Override
      public SemanticType type(int term) {
        return type;
      }

      @Override
      public List<String> synonyms(int term) {
        return List.of();
      }
    };
  }

  /** The parts that are computed from the rows before any tree is grown. */
  private final class Fitting {
    final TrainingRows rows;
    final AllNames all;
    final GramPostings extraPostings;
    final SemanticType type;
    final AliasIndex.Builder aliases;
    final TermStatistics.Builder statistics = new TermStatistics.Builder(settings.folds());
    final TranslationTrainer.Fit[] translation = new TranslationTrainer.Fit[settings.folds() + 1];
    final LinearTrainer.Fit[] linear = new LinearTrainer.Fit[settings.folds() + 1];

    Fitting(TrainingRows rows, AllNames all, GramPostings extraPostings, SemanticType type) {
      this.rows = rows;
      this.all = all;
      this.extraPostings = extraPostings;
      this.type = type;
      aliases = new AliasIndex.Builder(term -> all.form(all.first(term)));
    }

    void prepare() {
      progress.stage("align terms with parts");
      Query query = new Query(names);
      for (int r = 0; r < rows.size(); r++) {
        query.set(rows.texts.get(r), type);
        aliases.add(query, rows.terms.get(r));
        for (int term : rows.terms.get(r)) {
          statistics.count(term, TermStatistics.COUNT, rows.folds[r]);
          if (rows.terms.get(r).size() == 1) {
            statistics.count(term, TermStatistics.ALONE, rows.folds[r]);
          }
        }
      }
      progress.stage("count names that stand in texts");
      Weighing weighing =
          new Weighing(all, search.get(), extraPostings.searcher(), null, null, null);
      for (int r = 0; r < rows.size(); r++) {
        CandidateSet set = weighing.candidates(rows.texts.get(r), type);
        for (int c = 0; c < set.size; c++) {
          boolean right = rows.terms.get(r).contains(set.term[c]);
          if (set.verbatim[c] > 0) {
            count(set.term[c], TermStatistics.VERBATIM, right, r);
          }
          if (set.wholeRank[c] == 1 || set.partRank[c] == 1) {
            count(set.term[c], TermStatistics.NEAREST, right, r);
          }
        }
      }
      progress.stage("fit translation");
      IntStream.rangeClosed(0, settings.folds())
          .parallel()
          .forEach(fold -> translation[fold] = translate(fold));
      progress.stage("fit linear classifiers");
      for (int fold = 0; fold <= settings.folds(); fold++) {
        linear[fold] = classify(fold);
      }
    }

    private void count(int term, int kind, boolean right, int row) {
      statistics.count(term, kind, rows.folds[row]);
      if (right) {
        statistics.count(term, kind + 1, rows.folds[row]);
      }
    }

    private LinearTrainer.Fit classify(int without) {
      LinearTrainer trainer = new LinearTrainer(type);
      IntOpenHashSet named = new IntOpenHashSet();
      for (int r = 0; r < rows.size(); r++) {
        if (rows.folds[r] != without) {
          String text = rows.texts.get(r);
          trainer.add(text, LinkForm.of(text, type), rows.terms.get(r));
          for (int term : rows.terms.get(r)) {
            if (Wording.lay(type) && named.add(term)) {
              trainer.add(name(term), all.form(all.first(term)), IntList.of(term));
            }
          }
        }
      }
      for (int term = 0; Wording.lay(type) && term < targets.size(); term++) {
        if (named.add(term)) {
          trainer.add(name(term), all.form(all.first(term)), IntList.of(term));
        }
      }
      return trainer.fit();
    }

    private String name(int term) {
      return term < targets.size()
          ? targets.name(term)
          : rows.extraNames.get(term - targets.size());
    }

    private TranslationTrainer.Fit translate(int without) {
      TranslationTrainer trainer = new TranslationTrainer();
      StringBuilder golds = new StringBuilder();
      for (int r = 0; r < rows.size(); r++) {
        if (rows.folds[r] == without) {
          continue;
        }
        golds.setLength(0);
        for (int term : rows.terms.get(r)) {
          golds.append(golds.isEmpty() ? "" : " ").append(all.form(all.first(term)));
        }
        trainer.add(LinkForm.of(rows.texts.get(r), type), golds);
      }
      for (int d = 0, added = 0; d < names.designations() && added < SYNONYMS; d++) {
        int own = names.first(names.term(d));
        if (d != own) {
          trainer.add(names.form(d), names.form(own));
          added++;
        }
      }
      return trainer.fit();
    }

    private Weighing weighing(AliasIndex index, TermStatistics counts, int fold) {
      Weighing weighing =
          new Weighing(all, search.get(), extraPostings.searcher(), index, counts, null);
      weighing.exclude(
          rows.folds, fold, counts.without(fold), translation[fold].table(), linear[fold].table());
      return weighing;
    }

    FeatureTable features() {
      progress.stage("weigh candidates");
      AliasIndex index = aliases.build();
      TermStatistics counts = statistics.build();
      FeatureTable[] tables = new FeatureTable[settings.folds()];
      IntStream.range(0, tables.length)
          .parallel()
          .forEach(
              fold -> {
                FeatureTable table = new FeatureTable(Features.COUNT);
                Weighing weighing = weighing(index, counts, fold);
                for (int r = 0; r < rows.size(); r++) {
                  if (rows.folds[r] == fold) {
                    float[] values = weighing.features(rows.texts.get(r), type);
                    table.add(
                        r, fold, values, weighing.set.term, weighing.set.size, rows.terms.get(r));
                  }
                }
                tables[fold] = table;
              });
      return FeatureTable.concat(tables);
    }

    FeatureTable selection(FeatureTable first, float[] odds) {
      AliasIndex index = aliases.build();
      TermStatistics counts = statistics.build();
      FeatureTable[] tables = new FeatureTable[settings.folds()];
      IntStream.range(0, tables.length)
          .parallel()
          .forEach(
              fold -> {
                FeatureTable table = new FeatureTable(Selector.COUNT);
                Weighing weighing = weighing(index, counts, fold);
                int[] terms = new int[Selector.TOP];
                for (int g = 0; g < first.groups(); g++) {
                  if (first.fold(g) != fold) {
                    continue;
                  }
                  int r = first.row(g);
                  weighing.features(rows.texts.get(r), type);
                  System.arraycopy(odds, first.start(g), weighing.odds, 0, weighing.set.size);
                  weighing.rank();
                  float[] values = weighing.selection();
                  int n = Math.min(Selector.TOP, weighing.set.size);
                  for (int i = 0; i < n; i++) {
                    terms[i] = weighing.set.term[weighing.order[i]];
                  }
                  table.add(r, fold, values, terms, n, rows.terms.get(r));
                }
                tables[fold] = table;
              });
      return FeatureTable.concat(tables);
    }
  }
}
