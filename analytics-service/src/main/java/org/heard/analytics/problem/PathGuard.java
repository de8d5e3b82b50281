package org.heard.analytics.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/**
 * Answers 400 to every address that is not in plain form, before anything routes or authorises it:
 * the two readers of a path must not be able to disagree (CVE-2026-39852, CVE-2026-50559,
 * CVE-2023-4853).
 */
@ApplicationScoped
class PathGuard {
  /** Above every filter of the framework (the largest of its own is 300). */
  private static final int FIRST = 10_000;

  private static final Pattern CROOKED_PATH =
      Pattern.compile(";|\\\\|//|\\.\\.|%(?:3b|2f|5c|00|2e|25)", Pattern.CASE_INSENSITIVE);
  private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9a-fA-F]{2})");

  private final ObjectMapper json;

  PathGuard(ObjectMapper json) {
    this.json = json;
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, FIRST);
  }

  private void check(RoutingContext context) {
    if (isPlain(context.request().path(), context.request().uri())) {
      context.next();
    } else {
      refuse(context);
    }
  }

  private void refuse(RoutingContext context) {
    Problem problem = Problem.of(ErrorCode.BAD_PATH, "Send the path without escapes or dots.");
    context
        .response()
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        // As configured for every other answer: this one has passed no route.
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .putHeader("X-Content-Type-Options", "nosniff")
        .end(write(problem));
  }

  /**
   * Whether an address can be read in one way only.
   *
   * @param path raw, as sent
   * @param uri path and query, raw
   */
  static boolean isPlain(String path, String uri) {
    return path != null && !CROOKED_PATH.matcher(path).find() && !BROKEN_ESCAPE.matcher(uri).find();
  }

  private String write(Problem problem) {
    try {
      return json.writeValueAsString(problem);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a problem document could not be written", impossible);
    }
  }
}
