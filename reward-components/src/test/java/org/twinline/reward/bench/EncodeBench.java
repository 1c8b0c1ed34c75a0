package org.twinline.reward.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.twinline.reward.djl.EncoderCard;
import org.twinline.reward.djl.Text;
import org.twinline.reward.djl.TextEncoder;

/**
 * Texts a second of processor time, one thread, beside the same in Python
 * (docs/benchmarks/encode_bench.py): {@code ENCODERS NAME PAIRS.jsonl ROUNDS}. Each line's question
 * and answer are a text each. After the rounds the memory is read at the 2,000th and the 20,000th
 * text.
 */
final class EncodeBench {
  private static final int FEW = 2_000;
  private static final int MANY = 20_000;

  private EncodeBench() {}

  public static void main(String[] args) throws IOException {
    List<Text> texts = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(args[2]))) {
      JsonNode row = new ObjectMapper().readTree(line);
      for (String key : List.of("question", "answer")) {
        texts.add(new Text(row.path(key).asText(), 512, Text.Truncation.RIGHT));
      }
    }
    EncoderCard card = EncoderCard.read(Path.of(args[0]).resolve(args[1]));
    var cpu =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    try (TextEncoder encoder = TextEncoder.open(Path.of(args[0]), card.ref())) {
      encoder.encode(texts.subList(0, Math.min(64, texts.size())));
      for (int round = 0; round < Integer.parseInt(args[3]); round++) {
        TextEncoder.Work before = encoder.work();
        long start = cpu.getProcessCpuTime();
        encoder.encode(texts);
        double seconds = (cpu.getProcessCpuTime() - start) / 1e9;
        TextEncoder.Work after = encoder.work();
        System.out.printf(
            Locale.ROOT,
            "java %.1f texts/CPU-s, %.0f tokens/CPU-s, padding %.3f%n",
            (after.texts() - before.texts()) / seconds,
            (after.tokens() - before.tokens()) / seconds,
            (double) (after.paddedTokens() - before.paddedTokens())
                / (after.tokens() - before.tokens()));
      }
      if (args.length > 4) {
        int done = 0;
        long few = 0;
        List<Text> some = texts.subList(0, Math.min(500, texts.size()));
        while (done < MANY) {
          encoder.encode(some);
          done += some.size();
          if (done >= FEW && few == 0) {
            few = resident();
          }
        }
        System.out.printf(
            Locale.ROOT, "resident %d kB at %d, %d kB at %d%n", few, FEW, resident(), done);
      }
    }
  }

  private static long resident() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }
}
