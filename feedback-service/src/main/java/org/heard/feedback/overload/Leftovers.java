package org.heard.feedback.overload;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What is left of a body once its request was answered, by whoever and for whatever reason. A
 * client that writes all before it reads must see the answer, so it is read and dropped, up to a
 * bound. The framework would read on without one, and collect it where somebody had begun to read.
 */
@ApplicationScoped
class Leftovers {
  /** Before everything that may answer. */
  private static final int FIRST = Integer.MAX_VALUE;

  private final OverloadSettings settings;
  private final long largest;

  Leftovers(
      OverloadSettings settings,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largest) {
    this.settings = settings;
    this.largest = largest.asLongValue();
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
    // Batches and files are large and take their time also where they are told to come later.
    boolean streamed = Gate.isStreamed(request);
    long most = streamed ? largest : settings.maxReadBytes();
    Duration patience = streamed ? settings.streamTimeout() : settings.bodyTimeout();
    long late = context.vertx().setTimer(patience.toMillis(), timer -> hangUp(request));
    long[] dropped = new long[1];
    request.handler(
        chunk -> {
          dropped[0] += chunk.length();
          if (dropped[0] > most) {
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
