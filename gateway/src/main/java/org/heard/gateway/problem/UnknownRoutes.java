package org.heard.gateway.problem;

import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Answers addresses that neither Jakarta REST nor an extension knows, after all others. */
@Singleton
class UnknownRoutes {
  private final ProblemWriter writer;

  UnknownRoutes(ProblemWriter writer) {
    this.writer = writer;
  }

  void register(@Observes Router router) {
    router
        .route()
        .order(Integer.MAX_VALUE)
        .handler(
            context ->
                writer.send(
                    context.response(), ErrorCode.NOT_FOUND, "There is nothing at this address."));
  }
}
