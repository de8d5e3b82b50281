package org.heard.feedback.submission;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
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

  /** When it was taken back; null, as all that follows, of one from before that was noted. */
  @Column(name = "erased_at")
  Instant erasedAt;

  String reason;

  /** In which role it was asked for; null of a receipt's holder. */
  String role;

  /** Who asked for it, as the identity provider names them. */
  String subject;

  Removal.Stored stored() {
    return new Removal.Stored(submissionId, organisationId, receivedAt, true, false, true);
  }

  /** At whose wish it was taken back, and why; none if nobody noted it. */
  Optional<Removal.Wish> wish() {
    return Optional.ofNullable(erasedAt).map(at -> new Removal.Wish(at, reason, role, subject));
  }
}
