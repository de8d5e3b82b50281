package org.heard.gateway.problem;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where an exception becomes an answer. */
class ProblemMapper {
  private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

  private final ProblemWriter writer;

  ProblemMapper(ProblemWriter writer) {
    this.writer = writer;
  }

  @ServerExceptionMapper
  Response problem(ProblemException e) {
    Response.ResponseBuilder response = writer.response(e.code(), e.getMessage());
    e.retryAfter().ifPresent(wait -> response.header(HttpHeaders.RETRY_AFTER, wait.toSeconds()));
    if (e.code() == ErrorCode.UNAUTHENTICATED) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return response.build();
  }

  @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
  Response unauthenticated() {
    return problem(ProblemException.unauthenticated());
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException e) {
    return writer.response(ErrorCode.FORBIDDEN, "None of your roles has this operation.").build();
  }

  @ServerExceptionMapper
  Response framework(WebApplicationException e) {
    Response refused = e.getResponse();
    ErrorCode code = codeOf(refused.getStatus());
    if (code == ErrorCode.INTERNAL) {
      return fault(e);
    }
    Response.ResponseBuilder response = writer.response(code, code.title() + ".");
    if (refused.getHeaderString(HttpHeaders.ALLOW) != null) {
      response.header(HttpHeaders.ALLOW, refused.getHeaderString(HttpHeaders.ALLOW));
    }
    return response.build();
  }

  /** Nested too deeply, or a number with too many digits: the framework takes it for our fault. */
  @ServerExceptionMapper
  Response excessive(StreamConstraintsException e) {
    return writer.response(ErrorCode.BAD_REQUEST, ErrorCode.BAD_REQUEST.title() + ".").build();
  }

  @ServerExceptionMapper
  Response fault(Throwable e) {
    // Class names and our own stack only: messages of parsers can hold a patient's words.
    LOG.errorf("unexpected failure: %s at %s", causeNames(e), firstFrame(e));
    return writer.response(ErrorCode.INTERNAL, "The fault has been logged.").build();
  }

  private static String causeNames(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .map(cause -> cause.getClass().getName())
        .collect(joining(" < "));
  }

  private static String firstFrame(Throwable failure) {
    Throwable root =
        Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
            .reduce(failure, (outer, inner) -> inner);
    StackTraceElement[] frames = root.getStackTrace();
    return Arrays.stream(frames)
        .filter(frame -> frame.getClassName().startsWith("org.heard."))
        .findFirst()
        .map(StackTraceElement::toString)
        .orElseGet(() -> frames.length == 0 ? "?" : frames[0].toString());
  }

  private static ErrorCode codeOf(int status) {
    return switch (status) {
      case 400 -> ErrorCode.BAD_REQUEST;
      case 401 -> ErrorCode.UNAUTHENTICATED;
      case 403 -> ErrorCode.FORBIDDEN;
      case 404 -> ErrorCode.NOT_FOUND;
      case 405 -> ErrorCode.METHOD_NOT_ALLOWED;
      case 406 -> ErrorCode.NOT_ACCEPTABLE;
      case 413 -> ErrorCode.BODY_TOO_LARGE;
      case 415 -> ErrorCode.UNSUPPORTED_MEDIA_TYPE;
      default -> ErrorCode.INTERNAL;
    };
  }
}
