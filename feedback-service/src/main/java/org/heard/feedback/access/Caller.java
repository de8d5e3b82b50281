package org.heard.feedback.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The person whose token came with the request. */
@RequestScoped
public class Caller {
  private final JsonWebToken token;

  Caller(JsonWebToken token) {
    this.token = token;
  }

  /** Ids of the organisations this person acts for; nothing outside them exists for the caller. */
  public Set<String> organisations() {
    Object claim = token.getClaim("organisations");
    if (!(claim instanceof Collection<?> values)) {
      return Set.of();
    }
    return values.stream()
        .map(value -> value instanceof JsonString text ? text.getString() : value.toString())
        .collect(Collectors.toUnmodifiableSet());
  }
}
