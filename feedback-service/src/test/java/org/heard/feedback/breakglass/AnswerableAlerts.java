package org.heard.feedback.breakglass;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What analytics-service would say; it knows no alert until a test says so. */
@Alternative
@Priority(1)
@ApplicationScoped
public class AnswerableAlerts implements Alerts {
  private final Map<String, Alert> open = new HashMap<>();
  private boolean away;

  /** An open alert of this submission; its id. */
  public String raise(UUID submission, String lane, Integer... withheldAnswers) {
    Alert alert =
        new Alert(
            submission + "-1-" + (open.size() % 9 + 1), submission, lane, Set.of(withheldAnswers));
    open.put(alert.id(), alert);
    return alert.id();
  }

  void close(String id) {
    open.remove(id);
  }

  void away(boolean now) {
    away = now;
  }

  @Override
  public Optional<Alert> open(String id, String caller) throws IOException {
    if (away) {
      throw new IOException("away");
    }
    return Optional.ofNullable(open.get(id)).filter(alert -> !caller.isBlank());
  }
}
