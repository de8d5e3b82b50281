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

  private static final String LAST_OF_NAME =
      "select max(firstStoredAt) from ImportRun"
          + " where organisationId = ?1 and name = ?2 and defaultWard = ?3";

  private static final String LOCK =
      "SELECT CAST(pg_advisory_xact_lock(hashtextextended('import ' || :name, 0)) AS text)";

  private final Clock clock;

  ImportNames(Clock clock) {
    this.clock = clock;
  }

  /** One at a time begins under a name, or stores the first records of its file. */
  @Transactional(Transactional.TxType.MANDATORY)
  void lock(String organisation, String name, String ward) {
    // None of the three holds a line break.
    getEntityManager()
        .createNativeQuery(LOCK, String.class)
        .setParameter("name", organisation + "\n" + name + "\n" + ward)
        .getSingleResult();
  }

  /**
   * Remembers that records of an import were stored, in the transaction that stores them: from then
   * on the name is its file's.
   *
   * @throws ProblemException {@code IMPORT_NAME_USED} if another file was faster since this began
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void stored(Begun begun, List<Outcome> outcomes) {
    ImportRun its = begun.run();
    if (outcomes.stream().allMatch(outcome -> outcome.refusal() != null)
        || firstStored(its.id) != null) {
      return;
    }
    // Before the row: as they who begin do.
    lock(its.organisationId, its.name, its.defaultWard);
    Instant last = last(its);
    ImportRun run = findById(its.id, LockModeType.PESSIMISTIC_WRITE);
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

  private Instant firstStored(long id) {
    return getEntityManager()
        .createQuery(FIRST_STORED, Instant.class)
        .setParameter(1, id)
        .getSingleResult();
  }

  /** When a file of the same name was last to store its first records, or null. */
  private Instant last(ImportRun run) {
    return getEntityManager()
        .createQuery(LAST_OF_NAME, Instant.class)
        .setParameter(1, run.organisationId)
        .setParameter(2, run.name)
        .setParameter(3, run.defaultWard)
        .getSingleResult();
  }
}
