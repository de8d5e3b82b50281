package org.heard.gateway.upstream;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Exact counts of one ward's period by one thing that people say of themselves; of ratings alone,
 * since what is counted of comments changes when somebody reads them. Every submission stands in
 * exactly one band. Nothing here has passed disclosure control.
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
   */
  public record Band(String band, long responses, long positive) {}
}
