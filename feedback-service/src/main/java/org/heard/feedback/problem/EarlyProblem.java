package org.heard.feedback.problem;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/**
 * Answers before any route has seen the request: with a problem document, or with a page if that is
 * what the caller takes.
 */
public final class EarlyProblem {
  private EarlyProblem() {}

  /** Writes and ends the answer; done once it is sent. */
  public static Future<Void> answer(RoutingContext request, ErrorCode code, String detail) {
    HttpServerResponse response = request.response();
    if (code.status() == 503) {
      response.putHeader(
          HttpHeaders.RETRY_AFTER, String.valueOf(ProblemException.RETRY_AFTER_SECONDS));
    }
    response
        .setStatusCode(code.status())
        // As configured for every other answer: this one has passed no route.
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .putHeader("X-Content-Type-Options", "nosniff");
    return isBrowser(request) ? page(response, code) : document(response, code, detail);
  }

  private static boolean isBrowser(RoutingContext request) {
    String accepted = request.request().getHeader(HttpHeaders.ACCEPT);
    return accepted != null && accepted.contains("text/html");
  }

  private static Future<Void> page(HttpServerResponse response, ErrorCode code) {
    ProblemPage.HEADERS.forEach(response::putHeader);
    return response
        .putHeader(HttpHeaders.CONTENT_TYPE, ProblemPage.MEDIA_TYPE)
        .end(ProblemPage.html(code));
  }

  private static Future<Void> document(HttpServerResponse response, ErrorCode code, String detail) {
    Problem problem = Problem.of(code, detail);
    return response
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .end(
            new JsonObject()
                .put("type", problem.type())
                .put("title", problem.title())
                .put("status", problem.status())
                .put("code", problem.code().name())
                .put("detail", problem.detail())
                .encode());
  }
}
