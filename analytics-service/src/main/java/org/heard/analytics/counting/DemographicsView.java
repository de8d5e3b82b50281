package org.heard.analytics.counting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Exact counts of a ward's period by one thing that people say of themselves. Every submission
 * stands in exactly one band, so each column adds up to what the period has in all.
 *
 * @param to the last day, included
 * @param today in the organisation's zone: the period is over once it is later than {@code to}
 */
@Schema(name = "Demographics")
record DemographicsView(
    CountsView.WardName ward,
    @Schema(examples = "ageBand") String by,
    @Schema(examples = "quarter") String bucket,
    @Schema(examples = "2026-Q3") String period,
    LocalDate from,
    LocalDate to,
    @Schema(description = "The day in the organisation's zone") LocalDate today,
    List<BandCounts> bands,
    @Schema(description = "When they were read") Instant snapshotAt) {

  /**
   * One band.
   *
   * @param responses submissions with a rating
   * @param positive those of them that are very good or good
   * @param commenting submissions with content in a comment
   * @param withShortfall submissions with a shortfall in a comment
   * @param anyShortfall comments with one
   * @param pillars comments in which the pillar is absent; those with 0 are left out
   */
  @Schema(name = "BandCounts")
  record BandCounts(
      @Schema(examples = "65-74", description = "not-said: would not say, or said nothing")
          String band,
      @Schema(examples = "41") long submissions,
      @Schema(examples = "38") long responses,
      @Schema(examples = "29") long positive,
      @Schema(examples = "33") long commenting,
      @Schema(examples = "7") long withShortfall,
      @Schema(examples = "52") long comments,
      @Schema(examples = "47") long withContent,
      @Schema(examples = "9") long anyShortfall,
      @Schema(examples = "{\"Attending\": 4}") Map<String, Long> pillars) {}
}
