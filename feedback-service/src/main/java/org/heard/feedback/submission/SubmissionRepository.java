package org.heard.feedback.submission;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class SubmissionRepository implements PanacheRepositoryBase<Submission, UUID> {
  private static final String CLAIM =
      "SELECT pg_advisory_xact_lock(hashtextextended(cast(:id AS text), 0))";

  /**
   * Makes this transaction the only one that handles the id, until it ends: a concurrent duplicate
   * waits here and then finds the first.
   */
  void claim(UUID id) {
    getEntityManager()
        .createNativeQuery(CLAIM, Object.class)
        .setParameter("id", id)
        .getResultList();
  }
}
