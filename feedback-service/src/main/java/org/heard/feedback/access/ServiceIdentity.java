package org.heard.feedback.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.Principal;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Tells services apart by their verified tokens, as {@link Speakers} does. */
@ApplicationScoped
class ServiceIdentity {
  private final IdentitySettings settings;

  ServiceIdentity(IdentitySettings settings) {
    this.settings = settings;
  }

  /** Whether the bearer of a service's token is this service. */
  boolean isOf(Principal bearer, String service) {
    if (!(bearer instanceof JsonWebToken token)) {
      return false;
    }
    return settings.issuer().isPresent()
        ? service.equals(token.getClaim("azp"))
        : Speakers.issuer(service).equals(token.getIssuer());
  }
}
