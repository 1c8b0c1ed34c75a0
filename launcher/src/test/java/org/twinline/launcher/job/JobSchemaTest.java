package org.twinline.launcher.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the published schema and the records together. */
class JobSchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode SCHEMA = JobSchema.tree();

  @TempDir Path folder;

  /** The keys of two kinds of runner that exclude each other. */
  private static String runner(String answer) {
    return answer.equals("answer")
        ? "'kind':'flink','parallelism':3,'master':'host:8081','staging':'gs://b/s'"
        : "'kind':'dataflow','parallelism':3,'staging':'gs://b/s','options':{'project':'p'}";
  }

  /** Every key of the schema, each with a value other than its default. */
  /** All keys there are; answer and response exclude each other, so there are two such jobs. */
  private String full(String answer) throws IOException {
    Files.createDirectories(folder.resolve("bundle"));
    Files.writeString(folder.resolve("bundle/card.json"), "{}");
    Files.writeString(folder.resolve("bundle/index.json"), "{}");
    String candidate =
        "{'each':'/c','id':'/i','" + answer + "':'value','cot':'/t','preference':0.5}";
    return """
        {'name':'full','line':'verifiable','parameters':{'p':'q'},
        'input':{'files':['a'],'format':'mapping','limits':{'line_bytes':'1MiB','nesting':5},
         'mapping':{'id':['/id'],'question':{'outline':['/q']},'history':'/h','system':['/s'],
          '%3$s':['/a'],'cot':['/c'],'task':['/t'],'answer_kind':['/k'],
          'language':['/l'],'references':['/f'],'options':['/o','/p'],
          'candidates':[%1$s],
          'constants':{'task':'exam','answer_kind':'json','language':'en'}}},
        'output':{'directory':'no/such/out','compression':'zstd','exports':['llama-factory','verl'],
         'license':'cc-by-4.0'},
        'terminology':'%2$s/bundle',
        'rewards':[
         {'use':'rule','weights':{'path':1.5,'graph':2.5,'term':3.5},'accept':0.7,'reject':0.2},
         {'use':'model','bundle':'%2$s/bundle','when':'unsure','accept':0.8,'reject':0.1},
         {'use':'process','actions':['%2$s/bundle']},{'use':'consistency'},
         {'use':'preference','bundle':'%2$s/bundle'},
         {'use':'guard','guards':['flood','repetition'],
          'patterns':[{'name':'advert','field':'cot','pattern':'call us'}]}],
        'composite':{'default':{'process':1.5},'diagnosis':{'process':1.5},'drug':{'process':1.5},'exam':{'process':1.5},
         'knowledge':{'process':1.5},'procedure':{'process':1.5},'text':{'process':1.5}},
        'select':{'pass_rate':[0.1,0.9],
         'stages':[{'name':'early','pass_rate':[0.6,0.9],
          'composite':{'default':{'process':1.5},'diagnosis':{'process':1.5},
           'drug':{'process':1.5},'exam':{'process':1.5},'knowledge':{'process':1.5},
           'procedure':{'process':1.5}}}],
         'keep':'correct','per_question':9,'margin':0.2,
         'min_reward':0.3},
        'seed':-3,'runner':{%4$s},'errors':{'max_rate':0.5},
        'group':{'max_candidates':7,'max_bytes':'5KiB'},'models':{'encoders':'no/such/encoders',
         'allow':['5f1c2d3e4b5a69788796a5b4c3d2e1f00112233445566778899aabbccddeeff0']},
        'report':{'examples':3}}
        """
        .formatted(candidate, folder, answer, runner(answer))
        .replace('\'', '"');
  }

  @Test
  void everyKeyIsReadAndNoOther() throws IOException {
    Set<String> read = new TreeSet<>();
    for (String answer : List.of("answer", "response")) {
      JsonNode full = JSON.readTree(full(answer));
      JsonNode resolved = JSON.readTree(Jobs.valid(folder, full(answer)).resolvedJson());
      assertThat(resolved).isEqualTo(full);
      read.addAll(keys(full));
    }
    assertThat(read).isEqualTo(schemaKeys());
  }

  @Test
  void theResolvedDefaultsAreThoseOfTheSchema() throws IOException {
    String text = Jobs.LEAST + "rewards: [{use: rule}, {use: guard}]\n";
    JsonNode resolved = JSON.readTree(Jobs.valid(folder, text).resolvedJson());
    List<String> compared = new ArrayList<>();
    compareDefaults("", SCHEMA, resolved, compared);
    for (int i = 0; i < 2; i++) {
      JsonNode reward = resolved.path("rewards").path(i);
      JsonNode rule = SCHEMA.path("$defs").path(reward.path("use").asText());
      compareDefaults("", rule, reward, compared);
    }
    assertThat(compared).hasSizeGreaterThan(18);
  }

  private static void compareDefaults(
      String at, JsonNode rule, JsonNode value, List<String> compared) {
    JsonNode properties = rule.path("properties");
    properties
        .fieldNames()
        .forEachRemaining(
            key -> {
              JsonNode property = properties.path(key);
              JsonNode standard = property.path("default");
              if (property.has("properties")) {
                compareDefaults(at + "." + key, property, value.path(key), compared);
              } else if (!standard.isMissingNode() && !key.equals("rewards")) {
                String expected = standard.toString().replace("${home}/", "");
                assertThat(value.path(key).toString().replace(".0,", ",").replace(".0]", "]"))
                    .as(at + "." + key)
                    .isIn(expected, expected + ".0");
                compared.add(key);
              }
            });
  }

  @Test
  void everyKeyIsDescribed() {
    List<String> bare = new ArrayList<>();
    walk(
        SCHEMA,
        (key, rule) -> {
          boolean described = rule.has("description") || rule.has("$ref");
          if (!described) {
            bare.add(key);
          }
        });
    assertThat(bare).isEmpty();
  }

  @Test
  void theSchemaIsItselfValid() {
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(
                    com.networknt.schema.SchemaLocation.of(
                        "https://json-schema.org/draft/2020-12/schema"))
                .validate(SCHEMA))
        .isEmpty();
  }

  @Test
  void everyKeyMisspeltByOneLetterIsSuggested() {
    long seed = Long.getLong("twinline.seed", 20261121L);
    Random random = new Random(seed);
    List<Set<String>> objects = new ArrayList<>();
    collectObjects(SCHEMA, objects);
    for (Set<String> known : objects) {
      for (String key : known) {
        for (int i = 0; i < 200; i++) {
          String wrong = misspelt(key, random);
          if (!known.contains(wrong) && !ambiguous(wrong, key, known)) {
            assertThat(Suggestion.of(wrong, known))
                .as("%s for %s, -Dtwinline.seed=%s", wrong, key, seed)
                .contains(key);
          }
        }
      }
    }
    assertThat(objects).hasSizeGreaterThan(12);
  }

  /** Whether another key is near as well, so that either may be meant. */
  private static boolean ambiguous(String wrong, String key, Set<String> known) {
    return known.stream()
        .anyMatch(other -> !other.equals(key) && Suggestion.of(wrong, Set.of(other)).isPresent());
  }

  private static String misspelt(String key, Random random) {
    int at = random.nextInt(key.length());
    char letter = (char) ('a' + random.nextInt(26));
    return switch (random.nextInt(4)) {
      case 0 -> key.substring(0, at) + key.substring(at + 1);
      case 1 -> key.substring(0, at) + letter + key.substring(at);
      case 2 -> key.substring(0, at) + letter + key.substring(at + 1);
      default ->
          at == 0
              ? key
              : key.substring(0, at - 1)
                  + key.charAt(at)
                  + key.charAt(at - 1)
                  + key.substring(at + 1);
    };
  }

  private interface Visit {
    void key(String key, JsonNode rule);
  }

  private static void walk(JsonNode rule, Visit visit) {
    rule.path("properties")
        .fields()
        .forEachRemaining(field -> visit.key(field.getKey(), field.getValue()));
    for (String part : List.of("properties", "$defs")) {
      rule.path(part).forEach(child -> walk(child, visit));
    }
    if (rule.path("items").isObject()) {
      walk(rule.path("items"), visit);
    }
  }

  private static Set<String> schemaKeys() {
    Set<String> keys = new TreeSet<>();
    walk(SCHEMA, (key, rule) -> keys.add(key));
    return keys;
  }

  private static Set<String> keys(JsonNode value) {
    Set<String> keys = new TreeSet<>();
    value
        .fields()
        .forEachRemaining(
            field -> {
              keys.add(field.getKey());
              if (field.getKey().equals("composite")) {
                // Below its tasks the keys are names of scores.
                field.getValue().fieldNames().forEachRemaining(keys::add);
              } else if (!field.getKey().equals("parameters")
                  && !(field.getKey().equals("options") && field.getValue().isObject())) {
                keys.addAll(keys(field.getValue()));
              }
            });
    if (value.isArray()) {
      value.forEach(item -> keys.addAll(keys(item)));
    }
    return keys;
  }

  private static void collectObjects(JsonNode rule, List<Set<String>> objects) {
    if (rule.path("properties").isObject()) {
      Set<String> names = new LinkedHashSet<>();
      rule.path("properties").fieldNames().forEachRemaining(names::add);
      objects.add(names);
    }
    for (String part : List.of("properties", "$defs")) {
      rule.path(part).forEach(child -> collectObjects(child, objects));
    }
  }
}
