package org.heard.feedback.breakglass;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The record of who read what. */
@ApplicationScoped
class RawAccessRepository implements PanacheRepositoryBase<RawAccess, UUID> {
  private static final String LOCK =
      "SELECT pg_advisory_xact_lock(hashtextextended('raw access ' || :subject, 0))";

  private static final String SEEN =
      "INSERT INTO raw_access_seen (access_id, subject, seen_at) VALUES (:access, :subject, :now)"
          + " ON CONFLICT DO NOTHING";

  private static final String OF_ORGANISATIONS = "organisationId in ?1";

  private static final String UNSEEN = " and id not in (select s.accessId from RawAccessSeen s)";

  /** How often a grant was used, and when last. */
  record Use(UUID accessId, long readings, Instant last) {}

  /** Makes this transaction the only one in which this person reads, until it ends. */
  void lock(String subject) {
    getEntityManager()
        .createNativeQuery(LOCK, Object.class)
        .setParameter("subject", subject)
        .getResultList();
  }

  /** The grant that lets this person in now. */
  Optional<RawAccess> live(String subject, UUID submission, String alert, Instant now) {
    return find(
            "subject = ?1 and submissionId = ?2 and alertId = ?3 and expiresAt > ?4"
                + " order by expiresAt desc",
            subject,
            submission,
            alert,
            now)
        .page(0, 1)
        .firstResultOptional();
  }

  /** When this person read the {@code n}th last time; empty if not so often since then. */
  Optional<Instant> nthLast(String subject, Instant since, int n) {
    return getEntityManager()
        .createQuery(
            "select r.readAt from RawReading r where r.subject = :subject and r.readAt > :since"
                + " order by r.readAt desc",
            Instant.class)
        .setParameter("subject", subject)
        .setParameter("since", since)
        .setFirstResult(n - 1)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /**
   * A page of grants, the last first.
   *
   * @param after the last one of the page before, null for the first page
   */
  List<RawAccess> page(Set<String> organisations, boolean unseen, RawAccess after, int limit) {
    String which = OF_ORGANISATIONS + (unseen ? UNSEEN : "");
    String order = " order by grantedAt desc, id desc";
    return after == null
        ? find(which + order, organisations).page(0, limit).list()
        : find(
                which + " and (grantedAt, id) < (?2, ?3)" + order,
                organisations,
                after.grantedAt,
                after.id)
            .page(0, limit)
            .list();
  }

  long count(Set<String> organisations, boolean unseen) {
    return count(OF_ORGANISATIONS + (unseen ? UNSEEN : ""), organisations);
  }

  Optional<RawAccess> of(UUID id, Set<String> organisations) {
    return find("id = ?1 and organisationId in ?2", id, organisations).firstResultOptional();
  }

  /** Who comes first stands, also of two at the same time. */
  void noteSeen(UUID access, String subject, Instant now) {
    getEntityManager()
        .createNativeQuery(SEEN)
        .setParameter("access", access)
        .setParameter("subject", subject)
        .setParameter("now", now)
        .executeUpdate();
  }

  /** Ends at most so many that were granted by then, with all that hangs on them. */
  int endGrantedBy(Instant then, int limit) {
    List<UUID> old =
        find("grantedAt <= ?1 order by grantedAt, id", then).page(0, limit).stream()
            .map(found -> found.id)
            .toList();
    if (!old.isEmpty()) {
      for (String what :
          List.of(
              "RawReading where accessId", "RawAccessSeen where accessId", "RawAccess where id")) {
        getEntityManager()
            .createQuery("delete from " + what + " in :old")
            .setParameter("old", old)
            .executeUpdate();
      }
    }
    return old.size();
  }

  Map<UUID, Use> uses(Collection<UUID> ids) {
    return getEntityManager()
        .createQuery(
            "select r.accessId, count(r), max(r.readAt) from RawReading r where r.accessId in :ids"
                + " group by r.accessId",
            Object[].class)
        .setParameter("ids", ids)
        .getResultStream()
        .map(row -> new Use((UUID) row[0], (Long) row[1], (Instant) row[2]))
        .collect(Collectors.toMap(Use::accessId, Function.identity()));
  }

  Map<UUID, RawAccessSeen> seen(Collection<UUID> ids) {
    return getEntityManager()
        .createQuery("from RawAccessSeen s where s.accessId in :ids", RawAccessSeen.class)
        .setParameter("ids", ids)
        .getResultStream()
        .collect(Collectors.toMap(seen -> seen.accessId, Function.identity()));
  }
}
