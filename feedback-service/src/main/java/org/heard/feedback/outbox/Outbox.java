package org.heard.feedback.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.heard.feedback.event.PublishedFact;

/** Where a fact is left in the same transaction as the change of state that it tells of. */
@ApplicationScoped
public class Outbox {
  private static final String INSERT =
      """
      INSERT INTO outbox (event_id, topic, key, subject, time, payload, traceparent, shard_hash)
      VALUES (:eventId, :topic, :key, :subject, :time, :payload, :traceparent, :shardHash)
      """;

  private final EntityManager entities;
  private final Event<Appended> appended;

  Outbox(EntityManager entities, Event<Appended> appended) {
    this.entities = entities;
    this.appended = appended;
  }

  /** Says that the transaction left something in the outbox; seen by the relay after the commit. */
  record Appended() {}

  /**
   * Leaves a fact to be published once the caller's transaction has committed.
   *
   * @throws jakarta.transaction.TransactionalException without a transaction
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void append(PublishedFact fact) {
    entities
        .createNativeQuery(INSERT)
        .setParameter("eventId", fact.id())
        .setParameter("topic", fact.topic())
        .setParameter("key", fact.key())
        .setParameter("subject", fact.subject())
        .setParameter("time", OffsetDateTime.ofInstant(fact.time(), ZoneOffset.UTC))
        .setParameter("payload", fact.payload())
        .setParameter("traceparent", TraceParent.fresh())
        .setParameter("shardHash", fact.key().hashCode())
        .executeUpdate();
    appended.fire(new Appended());
  }
}
