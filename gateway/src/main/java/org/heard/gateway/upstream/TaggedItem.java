package org.heard.gateway.upstream;

import java.util.List;

/** What analytics-service says about one comment, as far as the gateway passes it on. */
public record TaggedItem(String id, List<Label> qdc) {

  /** A label of the QDC framework, version 6. */
  public record Label(String label, double confidence) {}
}
