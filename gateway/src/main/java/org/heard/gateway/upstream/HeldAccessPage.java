package org.heard.gateway.upstream;

import java.time.Instant;
import java.util.List;

/** A page of who read held comments, wrote in their place, or carried comments away. */
public record HeldAccessPage(List<HeldAccess> items, long total, String next) {

  /**
   * One reading of a list, one text, or one part of an export.
   *
   * @param what {@code read}, {@code export}, or the kind of a {@link Translation}
   * @param comments ids
   */
  public record HeldAccess(
      String what, String subject, Instant at, String wardId, List<String> comments) {}
}
