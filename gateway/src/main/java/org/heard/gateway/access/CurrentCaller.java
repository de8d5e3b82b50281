package org.heard.gateway.access;

import jakarta.inject.Singleton;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The caller of the request at hand, read from the verified token. */
@Singleton
public class CurrentCaller {
  private final JsonWebToken token;

  CurrentCaller(JsonWebToken token) {
    this.token = token;
  }

  public Caller get() {
    Set<String> roles = new LinkedHashSet<>(Roles.ALL);
    roles.retainAll(token.getGroups());
    return new Caller(
        token.getName(),
        Collections.unmodifiableSet(roles),
        strings("organisations"),
        strings("units"),
        strings("lanes"));
  }

  /** The caller's token as it came, for services behind the gateway to verify again; never log. */
  public String rawToken() {
    return token.getRawToken();
  }

  // A claim of another shape reaches nowhere instead of somewhere unintended.
  private Set<String> strings(String claim) {
    Object value = token.getClaim(claim);
    Set<String> strings = new LinkedHashSet<>();
    if (value instanceof JsonArray array) {
      for (JsonValue item : array) {
        if (item instanceof JsonString string) {
          strings.add(string.getString());
        }
      }
    }
    return Collections.unmodifiableSet(strings);
  }
}
