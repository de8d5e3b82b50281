package org.heard.feedback.access;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks over HTTP, and waits neither longer nor for more than it may. */
public final class BoundedClient {
  private final Duration timeout;
  private final int maxBytes;
  private final HttpClient http;

  /**
   * A client.
   *
   * @param timeout for connecting and the beginning of an answer, and again for all of it
   * @param maxBytes of an answer
   */
  public BoundedClient(Duration timeout, int maxBytes) {
    this.timeout = timeout;
    this.maxBytes = maxBytes;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(timeout)
            .build();
  }

  /**
   * What came back, whatever it was.
   *
   * @throws IOException if not all of it came in time, or it is longer than it may be
   */
  public HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException {
    // The request's own limit ends with the head of the answer; the body has to be here, too.
    CompletableFuture<HttpResponse<byte[]>> sent =
        http.sendAsync(request.timeout(timeout).build(), head -> new BoundedAnswer(maxBytes));
    try {
      return sent.get(2 * timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      throw new IOException(failed.getCause());
    } catch (TimeoutException late) {
      throw new IOException("no whole answer in time");
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IOException("stopping");
    } finally {
      // Nobody waits for what is still to come.
      sent.cancel(true);
    }
  }
}
