package org.heard.feedback.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The person for whom the request is: the bearer, or whose token a service sent along. */
@RequestScoped
public class Caller {
  private JsonWebToken token;

  Caller(JsonWebToken token) {
    this.token = token;
  }

  void isFor(JsonWebToken person) {
    token = person;
  }

  /** Who the person is, as the identity provider names them. */
  public String subject() {
    return token.getSubject();
  }

  /** The person's own token, to be sent along where a service is asked for the person. */
  public String rawToken() {
    return token.getRawToken();
  }

  /** Whether the person has this role. */
  public boolean is(String role) {
    return token.getGroups().contains(role);
  }

  /** Ids of the organisations this person acts for; nothing outside them exists for the caller. */
  public Set<String> organisations() {
    return texts("organisations");
  }

  /** Ids of the wards, divisions and sites that this person leads. */
  public Set<String> units() {
    return texts("units");
  }

  private Set<String> texts(String name) {
    Object claim = token.getClaim(name);
    if (!(claim instanceof Collection<?> values)) {
      return Set.of();
    }
    return values.stream()
        .map(value -> value instanceof JsonString text ? text.getString() : value.toString())
        .collect(Collectors.toUnmodifiableSet());
  }
}
