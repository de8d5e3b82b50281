package org.heard.feedback.directory;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.Session;

@ApplicationScoped
class UnitRepository implements PanacheRepositoryBase<Unit, UnitKey> {
  private static final String WARDS =
      """
      SELECT id, site_id, organisation_id FROM directory_unit WHERE kind = 'ward' AND id = ANY (:ids)
      """;

  Optional<Unit> find(UnitKind kind, String id) {
    return findByIdOptional(UnitKey.of(kind, id));
  }

  /** Locks the entry, so that versions follow commits. */
  Optional<Unit> lock(UnitKind kind, String id) {
    return findByIdOptional(UnitKey.of(kind, id), LockModeType.PESSIMISTIC_WRITE);
  }

  /**
   * The same; where there is none yet, whoever else wants to make it waits for this transaction.
   */
  Optional<Unit> lockOrClaim(UnitKind kind, String id) {
    return lock(kind, id)
        .or(
            () -> {
              getEntityManager()
                  .createNativeQuery(
                      "SELECT CAST(pg_advisory_xact_lock(hashtextextended(:unit, 0)) AS text)",
                      String.class)
                  .setParameter("unit", "directory " + kind + " " + id)
                  .getSingleResult();
              return lock(kind, id);
            });
  }

  /** Only what every submission needs; whole entries would be most of a group's reading. */
  List<Ward> wards(Set<String> ids) {
    return getEntityManager()
        .unwrap(Session.class)
        .createNativeQuery(WARDS, Ward.class)
        .setParameter("ids", ids.toArray(String[]::new))
        .getResultList();
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

  /** The ward to which this code leads now. */
  Optional<Unit> findByFormCode(String code) {
    return find("formCode", code).firstResultOptional();
  }

  /** The id of the ward to which this code led, unless it was replaced before {@code oldest}. */
  Optional<String> wardOfReplaced(String code, Instant oldest) {
    List<?> wards =
        getEntityManager()
            .createNativeQuery(
                "SELECT ward_id FROM replaced_form_code"
                    + " WHERE code = :code AND replaced_at >= :oldest",
                String.class)
            .setParameter("code", code)
            .setParameter("oldest", OffsetDateTime.ofInstant(oldest, ZoneOffset.UTC))
            .getResultList();
    return wards.stream().map(String.class::cast).findFirst();
  }

  void keepReplaced(String code, String wardId, Instant now) {
    getEntityManager()
        .createNativeQuery(
            "INSERT INTO replaced_form_code (code, ward_id, replaced_at)"
                + " VALUES (:code, :ward, :now)")
        .setParameter("code", code)
        .setParameter("ward", wardId)
        .setParameter("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
        .executeUpdate();
  }

  /** A code that no ward has or had. */
  String freshFormCode() {
    String code = FormCode.fresh();
    while (findByFormCode(code).isPresent() || wardOfReplaced(code, Instant.EPOCH).isPresent()) {
      code = FormCode.fresh();
    }
    return code;
  }

  /** Every entry of a kind, of all organisations. */
  List<Unit> all(UnitKind kind) {
    return list("key.kind = ?1 order by key.id", kind.code());
  }

  /** Every entry of an organisation. */
  List<Unit> ofOrganisation(String organisationId) {
    return list("organisationId", organisationId);
  }

  long count(UnitKind kind, Set<String> organisations) {
    return count("key.kind = ?1 and organisationId in ?2", kind.code(), organisations);
  }

  long count(UnitKind kind) {
    return count("key.kind", kind.code());
  }
}
