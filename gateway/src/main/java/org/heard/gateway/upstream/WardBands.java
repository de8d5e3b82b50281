package org.heard.gateway.upstream;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Exact counts of one ward's period by one thing that people say of themselves. Every submission
 * stands in exactly one band. Nothing here has passed disclosure control.
 *
 * @param today in the organisation's zone
 */
public record WardBands(
    WardCounts.Ward ward,
    String by,
    String bucket,
    String period,
    LocalDate from,
    LocalDate to,
    LocalDate today,
    List<Band> bands,
    Instant snapshotAt) {

  /**
   * One band.
   *
   * @param responses submissions with a rating
   * @param positive those of them that are very good or good
   * @param commenting submissions with content in a comment
   * @param withShortfall submissions with a shortfall in a comment
   */
  public record Band(
      String band, long responses, long positive, long commenting, long withShortfall) {}
}
