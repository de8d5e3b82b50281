package org.heard.feedback.vault;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.heard.feedback.access.ServiceSecrets;

/** The keys, read once at the start: without them there is none. */
class VaultWiring {
  @Produces
  @Singleton
  @Startup
  Sealer sealer(VaultSettings settings, ServiceSecrets secrets) {
    return new Sealer(KeyFile.read(settings.keyFile()), DerivedKey.of(secrets));
  }
}
