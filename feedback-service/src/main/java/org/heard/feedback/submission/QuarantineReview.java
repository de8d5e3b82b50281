package org.heard.feedback.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.feedback.device.DeviceService;
import org.heard.feedback.device.Sender;
import org.heard.feedback.submission.SubmissionService.Outcome;
import org.heard.feedback.submission.SubmissionService.Sent;

/** What an admin does with submissions that were put aside. */
@ApplicationScoped
class QuarantineReview {
  private final Quarantine quarantine;
  private final TakenBackCopies takenBack;
  private final SubmissionService submissions;
  private final SubmissionRepository stored;
  private final DeviceService devices;

  QuarantineReview(
      Quarantine quarantine,
      TakenBackCopies takenBack,
      SubmissionService submissions,
      SubmissionRepository stored,
      DeviceService devices) {
    this.quarantine = quarantine;
    this.takenBack = takenBack;
    this.submissions = submissions;
    this.stored = stored;
    this.devices = devices;
  }

  /** What is held of a device; the times are null if nothing is. */
  @Schema(name = "Quarantine")
  record Held(
      @Schema(minimum = "0", description = "Submissions put aside of this device", examples = "12")
          long held,
      @Schema(
              nullable = true,
              description = "When the first of them was received; null if nothing is held",
              examples = "2026-10-05T08:15:31.204518Z")
          Instant firstReceivedAt,
      @Schema(
              nullable = true,
              description = "When the last of them was received; null if nothing is held",
              examples = "2026-10-05T16:40:02.118204Z")
          Instant lastReceivedAt) {}

  /**
   * What became of it.
   *
   * @param released stored, counted and published now
   * @param duplicates were stored already
   * @param kept still held: another submission has their id
   */
  @Schema(name = "QuarantineReleased")
  record Released(
      @Schema(minimum = "0", description = "Stored, counted and published now", examples = "11")
          int released,
      @Schema(minimum = "0", description = "Were stored already", examples = "1") int duplicates,
      @Schema(
              minimum = "0",
              description = "Still held: another submission has their id",
              examples = "0")
          int kept) {
    static final Released NONE = new Released(0, 0, 0);

    Released plus(Released more) {
      return new Released(released + more.released, duplicates + more.duplicates, kept + more.kept);
    }
  }

  /** One transaction's worth, and the last of it to go on from; null at the end. */
  record Step(Released released, QuarantinedSubmission last) {}

  @Transactional
  Held held(UUID device) {
    Object[] row =
        quarantine
            .getEntityManager()
            .createQuery(
                "select count(*), min(receivedAt), max(receivedAt) from QuarantinedSubmission"
                    + " where deviceId = :device",
                Object[].class)
            .setParameter("device", device)
            .getSingleResult();
    return new Held((Long) row[0], (Instant) row[1], (Instant) row[2]);
  }

  /** Submits the next ones as if they came now with a good key. */
  @Transactional
  Step release(UUID device, QuarantinedSubmission after) {
    List<QuarantinedSubmission> held = quarantine.next(device, after);
    if (held.isEmpty()) {
      return new Step(Released.NONE, null);
    }
    Sender sender = devices.sender(device);
    List<Outcome> outcomes =
        submissions.submit(
            held.stream().map(each -> new Sent(quarantine.open(each), sender)).toList());
    List<UUID> gone = new ArrayList<>();
    for (int i = 0; i < held.size(); i++) {
      if (outcomes.get(i).created() || isRepeat(held.get(i), outcomes.get(i))) {
        gone.add(held.get(i).id);
      }
    }
    quarantine.leave(gone);
    int created = (int) outcomes.stream().filter(Outcome::created).count();
    Released released = new Released(created, gone.size() - created, held.size() - gone.size());
    return new Step(released, held.get(held.size() - 1));
  }

  /** What was taken back is taken for a repeat whatever it said; whose it was says its code. */
  private boolean isRepeat(QuarantinedSubmission held, Outcome outcome) {
    return outcome.refusal() == null
        && stored.storedUnderAnother(receiptHash(held), List.of(held.id)).isEmpty();
  }

  private byte[] receiptHash(QuarantinedSubmission held) {
    return held.receiptHash != null
        ? held.receiptHash
        : submissions.receiptHash(quarantine.open(held));
  }

  /** Destroys what is held of a device and lets its revoked keys put nothing more aside. */
  @Transactional
  int refuse(UUID device) {
    devices.closeQuarantine(device);
    return (int) quarantine.delete("deviceId", device);
  }

  /** Destroys at most so many that were put aside by then, of whatever device. */
  @Transactional
  int destroyReceivedBy(Instant then, int limit) {
    List<UUID> old =
        quarantine.find("receivedAt <= ?1 order by receivedAt, id", then).page(0, limit).stream()
            .map(each -> each.id)
            .toList();
    quarantine.leave(old);
    return old.size();
  }

  /** One that is put aside; whose it is, and from when. */
  @Transactional(Transactional.TxType.MANDATORY)
  Optional<Removal.Stored> find(UUID id) {
    return quarantine
        .findByIdOptional(id)
        .map(
            held ->
                new Removal.Stored(
                    id, devices.sender(held.deviceId).organisationId(), held.receivedAt));
  }

  /** Makes one that is put aside a stored one without words, which the caller takes back. */
  @Transactional(Transactional.TxType.MANDATORY)
  void storeToErase(UUID id) {
    QuarantinedSubmission held = quarantine.findById(id);
    submissions.storeToErase(new Sent(quarantine.open(held), devices.sender(held.deviceId)));
  }

  /**
   * Destroys what is put aside of a submission that is stored with this hash of a receipt code;
   * what has another code is somebody else's.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void destroySame(UUID id, byte[] receiptHash) {
    quarantine
        .findByIdOptional(id)
        .filter(held -> MessageDigest.isEqual(receiptHash(held), receiptHash))
        .ifPresent(this::leave);
  }

  /** Destroys what is put aside under the id of somebody else's submission, and notes that. */
  @Transactional(Transactional.TxType.MANDATORY)
  void destroyCopy(UUID id, Removal.Wish wish) {
    QuarantinedSubmission held = quarantine.findById(id);
    TakenBackCopy copy = new TakenBackCopy();
    copy.submissionId = id;
    copy.receiptHash = receiptHash(held);
    copy.organisationId = devices.sender(held.deviceId).organisationId();
    copy.wardId = quarantine.open(held).wardId();
    copy.receivedAt = held.receivedAt;
    copy.erasedAt = wish.at();
    copy.reason = wish.reason();
    copy.role = wish.role();
    copy.subject = wish.subject();
    takenBack.persist(copy);
    leave(held);
  }

  private void leave(QuarantinedSubmission held) {
    quarantine.leave(List.of(held.id));
    // Else it would be found once more in this transaction.
    quarantine.getEntityManager().detach(held);
  }

  /** A copy that was taken back under this id. */
  @Transactional(Transactional.TxType.MANDATORY)
  Optional<TakenBackCopy> findTakenBack(UUID id) {
    return takenBack.findByIdOptional(id);
  }
}
