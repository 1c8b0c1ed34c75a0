package org.twinline.reward.djl;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.twinline.core.Require;
import org.twinline.core.text.LanguageGuess;
import org.twinline.core.triple.Language;
import org.twinline.core.triple.Question;
import org.twinline.core.triple.Reference;
import org.twinline.core.triple.Triple;
import org.twinline.core.triple.Turn;
import org.twinline.core.verdict.Explanation;
import org.twinline.core.verdict.Score;

/**
 * Scores triples with one or more bundles. Bundles on the same encoder share its vectors, so a
 * second head costs next to nothing.
 *
 * <p>A score is bit-identical whatever the other triples of the call (on one type of processor). A
 * call holds one vector of 2 kB per distinct text; callers bound it (a few thousand triples) and
 * should not call with few, since every call pays for whole batches.
 *
 * <p>Not thread-safe: every thread opens its own scorer; the encoder's weights are shared by all of
 * a JVM.
 */
public final class BundleScorer implements AutoCloseable {
  private static final String EXPLANATION = "model_head";

  private final List<Open> bundles;
  private final List<TextEncoder> encoders;

  private record Open(Bundle bundle, LinearHead head, TextEncoder encoder) {
    BundleCard card() {
      return bundle.card();
    }
  }

  /**
   * One way to fill a bundle's inputs for one triple: where its texts lie in the encoder's list.
   */
  private record Rendering(int triple, int bundle, int firstText) {}

  private record Logit(double value, long cutTokens) {}

  /** The encoders of a scorer: bundles on equal files share a session and its vectors. */
  private static final class Sessions {
    final List<TextEncoder> open = new ArrayList<>();
    private final Map<Path, TextEncoder> byFolder = new LinkedHashMap<>();

    TextEncoder of(EncoderPlace place) {
      TextEncoder known = byFolder.get(place.folder());
      if (known != null && known.card().ref().equals(place.encoder())) {
        return known;
      }
      EncoderCard card = place.card();
      for (TextEncoder session : open) {
        if (session.card().files().equals(card.files())
            && session.card().geometry().equals(card.geometry())) {
          place.verified();
          byFolder.put(place.folder(), session);
          return session;
        }
      }
      TextEncoder session = TextEncoder.open(place);
      open.add(session);
      byFolder.put(place.folder(), session);
      return session;
    }
  }

  private BundleScorer(List<Open> bundles, List<TextEncoder> encoders) {
    this.bundles = bundles;
    this.encoders = encoders;
  }

  /** A scorer of one bundle; see {@link #open(List, Encoders)}. */
  public static BundleScorer open(Path bundle, Path encodersDir) {
    return open(bundle, Encoders.in(encodersDir));
  }

  /** A scorer of one bundle; see {@link #open(List, Encoders)}. */
  public static BundleScorer open(Path bundle, Encoders encoders) {
    return open(List.of(bundle), encoders);
  }

  /** A scorer of bundles, none of them with foreign code; see {@link #open(List, Encoders)}. */
  public static BundleScorer open(List<Path> bundles, Path encodersDir) {
    return open(bundles, Encoders.in(encodersDir));
  }

  /**
   * Opens bundles: checks the hashes of every file and, once in a JVM, scores the golden inputs of
   * every card.
   *
   * <p>A bundle's encoder is that in its own folder where one lies there, else the shared one.
   *
   * @throws UnusableModel if a file is missing, changed or malformed, an encoder is foreign code
   *     that is not allowed, or a golden score is off
   * @throws IllegalArgumentException if two bundles have a dimension of the same name for one
   *     language
   */
  public static BundleScorer open(List<Path> bundles, Encoders encoders) {
    Sessions sessions = new Sessions();
    boolean done = false;
    try {
      List<Open> opened = new ArrayList<>();
      Set<String> taken = new TreeSet<>();
      for (Path folder : bundles) {
        Bundle bundle = Bundle.read(folder);
        for (BundleCard.Dimension dimension : bundle.card().outputs().dimensions()) {
          for (Language language : bundle.card().identity().languages()) {
            Require.argument(
                taken.add(dimension.name() + ' ' + language),
                "Cannot open bundle %s: another one scores '%s' too",
                folder,
                dimension.name());
          }
        }
        TextEncoder encoder = sessions.of(bundle.encoder(encoders));
        LinearHead head = bundle.head(encoder.card());
        bundle.check(encoder, head);
        opened.add(new Open(bundle, head, encoder));
      }
      done = true;
      return new BundleScorer(List.copyOf(opened), List.copyOf(sessions.open));
    } finally {
      if (!done) {
        sessions.open.forEach(TextEncoder::close);
      }
    }
  }

  /** The cards of the open bundles, in the order given. */
  public List<BundleCard> cards() {
    return bundles.stream().map(Open::card).toList();
  }

  /** What the encoders have done so far, golden inputs included. */
  public Map<String, TextEncoder.Work> work() {
    return encoders.stream()
        .collect(Collectors.toMap(e -> e.card().name(), TextEncoder::work, (a, b) -> a));
  }

