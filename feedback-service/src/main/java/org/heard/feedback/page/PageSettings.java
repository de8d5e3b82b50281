package org.heard.feedback.page;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** Where people find the pages. */
@ConfigMapping(prefix = "heard.pages")
public interface PageSettings {
  /**
   * This service's address as people's own phones reach it, without a path; it stands on posters.
   * Without it, where the request came to.
   */
  Optional<URI> address();
}
