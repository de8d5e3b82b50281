package org.heard.feedback.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.heard.feedback.problem.EarlyProblem;
import org.heard.feedback.problem.ErrorCode;

/**
 * Refuses paths that two parts of a server could read differently, before anything reads them (the
 * family of CVE-2023-4853, CVE-2026-39852 and CVE-2026-50559). No path of this service needs an
 * escape, so every escape that could hide a separator, a dot or another escape is refused.
 */
@ApplicationScoped
class RawPathFilter {
  /** Before every other filter and route that looks at a request. */
  private static final int FIRST = Integer.MAX_VALUE - 1;

  private static final Pattern AMBIGUOUS =
      Pattern.compile("[;\\\\\\x00]|//|\\.\\.|%(?:3b|2f|5c|00|2e|25)", Pattern.CASE_INSENSITIVE);

  void register(@Observes Filters filters) {
    filters.register(RawPathFilter::check, FIRST);
  }

  private static void check(RoutingContext request) {
    if (isPlain(request.request().uri())) {
      request.next();
      return;
    }
    EarlyProblem.answer(request, ErrorCode.BAD_PATH, "Send the path in its plain form.");
  }

  /** Whether the path of a request target has one reading only. */
  static boolean isPlain(String target) {
    int query = target.indexOf('?');
    String path = query < 0 ? target : target.substring(0, query);
    return path.startsWith("/") && !AMBIGUOUS.matcher(path).find();
  }
}
