package org.twinline.launcher.verify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.twinline.core.io.InputFile;
import org.twinline.core.json.Json;
import org.twinline.core.json.Limits;
import org.twinline.core.json.MalformedRecord;
import org.twinline.core.triple.Place;
import org.twinline.core.verdict.Explanation;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Failure;
import org.twinline.launcher.report.ExplanationText;
import org.twinline.launcher.report.Inert;

/** {@code --explain}: the answers of one id with their verdicts and why. Shows text of records. */
final class ExplainAnswers implements AnswerFile.Sink, AutoCloseable {
  private static final Pattern RANGE = Pattern.compile("\\d{1,9}-\\d{1,9}");

  private final InputFile input;
  private final Scorer scorer;
  private final String id;
  private final boolean json;
  private final PrintStream out;
  private final LineNumbers lines;
  private final ObjectNode document = Document.object();
  private final ArrayNode answers = document.putArray("answers");
  private long unreadable;
  private int found;

  ExplainAnswers(InputFile input, Scorer scorer, String id, boolean json, PrintStream out) {
    this.input = input;
    this.scorer = scorer;
    this.id = id;
    this.json = json;
    this.out = out;
    lines = new LineNumbers(input);
  }

  /**
   * Prints them.
   *
   * @throws Failure if no readable line has the id
   */
  ExitCode run() {
    try {
      AnswerFile.read(input, UnaryOperator.identity(), this);
    } catch (IOException e) {
      throw AnswerFile.broken(input, e);
    }
    if (found == 0) {
      throw new Failure(
          ExitCode.USAGE,
          "no line of " + input.path() + " has the id '" + Inert.line(id) + "'",
          unreadable == 0
              ? ""
              : String.format(Locale.ROOT, "%,d of its lines could not be read", unreadable));
    }
    if (json) {
      out.print(Document.text(document));
    }
    return ExitCode.DONE;
  }

  @Override
  public void line(Place place, byte[] line) {
    try {
      if (!AnswerLine.id(Json.readStrict(line, Limits.DEFAULT)).equals(id)) {
        return;
      }
      Scored scored = scorer.score(AnswerLine.read(line, place, Limits.DEFAULT, false));
      found++;
      if (json) {
        add(place, scored);
      } else {
        print(place, scored);
      }
    } catch (MalformedRecord e) {
      unreadable++;
    }
  }

  @Override
  public void malformed(Place place, MalformedRecord fault) {
    unreadable++;
  }

  private void add(Place place, Scored scored) {
    ObjectNode node = answers.addObject().put("file", input.path()).put("offset", place.offset());
    lines.at(place.offset()).ifPresent(number -> node.put("line", number));
    try {
      node.setAll((ObjectNode) Document.MAPPER.readTree(scored.json(Scorer.SETTINGS.reject())));
    } catch (IOException e) {
      throw new IllegalStateException("what was just written can be read", e);
    }
  }

  private void print(Place place, Scored scored) {
    OptionalLong number = lines.at(place.offset());
    out.printf(
        Locale.ROOT,
        "%s  %s%s  %s %.3f  %s%n",
        Inert.line(id),
        input.path(),
        number.isPresent() ? ":" + number.getAsLong() : "@" + place.offset(),
        Scored.word(scored.decision()),
        scored.judgement().score(),
        Scored.word(scored.judgement().kind()));
    String answer = scored.line().candidate().answer();
    String expected =
        ExampleTexts.alternatives(scored.line().question().reference())
            .collect(Collectors.joining(" | "));
    out.println("  expected: " + Inert.line(expected));
    out.print("  answer:   " + Inert.text(answer).indent(12).stripLeading());
    ranges(scored.explanation(), answer);
    out.print(ExplanationText.render(scored.explanation()).indent(2));
  }

  /** What the offsets of an explanation point to. */
  private void ranges(Explanation explanation, String answer) {
    for (String argument : explanation.arguments()) {
      if (RANGE.matcher(argument).matches()) {
        int dash = argument.indexOf('-');
        int begin = Integer.parseInt(argument.substring(0, dash));
        int end = Integer.parseInt(argument.substring(dash + 1));
        if (begin < end && end <= answer.length()) {
          out.println("  " + argument + ": " + Inert.line(answer.substring(begin, end)));
        }
      }
    }
    explanation.parts().forEach(part -> ranges(part, answer));
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
