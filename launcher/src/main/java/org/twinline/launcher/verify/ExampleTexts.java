package org.twinline.launcher.verify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.twinline.core.io.InputFile;
import org.twinline.core.json.Limits;
import org.twinline.core.json.MalformedRecord;
import org.twinline.core.triple.Place;
import org.twinline.core.triple.Reference;
import org.twinline.reward.agreement.LabelledAnswer;
import org.twinline.reward.agreement.WorstCases;

/** The text of the worst cases, read a second time: it is not kept while scoring. */
final class ExampleTexts implements AnswerFile.Sink {
  private final Set<Place> wanted = new HashSet<>();
  private final Map<Place, ObjectNode> found = new HashMap<>();

  private ExampleTexts(WorstCases worst, int most) {
    for (List<LabelledAnswer> side : List.of(worst.wrong(), worst.right())) {
      side.stream().limit(most).map(LabelledAnswer::place).forEach(wanted::add);
    }
  }

  /**
   * Reads them.
   *
   * @param most of each side
   */
  static Map<Place, ObjectNode> read(InputFile input, WorstCases worst, int most)
      throws IOException {
    ExampleTexts texts = new ExampleTexts(worst, most);
    if (!texts.wanted.isEmpty()) {
      AnswerFile.read(input, UnaryOperator.identity(), texts);
    }
    return texts.found;
  }

  @Override
  public void line(Place place, byte[] line) {
    if (!wanted.contains(place)) {
      return;
    }
    try {
      AnswerLine read = AnswerLine.read(line, place, Limits.DEFAULT, false);
      ObjectNode text = Document.object();
      String question = read.question().prompt().lastUserContent();
      if (!question.isBlank()) {
        text.put("question", question);
      }
      ArrayNode references = text.putArray("references");
      alternatives(read.question().reference()).forEach(references::add);
      text.put("answer", read.candidate().answer());
      found.put(place, text);
    } catch (MalformedRecord e) {
      throw new IllegalStateException("the line was read once already", e);
    }
  }

  @Override
  public void malformed(Place place, MalformedRecord fault) {
    // Counted while scoring.
  }

  /** Each alternative as one text. */
  static Stream<String> alternatives(Reference reference) {
    return reference.alternatives().stream().map(a -> String.join("; ", a.required()));
  }
}
