package org.twinline.launcher.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.twinline.core.export.Trainer;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Language;
import org.twinline.core.triple.Task;
import org.twinline.reward.guard.GuardPattern;

/**
 * Turns the tree of a job into its records, key by key. A section in which something is wrong is
 * left out, so that what the records themselves refuse is reported together with the rest.
 */
final class JobReader {
  private final JsonNode root;
  private final Map<Pointer, Node.Places> places;
  private final Problems problems;
  private final String home;

  JobReader(JsonNode root, Map<Pointer, Node.Places> places, Problems problems, String home) {
    this.root = root;
    this.places = places;
    this.problems = problems;
    this.home = home;
  }

  /** The job, empty where anything in the file is wrong. */
  Optional<Job> read() {
    Optional<Input> input = section("input", this::input);
    Optional<Job.Output> output = section("output", this::output);
    List<Reward> rewards = rewards();
    Optional<Job.Composites> composite = section("composite", JobReader::composite);
    Optional<Job.Select> select = section("select", this::select);
    Optional<Runner> runner = section("runner", JobReader::runner);
    Optional<Job.Group> group = section("group", JobReader::group);
    Optional<Job.Errors> errors = section("errors", JobReader::errors);
    Optional<Job.Models> models = section("models", this::models);
    Optional<Job.Report> report = section("report", JobReader::report);
    if (!problems.none()) {
      return Optional.empty();
    }
    return guarded(
        Pointer.of("rewards"),
        () ->
            new Job(
                text(root, "name"),
                word(root, "line", Job.Line.class).orElseThrow(),
                parameters(),
                input.orElseThrow(),
                output.orElseThrow(),
                text(root, "terminology").map(Path::of),
                rewards,
                composite.orElseThrow(),
                select.orElseThrow(),
                root.path("seed").asLong(Job.SEED),
                runner.orElseThrow(),
                errors.orElseThrow(),
                group.orElseThrow(),
                models.orElseThrow(),
                report.orElseThrow()));
  }

  private <T> Optional<T> section(String key, Function<JsonNode, T> read) {
    Pointer at = Pointer.of(key);
    return problems.below(at) ? Optional.empty() : guarded(at, () -> read.apply(root.path(key)));
  }

  /** What a record refuses is reported at the place of its section. */
  private <T> Optional<T> guarded(Pointer at, Supplier<T> read) {
    try {
      return Optional.of(read.get());
    } catch (InvalidPathException e) {
      problems.add(place(at), at, "'" + at + "' holds no path: " + Shown.quoted(e.getInput()));
    } catch (IllegalArgumentException e) {
      problems.add(place(at), at, "'" + at + "': " + e.getMessage());
    }
    return Optional.empty();
  }

  private Place place(Pointer at) {
    return Objects.requireNonNull(places.get(places.containsKey(at) ? at : Pointer.ROOT)).key();
  }

  private SortedMap<String, String> parameters() {
    TreeMap<String, String> parameters = new TreeMap<>();
    root.path("parameters")
        .fields()
        .forEachRemaining(field -> parameters.put(field.getKey(), field.getValue().asText()));
    return parameters;
  }

  private Input input(JsonNode node) {
    JsonNode limits = node.path("limits");
    return new Input(
        texts(node.path("files"), Function.identity()),
        word(node, "format", Input.Format.class).orElse(Input.Format.AUTO),
        node.has("mapping") ? Optional.of(mapping(node.path("mapping"))) : Optional.empty(),
        new Input.Limits(
            size(limits.path("line_bytes")).orElse(Input.Limits.DEFAULT.lineBytes()),
            limits.path("nesting").asInt(Input.Limits.DEFAULT.nesting())));
  }

  private static Mapping mapping(JsonNode node) {
    EnumMap<Mapping.Field, List<String>> fields = new EnumMap<>(Mapping.Field.class);
    for (Mapping.Field field : Mapping.Field.values()) {
      if (node.has(field.key())) {
        fields.put(field, pointers(node.path(field.key())));
      }
    }
    JsonNode question = node.path("question");
    List<Mapping.Candidate> candidates = new ArrayList<>();
    node.path("candidates").forEach(candidate -> candidates.add(candidate(candidate)));
    JsonNode constants = node.path("constants");
    return new Mapping(
        question.isObject()
            ? new Mapping.QuestionText(true, pointers(question.path("outline")))
            : new Mapping.QuestionText(false, pointers(question)),
        fields,
        text(node, "history").map(JobReader::pointer),
        candidates,
        new Mapping.Constants(
            word(constants, "task", Task.class).orElse(Task.UNSTATED),
            word(constants, "answer_kind", AnswerKind.class).orElse(AnswerKind.UNSTATED),
            word(constants, "language", Language.class).orElse(Language.UNSTATED)));
  }

