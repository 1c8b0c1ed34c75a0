package org.twinline.launcher.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.twinline.core.export.Trainer;
import org.twinline.core.triple.AnswerKind;
import org.twinline.core.triple.Language;
import org.twinline.core.triple.Task;

/** Writes a job with all its defaults, in the order of the schema. */
final class ResolvedJob {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final ObjectMapper YAML =
      new ObjectMapper(
          YAMLFactory.builder()
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .disable(YAMLGenerator.Feature.SPLIT_LINES)
              .build());

  private ResolvedJob() {}

  static String json(Job job) {
    return write(JSON, job);
  }

  static String yaml(Job job) {
    return write(YAML, job);
  }

  private static String write(ObjectMapper mapper, Job job) {
    try {
      return mapper.writeValueAsString(tree(job));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("Cannot write the job", e);
    }
  }

  static ObjectNode tree(Job job) {
    ObjectNode root = JSON.createObjectNode();
    job.name().ifPresent(name -> root.put("name", name));
    root.put("line", job.line().word());
    ObjectNode parameters = root.putObject("parameters");
    job.parameters().forEach(parameters::put);
    root.set("input", input(job.input()));
    root.putObject("output")
        .put("directory", job.output().directory().toString())
        .put("compression", job.output().compression().word())
        .put("license", job.output().license())
        .set("exports", texts(job.output().exports().stream().map(Trainer::word).toList()));
    job.terminology().ifPresent(path -> root.put("terminology", path.toString()));
    ArrayNode rewards = root.putArray("rewards");
    job.rewards().forEach(reward -> rewards.add(reward(reward)));
    root.set("composite", composite(job.composite()));
    root.set("select", select(job.select()));
    root.put("seed", job.seed());
    root.set("runner", runner(job.runner()));
    root.putObject("errors").put("max_rate", job.errors().maxRate());
    root.putObject("group")
        .put("max_candidates", job.group().maxCandidates())
        .put("max_bytes", job.group().maxBytes().toString());
    root.putObject("models")
        .put("encoders", job.models().encoders().toString())
        .set("allow", texts(job.models().allow()));
    root.putObject("report").put("examples", job.report().examples());
    return root;
  }

  private static ObjectNode input(Input input) {
    ObjectNode node = JSON.createObjectNode();
    node.set("files", texts(input.files()));
    node.put("format", input.format().word());
    input.mapping().ifPresent(mapping -> node.set("mapping", mapping(mapping)));
    node.putObject("limits")
        .put("line_bytes", input.limits().lineBytes().toString())
        .put("nesting", input.limits().nesting());
    return node;
  }

  private static ObjectNode mapping(Mapping mapping) {
    ObjectNode node = JSON.createObjectNode();
    Mapping.QuestionText question = mapping.question();
    if (question.outline()) {
      node.putObject("question").set("outline", texts(question.pointers()));
    } else {
      node.set("question", texts(question.pointers()));
    }
    mapping.history().ifPresent(pointer -> node.put("history", pointer));
    mapping.fields().forEach((field, pointers) -> node.set(field.key(), texts(pointers)));
    if (!mapping.candidates().isEmpty()) {
      ArrayNode candidates = node.putArray("candidates");
      mapping.candidates().forEach(candidate -> candidates.add(candidate(candidate)));
    }
    Mapping.Constants constants = mapping.constants();
    ObjectNode stated = node.putObject("constants");
    if (constants.task() != Task.UNSTATED) {
      stated.put("task", Word.of(constants.task(), '_'));
    }
    if (constants.answerKind() != AnswerKind.UNSTATED) {
      stated.put("answer_kind", Word.of(constants.answerKind(), '_'));
    }
    if (constants.language() != Language.UNSTATED) {
      stated.put("language", Word.of(constants.language(), '_'));
    }
    return node;
  }

  private static ObjectNode candidate(Mapping.Candidate candidate) {
    ObjectNode node = JSON.createObjectNode();
    candidate.each().ifPresent(pointer -> node.put("each", pointer));
    for (Map.Entry<Mapping.CandidateField, String> field : candidate.fields().entrySet()) {
      node.put(field.getKey().key(), field.getValue());
    }
    candidate.preference().ifPresent(value -> node.put("preference", value));
    return node;
  }

  private static ObjectNode reward(Reward reward) {
    ObjectNode node = JSON.createObjectNode().put("use", reward.use());
    if (reward instanceof Reward.Rule rule) {
      node.putObject("weights")
          .put("path", rule.weights().path())
          .put("graph", rule.weights().graph())
          .put("term", rule.weights().term());
      node.put("accept", rule.accept()).put("reject", rule.reject());
    } else if (reward instanceof Reward.Model model) {
      node.put("bundle", model.bundle().toString()).put("when", Word.of(model.when(), '_'));
      node.put("accept", model.accept()).put("reject", model.reject());
    } else if (reward instanceof Reward.Preference preference) {
      node.put("bundle", preference.bundle().toString());
    } else if (reward instanceof Reward.Process process) {
      node.set("actions", texts(process.actions().stream().map(Path::toString).toList()));
    } else if (reward instanceof Reward.Guards guards) {
      node.set("guards", texts(guards.guards().stream().map(Reward.GuardName::word).toList()));
      ArrayNode patterns = node.putArray("patterns");
      guards
          .patterns()
          .forEach(
              pattern ->
                  patterns
                      .addObject()
                      .put("name", pattern.name())
                      .put("field", Word.of(pattern.field(), '_'))
                      .put("pattern", pattern.pattern()));
    }
    return node;
  }

  private static ObjectNode runner(Runner runner) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("kind", runner.kind().word())
            .put("parallelism", runner.parallelism());
    runner.master().ifPresent(master -> node.put("master", master));
    runner.staging().ifPresent(staging -> node.put("staging", staging));
    if (!runner.options().isEmpty()) {
      ObjectNode options = node.putObject("options");
      runner.options().forEach(options::put);
    }
    return node;
  }

  private static ObjectNode select(Job.Select select) {
    ObjectNode node = JSON.createObjectNode();
    band(select.passRate(), node);
    ArrayNode stages = node.putArray("stages");
    for (Job.Stage stage : select.stages()) {
      ObjectNode own = stages.addObject().put("name", stage.name());
      band(stage.passRate(), own);
      own.set("composite", composite(stage.composite()));
    }
    return node.put("keep", Word.of(select.keep(), '_'))
        .put("per_question", select.perQuestion())
        .put("margin", select.margin())
        .put("min_reward", select.minReward());
  }

  private static void band(Job.PassRate passRate, ObjectNode node) {
    node.putArray("pass_rate").add(passRate.low()).add(passRate.high());
  }

  private static ObjectNode composite(Job.Composites composite) {
    ObjectNode node = JSON.createObjectNode();
    composite
        .weights()
        .forEach((task, weights) -> weights.forEach(node.withObject("/" + task)::put));
    return node;
  }

  private static JsonNode texts(List<String> texts) {
    ArrayNode array = JSON.createArrayNode();
    texts.forEach(array::add);
    return array;
  }
}
