package org.heard.feedback.submission;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class TakenBackCopies implements PanacheRepositoryBase<TakenBackCopy, UUID> {
  /** At most so many with this hash of a receipt code. */
  List<TakenBackCopy> findByReceipt(byte[] hash, int limit) {
    return find("receiptHash = ?1 order by receivedAt desc, submissionId", hash)
        .page(0, limit)
        .list();
  }

  /** The ids of the same, in no order; nothing is loaded. */
  List<UUID> idsByReceipt(byte[] hash, int limit) {
    return getEntityManager()
        .createQuery("select submissionId from TakenBackCopy where receiptHash = ?1", UUID.class)
        .setParameter(1, hash)
        .setMaxResults(limit)
        .getResultList();
  }
}
