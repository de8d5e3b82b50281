package org.heard.feedback.overload;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Streamed bodies are read at a pace. */
class PaceFilter {
  private final OverloadSettings settings;

  PaceFilter(OverloadSettings settings) {
    this.settings = settings;
  }

  @ServerRequestFilter
  void pace(ContainerRequestContext request, RoutingContext context) {
    if (Gate.isStreamed(context.request())) {
      request.setEntityStream(
          new PacedBody(
              request.getEntityStream(),
              settings.streamPatience(),
              settings.streamMinPace(),
              System::nanoTime,
              () -> Gate.hangUpOnceAnswered(context)));
    }
  }
}
