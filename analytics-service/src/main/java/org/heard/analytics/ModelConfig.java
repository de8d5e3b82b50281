package org.heard.analytics;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Which model tags. */
@ConfigMapping(prefix = "heard.model")
interface ModelConfig {
  /** A model file of the site's own, made by training; the shipped model where there is none. */
  Optional<Path> path();
}
