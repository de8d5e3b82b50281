package org.heard.feedback.overload;

import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;

/**
 * Whether a request's credentials are good, asked before its body is read. What they allow is
 * judged later, where it always is.
 */
@ApplicationScoped
class Credentials {
  private final HttpAuthenticator authenticator;

  Credentials(HttpAuthenticator authenticator) {
    this.authenticator = authenticator;
  }

  /** Tells {@code then}, on the connection's event loop; what cannot be known now is not good. */
  void check(RoutingContext request, Consumer<Boolean> then) {
    // A key that must be looked up, or a token, is found out on another thread.
    Context here = Vertx.currentContext();
    Uni.createFrom()
        .deferred(() -> authenticator.attemptAuthentication(request))
        .subscribe()
        .with(
            sender -> here.runOnContext(known -> then.accept(sender != null)),
            refused -> here.runOnContext(unknown -> then.accept(false)));
  }
}
