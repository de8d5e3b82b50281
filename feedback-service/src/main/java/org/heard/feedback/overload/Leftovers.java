package org.heard.feedback.overload;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * What is left of a body once its request was answered. Nobody reads it any more, and a client that
 * writes all before it reads would wait for us while we wait for it: it is read and dropped, up to
 * a bound, so that the client sees the answer. Whoever answers, and for whatever reason.
 */
@ApplicationScoped
class Leftovers {
  /** Before everything that may answer. */
  private static final int FIRST = Integer.MAX_VALUE;

  private final OverloadSettings settings;

  Leftovers(OverloadSettings settings) {
    this.settings = settings;
  }

  void register(@Observes Filters filters) {
    filters.register(this::watch, FIRST);
  }

  private void watch(RoutingContext context) {
    if (hasBody(context.request())) {
      // Whoever answers may do so on another thread.
      Context here = Vertx.currentContext();
      context.addEndHandler(
          answered -> {
            if (answered.succeeded()) {
              here.runOnContext(then -> drop(context));
            }
          });
    }
    context.next();
  }

  private void drop(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (request.isEnded()) {
      return;
    }
    long late =
        context.vertx().setTimer(settings.bodyTimeout().toMillis(), timer -> hangUp(request));
    long[] dropped = new long[1];
    request.handler(
        chunk -> {
          dropped[0] += chunk.length();
          if (dropped[0] > settings.maxReadBytes()) {
            hangUp(request);
          }
        });
    request.endHandler(all -> context.vertx().cancelTimer(late));
    request.exceptionHandler(gone -> context.vertx().cancelTimer(late));
    request.resume();
  }

  private static void hangUp(HttpServerRequest request) {
    request.connection().close();
  }

  /** Whether something follows the head. */
  static boolean hasBody(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null
        || (length != null && !length.equals("0"));
  }
}
