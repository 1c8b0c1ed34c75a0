package org.twinline.launcher.verify;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.twinline.core.triple.Place;
import org.twinline.launcher.verify.Scorer.Outcome;

/**
 * Scores lines on all cores and hands the outcomes on in the order of the lines. One thread gives
 * and receives; what waits is bounded in lines and in bytes.
 */
final class ScoringPool implements AutoCloseable {
  private static final int BATCH_LINES = 64;
  private static final int BATCH_BYTES = 1 << 20;
  private static final int BATCHES_A_CORE = 4;

  private final Scorer scorer;
  private final Receiver receiver;
  private final int bound;
  private final ExecutorService workers;
  private final Deque<Future<List<Outcome>>> waiting = new ArrayDeque<>();
  private List<Line> batch = new ArrayList<>();
  private int bytes;

  ScoringPool(Scorer scorer, Receiver receiver) {
    this.scorer = scorer;
    this.receiver = receiver;
    int cores = Runtime.getRuntime().availableProcessors();
    bound = BATCHES_A_CORE * cores;
    workers = Executors.newFixedThreadPool(cores);
  }

  /** Takes outcomes, in order. */
  interface Receiver {
    void receive(Outcome outcome) throws IOException;
  }

  @SuppressWarnings("ArrayRecordComponent") // Read once, never compared.
  private record Line(Place place, byte[] bytes) {}

  /** Gives a line to score. */
  void give(Place place, byte[] line) throws IOException {
    batch.add(new Line(place, line));
    bytes += line.length;
    if (batch.size() >= BATCH_LINES || bytes >= BATCH_BYTES) {
      submit();
    }
  }

  /** Gives an outcome that needs no scoring its turn. */
  void give(Outcome outcome) throws IOException {
    finish();
    receiver.receive(outcome);
  }

  /** Waits for all outcomes. */
  void finish() throws IOException {
    submit();
    while (!waiting.isEmpty()) {
      receive(waiting.remove());
    }
  }

  private void submit() throws IOException {
    if (batch.isEmpty()) {
      return;
    }
    List<Line> lines = batch;
    waiting.add(
        workers.submit(() -> lines.stream().map(l -> scorer.score(l.place(), l.bytes())).toList()));
    batch = new ArrayList<>();
    bytes = 0;
    if (waiting.size() >= bound) {
      receive(waiting.remove());
    }
  }

  private void receive(Future<List<Outcome>> scored) throws IOException {
    try {
      for (Outcome outcome : scored.get()) {
        receiver.receive(outcome);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("scoring was interrupted");
    } catch (ExecutionException e) {
      throw new IllegalStateException("Cannot score: " + e.getCause(), e.getCause());
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
