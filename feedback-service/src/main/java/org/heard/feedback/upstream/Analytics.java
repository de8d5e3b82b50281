package org.heard.feedback.upstream;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.heard.feedback.access.BoundedClient;
import org.heard.feedback.access.OwnTokens;

/** The one place that speaks HTTP to analytics-service, always as this service. */
@ApplicationScoped
public class Analytics {
  private final AnalyticsSettings settings;
  private final OwnTokens tokens;
  private final BoundedClient http;

  /** Speaks to the address of the settings. */
  public Analytics(AnalyticsSettings settings, OwnTokens tokens) {
    this.settings = settings;
    this.tokens = tokens;
    this.http = new BoundedClient(settings.timeout(), settings.maxAnswerBytes());
  }

  /** What came back, whatever it was. */
  public record Answer(int status, byte[] body) {}

  /**
   * Has at hand what a question needs: one that is asked at once takes no longer than its answer.
   *
   * @throws IOException if there is no token to be had at the moment
   */
  public void prepare() throws IOException {
    tokens.token();
  }

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
        .header("Authorization", "Bearer " + tokens.token())
        .header("Accept", "application/json");
  }

  private Answer send(HttpRequest.Builder request) throws IOException {
    HttpResponse<byte[]> answer = http.send(request);
    return new Answer(answer.statusCode(), answer.body());
  }
}
