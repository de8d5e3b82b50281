package org.heard.feedback.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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
  private final Quarantine quarantine;
  private final ServiceSecrets secrets;

  Receipts(SubmissionRepository submissions, Quarantine quarantine, ServiceSecrets secrets) {
    this.submissions = submissions;
    this.quarantine = quarantine;
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
   * The submissions with this code, however it is written, the last first, and after them such as
   * are only put aside.
   *
   * @param most that may share it; none if they are more
   */
  @Transactional
  public List<Receipt> find(String written, int most) {
    byte[] hash = hash(written);
    List<Receipt> found = new ArrayList<>();
    submissions.findByReceipt(hash, most + 1).stream()
        .map(each -> new Receipt(each.id, each.receivedAt, each.wardId, Words.of(each)))
        .forEach(found::add);
    quarantine.findByReceipt(hash, most + 1).stream()
        .map(each -> new Receipt(each.id, each.receivedAt, ward(each), Words.STORED))
        .forEach(found::add);
    return within(most, found);
  }

  private String ward(QuarantinedSubmission putAside) {
    return quarantine.open(putAside).wardId();
  }

  /** Their ids, which nobody stores, and nobody lets in, until the caller's transaction ends. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<UUID> ids(String written, int most) {
    byte[] hash = hash(written);
    List<UUID> ids =
        within(
            most,
            Stream.concat(
                    submissions.findByReceipt(hash, most + 1).stream().map(each -> each.id),
                    quarantine.findByReceipt(hash, most + 1).stream().map(each -> each.id))
                .distinct()
                .sorted(Comparator.comparing(UUID::toString))
                .toList());
    submissions.claim(ids);
    return ids;
  }

  /**
   * What has a code, by its ids: submissions that are stored, and such as are only put aside, which
   * may be under the id of another one.
   */
  public record Locked(List<UUID> stored, List<UUID> putAside) {
    /** Whether there is neither. */
    public boolean isEmpty() {
      return stored.isEmpty() && putAside.isEmpty();
    }
  }

  /** What has this code, which nobody else changes until the caller's transaction ends. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Locked lock(String written, int most) {
    byte[] hash = hash(written);
    // As who stores or erases them does: what was put aside is in one place when it is looked for.
    submissions.claim(quarantine.idsByReceipt(hash, most + 1));
    List<UUID> stored =
        submissions.lockByReceipt(hash, most + 1).stream().map(found -> found.id).toList();
    List<UUID> putAside = quarantine.idsByReceipt(hash, most + 1);
    long all = Stream.concat(stored.stream(), putAside.stream()).distinct().count();
    return all > most ? new Locked(List.of(), List.of()) : new Locked(stored, putAside);
  }

  private byte[] hash(String written) {
    String code = ReceiptCode.canonical(written);
    return ReceiptCode.hash(secrets, code == null ? NO_CODE : code);
  }

  private static <T> List<T> within(int most, List<T> found) {
    return found.size() > most ? List.of() : found;
  }
}
