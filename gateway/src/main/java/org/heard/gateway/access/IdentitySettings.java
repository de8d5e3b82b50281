package org.heard.gateway.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where identities come from. */
@ConfigMapping(prefix = "heard.identity")
public interface IdentitySettings {

  /** {@code local}: users' tokens are signed by the local key {@code local} of {@link #keys()}. */
  @WithDefault("local")
  Mode mode();

  /** JWKS file of the public keys that sign tokens. */
  Path keys();

  /** With or without an identity provider. */
  enum Mode {
    LOCAL,
    OIDC
  }
}
