package org.heard.feedback.erasure;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class ErasureRepository implements PanacheRepositoryBase<ErasureRecord, UUID> {
  // Locked in one order everywhere, so that two transactions never wait for each other.
  private static final String LOCK_HOLDS =
      """
      SELECT pg_advisory_xact_lock(hash) FROM (
        SELECT DISTINCT hashtextextended('hold ' || id, 0) AS hash
        FROM unnest(CAST(:ids AS text[])) AS id
        ORDER BY hash) AS holds
      """;

  /**
   * Until this transaction ends nobody else destroys what is sealed of these, nor places a hold on
   * them. It is taken before a row is locked, and is nothing but this: whoever takes submissions in
   * or back does not wait for it.
   */
  void lockHolds(Collection<UUID> submissions) {
    getEntityManager()
        .createNativeQuery(LOCK_HOLDS, Object.class)
        .setParameter("ids", submissions.stream().map(UUID::toString).toArray(String[]::new))
        .getResultList();
  }

  /** Those whose destruction waits no longer than until now, the longest waiting first. */
  List<UUID> due(Instant now, int limit) {
    return find("destroyedAt is null and until <= ?1 order by until, submissionId", now)
        .page(0, limit)
        .stream()
        .map(found -> found.submissionId)
        .toList();
  }

  List<ErasureRecord> of(Collection<UUID> submissions) {
    return list("submissionId in ?1", submissions);
  }

  Optional<ErasureRecord> of(UUID submission, Set<String> organisations) {
    return find("submissionId = ?1 and organisationId in ?2", submission, organisations)
        .firstResultOptional();
  }
}
