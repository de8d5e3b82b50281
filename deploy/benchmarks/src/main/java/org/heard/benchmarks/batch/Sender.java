package org.heard.benchmarks.batch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.heard.local.run.CommandFailure;

/** An importer that sends batches, several at a time. */
public final class Sender {
  private static final int OK = 200;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI door;
  private final String key;
  private long acknowledged;

  /**
   * @param feedback address of the service
   */
  public Sender(String feedback, String key) {
    this.door = URI.create(feedback + "/v1/feedback/batch");
    this.key = key;
  }

  /**
   * Rows a second, from the first byte sent to the last result received.
   *
   * @param connections batches at the same time, of which each gets its part of the rows
   */
  public double perSecond(Rows rows, int connections) {
    List<HttpRequest> requests = rows.parts(connections).stream().map(this::request).toList();
    long start = System.nanoTime();
    List<CompletableFuture<Long>> answers = new ArrayList<>();
    for (HttpRequest request : requests) {
      answers.add(client.sendAsync(request, BodyHandlers.ofLines()).thenApply(Sender::accepted));
    }
    long accepted = 0;
    try {
      for (CompletableFuture<Long> answer : answers) {
        accepted += answer.join();
      }
    } catch (CompletionException broken) {
      throw CommandFailure.failed("A batch was not answered: " + broken.getCause());
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    acknowledged += accepted;
    if (accepted != rows.count()) {
      throw CommandFailure.failed("Accepted were " + accepted + " of " + rows.count() + " lines.");
    }
    return accepted / seconds;
  }

  /** Lines acknowledged so far. */
  public long acknowledged() {
    return acknowledged;
  }

  private HttpRequest request(Rows rows) {
    return HttpRequest.newBuilder(door)
        .header("Authorization", "Bearer " + key)
        .header("Content-Type", "application/x-ndjson")
        .POST(BodyPublishers.ofByteArray(rows.json()))
        .build();
  }

  private static long accepted(HttpResponse<Stream<String>> answer) {
    if (answer.statusCode() != OK) {
      throw new CompletionException(
          new IOException(answer.statusCode() + " " + answer.body().findFirst().orElse("")));
    }
    return answer.body().filter(line -> line.contains("\"accepted\"")).count();
  }
}
