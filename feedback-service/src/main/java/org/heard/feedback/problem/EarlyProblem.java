package org.heard.feedback.problem;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Answers with a problem document before any route has seen the request. */
public final class EarlyProblem {
  private EarlyProblem() {}

  /** Writes and ends the answer; done once it is sent. */
  public static Future<Void> answer(RoutingContext request, ErrorCode code, String detail) {
    Problem problem = Problem.of(code, detail);
    HttpServerResponse response = request.response();
    if (code.status() == 503) {
      response.putHeader(
          HttpHeaders.RETRY_AFTER, String.valueOf(ProblemMapper.RETRY_AFTER_SECONDS));
    }
    return response
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        // As configured for every other answer: this one has passed no route.
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .putHeader("X-Content-Type-Options", "nosniff")
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
