package org.heard.feedback.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heard.feedback.access.ServiceSecrets;

/**
 * Submissions by the codes that their authors keep. A client may have given several the same code;
 * whoever has the code has those and nothing else. A code that too many share identifies nobody.
 */
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

  /** What became of the words. */
  public enum Words {
    STORED,
    /** Their time was over. */
    EXPIRED,
    /** They were taken back. */
    ERASED;

    private static Words of(Submission found) {
      if (found.erasedAt != null) {
        return ERASED;
      }
      return found.expiredAt == null ? STORED : EXPIRED;
    }
  }

  /** What a code's holder may know of a submission. */
  public record Receipt(UUID submissionId, Instant receivedAt, String wardId, Words words) {}

  /**
   * The submissions with this code, however it is written, the last first.
   *
   * @param most that may share it; none if they are more
   */
  @Transactional
  public List<Receipt> find(String written, int most) {
    return within(most, submissions.findByReceipt(hash(written), most + 1)).stream()
        .map(found -> new Receipt(found.id, found.receivedAt, found.wardId, Words.of(found)))
        .toList();
  }

  /** The ids of the same, which nobody else changes until the caller's transaction ends. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<UUID> lock(String written, int most) {
    return within(most, submissions.lockByReceipt(hash(written), most + 1)).stream()
        .map(found -> found.id)
        .toList();
  }

  private byte[] hash(String written) {
    String code = ReceiptCode.canonical(written);
    return ReceiptCode.hash(secrets, code == null ? NO_CODE : code);
  }

  private static List<Submission> within(int most, List<Submission> found) {
    return found.size() > most ? List.of() : found;
  }
}
