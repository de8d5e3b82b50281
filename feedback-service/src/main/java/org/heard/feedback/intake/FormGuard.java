package org.heard.feedback.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.heard.feedback.access.ServiceSecrets;
import org.heard.feedback.problem.ErrorCode;

/** Tells forms that a person filled in on a page of ours from others. */
@ApplicationScoped
class FormGuard {
  /** The field that carries the token. */
  static final String TOKEN = "form";

  /** The field that people do not see. */
  static final String TRAP = "website";

  private final ServiceSecrets secrets;
  private final FormSettings settings;
  private final Clock clock;

  FormGuard(ServiceSecrets secrets, FormSettings settings, Clock clock) {
    this.secrets = secrets;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * What was found.
   *
   * @param id of the answer, whether the form is taken or not
   * @param token for the same form, shown again
   * @param refusal why it is not taken, null if it is
   */
  record Finding(UUID id, String token, ErrorCode refusal) {}

  /** A token for a new form of this place. */
  String fresh(String place) {
    return renewed(UUID.randomUUID(), place);
  }

  /**
   * Looks at a form that was sent.
   *
   * @param place where it was made for
   */
  Finding check(Map<String, String> values, String place) {
    String signed = values.getOrDefault(TOKEN, "");
    FormToken token = FormToken.read(secrets, place, signed);
    if (token == null) {
      UUID id = UUID.randomUUID();
      return new Finding(id, renewed(id, place), ErrorCode.FORM_EXPIRED);
    }
    Duration age = Duration.between(token.issuedAt(), now());
    // Made in what is the future: a clock was wrong, and would be for longer than people wait.
    if (age.isNegative() || age.compareTo(settings.maxAge()) > 0) {
      // The id stays: the answer may be stored already, and only its receipt was lost.
      return new Finding(token.id(), renewed(token.id(), place), ErrorCode.FORM_EXPIRED);
    }
    boolean trapped = !values.getOrDefault(TRAP, "").isEmpty();
    boolean tooFast = age.compareTo(settings.minAge()) < 0;
    ErrorCode refusal = trapped ? ErrorCode.FORM_TRAP : tooFast ? ErrorCode.FORM_TOO_FAST : null;
    return new Finding(token.id(), signed, refusal);
  }

  private String renewed(UUID id, String place) {
    return new FormToken(id, now()).sign(secrets, place);
  }

  private Instant now() {
    return clock.instant();
  }
}