  /**
   * Scores triples.
   *
   * <p>A triple has no score of a bundle that does not serve its language (guessed by script where
   * it is not stated), or one of whose placeholders would be blank. Against several alternative
   * references the best logit counts. Texts over the limit are cut as the card says.
   *
   * @return for each triple, in order, its scores in the order of bundles and dimensions. The
   *     explanation is {@code model_head} with arguments: bundle, logit, number of tokens cut.
   * @throws UnusableModel if the model gives a number that is not finite
   */
  public List<List<Score>> score(List<Triple> triples) {
    List<List<Score>> scores = new ArrayList<>();
    for (Scored scored : scoreAll(triples)) {
      if (!scored.failed().isEmpty()) {
        throw new UnusableModel(
            "Bundle %s gave a number that is not finite".formatted(scored.failed().get(0)));
      }
      scores.add(scored.scores());
    }
    return scores;
  }

  /**
   * The same, where a number that is not finite concerns its own triple alone: that bundle gives it
   * no score, and says so.
   */
  public List<Scored> scoreAll(List<Triple> triples) {
    Map<TextEncoder, List<Text>> texts = new LinkedHashMap<>();
    List<Rendering> renderings = new ArrayList<>();
    for (int t = 0; t < triples.size(); t++) {
      Language language = language(triples.get(t));
      for (int b = 0; b < bundles.size(); b++) {
        Open open = bundles.get(b);
        if (!open.card().identity().languages().contains(language)) {
          continue;
        }
        List<Text> list = texts.computeIfAbsent(open.encoder(), e -> new ArrayList<>());
        for (Slots slots : slots(triples.get(t), language, open.card().inputs())) {
          List<Text> inputs = open.card().inputs().render(slots);
          if (!inputs.isEmpty()) {
            renderings.add(new Rendering(t, b, list.size()));
            list.addAll(inputs);
          }
        }
      }
    }
    Map<TextEncoder, List<Encoded>> vectors = new LinkedHashMap<>();
    texts.forEach((encoder, list) -> vectors.put(encoder, encoder.encodeAll(list)));

    List<Scored> scores = new ArrayList<>();
    int next = 0;
    for (int t = 0; t < triples.size(); t++) {
      List<Score> ofTriple = new ArrayList<>();
      List<String> failed = new ArrayList<>();
      for (int b = 0; b < bundles.size(); b++) {
        Open open = bundles.get(b);
        List<float[]> features = new ArrayList<>();
        List<Long> cut = new ArrayList<>();
        boolean finite = true;
        while (next < renderings.size()
            && renderings.get(next).triple() == t
            && renderings.get(next).bundle() == b) {
          int first = renderings.get(next).firstText();
          int end = first + open.card().inputs().templates().size();
          List<Encoded> inputs =
              vectors.getOrDefault(open.encoder(), List.of()).subList(first, end);
          List<Text> rendered = texts.getOrDefault(open.encoder(), List.of()).subList(first, end);
          finite &= inputs.stream().allMatch(Encoded::finite);
          features.add(open.bundle().features(rendered, inputs));
          cut.add(inputs.stream().mapToLong(Encoded::cutTokens).sum());
          next++;
        }
        if (!finite) {
          failed.add(open.card().identity().name());
        } else if (!features.isEmpty()) {
          ofTriple.addAll(scores(open, features, cut));
        }
      }
      scores.add(new Scored(ofTriple, failed));
    }
    return scores;
  }

  private static List<Score> scores(Open open, List<float[]> features, List<Long> cut) {
    List<Score> scores = new ArrayList<>();
    for (int d = 0; d < open.head().dimensions(); d++) {
      Logit best = new Logit(Double.NEGATIVE_INFINITY, 0);
      for (int i = 0; i < features.size(); i++) {
        double logit = open.head().logit(d, features.get(i));
        if (logit > best.value()) {
          best = new Logit(logit, cut.get(i));
        }
      }
      scores.add(score(open.card(), d, best));
    }
    return scores;
  }

  private static Score score(BundleCard card, int dimension, Logit logit) {
    BundleCard.Dimension of = card.outputs().dimensions().get(dimension);
    double value = of.calibration().score(logit.value());
    Explanation explanation =
        Explanation.of(
            EXPLANATION,
            value,
            card.identity().name(),
            Explanation.number(logit.value()),
            Long.toString(logit.cutTokens()));
    return new Score(of.name(), value, explanation);
  }

  private static Language language(Triple triple) {
    Language stated = triple.question().traits().language();
    return stated == Language.UNSTATED
        ? LanguageGuess.of(questionText(triple.question()) + triple.candidate().answer())
        : stated;
  }

  /** One filling per alternative reference where a template asks for the reference, else one. */
  private static List<Slots> slots(Triple triple, Language language, BundleCard.Inputs inputs) {
    String question = questionText(triple.question());
    String answer = triple.candidate().answer();
    String cot = triple.candidate().cot();
    if (!inputs.useReference()) {
      return List.of(new Slots(question, "", answer, cot));
    }
    String separator = language == Language.ZH ? "；" : "; ";
    List<Slots> slots = new ArrayList<>();
    for (Reference.Alternative alternative : triple.question().reference().alternatives()) {
      slots.add(new Slots(question, String.join(separator, alternative.required()), answer, cot));
    }
    return slots;
  }

  /** All turns, a line each; options are left to the rules. */
  private static String questionText(Question question) {
    return question.prompt().turns().stream().map(Turn::content).collect(Collectors.joining("\n"));
  }

  /** Closes the encoders of this scorer; a second call does nothing. */
  @Override
  public void close() {
    encoders.forEach(TextEncoder::close);
  }
}
