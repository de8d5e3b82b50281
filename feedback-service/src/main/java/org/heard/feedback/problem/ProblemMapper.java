package org.heard.feedback.problem;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place that turns a failure into an answer. */
class ProblemMapper {
  private static final Map<Integer, ErrorCode> BY_STATUS =
      Map.of(
          400, ErrorCode.INVALID_JSON,
          401, ErrorCode.UNAUTHORIZED,
          403, ErrorCode.FORBIDDEN,
          404, ErrorCode.NOT_FOUND,
          405, ErrorCode.METHOD_NOT_ALLOWED,
          406, ErrorCode.NOT_ACCEPTABLE,
          413, ErrorCode.BODY_TOO_LARGE,
          415, ErrorCode.UNSUPPORTED_MEDIA_TYPE);

  @ServerExceptionMapper
  Response problem(ProblemException failure) {
    Problem problem = failure.problem();
    Response.ResponseBuilder response =
        Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
    if (problem.status() == 401) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    failure
        .retryAfterSeconds()
        .ifPresent(seconds -> response.header(HttpHeaders.RETRY_AFTER, seconds));
    return response.build();
  }

  @ServerExceptionMapper
  Response authentication(AuthenticationFailedException failure) {
    // An authentication mechanism may say more than "no": a revoked key, or a database that is
    // down.
    if (failure.getCause() instanceof ProblemException known) {
      return problem(known);
    }
    if (Outage.isBehind(failure)) {
      return problem(Failure.explain(failure));
    }
    return answer(ErrorCode.UNAUTHORIZED, "The key or token is not valid here.");
  }

  @ServerExceptionMapper
  Response unauthorized(UnauthorizedException failure) {
    return answer(ErrorCode.UNAUTHORIZED, "Send a key or a token as a bearer.");
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException failure) {
    return answer(ErrorCode.FORBIDDEN, "This caller may not do that.");
  }

  @ServerExceptionMapper
  Response framework(WebApplicationException failure) {
    int status = failure.getResponse().getStatus();
    ErrorCode code = BY_STATUS.get(status);
    if (code == null) {
      return problem(Failure.explain(failure));
    }
    Response answer = answer(code, code.title() + ".");
    String allow = failure.getResponse().getHeaderString(HttpHeaders.ALLOW);
    return allow == null
        ? answer
        : Response.fromResponse(answer).header(HttpHeaders.ALLOW, allow).build();
  }

  @ServerExceptionMapper
  Response anything(Throwable failure) {
    return problem(Failure.explain(failure));
  }

  private Response answer(ErrorCode code, String detail) {
    return problem(new ProblemException(code, detail));
  }
}
