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
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.twinline.reward.process.Step;
import org.twinline.reward.process.Steps;

/**
 * The steps that are labelled: of each set the {@value #EACH} with the lowest hash of id and
 * offset, at most {@value #PER_RECORD} of a record; a record is for development or unseen by the
 * hash of its id.
 */
final class ActionSample {
  static final int EACH = 150;
  static final int PER_RECORD = 5;
  static final int FRESH = 60;
  static final int FRESH_PER_RECORD = 2;
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
    List<Item> all = new ArrayList<>();
    for (Row row : rows(set)) {
      List<Step> steps = Steps.of(row.cot());
      for (int i = 0; i < steps.size(); i++) {
        all.add(new Item(row, steps.get(i), i));
      }
    }
    all.sort(Comparator.comparing(item -> sha256(item.row().id() + ":" + item.step().start())));
    Map<String, Integer> taken = new HashMap<>();
    List<Item> chosen = new ArrayList<>();
    for (Item item : all) {
      if (chosen.size() < EACH && taken.merge(item.row().id(), 1, Integer::sum) <= PER_RECORD) {
        chosen.add(item);
      }
    }
    return chosen;
  }

  /**
   * Another {@value #FRESH} steps of each set for a further unseen figure: the next by hash, of
   * unseen records only, at most {@value #FRESH_PER_RECORD} of a record.
   *
   * @param round 1 for {@code test2}, 2 for {@code test3}
   */
  static List<Item> fresh(String set, int round) throws IOException {
    List<Item> taken = new ArrayList<>(of(set));
    for (int earlier = 1; earlier < round; earlier++) {
      taken.addAll(fresh(set, earlier));
    }
    List<Item> all = new ArrayList<>();
    for (Row row : rows(set)) {
      List<Step> steps = Steps.of(row.cot());
      for (int i = 0; i < steps.size(); i++) {
        Item item = new Item(row, steps.get(i), i);
        if (item.part().equals("test") && !taken.contains(item)) {
          all.add(item);
        }
      }
    }
    all.sort(Comparator.comparing(item -> sha256(item.row().id() + ":" + item.step().start())));
    Map<String, Integer> count = new HashMap<>();
    List<Item> chosen = new ArrayList<>();
    for (Item item : all) {
      if (chosen.size() < FRESH
          && count.merge(item.row().id(), 1, Integer::sum) <= FRESH_PER_RECORD) {
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

  /** Shows a sample with one step before and behind, for reading: {@code ActionSample [ROUND]}. */
  public static void main(String[] args) throws IOException {
    for (String set : List.of("o1-open-100", "jmed-300")) {
      for (Item item : args.length > 0 ? fresh(set, Integer.parseInt(args[0])) : of(set)) {
        String cot = item.row().cot();
        List<Step> steps = Steps.of(cot);
        int i = item.index();
        System.out.printf(
            "%s\t%d-%d\t%s\t%d/%d\t%s\t%s\t%s%n",
            item.row().id(),
            item.step().start(),
            item.step().end(),
            args.length > 0 ? "test" + (Integer.parseInt(args[0]) + 1) : item.part(),
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
