package org.heard.feedback.directory;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

@ApplicationScoped
class UnitRepository implements PanacheRepositoryBase<Unit, UnitKey> {
  Optional<Unit> find(UnitKind kind, String id) {
    return findByIdOptional(UnitKey.of(kind, id));
  }

  /** Locks the entry, so that versions follow commits. */
  Optional<Unit> lock(UnitKind kind, String id) {
    return findByIdOptional(UnitKey.of(kind, id), LockModeType.PESSIMISTIC_WRITE);
  }

  List<Unit> wards(Set<String> ids) {
    return list("key.kind = ?1 and key.id in ?2", UnitKind.WARD.code(), ids);
  }

  /** Entries after {@code afterId} in the order of their ids. */
  List<Unit> page(UnitKind kind, Set<String> organisations, String afterId, int limit) {
    return find(
            "key.kind = ?1 and organisationId in ?2 and key.id > ?3 order by key.id",
            kind.code(),
            organisations,
            afterId)
        .page(0, limit)
        .list();
  }

  /** Every entry of a kind, of all organisations. */
  List<Unit> all(UnitKind kind) {
    return list("key.kind = ?1 order by key.id", kind.code());
  }

  long count(UnitKind kind, Set<String> organisations) {
    return count("key.kind = ?1 and organisationId in ?2", kind.code(), organisations);
  }

  long count(UnitKind kind) {
    return count("key.kind", kind.code());
  }
}
