package org.heard.feedback.access;

import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;

/** Verifies the person's token that comes along with a service's own. */
@Provider
@ForCaller({})
class CallerFilter implements ContainerRequestFilter {
  private static final String HEADER = "Heard-Caller";

  private final JWTParser parser;
  private final Caller caller;
  private final ServiceIdentity services;

  @Context ResourceInfo resource;

  CallerFilter(JWTParser parser, Caller caller, ServiceIdentity services) {
    this.parser = parser;
    this.caller = caller;
    this.services = services;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (!request.getSecurityContext().isUserInRole(Speakers.SERVICE)) {
      return;
    }
    ForCaller allowed = resource.getResourceMethod().getAnnotation(ForCaller.class);
    if (!allowed.service().isEmpty()
        && !services.isOf(request.getSecurityContext().getUserPrincipal(), allowed.service())) {
      throw new ProblemException(ErrorCode.FORBIDDEN, "This service may not do that.");
    }
    JsonWebToken person = verify(request.getHeaders().get(HEADER));
    if (Arrays.stream(allowed.value()).noneMatch(person.getGroups()::contains)) {
      throw new ProblemException(ErrorCode.FORBIDDEN, "The caller's role may not do that.");
    }
    caller.isFor(person);
  }

  private JsonWebToken verify(List<String> tokens) {
    if (tokens == null || tokens.size() != 1) {
      throw required();
    }
    try {
      JsonWebToken token = parser.parse(tokens.get(0));
      if (token.getGroups() == null || token.getGroups().contains(Speakers.SERVICE)) {
        throw required();
      }
      return token;
    } catch (ParseException invalid) {
      throw required();
    }
  }

  private static ProblemException required() {
    return new ProblemException(
        ErrorCode.CALLER_REQUIRED, "Send the caller's own token in " + HEADER + ".");
  }
}
