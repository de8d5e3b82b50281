package org.heard.feedback.praise;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class NameReadingRepository implements PanacheRepositoryBase<NameReading, UUID> {
  Optional<NameReading> of(UUID id, Set<String> organisations) {
    return find("id = ?1 and organisationId in ?2", id, organisations).firstResultOptional();
  }

  /** Ends at most so many that were read by then. */
  int endReadBy(Instant then, int limit) {
    List<UUID> old =
        find("readAt <= ?1 order by readAt, id", then).page(0, limit).stream()
            .map(found -> found.id)
            .toList();
    return old.isEmpty() ? 0 : (int) delete("id in ?1", old);
  }
}
