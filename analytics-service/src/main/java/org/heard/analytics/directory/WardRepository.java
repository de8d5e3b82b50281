package org.heard.analytics.directory;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Reads known wards; every query but the count for readiness is within organisations. */
@ApplicationScoped
class WardRepository implements PanacheRepositoryBase<KnownWard, String> {

  Optional<KnownWard> find(String id, List<String> organisations) {
    return find("id = ?1 and organisationId in ?2", id, organisations).firstResultOptional();
  }

  long count(WardFilter filter) {
    return count(filter.condition(), filter.parameters());
  }

  List<KnownWard> list(WardFilter filter, String after, int limit) {
    WardFilter page = after == null ? filter : filter.after(after);
    return find(page.condition() + " order by id", page.parameters()).page(0, limit).list();
  }
}
