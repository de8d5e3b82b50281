package org.heard.feedback.erasure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heard.feedback.access.OwnTokens;

/** Asks analytics-service, as this service and for nobody in particular. */
@ApplicationScoped
class AnalyticsHolds implements Holds {
  private final HoldSettings settings;
  private final OwnTokens tokens;
  private final ObjectMapper json;
  private final HttpClient http;

  AnalyticsHolds(HoldSettings settings, OwnTokens tokens, ObjectMapper json) {
    this.settings = settings;
    this.tokens = tokens;
    this.json = json;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.timeout())
            .build();
  }

  @Override
  public boolean held(UUID submission) throws IOException {
    JsonNode held = ask(request("/v1/holds/" + submission).GET()).path("held");
    if (!held.isBoolean()) {
      throw new IOException("no answer about a hold");
    }
    return held.booleanValue();
  }

  @Override
  public Set<UUID> held(Collection<UUID> submissions) throws IOException {
    if (submissions.isEmpty()) {
      return Set.of();
    }
    String ids = submissions.stream().map(UUID::toString).collect(Collectors.joining(","));
    JsonNode held = ask(request("/v1/holds?submissions=" + ids).GET()).path("held");
    if (!held.isArray()) {
      throw new IOException("no answer about holds");
    }
    Set<UUID> found = new HashSet<>();
    held.forEach(id -> found.add(UUID.fromString(id.asText())));
    return found;
  }

  @Override
  public boolean legalHold(UUID submission, boolean placed, String caller) throws IOException {
    HttpRequest.Builder request =
        request("/v1/holds/" + submission)
            .header("Heard-Caller", caller)
            .method(placed ? "PUT" : "DELETE", HttpRequest.BodyPublishers.noBody());
    int status = send(request).statusCode();
    if (status != 200 && status != 404) {
      throw new IOException("status " + status);
    }
    return status == 200;
  }

  private HttpRequest.Builder request(String path) throws IOException {
    URI address =
        settings.analyticsUrl().orElseThrow(() -> new IOException("heard.holds.analytics-url"));
    return HttpRequest.newBuilder(URI.create(address.toString().replaceAll("/$", "") + path))
        .timeout(settings.timeout())
        .header("Authorization", "Bearer " + tokens.token())
        .header("Accept", "application/json");
  }

  private JsonNode ask(HttpRequest.Builder request) throws IOException {
    HttpResponse<byte[]> answer = send(request);
    if (answer.statusCode() != 200) {
      throw new IOException("status " + answer.statusCode());
    }
    JsonNode document = json.readTree(answer.body());
    return document == null ? json.createObjectNode() : document;
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IOException("stopping");
    }
  }
}