  private static Mapping.Candidate candidate(JsonNode node) {
    EnumMap<Mapping.CandidateField, String> fields = new EnumMap<>(Mapping.CandidateField.class);
    for (Mapping.CandidateField field : Mapping.CandidateField.values()) {
      text(node, field.key())
          .ifPresent(
              written ->
                  fields.put(field, node.has("each") ? entryPointer(written) : pointer(written)));
    }
    JsonNode preference = node.path("preference");
    return new Mapping.Candidate(
        text(node, "each").map(JobReader::pointer),
        fields,
        preference.isNumber() ? OptionalDouble.of(preference.asDouble()) : OptionalDouble.empty());
  }

  private Job.Output output(JsonNode node) {
    return new Job.Output(
        Path.of(node.path("directory").asText()),
        word(node, "compression", Job.Compression.class).orElse(Job.Compression.NONE),
        texts(node.path("exports"), word -> Word.read(Trainer.class, word)),
        text(node, "license").orElse(Job.Output.LICENSE));
  }

  private List<Reward> rewards() {
    List<Reward> rewards = new ArrayList<>();
    JsonNode nodes = root.path("rewards");
    for (int i = 0; nodes.isArray() && i < nodes.size(); i++) {
      JsonNode node = nodes.get(i);
      Pointer at = Pointer.of("rewards").child(i);
      if (!problems.below(at)) {
        guarded(at, () -> reward(node, at)).ifPresent(rewards::add);
      }
    }
    return rewards;
  }

  private Reward reward(JsonNode node, Pointer at) {
    return switch (node.path("use").asText()) {
      case "rule" ->
          new Reward.Rule(
              weights(node.path("weights")),
              node.path("accept").asDouble(Reward.Rule.DEFAULT.accept()),
              node.path("reject").asDouble(Reward.Rule.DEFAULT.reject()));
      case "model" ->
          new Reward.Model(
              Path.of(node.path("bundle").asText()),
              word(node, "when", Reward.When.class).orElse(Reward.When.UNSURE),
              node.path("accept").asDouble(Reward.Model.ACCEPT),
              node.path("reject").asDouble(Reward.Model.REJECT));
      case "preference" -> new Reward.Preference(Path.of(node.path("bundle").asText()));
      case "process" -> new Reward.Process(texts(node.path("actions"), Path::of));
      case "consistency" -> new Reward.Consistency();
      case "guard" ->
          new Reward.Guards(
              node.has("guards")
                  ? texts(node.path("guards"), word -> Word.read(Reward.GuardName.class, word))
                  : Reward.Guards.DEFAULT.guards(),
              patterns(node.path("patterns"), at.child("patterns")));
      default -> throw new AssertionError("The schema let an unknown reward through: " + node);
    };
  }

