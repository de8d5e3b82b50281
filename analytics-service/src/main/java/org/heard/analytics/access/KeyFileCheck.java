package org.heard.analytics.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Refuses to start without the keys. */
@ApplicationScoped
class KeyFileCheck {
  private final IdentityConfig config;

  KeyFileCheck(IdentityConfig config) {
    this.config = config;
  }

  void check(@Observes StartupEvent start) {
    TokenRules.requireReadable(config.keys());
  }
}
