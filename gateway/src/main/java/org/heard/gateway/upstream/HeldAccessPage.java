package org.heard.gateway.upstream;

import java.time.Instant;
import java.util.List;

/** A page of who read held comments, or wrote in their place. */
public record HeldAccessPage(List<HeldAccess> items, long total, String next) {

  /**
   * One reading of a list, or one text.
   *
   * @param what {@code read}, or the kind of a {@link Translation}
   * @param comments ids
   */
  public record HeldAccess(
      String what, String subject, Instant at, String wardId, List<String> comments) {}
}
