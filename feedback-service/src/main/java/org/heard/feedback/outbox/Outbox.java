package org.heard.feedback.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.heard.feedback.event.PublishedFact;
import org.hibernate.Session;

/** Where a fact is left in the same transaction as the change of state that it tells of. */
@ApplicationScoped
public class Outbox {
  private static final String INSERT =
      "INSERT INTO outbox (event_id, topic, key, subject, time, payload, traceparent, shard_hash)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

  /** Counts no further than it must. */
  private static final String WAITING =
      "SELECT count(*) FROM (SELECT 1 FROM outbox WHERE parked_at IS NULL LIMIT :max) AS waiting";

  private static final String FORGET_PARKED =
      "DELETE FROM outbox WHERE subject = :subject AND parked_at IS NOT NULL";

  private final EntityManager entities;
  private final Event<Appended> appended;
  private final OutboxSettings settings;
  private final OutboxRoom room;

  Outbox(EntityManager entities, Event<Appended> appended, OutboxSettings settings, Clock clock) {
    this.entities = entities;
    this.appended = appended;
    this.settings = settings;
    this.room = new OutboxRoom(settings.countEvery(), clock);
  }

  /** Says that the transaction left something in the outbox; seen by the relay after the commit. */
  record Appended() {}

  /**
   * Refuses more while too many facts wait for the broker; to be asked before work that can wait.
   *
   * @throws org.heard.feedback.problem.ProblemException {@code UNAVAILABLE}
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void requireRoom() {
    room.require(this::isFull);
  }

  private boolean isFull() {
    long waiting =
        (Long)
            entities
                .createNativeQuery(WAITING, Long.class)
                .setParameter("max", settings.maxRows())
                .getSingleResult();
    return waiting >= settings.maxRows();
  }

  /**
   * Leaves a fact to be published once the caller's transaction has committed.
   *
   * @throws jakarta.transaction.TransactionalException without a transaction
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void append(PublishedFact fact) {
    append(List.of(fact));
  }

  /**
   * Leaves facts, possibly none, to be published once the caller's transaction has committed.
   *
   * @throws jakarta.transaction.TransactionalException without a transaction
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void append(List<PublishedFact> facts) {
    if (facts.isEmpty()) {
      return;
    }
    // Plain JDBC: a native query would flush the caller's entities one by one.
    entities.unwrap(Session.class).doWork(connection -> insert(connection, facts));
    appended.fire(new Appended());
  }

  /** Destroys what is parked about this subject, in the caller's transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void forgetParked(String subject) {
    entities.createNativeQuery(FORGET_PARKED).setParameter("subject", subject).executeUpdate();
  }

  private static void insert(Connection connection, List<PublishedFact> facts) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (PublishedFact fact : facts) {
        insert.setObject(1, fact.id());
        insert.setString(2, fact.topic());
        insert.setString(3, fact.key());
        insert.setString(4, fact.subject());
        insert.setObject(5, OffsetDateTime.ofInstant(fact.time(), ZoneOffset.UTC));
        insert.setBytes(6, fact.payload());
        insert.setString(7, TraceParent.fresh());
        insert.setInt(8, fact.key().hashCode());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
