package org.twinline.launcher.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.twinline.launcher.job.Setting;

/** Writes plans. */
final class PlanJson {
  static final int FORMAT = 1;

  static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private PlanJson() {}

  static String write(Plan plan) {
    ObjectNode root = JSON.createObjectNode();
    Pinned pinned = plan.pinned();
    root.put("format_version", FORMAT);
    root.putObject("twinline")
        .put("version", pinned.build().version())
        .put("sha256", pinned.build().sha256());
    root.put("directory", pinned.directory());
    file(root.putObject("job_file"), pinned.job());
    root.set("set", texts(pinned.given()));
    try {
      root.set("job", JSON.readTree(plan.job().resolvedJson()));
      settings(root.putArray("settings"), pinned.settings());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read a job just written", e);
    }
    inputs(root.putArray("inputs"), plan);
    pinned.terminology().ifPresent(t -> terminology(root.putObject("terminology"), t));
    models(root.putArray("models"), pinned.models());
    stages(root.putArray("stages"), plan.stages());
    outlook(root.putObject("estimate"), plan.outlook());
    try {
      return JSON.writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("Cannot write a plan", e);
    }
  }

  private static void settings(ArrayNode array, List<Setting> settings) throws IOException {
    for (Setting setting : settings) {
      ObjectNode node = array.addObject().put("key", setting.key());
      node.set("value", JSON.readTree(setting.json()));
      node.put("origin", setting.origin().kind().word());
      if (!setting.origin().place().isEmpty()) {
        node.put("place", setting.origin().place());
      }
      if (!setting.origin().parameters().isEmpty()) {
        node.set("parameters", texts(setting.origin().parameters()));
      }
    }
  }

  private static void inputs(ArrayNode array, Plan plan) {
    for (int i = 0; i < plan.pinned().inputs().size(); i++) {
      FileEstimate estimate = plan.outlook().files().get(i);
      ObjectNode node = array.addObject();
      file(node, plan.pinned().inputs().get(i));
      node.putObject("lines")
          .put("estimate", estimate.lines())
          .put("low", estimate.low())
          .put("high", estimate.high())
          .put("exact", estimate.exact())
          .put("bytes_read", estimate.read());
    }
  }

  private static void file(ObjectNode node, Pinned.HashedFile file) {
    node.put("path", file.path()).put("bytes", file.bytes()).put("sha256", file.sha256());
  }

  private static void terminology(ObjectNode node, Pinned.PinnedTerminology terminology) {
    node.put("path", terminology.path())
        .put("sha256", terminology.sha256())
        .put("concepts", terminology.concepts())
        .put("names", terminology.names())
        .put("bytes", terminology.bytes());
  }

  private static void models(ArrayNode array, List<Pinned.PinnedModel> models) {
    for (Pinned.PinnedModel model : models) {
      ObjectNode node = array.addObject();
      node.put("path", model.path()).put("name", model.name()).put("kind", model.kind());
      node.set("languages", texts(model.languages()));
      node.put("sha256", model.sha256());
      node.putObject("encoder")
          .put("name", model.encoder().name())
          .put("sha256", model.encoder().sha256())
          .put("bytes", model.encoder().bytes());
      node.set("templates", texts(model.templates()));
    }
  }

  private static void stages(ArrayNode array, List<Stage> stages) {
    for (Stage stage : stages) {
      ObjectNode node = array.addObject();
      node.put("name", stage.name()).put("line", stage.line()).put("does", stage.does());
      node.set("drops", texts(stage.drops()));
    }
  }

  private static void outlook(ObjectNode node, Outlook outlook) {
    node.put("lines", outlook.lines()).put("triples", outlook.triples());
    ObjectNode sample = node.putObject("sample");
    sample
        .put("bytes", outlook.sampled().bytes())
        .put("lines", outlook.sampled().lines())
        .put("triples", outlook.sampled().triples());
    ObjectNode letters = sample.putObject("dead_letters");
    outlook.deadLetters().forEach(letters::put);
    node.put("model_tokens", Math.round(outlook.modelTokens()));
    node.putObject("seconds")
        .put("low", Math.round(outlook.time().low()))
        .put("expected", Math.round(outlook.time().expected()))
        .put("high", Math.round(outlook.time().high()))
        .put("cores", outlook.time().cores());
    node.putObject("memory")
        .put("heap_bytes", outlook.memory().heap())
        .put("beside_bytes", outlook.memory().beside());
  }

  private static JsonNode texts(List<String> texts) {
    ArrayNode array = JSON.createArrayNode();
    texts.forEach(array::add);
    return array;
  }
}
