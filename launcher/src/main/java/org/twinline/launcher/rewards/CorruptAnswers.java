package org.twinline.launcher.rewards;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.twinline.core.io.InputFile;
import org.twinline.core.io.LineReader;
import org.twinline.core.io.LineSink;
import org.twinline.core.io.UnreadableInput;
import org.twinline.core.json.Limits;
import org.twinline.core.json.MalformedRecord;
import org.twinline.core.text.Nearest;
import org.twinline.core.triple.Place;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Failure;
import org.twinline.launcher.cli.RewardActions;
import org.twinline.launcher.cli.Terminal;
import org.twinline.launcher.verify.StagedFile;
import org.twinline.reward.corrupt.ConsistencyRow;
import org.twinline.reward.corrupt.Corrupted;
import org.twinline.reward.corrupt.Corrupter;
import org.twinline.reward.corrupt.Corruption;
import org.twinline.reward.corrupt.CorruptionSettings;
import org.twinline.reward.corrupt.GoodAnswer;
import org.twinline.reward.corrupt.GoodAnswers;
import org.twinline.reward.corrupt.StepRow;
import org.twinline.reward.corrupt.StepRows;
import org.twinline.reward.corrupt.TrainingRows;
import org.twinline.terminology.Terminology;

/** {@code twinline reward corrupt}. */
final class CorruptAnswers {
  private final Terminal terminal;
  private final TreeMap<String, Integer> made = new TreeMap<>();
  private int without;

  CorruptAnswers(Terminal terminal) {
    this.terminal = terminal;
  }

