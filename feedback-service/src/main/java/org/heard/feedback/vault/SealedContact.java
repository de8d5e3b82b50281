package org.heard.feedback.vault;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** How to reach the person who gave feedback, if they asked for that. */
@Entity
@Table(name = "contact")
class SealedContact {
  @Id
  @Column(name = "submission_id")
  UUID submissionId;

  @Column(name = "key_id")
  String keyId;

  byte[] sealed;
}
