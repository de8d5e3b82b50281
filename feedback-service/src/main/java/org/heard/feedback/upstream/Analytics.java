package org.heard.feedback.upstream;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.heard.feedback.access.OwnTokens;

/** The one place that speaks HTTP to analytics-service, always as this service. */
@ApplicationScoped
public class Analytics {
  private final AnalyticsSettings settings;
  private final OwnTokens tokens;
  private final HttpClient http;

  /** Speaks to the address of the settings. */
  public Analytics(AnalyticsSettings settings, OwnTokens tokens) {
    this.settings = settings;
    this.tokens = tokens;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.timeout())
            .build();
  }

  /** What came back, whatever it was. */
  public record Answer(int status, byte[] body) {}

  /** Asks for nobody in particular. */
  public Answer get(String path) throws IOException {
    return send(request(path).GET());
  }

  /**
   * Asks for a person.
   *
   * @param caller the person's own token
   */
  public Answer ask(String method, String path, String caller) throws IOException {
    return send(
        request(path)
            .header("Heard-Caller", caller)
            .method(method, HttpRequest.BodyPublishers.noBody()));
  }

  private HttpRequest.Builder request(String path) throws IOException {
    URI address =
        settings.analyticsUrl().orElseThrow(() -> new IOException("heard.holds.analytics-url"));
    return HttpRequest.newBuilder(URI.create(address.toString().replaceAll("/$", "") + path))
        .timeout(settings.timeout())
        .header("Authorization", "Bearer " + tokens.token())
        .header("Accept", "application/json");
  }

  private Answer send(HttpRequest.Builder request) throws IOException {
    // The request's own limit ends with the head of the answer; the body has to be here, too.
    CompletableFuture<HttpResponse<byte[]>> sent =
        http.sendAsync(request.build(), head -> new BoundedAnswer(settings.maxAnswerBytes()));
    try {
      HttpResponse<byte[]> answer =
          sent.get(2 * settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
      return new Answer(answer.statusCode(), answer.body());
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
