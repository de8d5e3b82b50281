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
