package org.twinline.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A Flink cluster on loopback from this class path, started by the documented script. */
final class Cluster implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PATIENCE_MILLIS = 90_000;

  private final Path folder;
  private final int rest = freePort();
  private final int rpc = freePort();
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Process> workers = new ArrayList<>();
  private final Process master;

  Cluster(Path folder, int workers) throws IOException {
    this.folder = folder;
    master = start("jobmanager");
    boolean up = false;
    try {
      for (int i = 0; i < workers; i++) {
        this.workers.add(start("taskmanager"));
      }
      await("a cluster of " + workers, () -> alive() && size() == workers);
      up = true;
    } finally {
      if (!up) {
        close();
      }
    }
  }

  private int size() {
    return get("/overview").path("taskmanagers").asInt(-1);
  }

  /** Waiting for a process that has died would only hide why it did. */
  private boolean alive() {
    assertThat(master.isAlive()).as("the JobManager died; its log is in " + folder).isTrue();
    assertThat(workers).as("a TaskManager died").allMatch(Process::isAlive);
    return true;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException("no free port", e);
    }
  }

  private Process start(String role) throws IOException {
    Path tmp = Files.createTempDirectory(folder, role);
    ProcessBuilder builder =
        new ProcessBuilder(
            "bash",
            Workplace.ROOT.resolve("docs/cluster/flink.sh").toString(),
            role,
            "-D",
            "rest.port=" + rest,
            "-D",
            "jobmanager.rpc.port=" + rpc,
            "-D",
            "taskmanager.memory.process.size=2000m",
            "-D",
            "taskmanager.memory.task.off-heap.size=300m",
            "-D",
            "io.tmp.dirs=" + tmp);
    builder.environment().put("TWINLINE_CLASSPATH", System.getProperty("java.class.path"));
    builder.environment().put("TWINLINE_LOG_LEVEL", "error");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.redirectErrorStream(true).redirectOutput(tmp.resolve("log").toFile());
    return builder.start();
  }

  String master() {
    return "127.0.0.1:" + rest;
  }

  /** Answer of the REST endpoint, an empty object while it does not answer. */
  JsonNode get(String path) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://" + master() + path))
              .timeout(Duration.ofSeconds(5))
              .build();
      return JSON.readTree(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    } catch (IOException e) {
      return JSON.createObjectNode();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return JSON.createObjectNode();
    }
  }

  /** The id of the job that runs, empty while none does. */
  String running() {
    for (JsonNode job : get("/jobs").path("jobs")) {
      if (job.path("status").asText().equals("RUNNING")) {
        return job.path("id").asText();
      }
    }
    return "";
  }

  /** How many records the judging operators have taken. */
  long judged(String job) {
    long read = 0;
    for (JsonNode vertex : get("/jobs/" + job).path("vertices")) {
      if (vertex.path("name").asText().contains("SelectTriples")) {
        read += vertex.path("metrics").path("read-records").asLong();
      }
    }
    return read;
  }

  /** Kills a worker without a word. */
  void killWorker() throws InterruptedException {
    Process worker = workers.remove(0);
    worker.destroyForcibly();
    assertThat(worker.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }

  static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waiting for " + what).isLessThan(end);
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  @Override
  public void close() {
    List<Process> all = new ArrayList<>(workers);
    all.add(master);
    all.forEach(Process::destroy);
    for (Process process : all) {
      try {
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      } catch (InterruptedException e) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
  }
}
