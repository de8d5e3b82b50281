package org.heard.feedback.intake;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.heard.feedback.intake.ImportRuns.Begun;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;
import org.heard.feedback.submission.SubmissionService.Outcome;

/** Whose an import's name is: the file's whose records were stored first, for good. */
@ApplicationScoped
class ImportNames implements PanacheRepositoryBase<ImportRun, Long> {
  private static final String FIRST_STORED = "select firstStoredAt from ImportRun where id = ?1";

  /**
   * Other files whose records may be equal to a file's. Those that name no ward are its default
   * ward's; those that do are the same in whatever ward's file they stand, but in the same file.
   */
  private static final String OTHERS =
      "organisationId = ?1 and name = ?2 and id <> ?3"
          + " and (defaultWard = ?4 or ?5 = true and digest <> ?6)";

  private static final String LAST_OF_OTHERS =
      "select max(firstStoredAt) from ImportRun where " + OTHERS;

  private static final String BEFORE = OTHERS + " and firstStoredAt < ?7";

  private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  private static final String IS_ALSO =
      """
      INSERT INTO import_run
        (organisation_id, name, default_ward, digest, continues, options, turn, began_at, last_at,
         finished_at, first_stored_at, records, accepted, duplicate, rejected, problems, flagged,
         flags, keyed_ids)
      SELECT organisation_id, name, default_ward, :digest, continues, options, gen_random_uuid(),
        began_at, last_at, finished_at, first_stored_at, records, accepted, duplicate, rejected,
        problems, flagged, flags, keyed_ids
      FROM import_run WHERE id = :id AND first_stored_at IS NOT NULL
      ON CONFLICT (organisation_id, name, default_ward, digest) DO UPDATE SET
        continues = import_run.continues OR excluded.continues,
        first_stored_at = least(import_run.first_stored_at, excluded.first_stored_at)
      """;

  private static final String LOCK =
      "SELECT CAST(pg_advisory_xact_lock(hashtextextended('import ' || :name, 0)) AS text)";

  private final Clock clock;

  ImportNames(Clock clock) {
    this.clock = clock;
  }

  /** One at a time begins under a name, or stores the first records of its file. */
  @Transactional(Transactional.TxType.MANDATORY)
  void lock(String organisation, String name) {
    // Neither holds a line break.
    getEntityManager()
        .createNativeQuery(LOCK, String.class)
        .setParameter("name", organisation + "\n" + name)
        .getSingleResult();
  }

  /**
   * Remembers that records of an import were stored, in the transaction that stores them: from then
   * on the name is its file's.
   *
   * @throws ProblemException {@code IMPORT_NAME_USED} if another file was faster since this began,
   *     {@code IMPORT_TAKEN_OVER} if the turn went with another that said the same digest
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void stored(Begun begun, List<Outcome> outcomes) {
    ImportRun its = begun.run();
    if (outcomes.stream().allMatch(outcome -> outcome.refusal() != null)
        || firstStored(its.id) != null) {
      return;
    }
    // Before the row: as they who begin do.
    lock(its.organisationId, its.name);
    Instant last = last(begun);
    ImportRun run = findById(its.id, LockModeType.PESSIMISTIC_WRITE);
    if (run == null) {
      throw takenOver();
    }
    if (last != null && !run.continues && !begun.needsIds()) {
      throw new ProblemException(
          ErrorCode.IMPORT_NAME_USED,
          "Another file was imported under this name meanwhile, and nothing of this one was stored."
              + " Give it a name of its own, or send it again to learn what can be told apart.");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    // Clocks of two replicas may differ; the order may not.
    run.firstStoredAt = last == null || now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
  }

  /**
   * Whether the name is another file's: records of that one were stored first.
   *
   * @param known what is remembered of this one, or null
   */
  boolean isAnothers(ImportRequest request, String ward, String organisation, ImportRun known) {
    boolean stored = known != null && known.firstStoredAt != null;
    // One is enough to know: who imports each night under one name has many.
    return find(
            BEFORE,
            organisation,
            request.name(),
            known == null ? 0L : known.id,
            ward,
            request.namesWards(),
            request.digest(),
            stored ? known.firstStoredAt : NEVER)
        .firstResultOptional()
        .isPresent();
  }

  /** Remembers that the file of this digest is the one whose records an import has stored. */
  @Transactional(Transactional.TxType.MANDATORY)
  void isAlso(ImportRun run, String digest) {
    getEntityManager().flush();
    getEntityManager()
        .createNativeQuery(IS_ALSO)
        .setParameter("digest", digest)
        .setParameter("id", run.id)
        .executeUpdate();
  }

  private Instant firstStored(long id) {
    List<Instant> found =
        getEntityManager()
            .createQuery(FIRST_STORED, Instant.class)
            .setParameter(1, id)
            .getResultList();
    if (found.isEmpty()) {
      throw takenOver();
    }
    return found.get(0);
  }

  /** Whose turn is over is told so. */
  static ProblemException takenOver() {
    return new ProblemException(
        ErrorCode.IMPORT_TAKEN_OVER,
        "The same import has begun again, and that one goes on; or another file came with this"
            + " one's digest, and this one is to be sent again.");
  }

  /** When another file of the same name was last to store its first records, or null. */
  private Instant last(Begun begun) {
    ImportRun run = begun.run();
    return getEntityManager()
        .createQuery(LAST_OF_OTHERS, Instant.class)
        .setParameter(1, run.organisationId)
        .setParameter(2, run.name)
        .setParameter(3, run.id)
        .setParameter(4, run.defaultWard)
        .setParameter(5, begun.namesWards())
        .setParameter(6, run.digest)
        .getSingleResult();
  }
}
