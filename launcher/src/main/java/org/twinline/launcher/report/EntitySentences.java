package org.twinline.launcher.report;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sentences for entity answers; an argument that is not as expected is left unsaid. */
final class EntitySentences {
  private static final Set<String> NO_CONCEPT = Set.of("unlinked", "unrelated");

  /** A claim that names the item is worth more than this, unless it only lists it. */
  private static final double NAMED = 0.5;

  private static final Map<String, String> RELATIONS =
      Map.ofEntries(
          entry("same", "the same concept"),
          entry("same_stem", "the same name but for spelling or an ending"),
          entry("narrower", "narrower than expected"),
          entry("broader", "broader than expected"),
          entry("other", "another concept"),
          entry("other_loose", "probably another concept"),
          entry("names", "compared as names"),
          entry("reworded", "the same words in another order or form"),
          entry("head", "ends in the expected name"),
          entry("not_comparable", "in another script, which cannot be compared"));

  private static final Map<String, String> AGAINST =
      Map.ofEntries(
          entry("conclusion", "it also concludes something else"),
          entry("gloss", "it gives another thing's name as a synonym"),
          entry("code", "it gives the code of another disease"),
          entry("denial", "it denies the same thing elsewhere"),
          entry("question", "it only asks"),
          entry("alternative", "it holds something else to be as likely"),
          entry("judge", "it says nothing but words to the judge"));

  static final Map<String, Function<ExplanationNode, String>> ALL =
      Map.ofEntries(
          entry("rule_entity", EntitySentences::entity),
          entry("pair", EntitySentences::pair),
          entry("path", n -> similarity(n, "The similarity by place in the hierarchy is ")),
          entry(
              "graph", n -> similarity(n, "The similarity by relations in the concept graph is ")),
          entry("term", n -> similarity(n, "The similarity of wording is ")),
          entry("atoms", EntitySentences::atoms),
          entry("matching", EntitySentences::matching),
          entry("nice_to_have", EntitySentences::welcome),
          entry("rule_prose", EntitySentences::prose),
          entry("claim", EntitySentences::claim),
          entry("contradicted", EntitySentences::contradicted),
          entry("rule_learned", EntitySentences::learned),
          entry("linked", EntitySentences::linked));

  private EntitySentences() {}

  private static String similarity(ExplanationNode node, String of) {
    return of + node.shownValue() + node.rest(0);
  }

  private static String entity(ExplanationNode node) {
    return node.raw(1).filter("negated"::equals).isPresent()
        ? "The answer asserts nothing to compare: what it rules out, tells of the past or of"
            + " relatives does not count"
        : "The similarity of the answer to the reference"
            + alternative(node)
            + " is "
            + node.shownValue();
  }

  private static String prose(ExplanationNode node) {
    return "The answer is prose; the similarity of what it claims to the reference"
        + alternative(node)
        + " is "
        + node.shownValue();
  }

  /** Arguments: what speaks against the answer, the offsets in it where they are known. */
  private static String contradicted(ExplanationNode node) {
    String at =
        node.arguments().stream()
            .filter(EntitySentences::range)
            .findFirst()
            .map(" at "::concat)
            .orElse("");
    return "The answer contradicts itself"
        + node.raw(0).map(AGAINST::get).map(": "::concat).orElse("")
        + at
        + "; it can score at most "
        + node.shownValue();
  }

  private static String learned(ExplanationNode node) {
    return "The answer does not name what is expected; by the trained linker its similarity to the"
        + " reference"
        + alternative(node)
        + " is "
        + node.shownValue();
  }

  /** Arguments: the item's index and code, the chance that the linker gives it. */
  private static String linked(ExplanationNode node) {
    return "Expected item"
        + node.count(0).map(i -> " " + (i + 1)).orElse("")
        + concept(node.arguments(), 1)
        + node.argument(2).map(" is meant with a chance of %s"::formatted).orElse(" may be meant")
        + ", "
        + node.shownValue();
  }

  /** Where there is only one, or the first is the best, nothing needs to be said. */
  private static String alternative(ExplanationNode node) {
    return node.count(0).filter(i -> i > 0).map(i -> " (alternative " + (i + 1) + ")").orElse("");
  }

