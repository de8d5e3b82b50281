package org.heard.feedback.submission;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That a copy under the id of somebody else's submission was taken back; its words are gone. */
@Entity
@Table(name = "taken_back_copy")
class TakenBackCopy {
  /** The one that it was put aside under; nothing is put aside there any more. */
  @Id
  @Column(name = "submission_id")
  UUID submissionId;

  @Column(name = "receipt_hash")
  byte[] receiptHash;

  @Column(name = "organisation_id")
  String organisationId;

  @Column(name = "ward_id")
  String wardId;

  @Column(name = "received_at")
  Instant receivedAt;

  Removal.Stored stored() {
    return new Removal.Stored(submissionId, organisationId, receivedAt, true, false, true);
  }
}
