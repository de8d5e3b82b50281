package org.heard.gateway.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;

/**
 * Refuses paths that two readers could read differently. Routers, proxies and security layers have
 * disagreed on these spellings before (CVE-2023-4853, CVE-2026-39852, CVE-2026-50559); no address
 * of the gateway needs any of them. (What is no URI at all, a backslash or a broken escape, the
 * framework refuses before any filter, with a 400 without a body.)
 */
@Singleton
class RawPaths {
  private static final List<String> AMBIGUOUS =
      List.of(";", "%3b", "%2f", "%5c", "\\", "%00", "//", "..", "%2e", "%25");

  private final ProblemWriter writer;

  RawPaths(ProblemWriter writer) {
    this.writer = writer;
  }

  void register(@Observes Filters filters) {
    filters.register(this::filter, Integer.MAX_VALUE);
  }

  static boolean isAmbiguous(String rawPath) {
    String lower = rawPath.toLowerCase(Locale.ROOT);
    return AMBIGUOUS.stream().anyMatch(lower::contains);
  }

  private void filter(RoutingContext context) {
    if (isAmbiguous(rawPath(context.request()))) {
      writer.send(context.response(), ErrorCode.BAD_PATH, "Write the path without encodings.");
    } else {
      context.next();
    }
  }

  /** The path as it came over the wire; Vert.x's own reading has already lost a leading "//". */
  private static String rawPath(HttpServerRequest request) {
    String target = request.uri();
    int query = target.indexOf('?');
    String path = query < 0 ? target : target.substring(0, query);
    return path.startsWith("/") ? path : request.path();
  }
}
