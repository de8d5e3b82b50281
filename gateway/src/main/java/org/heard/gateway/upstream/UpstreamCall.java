package org.heard.gateway.upstream;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.netty.handler.codec.CodecException;
import io.vertx.core.VertxException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.heard.gateway.problem.ErrorCode;
import org.heard.gateway.problem.ProblemException;
import org.jboss.logging.Logger;

/**
 * Turns what can happen to a call into what the client may know: the client's own mistake is
 * relayed by its code, a refusal of the client's token is the gateway's own, a service that is away
 * is 503, anything else is a fault of ours and says nothing.
 */
final class UpstreamCall {
  private static final Logger LOG = Logger.getLogger(UpstreamCall.class);

  /** Mistakes that only the service behind can see, whatever was asked; the list is closed. */
  private static final Map<String, ErrorCode> RELAYED =
      byName(
          EnumSet.of(
              ErrorCode.BAD_BUCKET,
              ErrorCode.BAD_PERIOD,
              ErrorCode.PERIOD_ORDER,
              ErrorCode.TOO_MANY_PERIODS,
              ErrorCode.BAD_LIMIT,
              ErrorCode.LIMIT_TOO_LARGE,
              ErrorCode.BAD_CURSOR,
              ErrorCode.BAD_FILTER,
              ErrorCode.UNKNOWN_PARAMETER,
              ErrorCode.UNKNOWN_WARD,
              ErrorCode.TOO_MANY_FACTS,
              ErrorCode.RECOUNT_RUNNING,
              ErrorCode.NOT_HELD,
              ErrorCode.CHANGED,
              ErrorCode.STALE_VERSION,
              ErrorCode.BAD_TRANSITION,
              ErrorCode.NO_STATEMENT,
              ErrorCode.SAME_PERSON,
              ErrorCode.TEXT_TOO_LONG,
              ErrorCode.NOT_ENGLISH));

  /** What else may be wrong with a body that the client wrote; here what cannot be read is one. */
  private static final Map<String, ErrorCode> PASSED_ON =
      union(
          List.of(
              RELAYED,
              byName(
                  EnumSet.of(
                      ErrorCode.OWN_WARD,
                      ErrorCode.OWN_DISPUTE,
                      ErrorCode.NOT_TAGGED,
                      ErrorCode.ALREADY_TAGGED,
                      ErrorCode.NO_CONTENT,
                      ErrorCode.NOT_OPEN,
                      ErrorCode.TOO_MANY_OPEN,
                      ErrorCode.WRONG_TYPE,
                      ErrorCode.BODY_TOO_LARGE,
                      ErrorCode.MISSING_FIELD,
                      ErrorCode.UNKNOWN_FIELD,
                      ErrorCode.INVALID_VALUE,
                      ErrorCode.TOO_MANY_ITEMS,
                      ErrorCode.BAD_EVIDENCE,
                      ErrorCode.INCOMPLETE_REVIEW)),
              Map.of(
                  "INVALID_JSON", ErrorCode.BAD_REQUEST,
                  "NUL_CHARACTER", ErrorCode.BAD_REQUEST,
                  "LONE_SURROGATE", ErrorCode.BAD_REQUEST)));

  /** What a service says of the person's token; of ours it says another code. */
  private static final String CALLER_REQUIRED = "CALLER_REQUIRED";

  private final Duration retryAfter;
  private final ServiceTokens tokens;

  UpstreamCall(Duration retryAfter, ServiceTokens tokens) {
    this.retryAfter = retryAfter;
    this.tokens = tokens;
  }

  /** The answer; a 404 is a fault like any other. */
  <T> T answer(Supplier<T> request) {
    return find(request).orElseThrow(() -> fault("an upstream address was not found"));
  }

  /** The answer, or nothing on a 404. */
  <T> Optional<T> find(Supplier<T> request) {
    return find(request, RELAYED);
  }

  /**
   * The answer, or nothing on a 404, to a body as the client wrote it: what is wrong with that is
   * the client's to mend. Of a body that the gateway made it would be a fault of ours.
   */
  <T> Optional<T> passedOn(Supplier<T> request) {
    return find(request, PASSED_ON);
  }

  private <T> Optional<T> find(Supplier<T> request, Map<String, ErrorCode> relayed) {
    String token = tokens.token();
    try {
      T answer = request.get();
      if (answer == null) {
        throw fault("an upstream answer was empty");
      }
      return Optional.of(answer);
    } catch (WebApplicationException e) {
      if (e.getResponse().getStatus() == 404) {
        return Optional.empty();
      }
      throw e.getResponse().getStatus() == 401
          ? unauthorised(e.getResponse(), token)
          : refused(e.getResponse(), relayed);
    } catch (ProcessingException e) {
      throw unanswered(e);
    } catch (VertxException | CodecException brokenOff) {
      // A connection that ends within an answer, or before its first line is whole: as they come.
      throw away(brokenOff.getClass().getSimpleName());
    }
  }

  private ProblemException unanswered(ProcessingException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    // Only the kind of failure is logged: messages of the JSON reader quote what they read.
    String kind = cause.getClass().getSimpleName();
    return cause instanceof JsonProcessingException
        ? fault("an upstream answer was not readable: " + kind)
        : away(kind);
  }

  private ProblemException unauthorised(Response response, String serviceToken) {
    if (CALLER_REQUIRED.equals(refusal(response).code())) {
      // Mostly it has expired since it was verified here; one refused for ever is an operator's to
      // see: two configurations disagree.
      LOG.warn("an upstream refused the caller's token");
      return ProblemException.unauthenticated();
    }
    // A withdrawn key or a provider whose keys have just changed: the next token may do.
    tokens.refused(serviceToken);
    return away("status 401");
  }

  private ProblemException refused(Response response, Map<String, ErrorCode> relayed) {
    return switch (response.getStatus()) {
      case 400, 403, 409, 413, 422 -> relayed(response, relayed);
      case 429, 502, 503, 504 -> away("status " + response.getStatus());
      default -> fault("an upstream answered with status " + response.getStatus());
    };
  }

  private static ProblemException relayed(Response response, Map<String, ErrorCode> relayed) {
    Refusal refusal = refusal(response);
    ErrorCode code = refusal.code() == null ? null : relayed.get(refusal.code());
    if (code == null) {
      return fault("an upstream refused with a code outside the closed list");
    }
    return code == ErrorCode.UNKNOWN_WARD
        ? Analytics.unknownWard()
        : new ProblemException(code, refusal.detail());
  }

  private static Map<String, ErrorCode> byName(Set<ErrorCode> codes) {
    return codes.stream().collect(toUnmodifiableMap(ErrorCode::name, identity()));
  }

  private static Map<String, ErrorCode> union(List<Map<String, ErrorCode>> parts) {
    return parts.stream()
        .flatMap(part -> part.entrySet().stream())
        .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Refusal refusal(Response response) {
    try {
      Refusal refusal = response.readEntity(Refusal.class);
      return refusal == null ? new Refusal(null, null) : refusal;
    } catch (ProcessingException | WebApplicationException | IllegalStateException e) {
      return new Refusal(null, null);
    }
  }

  private ProblemException away(String why) {
    LOG.warnf("upstream unavailable: %s", why);
    return ProblemException.unavailable(
        "A service behind the gateway cannot be reached; try again.", retryAfter);
  }

  static ProblemException fault(String what) {
    LOG.error(what);
    return new ProblemException(ErrorCode.INTERNAL, "The fault has been logged.");
  }

  /** The two parts of a problem document that are relayed. */
  record Refusal(String code, String detail) {}
}
