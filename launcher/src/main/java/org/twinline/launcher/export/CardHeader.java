package org.twinline.launcher.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twinline.core.dataset.DatasetNames;

/**
 * The front matter of a dataset card, which Hugging Face reads: a configuration a dataset, with its
 * files and typed features, so that {@code load_dataset(folder, name)} works.
 */
final class CardHeader {
  private static final ObjectMapper YAML =
      new ObjectMapper(
          YAMLFactory.builder()
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .disable(YAMLGenerator.Feature.SPLIT_LINES)
              .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
              .build());

  /** Datasets of what was kept; the first that holds records is what is loaded without a name. */
  private static final List<String> BY_RANK =
      List.of(
          DatasetNames.TRIPLES,
          DatasetNames.PREFERENCES,
          DatasetNames.BEST_ANSWERS,
          DatasetNames.PROMPTS);

  private CardHeader() {}

  static String yaml(RunFolder run) throws IOException {
    ObjectNode root = YAML.createObjectNode();
    root.put("pretty_name", Plain.line(run.name()));
    root.put("license", run.license());
    Set<String> languages = Languages.of(run);
    if (!languages.isEmpty()) {
      ArrayNode list = root.putArray("language");
      languages.forEach(list::add);
    }
    root.putArray("task_categories").add("question-answering").add("text-generation");
    root.putArray("size_categories").add(size(kept(run)));
    root.putArray("tags").add("medical").add("chain-of-thought").add("twinline");
    Optional<String> first =
        BY_RANK.stream()
            .filter(name -> run.filled().stream().anyMatch(d -> d.name().equals(name)))
            .findFirst();
    ArrayNode configurations = root.putArray("configs");
    for (RunFolder.Dataset dataset : run.filled()) {
      ObjectNode configuration = configurations.addObject().put("config_name", dataset.name());
      if (first.equals(Optional.of(dataset.name()))) {
        configuration.put("default", true);
      }
      configuration
          .putArray("data_files")
          .addObject()
          .put("split", "train")
          .put("path", dataset.name() + "/part-*" + dataset.extension());
    }
    ArrayNode described = root.putArray("dataset_info");
    for (RunFolder.Dataset dataset : run.filled()) {
      ObjectNode node = described.addObject().put("config_name", dataset.name());
      node.set("features", HubFeatures.of(DatasetColumns.of(dataset.name())));
      node.putArray("splits")
          .addObject()
          .put("name", "train")
          .put("num_bytes", dataset.bytes())
          .put("num_examples", dataset.records());
      node.put("download_size", dataset.bytes()).put("dataset_size", dataset.bytes());
    }
    return yaml(root);
  }

  /** A tree as YAML. */
  static String yaml(JsonNode tree) {
    try {
      return YAML.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("Cannot write YAML for the card", e);
    }
  }

  private static long kept(RunFolder run) {
    return run.datasets().stream()
        .filter(dataset -> BY_RANK.contains(dataset.name()))
        .mapToLong(RunFolder.Dataset::records)
        .sum();
  }

  /** The words Hugging Face has for sizes. */
  private static String size(long records) {
    if (records < 1_000) {
      return "n<1K";
    }
    String[] words = {"1K<n<10K", "10K<n<100K", "100K<n<1M", "1M<n<10M", "10M<n<100M"};
    long limit = 10_000;
    for (String word : words) {
      if (records < limit) {
        return word;
      }
      limit *= 10;
    }
    return "100M<n<1B";
  }
}
