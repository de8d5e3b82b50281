package org.heard.local.identity;

import java.nio.file.Path;
import java.time.Duration;
import org.heard.local.run.RunFile;

/** Whoever the services of a suite believe. */
public interface Identity {

  /** How long a token of a person is valid. */
  Duration VALIDITY = Duration.ofHours(8);

  /** A token for someone with this role and reach, valid from now for {@link #VALIDITY}. */
  String token(Bearer bearer);

  /** Of the suite that {@code run} describes. */
  static Identity of(RunFile run) {
    Path secrets = Path.of(run.identity());
    return run.keycloak() == null
        ? new LocalIdentity(secrets)
        : new KeycloakIdentity(run.keycloak(), secrets);
  }
}
