package org.heard.feedback.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.heard.feedback.access.ServiceSecrets;

/** Submissions by the codes that their authors keep. */
@ApplicationScoped
public class Receipts {
  /** Looked up in place of what is no code, so that the answer takes no less work. */
  private static final String NO_CODE = "";

  private final SubmissionRepository submissions;
  private final ServiceSecrets secrets;

  Receipts(SubmissionRepository submissions, ServiceSecrets secrets) {
    this.submissions = submissions;
    this.secrets = secrets;
  }

  /** What a code's holder may know of the submission. */
  public record Receipt(Instant receivedAt, String wardId) {}

  /** The submission with this code, however it is written; of several, the last. */
  @Transactional
  public Optional<Receipt> find(String written) {
    String code = ReceiptCode.canonical(written);
    byte[] hash = ReceiptCode.hash(secrets, code == null ? NO_CODE : code);
    return submissions
        .findByReceipt(hash)
        .map(submission -> new Receipt(submission.receivedAt, submission.wardId));
  }
}
