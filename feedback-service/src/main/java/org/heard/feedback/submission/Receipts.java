package org.heard.feedback.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
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
  private final TakenBackCopies takenBack;
  private final ServiceSecrets secrets;

  Receipts(
      SubmissionRepository submissions,
      Quarantine quarantine,
      TakenBackCopies takenBack,
      ServiceSecrets secrets) {
    this.submissions = submissions;
    this.quarantine = quarantine;
    this.takenBack = takenBack;
    this.secrets = secrets;
  }

  /** What became of the words. */
  public enum Words {
    STORED,
    /** Their time was over. */
    EXPIRED,
    /** They were taken back. */
    ERASED,
    /** They were taken back, and were a copy under the id of somebody else's submission. */
    COPY_ERASED;

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
   * The submissions with this code, however it is written, the last first, after them such as are
   * only put aside, and last copies that were taken back.
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
    takenBack.findByReceipt(hash, most + 1).stream()
        .map(
            each -> new Receipt(each.submissionId, each.receivedAt, each.wardId, Words.COPY_ERASED))
        .forEach(found::add);
    // As an erasure counts them: of one id there may be what is stored, and a copy.
    return found.stream().map(Receipt::submissionId).distinct().count() > most ? List.of() : found;
  }

  /** Whether anything has this code, or had it, and no more than so many. */
  @Transactional
  public boolean isKnown(String written, int most) {
    // By ids alone: who locks afterwards reads them as they are then.
    List<UUID> ids = ids(hash(written), most);
    return !ids.isEmpty() && ids.size() <= most;
  }

  private String ward(QuarantinedSubmission putAside) {
    return quarantine.open(putAside).wardId();
  }

  /**
   * What a code's holder may take back, by ids alone: who waits for the lock of one reads it
   * afterwards, as it is then.
   *
   * @param submissions stored with the code, or only put aside, in one order everywhere
   * @param copies put aside under the id of a submission that is stored with another code, and is
   *     somebody else's
   * @param takenBack such as were taken back before
   */
  public record Holding(
      List<UUID> submissions, List<UUID> copies, List<Removal.Stored> takenBack) {}

  /** What has this code; nobody stores it, and nobody lets it in, until the transaction ends. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Holding claim(String written, int most) {
    byte[] hash = hash(written);
    List<UUID> ids = ids(hash, most);
    if (ids.isEmpty() || ids.size() > most) {
      return new Holding(List.of(), List.of(), List.of());
    }
    submissions.claim(ids);
    // Only now: who was waited for may have stored one of them, or taken it back.
    Set<UUID> others = submissions.storedUnderAnother(hash, ids);
    return new Holding(
        ids.stream().filter(id -> !others.contains(id)).toList(),
        quarantine.idsByReceipt(hash, most + 1).stream().filter(others::contains).toList(),
        takenBack.findByReceipt(hash, most).stream().map(TakenBackCopy::stored).toList());
  }

  /** Of all that has this code, or had it; more than so many if there are. In one order. */
  private List<UUID> ids(byte[] hash, int most) {
    return Stream.of(
            submissions.idsByReceipt(hash, most + 1),
            quarantine.idsByReceipt(hash, most + 1),
            takenBack.idsByReceipt(hash, most + 1))
        .flatMap(List::stream)
        .distinct()
        .sorted(Comparator.comparing(UUID::toString))
        .toList();
  }

  /**
   * What has a code, by its ids: submissions that are stored, such as are only put aside, which may
   * be under the id of another one, and such of these as were taken back.
   */
  public record Locked(List<UUID> stored, List<UUID> putAside, List<UUID> takenBack) {
    private static final Locked NONE = new Locked(List.of(), List.of(), List.of());

    /** Whether there is nothing of it. */
    public boolean isEmpty() {
      return all() == 0;
    }

    private long all() {
      return Stream.of(stored, putAside, takenBack).flatMap(List::stream).distinct().count();
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
    Locked found =
        new Locked(
            stored,
            quarantine.idsByReceipt(hash, most + 1),
            takenBack.idsByReceipt(hash, most + 1));
    return found.all() > most ? Locked.NONE : found;
  }

  private byte[] hash(String written) {
    String code = ReceiptCode.canonical(written);
    return ReceiptCode.hash(secrets, code == null ? NO_CODE : code);
  }
}
