package org.heard.feedback.breakglass;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.heard.feedback.upstream.Analytics;

/** Asks analytics-service, as this service and for the person who wants to read. */
@ApplicationScoped
class AnalyticsAlerts implements Alerts {
  private final Analytics analytics;
  private final ObjectMapper json;

  AnalyticsAlerts(Analytics analytics, ObjectMapper json) {
    this.analytics = analytics;
    this.json = json;
  }

  @Override
  public Optional<Alert> open(String id, String caller) throws IOException {
    Analytics.Answer answer = analytics.ask("GET", "/v1/alerts/" + id, caller);
    if (answer.status() == 404) {
      return Optional.empty();
    }
    if (answer.status() != 200) {
      throw new IOException("status " + answer.status());
    }
    JsonNode alert = json.readTree(answer.body());
    if (alert == null || !alert.path("id").asText().equals(id)) {
      throw new IOException("no answer about an alert");
    }
    return alert.path("state").asText().equals("open")
        ? Optional.of(new Alert(id, submission(alert), text(alert, "lane"), withheld(alert)))
        : Optional.empty();
  }

  private static UUID submission(JsonNode alert) throws IOException {
    try {
      return UUID.fromString(text(alert, "submissionId"));
    } catch (IllegalArgumentException malformed) {
      throw new IOException("an alert of no submission");
    }
  }

  private static Set<Integer> withheld(JsonNode alert) throws IOException {
    JsonNode numbers = alert.path("withheldAnswers");
    Set<Integer> withheld = new HashSet<>();
    for (JsonNode number : numbers) {
      withheld.add(number.asInt());
    }
    if (!numbers.isArray() || withheld.contains(0)) {
      throw new IOException("an alert that does not say which answers are withheld");
    }
    return withheld;
  }

  private static String text(JsonNode alert, String name) throws IOException {
    if (!alert.path(name).isTextual()) {
      throw new IOException("an alert without " + name);
    }
    return alert.path(name).textValue();
  }
}
