package org.heard.local.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.heard.local.run.CommandFailure;
import org.heard.local.run.JsonHttp;
import org.heard.local.run.Patience;

/** The batch door for files, and the patience to send a file again until it is answered. */
final class ImportDoor {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int OK = 200;
  private static final Duration CONNECT = Duration.ofSeconds(5);

  /** The answer comes when the last record is stored. */
  private static final Duration ANSWER = Duration.ofMinutes(30);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();
  private final String feedback;
  private final String key;
  private final Patience patience;

  /**
   * The door of one suite, for the bearer of one key.
   *
   * @param feedback the service's address, without a slash at the end
   * @param key an importer's
   */
  ImportDoor(String feedback, String key, Patience.Pause pause) {
    this.feedback = feedback;
    this.key = key;
    this.patience = new Patience(pause);
  }

  /**
   * Sends a file until it is answered.
   *
   * @param sent told the bytes that have left, after each piece
   * @return the import as the door tells of it
   * @throws CommandFailure the door refuses the file, or does not answer any longer
   */
  JsonNode send(Path file, Import what, LongConsumer sent) throws IOException {
    long done = recordsDone(what);
    while (true) {
      HttpResponse<String> answer = attempt(request(file, what, sent));
      if (answer != null && answer.statusCode() == OK) {
        return JSON.readTree(answer.body());
      }
      String reason = answer == null ? "no connection" : refused(answer);
      long before = done;
      done = recordsDone(what);
      if (done > before) {
        patience.renew();
      }
      if (!patience.again(reason)) {
        throw CommandFailure.failed(
            "The suite stopped answering. Nothing is lost: run the same command again to go on.");
      }
    }
  }

  /** How many records of this file an earlier run has done; 0 when it came to its end. */
  long recordsDone(Import what) {
    try {
      JsonNode imports = new JsonHttp(feedback, key).get("/v1/imports?limit=200").body();
      for (JsonNode known : imports.path("items")) {
        if (known.path("name").asText().equals(what.name())
            && known.path("digest").asText().equals(what.digest())
            && Objects.equals(known.path("ward").textValue(), what.ward())) {
          return known.path("finishedAt").isNull() ? known.path("records").asLong() : 0;
        }
      }
      return 0;
    } catch (IOException notNow) {
      return 0;
    }
  }

  /** The answer, or null if there was none. */
  private HttpResponse<String> attempt(HttpRequest request) {
    try {
      // The request's own timeout ends with the headers.
      return client
          .sendAsync(request, BodyHandlers.ofString())
          .get(ANSWER.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandFailure.failed("Interrupted.");
    }
  }

  private static String refused(HttpResponse<String> answer) {
    String code = "";
    String detail = "";
    try {
      JsonNode problem = JSON.readTree(answer.body());
      code = problem.path("code").asText("");
      detail = problem.path("detail").asText("");
    } catch (JsonProcessingException e) {
      // No problem document: the status has to do.
    }
    String reason = (answer.statusCode() + " " + code).strip();
    if (code.equals(LoadCommand.NAME_USED)) {
      detail += " Here: --continues, or --name NAME.";
    }
    if (!Patience.isLater(answer.statusCode())) {
      throw CommandFailure.failed(
          ("The batch door refuses the file: " + reason + ". " + detail).strip());
    }
    return "answered " + reason;
  }

  private HttpRequest request(Path file, Import what, LongConsumer sent) throws IOException {
    String type = what.jsonLines() ? "application/jsonl" : "text/csv";
    return HttpRequest.newBuilder(URI.create(feedback + "/v1/feedback/batch?" + query(what)))
        .timeout(ANSWER)
        .header("Authorization", "Bearer " + key)
        .header("Content-Type", type)
        .header("Content-Digest", "sha-256=:" + what.digest() + ":")
        .POST(content(file, sent))
        .build();
  }

  private static String query(Import what) {
    StringBuilder query = new StringBuilder("name=" + encoded(what.name()));
    what.mapping().pairs().forEach(pair -> query.append("&map=").append(encoded(pair)));
    if (what.ward() != null) {
      query.append("&ward=").append(encoded(what.ward()));
    }
    if (what.notation().separator() != null) {
      query.append("&separator=").append(encoded(what.notation().separator()));
    }
    if (what.notation().dateFormat() != null) {
      query.append("&dateFormat=").append(encoded(what.notation().dateFormat()));
    }
    if (what.limit() != Long.MAX_VALUE) {
      query.append("&limit=").append(what.limit());
    }
    if (what.continues()) {
      query.append("&continues=true");
    }
    return query.append("&dryRun=").append(what.dryRun()).toString();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, UTF_8);
  }

  // With its length: a service may refuse what does not say how long it is.
  private static BodyPublisher content(Path file, LongConsumer sent) throws IOException {
    Supplier<InputStream> opened =
        () -> {
          try {
            return new CountedInput(Files.newInputStream(file), sent);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        };
    long size = Files.size(file);
    return size == 0
        ? BodyPublishers.noBody()
        : BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(opened), size);
  }
}
