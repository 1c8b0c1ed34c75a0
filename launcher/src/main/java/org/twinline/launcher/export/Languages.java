package org.twinline.launcher.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.twinline.core.dataset.DatasetNames;

/** The languages that kept records state, looked for in the first lines of every shard. */
final class Languages {
  private static final int LINES = 2_000;
  private static final JsonFactory JSON = new JsonFactory();
  private static final Set<String> KEPT =
      Set.of(
          DatasetNames.TRIPLES,
          DatasetNames.PROMPTS,
          DatasetNames.PREFERENCES,
          DatasetNames.BEST_ANSWERS);

  private Languages() {}

  static SortedSet<String> of(RunFolder run) throws IOException {
    TreeSet<String> languages = new TreeSet<>();
    for (RunFolder.Dataset dataset : run.datasets()) {
      for (RunFolder.Shard shard : dataset.shards()) {
        if (KEPT.contains(dataset.name())) {
          look(run.root().resolve(dataset.name()).resolve(shard.file()), languages);
        }
      }
    }
    return languages;
  }

  private static void look(Path shard, Set<String> languages) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(open(shard), StandardCharsets.UTF_8))) {
      String line;
      for (int i = 0; i < LINES && (line = lines.readLine()) != null; i++) {
        try (JsonParser parser = JSON.createParser(line)) {
          language(parser, languages);
        }
      }
    }
  }

  private static void language(JsonParser parser, Set<String> languages) throws IOException {
    parser.nextToken();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean found = parser.currentName().equals("language");
      parser.nextToken();
      if (found) {
        languages.add(parser.getText());
        return;
      }
      parser.skipChildren();
    }
  }

  private static InputStream open(Path shard) throws IOException {
    InputStream stored = Files.newInputStream(shard);
    String name = shard.toString();
    if (name.endsWith(".gz")) {
      return new GZIPInputStream(stored, 1 << 16);
    }
    return name.endsWith(".zst") ? new ZstdInputStream(stored) : stored;
  }
}
