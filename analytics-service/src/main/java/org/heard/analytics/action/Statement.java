package org.heard.analytics.action;

import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What patients are told; public only once a second person has published it. */
@Schema(name = "Statement")
record Statement(
    @Schema(nullable = true, examples = "Nobody came when we rang at night.") String youSaid,
    @Schema(nullable = true, examples = "A nurse now walks round every hour of the night.")
        String weDid) {

  /** Null for an object that says nothing. */
  static Statement read(Fields fields, ActionConfig limits) {
    fields.only(Set.of("youSaid", "weDid"));
    Statement read =
        new Statement(
            fields.text("youSaid", limits.maxText()), fields.text("weDid", limits.maxText()));
    return read.youSaid == null && read.weDid == null ? null : read;
  }

  boolean isWhole() {
    return youSaid != null && weDid != null;
  }
}
