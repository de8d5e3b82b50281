package org.heard.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.heard.gateway.problem.ErrorCode;
import org.heard.gateway.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;

/** Whose token a 401 is about, and whose mistake a refusal is. */
class UpstreamCallTest {
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Instant NOW = Instant.parse("2026-10-05T12:00:00Z");

  private int issued;
  private final ServiceTokens tokens =
      new ServiceTokens(
          () -> new ServiceTokens.Issued("token " + ++issued, NOW.plusSeconds(300)),
          Duration.ofSeconds(30),
          PAUSE,
          Clock.fixed(NOW, ZoneOffset.UTC));
  private final UpstreamCall call = new UpstreamCall(PAUSE, tokens);

  @Test
  void theCallersTokenRefusedLeavesTheGatewaysOwnInUse() {
    assertThat(refused(401, "CALLER_REQUIRED").code()).isEqualTo(ErrorCode.UNAUTHENTICATED);
    assertThat(tokens.token()).isEqualTo("token 1");
  }

  @ParameterizedTest
  @NullSource
  @CsvSource({"UNAUTHORIZED", "caller_required"})
  void anyOtherRefusalIsOfTheGatewaysOwnTokenWhichIsReplaced(String code) {
    assertThat(refused(401, code).code()).isEqualTo(ErrorCode.UNAVAILABLE);
    assertThat(tokens.token()).isEqualTo("token 2");
  }

  /** What the client chose, whoever made the body: a period, a version, a text, a moment. */
  @ParameterizedTest
  @CsvSource({
    "400, BAD_BUCKET",
    "400, BAD_PERIOD",
    "400, PERIOD_ORDER",
    "400, TOO_MANY_PERIODS",
    "400, BAD_LIMIT",
    "400, LIMIT_TOO_LARGE",
    "400, BAD_CURSOR",
    "400, BAD_FILTER",
    "400, UNKNOWN_PARAMETER",
    "422, UNKNOWN_WARD",
    "422, TOO_MANY_FACTS",
    "409, RECOUNT_RUNNING",
    "409, NOT_HELD",
    "409, CHANGED",
    "409, STALE_VERSION",
    "409, BAD_TRANSITION",
    "409, NO_STATEMENT",
    "409, SAME_PERSON",
    "422, TEXT_TOO_LONG",
    "422, NOT_ENGLISH",
  })
  void theClientsMistakeIsRelayedWhoeverMadeTheBody(int status, ErrorCode code) {
    assertThat(refused(status, code.name()).code()).isEqualTo(code);
    assertThat(passedOn(status, code.name()).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "403, OWN_WARD,          OWN_WARD",
    "403, OWN_DISPUTE,       OWN_DISPUTE",
    "409, NOT_TAGGED,        NOT_TAGGED",
    "409, ALREADY_TAGGED,    ALREADY_TAGGED",
    "409, NO_CONTENT,        NO_CONTENT",
    "409, NOT_OPEN,          NOT_OPEN",
    "409, TOO_MANY_OPEN,     TOO_MANY_OPEN",
    "413, BODY_TOO_LARGE,    BODY_TOO_LARGE",
    "400, WRONG_TYPE,        WRONG_TYPE",
    "422, MISSING_FIELD,     MISSING_FIELD",
    "422, UNKNOWN_FIELD,     UNKNOWN_FIELD",
    "422, INVALID_VALUE,     INVALID_VALUE",
    "422, TOO_MANY_ITEMS,    TOO_MANY_ITEMS",
    "422, BAD_EVIDENCE,      BAD_EVIDENCE",
    "422, INCOMPLETE_REVIEW, INCOMPLETE_REVIEW",
    "400, INVALID_JSON,      BAD_REQUEST",
    "400, NUL_CHARACTER,     BAD_REQUEST",
    "400, LONE_SURROGATE,    BAD_REQUEST",
  })
  void whatIsWrongWithABodyIsTheClientsOnlyWhereTheClientWroteIt(
      int status, String code, ErrorCode told) {
    assertThat(passedOn(status, code).code()).isEqualTo(told);
    assertThat(refused(status, code).code()).isEqualTo(ErrorCode.INTERNAL);
  }

  @ParameterizedTest
  @CsvSource({
    "403, FORBIDDEN",
    "400, INCOMPLETE_BODY",
    "415, UNSUPPORTED_MEDIA_TYPE",
    "409, OTHER",
    "422,",
  })
  void anythingElseIsOurs(int status, String code) {
    assertThat(passedOn(status, code).code()).isEqualTo(ErrorCode.INTERNAL);
    assertThat(refused(status, code).code()).isEqualTo(ErrorCode.INTERNAL);
  }

  private ProblemException refused(int status, String code) {
    return catchThrowableOfType(
        ProblemException.class, () -> call.find(() -> refusing(status, code)));
  }

  private ProblemException passedOn(int status, String code) {
    return catchThrowableOfType(
        ProblemException.class, () -> call.passedOn(() -> refusing(status, code)));
  }

  private static Object refusing(int status, String code) {
    throw new WebApplicationException(
        Response.status(status).entity(new UpstreamCall.Refusal(code, "why")).build());
  }
}
