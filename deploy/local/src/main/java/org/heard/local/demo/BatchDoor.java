package org.heard.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.heard.local.run.CommandFailure;
import org.heard.local.run.Patience;

/** The batch door, and the patience to try it again. */
final class BatchDoor {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int OK = 200;

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofMinutes(5);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();
  private final URI uri;
  private final String key;
  private final Patience.Pause pause;

  /**
   * The door of one suite, for the bearer of one key; usable by several threads.
   *
   * @param feedback the service's address, without a slash at the end
   * @param key an importer's
   */
  BatchDoor(String feedback, String key, Patience.Pause pause) {
    this.uri = URI.create(feedback + "/v1/feedback/batch");
    this.key = key;
    this.pause = pause;
  }

  /**
   * What became of one submission.
   *
   * @param status {@code accepted}, {@code duplicate} or {@code rejected}
   * @param code the problem's code when rejected
   */
  record Result(String status, String code) {}

  /**
   * Sends submissions until each has its answer, those without one again.
   *
   * @return one result each, in order; fewer than submissions when patience ran out
   * @throws CommandFailure the door refuses the whole batch for good
   */
  List<Result> send(List<ObjectNode> submissions) {
    List<Result> results = new ArrayList<>();
    Patience patience = new Patience(pause);
    while (results.size() < submissions.size()) {
      int before = results.size();
      String problem = attempt(submissions.subList(before, submissions.size()), results);
      if (results.size() > before) {
        patience.renew();
      } else if (!patience.again(problem)) {
        return results;
      }
    }
    return results;
  }

  // Lines answered before the connection broke count; why it broke is returned.
  private String attempt(List<ObjectNode> submissions, List<Result> results) {
    try {
      HttpResponse<InputStream> answer =
          client.send(request(submissions), BodyHandlers.ofInputStream());
      // The request's own timeout ends with the headers.
      CompletableFuture.delayedExecutor(ANSWER.toSeconds(), TimeUnit.SECONDS)
          .execute(() -> close(answer.body()));
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
        if (answer.statusCode() != OK) {
          return refused(answer.statusCode(), lines);
        }
        int end = results.size() + submissions.size();
        for (String line = lines.readLine();
            line != null && results.size() < end;
            line = lines.readLine()) {
          results.add(result(line));
        }
        return "the answer ended early";
      }
    } catch (JsonProcessingException e) {
      return "the answer broke off";
    } catch (IOException | UncheckedIOException e) {
      return "no connection";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandFailure.failed("Interrupted.");
    }
  }

  private static void close(InputStream body) {
    try {
      body.close();
    } catch (IOException gone) {
      // Nothing is left to be read then.
    }
  }

  private static String refused(int status, BufferedReader body) throws IOException {
    StringBuilder text = new StringBuilder();
    body.lines().forEach(text::append);
    String code = "";
    try {
      code = JSON.readTree(text.toString()).path("code").asText("");
    } catch (JsonProcessingException e) {
      // No problem document: the status has to do.
    }
    String reason = (status + " " + code).strip();
    if (!Patience.isLater(status)) {
      throw CommandFailure.failed("The batch door refuses the whole batch: " + reason + ".");
    }
    return "answered " + reason;
  }

  private static Result result(String line) throws JsonProcessingException {
    JsonNode result = JSON.readTree(line);
    JsonNode problem = result.path("problem");
    // The list says what is wrong; the document's own code may only say that something is.
    String code = problem.path("errors").path(0).path("code").asText(problem.path("code").asText());
    return new Result(result.path("status").asText(), code);
  }

  private HttpRequest request(List<ObjectNode> submissions) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (ObjectNode submission : submissions) {
      body.write(JSON.writeValueAsBytes(submission));
      body.write('\n');
    }
    return HttpRequest.newBuilder(uri)
        .timeout(ANSWER)
        .header("Authorization", "Bearer " + key)
        .header("Content-Type", "application/x-ndjson")
        .POST(BodyPublishers.ofByteArray(body.toByteArray()))
        .build();
  }
}
