package org.heard.feedback.overload;

import io.quarkus.security.identity.SecurityIdentity;
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

  /**
   * Tells {@code then} whose they are, on the connection's event loop; null for what is not good or
   * cannot be known now.
   */
  void check(RoutingContext request, Consumer<String> then) {
    // A key that must be looked up, or a token, is found out on another thread.
    Context here = Vertx.currentContext();
    Uni.createFrom()
        .deferred(() -> authenticator.attemptAuthentication(request))
        .subscribe()
        .with(
            sender -> here.runOnContext(known -> then.accept(name(sender))),
            refused -> here.runOnContext(unknown -> then.accept(null)));
  }

  private static String name(SecurityIdentity sender) {
    return sender == null ? null : String.valueOf(sender.getPrincipal().getName());
  }
}
