package org.heard.analytics.access;

import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.ProblemException;

/** Verifies the person's token that comes along with the gateway's own. */
@Provider
@ForCaller({})
class CallerFilter implements ContainerRequestFilter {
  private final JWTParser parser;
  private final CurrentCaller current;

  @Context ResourceInfo resource;

  CallerFilter(JWTParser parser, CurrentCaller current) {
    this.parser = parser;
    this.current = current;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Caller caller = caller(verify(request.getHeaders().get(Caller.HEADER)));
    ForCaller allowed = resource.getResourceMethod().getAnnotation(ForCaller.class);
    if (Arrays.stream(allowed.value()).noneMatch(caller.roles()::contains)) {
      throw new ProblemException(ErrorCode.FORBIDDEN, "The caller's role may not do that.");
    }
    current.set(caller);
  }

  private JsonWebToken verify(List<String> tokens) {
    if (tokens == null || tokens.size() != 1) {
      throw required();
    }
    try {
      JsonWebToken token = parser.parse(tokens.get(0));
      if (groups(token).contains(Speakers.SERVICE)) {
        throw required();
      }
      return token;
    } catch (ParseException invalid) {
      throw required();
    }
  }

  private static Caller caller(JsonWebToken token) {
    return new Caller(
        token.getSubject(),
        groups(token),
        strings(token, "organisations"),
        strings(token, "units"),
        strings(token, "lanes"));
  }

  private static Set<String> groups(JsonWebToken token) {
    return token.getGroups() == null ? Set.of() : token.getGroups();
  }

  private static List<String> strings(JsonWebToken token, String claim) {
    Object value = token.getClaim(claim);
    if (!(value instanceof JsonArray array)) {
      return List.of();
    }
    return array.stream()
        .filter(JsonString.class::isInstance)
        .map(string -> ((JsonString) string).getString())
        .toList();
  }

  private static ProblemException required() {
    return new ProblemException(
        ErrorCode.CALLER_REQUIRED, "Send the caller's own token in " + Caller.HEADER + ".");
  }
}