  /**
   * Arguments: the index of the required item where it is known, the codes of what is expected and
   * of what was said, their relation, the offsets in the answer where they are known.
   */
  private static String pair(ExplanationNode node) {
    List<String> arguments = node.arguments();
    Optional<Integer> item = node.count(0);
    List<String> rest = arguments.subList(item.isPresent() ? 1 : 0, arguments.size());
    String relations =
        rest.stream()
            .skip(2)
            .filter(argument -> !range(argument))
            .map(argument -> RELATIONS.getOrDefault(argument, ExplanationNode.shown(argument)))
            .collect(Collectors.joining(", "));
    return "Expected"
        + item.map(i -> " item " + (i + 1)).orElse("")
        + concept(rest, 0)
        + " against what the answer says"
        + concept(rest, 1)
        + at(rest)
        + (relations.isEmpty() ? "" : ": " + relations)
        + ", "
        + node.shownValue();
  }

  /** Arguments: the item's index and code, {@code named} or the share of its words, the offsets. */
  private static String claim(ExplanationNode node) {
    String item =
        "xpected item"
            + node.count(0).map(i -> " " + (i + 1)).orElse("")
            + concept(node.arguments(), 1);
    String at = at(node.arguments());
    if (node.raw(2).filter("named"::equals).isPresent()) {
      String list = node.value() < NAMED ? "named in a mere list" : "named in what is claimed";
      return "E" + item + " is " + list + at + ", " + node.shownValue();
    }
    return node.raw(2).filter("0"::equals).isPresent()
        ? "Nothing of e" + item + " is found in what is claimed, " + node.shownValue()
        : "The claim"
            + at
            + node.argument(2).map(" has the share %s of the words of"::formatted).orElse(" has")
            + " e"
            + item
            + ", "
            + node.shownValue();
  }

  private static boolean range(String argument) {
    return argument.matches("\\d{1,9}-\\d{1,9}");
  }

  private static String at(List<String> arguments) {
    return arguments.stream()
        .skip(2)
        .filter(EntitySentences::range)
        .findFirst()
        .map(" at "::concat)
        .orElse("");
  }

  private static String concept(List<String> arguments, int index) {
    if (arguments.size() <= index) {
      return "";
    }
    String label = arguments.get(index);
    return NO_CONCEPT.contains(label)
        ? " (no known concept)"
        : " (" + ExplanationNode.shown(label) + ")";
  }

  /** Arguments "2", "3" beside 0.67 are the count and the total. */
  private static String atoms(ExplanationNode node) {
    Optional<Integer> agreeing = node.count(0);
    Optional<Integer> all = node.count(1).filter(n -> n > 0);
    if (agreeing.isPresent()
        && all.isPresent()
        && Math.abs((double) agreeing.get() / all.get() - node.value()) < 0.01) {
      return "%d of %d atomic entities (site, morphology, cause …) agree"
              .formatted(agreeing.get(), all.get())
          + node.rest(2);
    }
    return similarity(
        node, "The similarity of the atomic entities (site, morphology, cause …) is ");
  }

  /** Arguments: recall, precision, how much is said beside what is expected. */
  private static String matching(ExplanationNode node) {
    String told =
        "Each expected answer is matched with the best given one: %s overall"
            .formatted(node.shownValue());
    Optional<Integer> unrelated = node.count(2);
    if (node.arguments().size() != 3 || unrelated.isEmpty()) {
      return told + node.rest(0);
    }
    String beside =
        unrelated.get() == 0
            ? "nothing else is said"
            : unrelated.get() == 1
                ? "one other thing is said"
                : unrelated.get() + " other things are said";
    return "%s (recall %s, precision %s: %s)"
        .formatted(told, node.argument(0).orElse(""), node.argument(1).orElse(""), beside);
  }

  private static String welcome(ExplanationNode node) {
    return node.count(0)
            .map(n -> n == 1 ? "One welcome item is" : n + " welcome items are")
            .orElse("Welcome items are")
        + " named too, which adds "
        + node.shownValue();
  }
}
