package org.twinline.reward.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.twinline.reward.process.Step;
import org.twinline.reward.process.Steps;

/**
 * The steps that are labelled: of each set the {@value #EACH} with the lowest hash of id and
 * offset, at most {@value #PER_RECORD} of a record; a record is for development or unseen by the
 * hash of its id. Later parts take the next by that hash.
 */
final class ActionSample {
  static final int EACH = 150;
  static final int PER_RECORD = 5;
  static final int FRESH = 60;
  static final int FRESH_PER_RECORD = 2;
  static final int TRAINING = 300;
  static final int TRAINING_PER_RECORD = 10;
  static final int LAST = 75;
  static final int FURTHER_PER_RECORD = 8;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ActionSample() {}

  /** A step of a record. */
  record Item(Row row, Step step, int index) {
    String part() {
      return part(row.id());
    }

    static String part(String id) {
      return Integer.parseInt(sha256(id).substring(0, 2), 16) % 2 == 0 ? "dev" : "test";
    }
  }

  /** A record with its chain of thought. */
  record Row(String set, String id, String question, String cot) {}

  static List<Row> rows(String set) throws IOException {
    List<Row> rows = new ArrayList<>();
    Path file = Path.of(System.getProperty("twinline.shared"), "data", "eval", set + ".jsonl");
    for (String line : Files.readAllLines(file)) {
      JsonNode row = MAPPER.readTree(line);
      rows.add(
          new Row(
              set,
              row.path("id").asText(),
              row.path("question").asText(),
              row.path("cot").asText()));
    }
    return rows;
  }

  static List<Item> of(String set) throws IOException {
    return lowest(set, item -> true, EACH, PER_RECORD);
  }

  /**
   * Another {@value #FRESH} steps of each set for a further unseen figure: the next by hash, of
   * unseen records only, at most {@value #FRESH_PER_RECORD} of a record.
   *
   * @param round 1 for {@code test2}, 2 for {@code test3}
   */
  static List<Item> fresh(String set, int round) throws IOException {
    Set<Item> taken = new HashSet<>(of(set));
    for (int earlier = 1; earlier < round; earlier++) {
      taken.addAll(fresh(set, earlier));
    }
    return lowest(
        set, item -> item.part().equals("test") && !taken.contains(item), FRESH, FRESH_PER_RECORD);
  }

  /**
   * Another {@value #FRESH} steps of each set, {@code test4}: of records of which no step was
   * labelled before, at most {@value #PER_RECORD} of a record.
   */
  static List<Item> untouched(String set) throws IOException {
    Set<String> touched = new HashSet<>();
    labelled(set).forEach(item -> touched.add(item.row().id()));
    return lowest(set, item -> !touched.contains(item.row().id()), FRESH, PER_RECORD);
  }

  /**
   * {@value #TRAINING} steps of each set to learn from, {@code train}: of the records for
   * development, those of {@link #untouched} left out, at most {@value #TRAINING_PER_RECORD} of a
   * record.
   */
  static List<Item> training(String set) throws IOException {
    Set<String> unseen = new HashSet<>();
    untouched(set).forEach(item -> unseen.add(item.row().id()));
    Set<Item> taken = new HashSet<>(labelled(set));
    return lowest(
        set,
        item ->
            item.part().equals("dev") && !unseen.contains(item.row().id()) && !taken.contains(item),
        TRAINING,
        TRAINING_PER_RECORD);
  }

  /**
   * Another {@value #LAST} steps of each set, {@code test5}: of records of which no step was
   * labelled before, at most two of a record. A set without such records gives further steps of the
   * records of {@link #untouched}, from which nothing is learnt, at most six of a record.
   */
  static List<Item> last(String set) throws IOException {
    Set<Item> taken = new HashSet<>(untouched(set));
    Set<String> unlearnt = ids(taken);
    Set<Item> labelled = new HashSet<>(labelled(set));
    labelled.addAll(training(set));
    labelled.addAll(taken);
    Set<String> touched = ids(labelled);
    List<Item> last = lowest(set, item -> !touched.contains(item.row().id()), LAST, 2);
    return last.isEmpty()
        ? lowest(set, item -> unlearnt.contains(item.row().id()) && !taken.contains(item), LAST, 6)
        : last;
  }

  /**
   * Another {@value #LAST} steps of each set, {@code test6}: of the records of {@link #untouched}
   * and {@link #last}, from which nothing is learnt, at most {@value #FURTHER_PER_RECORD} of a
   * record.
   */
  static List<Item> further(String set) throws IOException {
    Set<Item> taken = new HashSet<>(untouched(set));
    taken.addAll(last(set));
    Set<String> unlearnt = ids(taken);
    return lowest(
        set,
        item -> unlearnt.contains(item.row().id()) && !taken.contains(item),
        LAST,
        FURTHER_PER_RECORD);
  }

  private static Set<String> ids(Set<Item> items) {
    Set<String> ids = new HashSet<>();
    items.forEach(item -> ids.add(item.row().id()));
    return ids;
  }

  private static List<Item> labelled(String set) throws IOException {
    List<Item> labelled = new ArrayList<>(of(set));
    labelled.addAll(fresh(set, 1));
    labelled.addAll(fresh(set, 2));
    return labelled;
  }

  private static List<Item> lowest(String set, Predicate<Item> taken, int most, int perRecord)
      throws IOException {
    List<Item> all = new ArrayList<>();
    for (Row row : rows(set)) {
      List<Step> steps = Steps.of(row.cot());
      for (int i = 0; i < steps.size(); i++) {
        Item item = new Item(row, steps.get(i), i);
        if (taken.test(item)) {
          all.add(item);
        }
      }
    }
    all.sort(Comparator.comparing(item -> sha256(item.row().id() + ":" + item.step().start())));
    Map<String, Integer> count = new HashMap<>();
    List<Item> chosen = new ArrayList<>();
    for (Item item : all) {
      if (chosen.size() < most && count.merge(item.row().id(), 1, Integer::sum) <= perRecord) {
        chosen.add(item);
      }
    }
    return chosen;
  }

  static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Cannot hash: every Java runtime has SHA-256", e);
    }
  }

  private static List<Item> part(String set, String part) throws IOException {
    return switch (part) {
      case "test2" -> fresh(set, 1);
      case "test3" -> fresh(set, 2);
      case "test4" -> untouched(set);
      case "test5" -> last(set);
      case "test6" -> further(set);
      case "train" -> training(set);
      default -> of(set).stream().filter(item -> item.part().equals(part)).toList();
    };
  }

  /** Shows a sample with one step before and behind, for reading: {@code ActionSample PART}. */
  public static void main(String[] args) throws IOException {
    for (String set : List.of("o1-open-100", "jmed-300")) {
      for (Item item : part(set, args[0])) {
        String cot = item.row().cot();
        List<Step> steps = Steps.of(cot);
        int i = item.index();
        System.out.printf(
            "%s\t%d-%d\t%s\t%d/%d\t%s\t%s\t%s%n",
            item.row().id(),
            item.step().start(),
            item.step().end(),
            args[0],
            i,
            steps.size(),
            i > 0 ? flat(steps.get(i - 1).of(cot)) : "",
            flat(item.step().of(cot)),
            i + 1 < steps.size() ? flat(steps.get(i + 1).of(cot)) : "");
      }
    }
  }

  private static String flat(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
