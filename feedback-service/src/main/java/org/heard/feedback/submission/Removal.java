package org.heard.feedback.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heard.feedback.event.EventEncoder;
import org.heard.feedback.event.FeedbackErased;
import org.heard.feedback.outbox.Outbox;

/**
 * Takes words out of what is stored and leaves the fact of it to be published, all in the caller's
 * transaction. What is sealed is the caller's to destroy.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Removal {
  private final SubmissionRepository submissions;
  private final QuarantineReview quarantine;
  private final Outbox outbox;

  Removal(SubmissionRepository submissions, QuarantineReview quarantine, Outbox outbox) {
    this.submissions = submissions;
    this.quarantine = quarantine;
    this.outbox = outbox;
  }

  /** What is known of a submission, apart from what it said. */
  public record Stored(
      UUID id,
      String organisationId,
      Instant receivedAt,
      boolean erased,
      boolean expired,
      boolean putAside) {
    /** One that was put aside and never let in. */
    Stored(UUID id, String organisationId, Instant receivedAt) {
      this(id, organisationId, receivedAt, false, false, true);
    }
  }

  /**
   * At whose wish words were taken back.
   *
   * @param role in which it was asked for; null of a receipt's holder, as the subject is
   * @param subject who asked, as the identity provider names them
   */
  public record Wish(Instant at, String reason, String role, String subject) {}

  /** A submission that nobody else changes until the transaction ends. */
  public Optional<Stored> lock(UUID id) {
    return submissions.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).map(Removal::stored);
  }

  /** One that is stored, whatever became of it; it may change at any time. */
  public Optional<Stored> stored(UUID id) {
    return submissions.findByIdOptional(id).map(Removal::stored);
  }

  /** The same as {@link #lock}, or one that is only put aside. */
  public Optional<Stored> lockWherever(UUID id) {
    // As who stores it does, so that it is in one place when it is looked for.
    submissions.claim(List.of(id));
    return lock(id).or(() -> quarantine.find(id));
  }

  /**
   * Takes back all that a locked submission said, and what is put aside under its id with the same
   * receipt code.
   */
  public void erase(UUID id, Instant now, String reason) {
    if (submissions.findById(id) == null) {
      quarantine.storeToErase(id);
    }
    Submission submission = submissions.findById(id);
    quarantine.destroySame(id, submission.receiptHash);
    publish(submission.erase(now, reason));
  }

  /** A copy that is put aside under this id, whatever is stored under it. */
  public Optional<Stored> putAside(UUID id) {
    return quarantine.find(id);
  }

  /**
   * Destroys what is put aside under the id of a submission that has another receipt code, and
   * nothing that is stored under it. What stays is at whose wish.
   */
  public void destroyPutAside(UUID id, Wish wish) {
    quarantine.destroyCopy(id, wish);
  }

  /** A copy that was destroyed so, whatever is stored under its id. */
  public Optional<Stored> takenBackCopy(UUID id) {
    return quarantine.findTakenBack(id).map(TakenBackCopy::stored);
  }

  /** At whose wish it was; none if nobody noted it. */
  public Optional<Wish> wishOfCopy(UUID id) {
    return quarantine.findTakenBack(id).flatMap(TakenBackCopy::wish);
  }

  /** Removes the words of a locked submission and keeps what it counted. */
  public void expire(UUID id, Instant now) {
    publish(submissions.findById(id).expire(now));
  }

  private void publish(FeedbackErased fact) {
    // What the broker refused would wait here for an operator, words and all.
    outbox.forgetParked(fact.submissionId().toString());
    outbox.append(EventEncoder.encode(fact));
  }

  /** Notes that nothing is sealed any more of a locked submission. */
  public void noteSealedIsGone(UUID id, Instant now) {
    submissions.findById(id).sealedGoneAt = now;
  }

  /** Destroys at most so many submissions that were put aside by then and never let in. */
  public int destroyPutAside(Instant then, int limit) {
    return quarantine.destroyReceivedBy(then, limit);
  }

  /**
   * Submissions received by then whose words are still here, the oldest first.
   *
   * @param after the last one of the page before, null for the first page
   */
  public List<Stored> withWordsReceivedBy(Instant then, Stored after, int limit) {
    return page("erasedAt is null and expiredAt is null", then, after, limit);
  }

  /** The same, of what is sealed. */
  public List<Stored> withSealedReceivedBy(Instant then, Stored after, int limit) {
    return page(
        "erasedAt is null and expiredAt is null and sealedGoneAt is null", then, after, limit);
  }

  private List<Stored> page(String which, Instant then, Stored after, int limit) {
    // A comparison of rows is a range of the index, beginning after the last one.
    String beyond = after == null ? "" : " and (receivedAt, id) > (?2, ?3)";
    Object[] parameters =
        after == null ? new Object[] {then} : new Object[] {then, after.receivedAt(), after.id()};
    return submissions
        .find(which + " and receivedAt <= ?1" + beyond + " order by receivedAt, id", parameters)
        .page(0, limit)
        .stream()
        .map(Removal::stored)
        .toList();
  }

  private static Stored stored(Submission found) {
    return new Stored(
        found.id,
        found.organisationId,
        found.receivedAt,
        found.erasedAt != null,
        found.expiredAt != null,
        false);
  }
}
