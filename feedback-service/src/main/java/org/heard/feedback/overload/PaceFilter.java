package org.heard.feedback.overload;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Streamed bodies are read at a pace. */
class PaceFilter {
  /** How often within its patience it is looked whether somebody is silent. */
  private static final int LOOKS = 10;

  private final OverloadSettings settings;

  PaceFilter(OverloadSettings settings) {
    this.settings = settings;
  }

  @ServerRequestFilter
  void pace(ContainerRequestContext request, RoutingContext context) {
    if (Gate.isStreamed(context.request())) {
      PacedBody body =
          new PacedBody(
              request.getEntityStream(),
              settings.streamPatience(),
              settings.streamMinPace(),
              System::nanoTime,
              () -> Gate.hangUpOnceAnswered(context));
      request.setEntityStream(body);
      watch(body, context);
    }
  }

  /** A thread that waits cannot look at the time; it is woken. */
  private void watch(PacedBody body, RoutingContext context) {
    long often = Math.max(1, settings.streamPatience().toMillis() / LOOKS);
    context
        .vertx()
        .setPeriodic(
            often,
            watch -> {
              if (context.response().ended() || context.response().closed()) {
                context.vertx().cancelTimer(watch);
              } else {
                body.wakeIfSilent();
              }
            });
  }
}
