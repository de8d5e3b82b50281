package org.heard.feedback.intake;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;

/** The imports of all organisations. */
@ApplicationScoped
class ImportRuns implements PanacheRepositoryBase<ImportRun, Long> {
  private static final String INSERT =
      """
      INSERT INTO import_run
        (organisation_id, name, default_ward, digest, options, turn, began_at, last_at, keyed_ids)
      VALUES (:organisation, :name, :ward, :digest, :options, gen_random_uuid(), :now, :now,
        NOT EXISTS (
          SELECT FROM import_run
          WHERE organisation_id = :organisation AND name = :name AND NOT keyed_ids))
      ON CONFLICT (organisation_id, name, default_ward, digest) DO NOTHING
      """;

  private static final String THIS =
      "organisationId = ?1 and name = ?2 and defaultWard = ?3 and digest = ?4";

  private final ImportNames names;
  private final Clock clock;

  ImportRuns(ImportNames names, Clock clock) {
    this.names = names;
    this.clock = clock;
  }

  /**
   * An import whose turn it is.
   *
   * @param run as it was when it began
   * @param namesWards see {@link ImportRequest#namesWards}
   * @param needsIds see {@link ImportRuns#needsIds}
   */
  record Begun(ImportRun run, boolean namesWards, boolean needsIds) {}

  /**
   * Begins an import, or goes on with one whose sender said which file it is. Whoever was at it
   * before is not any more.
   *
   * @throws ProblemException {@code IMPORT_NAME_USED}, see {@link #needsIds}
   */
  @Transactional
  Begun begin(ImportRequest request, String organisation) {
    names.lock(organisation, request.name());
    Instant now = now();
    getEntityManager()
        .createNativeQuery(INSERT)
        .setParameter("organisation", organisation)
        .setParameter("name", request.name())
        .setParameter("ward", ward(request))
        .setParameter("digest", request.digest())
        .setParameter("options", request.options())
        .setParameter("now", now)
        .executeUpdate();
    ImportRun run =
        find(THIS, organisation, request.name(), ward(request), request.digest())
            .withLock(LockModeType.PESSIMISTIC_WRITE)
            .singleResult();
    run.continues |= request.continues();
    boolean needsIds = needsIds(request, organisation);
    if (run.digest.isEmpty()) {
      // It may be any file: what is new in this one is of today. Repeats keep the time they have.
      run.beganAt = now;
    }
    boolean another = !run.options.equals(request.options()) || run.digest.isEmpty();
    if (another || run.finishedAt != null) {
      run.take(ImportCounts.NONE);
    }
    run.options = request.options();
    run.finishedAt = null;
    run.lastAt = now;
    run.turn = UUID.randomUUID();
    return new Begun(run, request.namesWards(), needsIds);
  }

  /** What is remembered of this file under this name. */
  @Transactional
  Optional<ImportRun> known(ImportRequest request, String organisation) {
    return find(THIS, organisation, request.name(), ward(request), request.digest())
        .firstResultOptional();
  }

  /** Whether ids are made with a key under this name: unless it is one of before there was one. */
  @Transactional
  boolean keyedIds(ImportRequest request, String organisation) {
    return count(
            "organisationId = ?1 and name = ?2 and keyedIds = false", organisation, request.name())
        == 0;
  }

  /**
   * Whether records without an id of their own would be taken for those of another file, since
   * records of that one were stored before under the same name, and nobody said that this one goes
   * on with it.
   *
   * @throws ProblemException {@code IMPORT_NAME_USED} if none of the records has an id
   */
  @Transactional
  boolean needsIds(ImportRequest request, String organisation) {
    Optional<ImportRun> known = known(request, organisation);
    boolean continues = request.continues() || known.filter(run -> run.continues).isPresent();
    if (continues || !names.isAnothers(request, ward(request), organisation, known.orElse(null))) {
      return false;
    }
    if (!request.hasIds()) {
      throw new ProblemException(
          ErrorCode.IMPORT_NAME_USED,
          "Records that are equal to one of the file before would be taken for it and lost. If this"
              + " is that file, extended, put right or sent before without its digest, say"
              + " continues=true. If it holds other people's records, give it a name of its own.");
    }
    return true;
  }

  private static String ward(ImportRequest request) {
    return request.defaultWard() == null ? "" : request.defaultWard();
  }

  /**
   * Remembers how far an import has come.
   *
   * @throws ProblemException {@code IMPORT_TAKEN_OVER} if somebody else has begun the same
   */
  @Transactional
  void advance(ImportRun begun, ImportCounts counts) {
    ImportRun run = turn(begun);
    run.take(counts);
    run.lastAt = now();
  }

  private ImportRun turn(ImportRun begun) {
    ImportRun run = findById(begun.id, LockModeType.PESSIMISTIC_WRITE);
    if (run == null || !run.turn.equals(begun.turn)) {
      throw ImportNames.takenOver();
    }
    return run;
  }

  /**
   * Remembers that an import has come to its end, and which file it was: sent with that digest the
   * next time, it is the same.
   */
  @Transactional
  ImportRun finish(ImportRun begun, ImportCounts counts, String digest) {
    names.lock(begun.organisationId, begun.name);
    advance(begun, counts);
    ImportRun run = findById(begun.id);
    run.finishedAt = run.lastAt;
    if (run.digest.isEmpty()) {
      names.isAlso(run, digest);
    }
    return run;
  }

  /**
   * What was stored under another file's digest is remembered as the file's that it is, which goes
   * on with it when it is sent again.
   */
  @Transactional
  void wasAnotherFile(ImportRun begun, String digest) {
    names.lock(begun.organisationId, begun.name);
    ImportRun run = turn(begun);
    if (begun.firstStoredAt != null) {
      // That other file came before. How far it was is not known any more: it begins anew.
      run.take(ImportCounts.NONE);
    }
    names.isAlso(run, digest);
    if (begun.firstStoredAt == null) {
      delete(run);
    }
  }

  /** Imports of an organisation that began before {@code beforeId}, the last first. */
  @Transactional
  List<ImportRun> page(String organisation, long beforeId, int limit) {
    return find("organisationId = ?1 and id < ?2 order by id desc", organisation, beforeId)
        .page(0, limit)
        .list();
  }

  @Transactional
  long total(String organisation) {
    return count("organisationId", organisation);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
