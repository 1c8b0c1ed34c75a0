package org.twinline.launcher.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import org.apache.flink.runtime.util.EnvironmentInformation;
import org.twinline.launcher.cli.ExitCode;
import org.twinline.launcher.cli.Failure;

/**
 * A Flink cluster's REST endpoint, asked before a job is sent: Flink's own client tries a cluster
 * that is not there for a minute, and one of another version fails with a serialisation error.
 */
final class FlinkCluster {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final String master;

  private FlinkCluster(String master) {
    this.master = master;
  }

  /** The cluster at {@code host:port}. */
  static FlinkCluster at(String master) {
    return new FlinkCluster(master);
  }

  /**
   * Checks that the cluster answers, has this Flink version and room for the job.
   *
   * @throws Failure with {@link ExitCode#RUNNER_FAILED} if it does not answer or has no room, with
   *     {@link ExitCode#USAGE} if it is another version or no Flink
   */
  void check(int parallelism) {
    JsonNode overview = overview();
    String version = overview.path("flink-version").asText();
    String own = EnvironmentInformation.getVersion();
    if (!version.equals(own)) {
      throw new Failure(
          ExitCode.USAGE,
          version.isEmpty()
              ? "what answers at " + master + " is no Flink cluster"
              : "the Flink cluster at " + master + " is version " + version + ", not " + own,
          "runner.master is the JobManager's REST address, by default port 8081");
    }
    int slots = overview.path("slots-total").asInt();
    if (slots < parallelism) {
      throw new Failure(
          ExitCode.RUNNER_FAILED,
          String.format(
              Locale.ROOT,
              "the Flink cluster at %s has %d task slots on %d workers, the job wants %d",
              master,
              slots,
              overview.path("taskmanagers").asInt(),
              parallelism),
          "start more workers or lower runner.parallelism");
    }
  }

  private JsonNode overview() {
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://" + master + "/overview"))
              .timeout(PATIENCE)
              .build();
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      return response.statusCode() == 200
          ? JSON.readTree(response.body())
          : JSON.createObjectNode();
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      return JSON.createObjectNode();
    } catch (IOException e) {
      throw new Failure(
          ExitCode.RUNNER_FAILED,
          "no Flink cluster answers at " + master + " (" + e.getClass().getSimpleName() + ")",
          "start it, or look at runner.master; it is safe to run again",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure(ExitCode.RUNNER_FAILED, "interrupted", "", e);
    }
  }
}
