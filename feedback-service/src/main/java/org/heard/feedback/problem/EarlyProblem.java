package org.heard.feedback.problem;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;

/**
 * Answers before any route has seen the request: with a problem document, with an OperationOutcome
 * where FHIR is spoken, or with a page if that is what the caller takes.
 */
public final class EarlyProblem {
  private EarlyProblem() {}

  /** Writes and ends the answer; done once it is sent. */
  public static Future<Void> answer(RoutingContext request, ErrorCode code, String detail) {
    HttpServerResponse response = request.response();
    if (code.status() == 503 || code.status() == 429) {
      response.putHeader(
          HttpHeaders.RETRY_AFTER, String.valueOf(ProblemException.RETRY_AFTER_SECONDS));
    }
    response
        .setStatusCode(code.status())
        // As configured for every other answer: this one has passed no route.
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .putHeader("X-Content-Type-Options", "nosniff");
    Problem problem = Problem.of(code, detail);
    if (OperationOutcome.isSpokenAt(request.request().path())) {
      return end(response, OperationOutcome.MEDIA_TYPE, Json.encode(OperationOutcome.of(problem)));
    }
    if (isBrowser(request)) {
      ProblemPage.HEADERS.forEach(response::putHeader);
      return end(response, ProblemPage.MEDIA_TYPE, ProblemPage.html(code));
    }
    return end(response, Problem.MEDIA_TYPE, Json.encode(problem));
  }

  private static boolean isBrowser(RoutingContext request) {
    String accepted = request.request().getHeader(HttpHeaders.ACCEPT);
    return accepted != null && accepted.contains("text/html");
  }

  private static Future<Void> end(HttpServerResponse response, String mediaType, String body) {
    return response.putHeader(HttpHeaders.CONTENT_TYPE, mediaType).end(body);
  }
}
