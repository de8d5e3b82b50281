package org.heard.analytics.problem;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place that turns a failure into an answer. */
class ProblemMapper {
  private static final Logger LOG = Logger.getLogger(ProblemMapper.class);
  private static final int RETRY_AFTER_SECONDS = 5;
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
    return answer(failure.problem());
  }

  @ServerExceptionMapper
  Response authentication(AuthenticationFailedException failure) {
    return answer(Problem.of(ErrorCode.UNAUTHORIZED, "The token is not valid here."));
  }

  @ServerExceptionMapper
  Response unauthorized(UnauthorizedException failure) {
    return answer(Problem.of(ErrorCode.UNAUTHORIZED, "Send a token as a bearer."));
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException failure) {
    return answer(Problem.of(ErrorCode.FORBIDDEN, "This caller may not do that."));
  }

  @ServerExceptionMapper
  Response framework(WebApplicationException failure) {
    ErrorCode code = BY_STATUS.get(failure.getResponse().getStatus());
    if (code == null) {
      return unexpected(failure);
    }
    Response answer = answer(Problem.of(code, code.title() + "."));
    String allow = failure.getResponse().getHeaderString(HttpHeaders.ALLOW);
    return allow == null
        ? answer
        : Response.fromResponse(answer).header(HttpHeaders.ALLOW, allow).build();
  }

  @ServerExceptionMapper
  Response anything(Throwable failure) {
    return isInfrastructure(failure) ? unavailable(failure) : unexpected(failure);
  }

  private static Response unavailable(Throwable failure) {
    LOG.warnf("not available: %s", causeNames(failure));
    return answer(Problem.of(ErrorCode.UNAVAILABLE, "Ask again later."));
  }

  private static Response unexpected(Throwable failure) {
    // Class names and our own stack only: messages of drivers can hold a patient's words.
    LOG.errorf("unexpected failure: %s at %s", causeNames(failure), firstFrame(failure));
    return answer(Problem.of(ErrorCode.INTERNAL, "This is our mistake, and it has been logged."));
  }

  /**
   * Whether a failure comes from a database that is down, restarting, full or out of connections
   * (SQLSTATE classes 08, 53, 57, 58; Agroal reports an exhausted pool without a state), or was the
   * victim of a deadlock (40), which may be asked again.
   */
  static boolean isInfrastructure(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        String state = sql.getSQLState();
        return state == null || state.matches("(08|40|53|57|58).*");
      }
    }
    return false;
  }

  private static String causeNames(Throwable failure) {
    StringBuilder names = new StringBuilder();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      names.append(names.isEmpty() ? "" : " < ").append(cause.getClass().getName());
      if (cause instanceof SQLException sql) {
        names.append('[').append(sql.getSQLState()).append(']');
      }
    }
    return names.toString();
  }

  private static String firstFrame(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    for (StackTraceElement frame : root.getStackTrace()) {
      if (frame.getClassName().startsWith("org.heard.")) {
        return frame.toString();
      }
    }
    return root.getStackTrace().length == 0 ? "?" : root.getStackTrace()[0].toString();
  }

  private static Response answer(Problem problem) {
    Response.ResponseBuilder response =
        Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
    if (problem.status() == 401) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    if (problem.status() == 503) {
      response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    return response.build();
  }
}