  ExitCode run(RewardActions.Corruptions asked) {
    Set<Corruption> kinds = kinds(asked.kinds());
    List<GoodAnswer> good = read(asked.inputs());
    if (good.isEmpty()) {
      throw new Failure(
          ExitCode.USAGE,
          "no good answers in the input",
          "a good answer is a candidate without a preference, or with one from 0.5 up");
    }
    if (Files.exists(asked.output())) {
      throw new Failure(ExitCode.USAGE, asked.output() + " exists", "delete it or name another");
    }
    try (Terminology terminology = Terminology.open(asked.terminology());
        StagedFile out = new StagedFile(asked.output())) {
      out.begin();
      switch (asked.rows()) {
        case PAIRS -> pairs(terminology, asked, kinds, good, out);
        case STEPS -> steps(terminology, asked, good, out);
        case CONSISTENCY -> consistency(terminology, asked, good, out);
      }
      out.commit();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + asked.output(), e);
    }
    int rows = made.values().stream().mapToInt(Integer::intValue).sum();
    terminal
        .out()
        .printf(
            Locale.ROOT,
            "%,d rows of %,d good answers to %s; %,d lines hold none (blank, of over %,d characters,"
                + " or preferred below 0.5)%n",
            rows,
            good.size(),
            asked.output(),
            without,
            GoodAnswer.MOST_CHARACTERS);
    for (Map.Entry<String, Integer> kind : made.entrySet()) {
      terminal.out().printf(Locale.ROOT, "  %-20s %,8d%n", kind.getKey(), kind.getValue());
    }
    return ExitCode.DONE;
  }

  private void pairs(
      Terminology terminology,
      RewardActions.Corruptions asked,
      Set<Corruption> kinds,
      List<GoodAnswer> good,
      StagedFile out)
      throws IOException {
    Corrupter corrupter =
        Corrupter.over(terminology, new CorruptionSettings(kinds, asked.perAnswer(), asked.seed()))
            .withPool(good);
    for (GoodAnswer answer : good) {
      for (Corrupted corrupted : corrupter.corrupt(answer)) {
        out.line(TrainingRows.pair(answer, corrupted));
        made.merge(corrupted.kind().text(), 1, Integer::sum);
      }
    }
  }

  private void steps(
      Terminology terminology,
      RewardActions.Corruptions asked,
      List<GoodAnswer> good,
      StagedFile out)
      throws IOException {
    StepRows rows = StepRows.over(terminology, asked.seed());
    for (GoodAnswer answer : good) {
      Optional<StepRow> row = rows.of(answer);
      if (row.isPresent()) {
        out.line(TrainingRows.steps(row.get()));
        made.merge("steps", 1, Integer::sum);
      }
    }
  }

  private void consistency(
      Terminology terminology,
      RewardActions.Corruptions asked,
      List<GoodAnswer> good,
      StagedFile out)
      throws IOException {
    Set<Corruption> swap = EnumSet.of(Corruption.CONCLUSION_SWAPPED);
    Corrupter corrupter =
        Corrupter.over(terminology, new CorruptionSettings(swap, 1, asked.seed())).withPool(good);
    for (GoodAnswer answer : good) {
      for (Corrupted corrupted : corrupter.corrupt(answer)) {
        out.line(TrainingRows.consistency(row(answer, corrupted, true)));
        out.line(TrainingRows.consistency(row(answer, corrupted, false)));
        made.merge("consistent", 1, Integer::sum);
        made.merge("inconsistent", 1, Integer::sum);
      }
    }
  }

  private static ConsistencyRow row(GoodAnswer good, Corrupted corrupted, boolean consistent) {
    String form = consistent ? "own" : corrupted.kind().text();
    return new ConsistencyRow(
        good.id() + "/" + form,
        good.question(),
        consistent ? corrupted.chosen() : corrupted.rejected(),
        good.answer(),
        consistent,
        good.language(),
        form,
        corrupted.part());
  }

  private static Set<Corruption> kinds(Set<String> names) {
    if (names.isEmpty()) {
      EnumSet<Corruption> ofAnswers = EnumSet.allOf(Corruption.class);
      ofAnswers.removeIf(Corruption::ofReasoning);
      return ofAnswers;
    }
    List<String> known = new ArrayList<>();
    for (Corruption kind : Corruption.values()) {
      known.add(kind.text());
    }
    EnumSet<Corruption> kinds = EnumSet.noneOf(Corruption.class);
    for (String name : names) {
      kinds.add(
          Corruption.of(name)
              .orElseThrow(
                  () ->
                      new Failure(
                          ExitCode.USAGE,
                          "unknown kind of corruption: '" + name + "'",
                          Nearest.of(name, known)
                              .map(near -> "did you mean '" + near + "'?")
                              .orElse("known are " + String.join(", ", known)))));
    }
    return kinds;
  }

  /** Good answers of all files; a line that cannot be read ends the command with its place. */
  private List<GoodAnswer> read(List<Path> files) {
    List<GoodAnswer> good = new ArrayList<>();
    for (int file = 0; file < files.size(); file++) {
      Path path = files.get(file);
      try {
        InputFile input = InputFile.of(path);
        try (InputStream stored = Files.newInputStream(path)) {
          LineReader.within(Limits.DEFAULT)
              .read(stored, input.compression(), new Answers(path, file, good));
        }
      } catch (UnreadableInput e) {
        throw new Failure(ExitCode.USAGE, String.valueOf(e.getMessage()), "", e);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read " + path, e);
      }
    }
    return good;
  }

  /** Takes the good answers of each line. */
  private final class Answers implements LineSink {
    private final Path path;
    private final int file;
    private final List<GoodAnswer> good;
    private final GoodAnswers reader = new GoodAnswers();

    Answers(Path path, int file, List<GoodAnswer> good) {
      this.path = path;
      this.file = file;
      this.good = good;
    }

    @Override
    public void line(long offset, byte[] line) {
      try {
        List<GoodAnswer> found = reader.of(line, new Place(file, offset));
        without += found.isEmpty() ? 1 : 0;
        good.addAll(found);
      } catch (MalformedRecord e) {
        malformed(offset, e);
      }
    }

    @Override
    public void malformed(long offset, MalformedRecord fault) {
      throw new Failure(
          ExitCode.USAGE,
          path + ", byte " + offset + ": " + fault.getMessage(),
          "mend the line; nothing was written",
          fault);
    }
  }
}
