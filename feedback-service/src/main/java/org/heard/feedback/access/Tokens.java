package org.heard.feedback.access;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Set;

/**
 * Accepts the tokens of people only. The library checks signature, algorithm, audience, expiry and
 * issuer; this adds that a person's token never carries the role of a service, so that nobody who
 * can sign for people can speak as a service.
 */
@ApplicationScoped
@Alternative
@Priority(1)
class Tokens extends JWTCallerPrincipalFactory {
  private static final String SERVICE_ROLE = "service";

  private final DefaultJWTCallerPrincipalFactory library = new DefaultJWTCallerPrincipalFactory();

  @Override
  public JWTCallerPrincipal parse(String token, JWTAuthContextInfo expected) throws ParseException {
    JWTCallerPrincipal caller = library.parse(token, expected);
    Set<String> roles = caller.getGroups();
    if (roles != null && roles.contains(SERVICE_ROLE)) {
      throw new ParseException("a person's token must not carry the role of a service");
    }
    return caller;
  }
}
