package org.heard.feedback.erasure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heard.feedback.upstream.Analytics;

/** Asks analytics-service, as this service and for nobody in particular. */
@ApplicationScoped
class AnalyticsHolds implements Holds {
  private final Analytics analytics;
  private final ObjectMapper json;

  AnalyticsHolds(Analytics analytics, ObjectMapper json) {
    this.analytics = analytics;
    this.json = json;
  }

  @Override
  public boolean held(UUID submission) throws IOException {
    JsonNode held = ask("/v1/holds/" + submission).path("held");
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
    JsonNode held = ask("/v1/holds?submissions=" + ids).path("held");
    if (!held.isArray()) {
      throw new IOException("no answer about holds");
    }
    Set<UUID> found = new HashSet<>();
    held.forEach(id -> found.add(UUID.fromString(id.asText())));
    return found;
  }

  @Override
  public Optional<String> erasedReason(UUID submission) throws IOException {
    JsonNode reason = ask("/v1/holds/" + submission).path("erasedReason");
    if (!reason.isTextual() && !reason.isNull()) {
      throw new IOException("no answer about an erasure");
    }
    return Optional.ofNullable(reason.textValue());
  }

  @Override
  public void prepare() throws IOException {
    analytics.prepare();
  }

  @Override
  public boolean legalHold(UUID submission, boolean placed, String caller) throws IOException {
    int status =
        analytics.ask(placed ? "PUT" : "DELETE", "/v1/holds/" + submission, caller).status();
    if (status != 200 && status != 404) {
      throw new IOException("status " + status);
    }
    return status == 200;
  }

  private JsonNode ask(String path) throws IOException {
    Analytics.Answer answer = analytics.get(path);
    if (answer.status() != 200) {
      throw new IOException("status " + answer.status());
    }
    JsonNode document = json.readTree(answer.body());
    return document == null ? json.createObjectNode() : document;
  }
}
