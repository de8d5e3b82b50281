package org.heard.feedback.submission;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

@ApplicationScoped
class SubmissionRepository implements PanacheRepositoryBase<Submission, UUID> {
  // Locked in one order everywhere, so that two transactions never wait for each other.
  private static final String CLAIM =
      """
      SELECT pg_advisory_xact_lock(hash) FROM (
        SELECT DISTINCT hashtextextended(id, 0) AS hash FROM unnest(CAST(:ids AS text[])) AS id
        ORDER BY hash) AS claims
      """;

  /**
   * Makes this transaction the only one that handles these ids, until it ends: a concurrent
   * duplicate waits here and then finds the first.
   */
  void claim(Collection<UUID> ids) {
    String[] texts = ids.stream().map(UUID::toString).toArray(String[]::new);
    getEntityManager()
        .createNativeQuery(CLAIM, Object.class)
        .setParameter("ids", texts)
        .getResultList();
  }

  /** At most so many submissions with this hash of a receipt code, the last first. */
  List<Submission> findByReceipt(byte[] hash, int limit) {
    return find("receiptHash = ?1 order by receivedAt desc, id", hash).page(0, limit).list();
  }

  /**
   * The ids of the same, in no order. Nothing is loaded, so that whoever waits for a lock
   * afterwards reads what was done meanwhile.
   */
  List<UUID> idsByReceipt(byte[] hash, int limit) {
    return getEntityManager()
        .createQuery("select id from Submission where receiptHash = ?1", UUID.class)
        .setParameter(1, hash)
        .setMaxResults(limit)
        .getResultList();
  }

  /** Those of these ids that are stored with another receipt code than this; nothing is loaded. */
  Set<UUID> storedUnderAnother(byte[] hash, Collection<UUID> ids) {
    return Set.copyOf(
        getEntityManager()
            .createQuery(
                "select id from Submission where id in ?1 and receiptHash <> ?2", UUID.class)
            .setParameter(1, ids)
            .setParameter(2, hash)
            .getResultList());
  }

  /**
   * The same as {@link #findByReceipt}, locked until the transaction ends, in one order everywhere.
   */
  List<Submission> lockByReceipt(byte[] hash, int limit) {
    return find("receiptHash = ?1 order by id", hash)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .page(0, limit)
        .list();
  }

  /** Those of these ids that are stored; may be added to. */
  Map<UUID, Submission> findAll(Collection<UUID> ids) {
    Map<UUID, Submission> found = new HashMap<>();
    getEntityManager()
        .unwrap(Session.class)
        .byMultipleIds(Submission.class)
        .multiLoad(List.copyOf(ids))
        .stream()
        .filter(Objects::nonNull)
        .forEach(submission -> found.put(submission.id, submission));
    return found;
  }
}
