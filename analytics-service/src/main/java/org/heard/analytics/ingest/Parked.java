package org.heard.analytics.ingest;

import java.util.Set;
import java.util.UUID;

/**
 * An event put aside.
 *
 * @param wardId the ward it waits for, null where it waits for none
 * @param organisationId with the ward
 * @param submissionId null where it is of none, or does not say so in its headers
 */
record Parked(
    InboundEvent event,
    ParkReason reason,
    String wardId,
    String organisationId,
    UUID submissionId) {

  static Parked of(InboundEvent event, ParkReason reason) {
    return new Parked(event, reason, null, null, event.submission());
  }

  /** Whether it is about one of these submissions. */
  boolean isOf(Set<UUID> submissions) {
    return submissionId != null && submissions.contains(submissionId);
  }

  static Parked unknownWard(Prepared.SubmittedFact fact) {
    return new Parked(
        fact.source(),
        ParkReason.UNKNOWN_WARD,
        fact.event().wardId(),
        fact.event().organisationId(),
        fact.event().submissionId());
  }
}
