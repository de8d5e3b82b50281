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

/** Whose token a 401 is about. */
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
    assertThat(refusedWith("CALLER_REQUIRED").code()).isEqualTo(ErrorCode.UNAUTHENTICATED);
    assertThat(tokens.token()).isEqualTo("token 1");
  }

  @ParameterizedTest
  @NullSource
  @CsvSource({"UNAUTHORIZED", "caller_required"})
  void anyOtherRefusalIsOfTheGatewaysOwnTokenWhichIsReplaced(String code) {
    assertThat(refusedWith(code).code()).isEqualTo(ErrorCode.UNAVAILABLE);
    assertThat(tokens.token()).isEqualTo("token 2");
  }

  private ProblemException refusedWith(String code) {
    Response response = Response.status(401).entity(new UpstreamCall.Refusal(code, "why")).build();
    return catchThrowableOfType(
        ProblemException.class,
        () ->
            call.answer(
                () -> {
                  throw new WebApplicationException(response);
                }));
  }
}