  /** What a pattern of the job refuses is reported at its place. */
  private List<GuardPattern> patterns(JsonNode nodes, Pointer at) {
    List<GuardPattern> patterns = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      JsonNode node = nodes.get(i);
      guarded(
              at.child(i).child("pattern"),
              () ->
                  new GuardPattern(
                      node.path("name").asText(),
                      word(node, "field", GuardPattern.Field.class).orElse(GuardPattern.Field.BOTH),
                      node.path("pattern").asText()))
          .ifPresent(patterns::add);
    }
    return patterns;
  }

  private static Reward.Weights weights(JsonNode node) {
    Reward.Weights standard = Reward.Weights.DEFAULT;
    return new Reward.Weights(
        node.path("path").asDouble(standard.path()),
        node.path("graph").asDouble(standard.graph()),
        node.path("term").asDouble(standard.term()));
  }

  private static Job.Composites composite(JsonNode node) {
    SortedMap<String, SortedMap<String, Double>> weights = new TreeMap<>();
    node.fields()
        .forEachRemaining(
            task -> {
              SortedMap<String, Double> scores = new TreeMap<>();
              task.getValue()
                  .fields()
                  .forEachRemaining(
                      score -> scores.put(score.getKey(), score.getValue().asDouble()));
              weights.put(task.getKey(), scores);
            });
    return new Job.Composites(weights);
  }

  private Job.Select select(JsonNode node) {
    Job.Select standard = Job.Select.DEFAULT;
    return new Job.Select(
        node.has("pass_rate") ? passRate(node) : standard.passRate(),
        stages(node.path("stages")),
        word(node, "keep", Job.Keep.class).orElse(standard.keep()),
        node.path("per_question").asInt(standard.perQuestion()),
        node.path("margin").asDouble(standard.margin()),
        node.path("min_reward").asDouble(standard.minReward()));
  }

  private static Job.PassRate passRate(JsonNode node) {
    JsonNode band = node.path("pass_rate");
    return new Job.PassRate(band.get(0).asDouble(), band.get(1).asDouble());
  }

  /** What is wrong with a stage is reported at its place. */
  private List<Job.Stage> stages(JsonNode nodes) {
    List<Job.Stage> stages = new ArrayList<>();
    Pointer list = Pointer.of("select", "stages");
    if (!nodes.isEmpty() && root.path("line").asText().equals(Job.Line.UNVERIFIABLE.word())) {
      problems.add(
          place(list),
          list,
          "'" + list + "' divides by pass rate, which only the verifiable line has");
    }
    Set<String> names = new HashSet<>();
    for (int i = 0; i < nodes.size(); i++) {
      JsonNode node = nodes.get(i);
      String name = node.path("name").asText();
      Pointer at = list.child(i);
      if (!names.add(name)) {
        Pointer own = at.child("name");
        problems.add(
            place(own),
            own,
            "'" + own + "' is " + Shown.quoted(name) + ", as that of a stage before it");
      }
      Optional<Job.PassRate> band = guarded(at.child("pass_rate"), () -> passRate(node));
      Optional<Job.Composites> composite =
          guarded(at.child("composite"), () -> composite(node.path("composite")));
      if (band.isPresent() && composite.isPresent()) {
        stages.add(new Job.Stage(name, band.get(), composite.get()));
      }
    }
    return stages;
  }

  private static Runner runner(JsonNode node) {
    int processors = Math.min(Runtime.getRuntime().availableProcessors(), Runner.MOST);
    SortedMap<String, String> options = new TreeMap<>();
    node.path("options")
        .fields()
        .forEachRemaining(option -> options.put(option.getKey(), option.getValue().asText()));
    return new Runner(
        word(node, "kind", Runner.Kind.class).orElse(Runner.Kind.FLINK_LOCAL),
        node.path("parallelism").asInt(processors),
        text(node, "master"),
        text(node, "staging"),
        options);
  }

  private static Job.Errors errors(JsonNode node) {
    return new Job.Errors(node.path("max_rate").asDouble(Job.Errors.DEFAULT.maxRate()));
  }

  private static Job.Group group(JsonNode node) {
    return new Job.Group(
        node.path("max_candidates").asInt(Job.Group.DEFAULT.maxCandidates()),
        size(node.path("max_bytes")).orElse(Job.Group.DEFAULT.maxBytes()));
  }

  private Job.Models models(JsonNode node) {
    return new Job.Models(
        text(node, "encoders")
            .map(Path::of)
            .orElseGet(() -> Path.of(home, "launcher", "target", "encoders")),
        texts(node.path("allow"), hash -> hash));
  }

  private static Job.Report report(JsonNode node) {
    return new Job.Report(node.path("examples").asInt(Job.Report.DEFAULT.examples()));
  }

  private static Optional<String> text(JsonNode node, String key) {
    return Optional.ofNullable(node.path(key).textValue());
  }

  private static <E extends Enum<E>> Optional<E> word(JsonNode node, String key, Class<E> type) {
    return text(node, key).map(word -> Word.read(type, word.toLowerCase(Locale.ROOT)));
  }

  private static Optional<Size> size(JsonNode node) {
    if (node.isMissingNode()) {
      return Optional.empty();
    }
    return Optional.of(node.isTextual() ? Size.parse(node.asText()) : new Size(node.asLong()));
  }

  private static List<String> pointers(JsonNode node) {
    return texts(node, JobReader::pointer);
  }

  private static <T> List<T> texts(JsonNode node, Function<String, T> read) {
    if (node.isTextual()) {
      return List.of(read.apply(node.asText()));
    }
    return StreamSupport.stream(node.spliterator(), false)
        .map(one -> read.apply(one.asText()))
        .toList();
  }

  /** Within {@code each}, {@code key} and {@code value} are those of the entry itself. */
  private static String entryPointer(String written) {
    return written.equals("key") || written.equals("value") ? written : pointer(written);
  }

  /** A bare name as the JSON Pointer it stands for. */
  private static String pointer(String written) {
    return written.startsWith("/") ? written : "/" + written.replace("~", "~0").replace("/", "~1");
  }
}
