package org.heard.gateway.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What analytics-service says about one comment, as far as the gateway passes it on.
 *
 * @param problem why it could not be tagged; null where it was
 */
public record TaggedItem(String id, List<Tag> tags, List<Label> qdc, JsonNode problem) {

  /** A theme of ours. */
  public record Tag(String theme) {}

  /** A label of the QDC framework, version 6. */
  public record Label(String label, double confidence) {}
}
