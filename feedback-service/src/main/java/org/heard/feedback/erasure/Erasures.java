package org.heard.feedback.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.heard.feedback.submission.Receipts;
import org.heard.feedback.submission.Removal;

/**
 * Takes submissions back: what they said is gone from here, and the fact is on its way, when a call
 * returns. Only what is sealed may have to wait, see {@link Destruction}.
 */
@ApplicationScoped
class Erasures {
  private final Receipts receipts;
  private final Removal removal;
  private final ErasureRepository records;
  private final ErasureSettings settings;
  private final ReceiptSettings receiptSettings;
  private final Clock clock;

  Erasures(
      Receipts receipts,
      Removal removal,
      ErasureRepository records,
      ErasureSettings settings,
      ReceiptSettings receiptSettings,
      Clock clock) {
    this.receipts = receipts;
    this.removal = removal;
    this.records = records;
    this.settings = settings;
    this.receiptSettings = receiptSettings;
    this.clock = clock;
  }

  /**
   * Who asks, and why.
   *
   * @param organisations whose submissions exist for them; null for a receipt's holder, who needs
   *     nothing but the code
   */
  record Request(Reason reason, String role, String subject, Set<String> organisations) {
    static final Request OF_HOLDER = new Request(Reason.RECEIPT, null, null, null);

    boolean reaches(Removal.Stored stored) {
      return organisations == null || organisations.contains(stored.organisationId());
    }
  }

  /**
   * What was taken back.
   *
   * @param submissions of which there is a record now
   * @param copies the ids under which copies of somebody else's submissions were put aside that are
   *     gone, now or since before
   */
  record TakenBack(List<UUID> submissions, List<UUID> copies) {
    boolean isNothing() {
      return submissions.isEmpty() && copies.isEmpty();
    }
  }

  /** Takes back all that has this receipt code; nothing for a code that says nothing. */
  @Transactional
  TakenBack byReceipt(String written, Request request) {
    Receipts.Holding held = receipts.claim(written, receiptSettings.maxShared());
    Stream<UUID> before =
        held.takenBack().stream().filter(request::reaches).map(Removal.Stored::id);
    Stream<UUID> now = held.copies().stream().filter(id -> destroyCopy(id, request));
    List<UUID> copies = Stream.concat(before, now).toList();
    return new TakenBack(
        held.submissions().stream().filter(id -> erase(id, request)).toList(), copies);
  }

  /**
   * Takes back what is stored under this id, and what is put aside there, whoever has its code;
   * nothing of what does not exist for who asks.
   */
  @Transactional
  TakenBack byId(UUID id, Request request) {
    List<UUID> submissions = erase(id, request) ? List.of(id) : List.of();
    boolean before = removal.takenBackCopy(id).filter(request::reaches).isPresent();
    boolean copy = before || destroyCopy(id, request);
    return new TakenBack(submissions, copy ? List.of(id) : List.of());
  }

  private boolean destroyCopy(UUID id, Request request) {
    boolean reached = removal.putAside(id).filter(request::reaches).isPresent();
    if (reached) {
      removal.destroyPutAside(
          id, new Removal.Wish(now(), request.reason().code(), request.role(), request.subject()));
    }
    return reached;
  }

  private boolean erase(UUID id, Request request) {
    Removal.Stored stored = removal.lockWherever(id).filter(request::reaches).orElse(null);
    if (stored == null) {
      return false;
    }
    if (!stored.erased()) {
      Instant now = now();
      removal.erase(id, now, request.reason().code());
      note(stored, request, now);
    }
    return true;
  }

  private void note(Removal.Stored stored, Request request, Instant now) {
    // There may be one of retention: this goes further.
    ErasureRecord record = records.findById(stored.id());
    boolean first = record == null;
    if (first) {
      record = new ErasureRecord();
      record.submissionId = stored.id();
      record.organisationId = stored.organisationId();
    }
    Instant over = stored.receivedAt().plus(settings.keepFor());
    record.reason = request.reason().code();
    record.requestedAt = now;
    record.role = request.role();
    record.subject = request.subject();
    record.until = over.isAfter(now) && !stored.putAside() ? over : now;
    // What was put aside had no alert and never will: it is destroyed already.
    record.destroyedAt = stored.putAside() ? now : null;
    if (first) {
      records.persist(record);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * That a submission of these organisations was erased, or else a copy under its id.
   *
   * @param copy whether that of the copy is asked for, whatever became of the submission
   */
  @Transactional
  Optional<ErasureView> proof(UUID id, Set<String> organisations, boolean copy) {
    Optional<ErasureView> ofSubmission =
        copy ? Optional.empty() : records.of(id, organisations).map(ErasureView::of);
    return ofSubmission.or(() -> ofCopy(id, organisations));
  }

  private Optional<ErasureView> ofCopy(UUID id, Set<String> organisations) {
    return removal
        .takenBackCopy(id)
        .filter(copy -> organisations.contains(copy.organisationId()))
        .flatMap(copy -> removal.wishOfCopy(id))
        .map(wish -> ErasureView.ofCopy(id, wish));
  }

  /** How far the erasure of these is, as one; of what left no record nothing is left. */
  @Transactional
  ErasedView state(List<UUID> submissions) {
    return records.of(submissions).stream()
        .map(ErasedView::of)
        .reduce(ErasedView::later)
        .orElse(ErasedView.NOTHING_LEFT);
  }
}
