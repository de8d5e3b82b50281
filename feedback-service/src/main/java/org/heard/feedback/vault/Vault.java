package org.heard.feedback.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Where what may not be read in the database is kept, sealed with a key from outside it. */
@ApplicationScoped
public class Vault {
  private static final String KEEP =
      "INSERT INTO sealed (submission_id, purpose, key_id, sealed) VALUES (?, ?, ?, ?)";

  // Whoever destroys it waits until the caller's transaction ends, and then finds what it wrote.
  private static final String OPEN =
      "SELECT key_id, sealed FROM sealed WHERE submission_id = :submission AND purpose = :purpose"
          + " FOR KEY SHARE";

  private static final String OPEN_ALL =
      """
      SELECT submission_id, key_id, sealed FROM sealed
      WHERE submission_id = ANY (:submissions) AND purpose = :purpose
      """;

  // Answers of before there was a vault, in a row that whoever seals them has locked.
  private static final String CLEAR_PLAIN =
      "UPDATE submission SET raw_answers = NULL WHERE id = ANY (?) AND raw_answers IS NOT NULL";

  private static final String DESTROY = "DELETE FROM sealed WHERE submission_id = ANY (?)";

  private static final String DROP_REASONS =
      "UPDATE raw_access SET reason_key = NULL, reason = NULL"
          + " WHERE submission_id = ANY (?) AND reason IS NOT NULL";

  private final EntityManager entities;
  private final Sealer sealer;

  Vault(EntityManager entities, Sealer sealer) {
    this.entities = entities;
    this.sealer = sealer;
  }

  /**
   * Seals bytes that the caller keeps.
   *
   * @param purpose what they are, {@code subject} whose they are: they open as nothing else
   */
  public Sealed seal(String purpose, UUID subject, byte[] plain) {
    return sealer.seal(purpose, subject, plain);
  }

  /**
   * What {@link #seal} was given.
   *
   * @throws IllegalStateException if the key or anything else differs
   */
  public byte[] open(String purpose, UUID subject, Sealed sealed) {
    return sealer.open(purpose, subject, sealed);
  }

  /** Keeps what came with new submissions, in the caller's transaction and one round trip. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void keep(List<Secret> secrets) {
    if (!secrets.isEmpty()) {
      // Plain JDBC: a native query would flush the caller's entities one by one.
      entities.unwrap(Session.class).doWork(connection -> insert(connection, secrets));
    }
  }

  private void insert(Connection connection, List<Secret> secrets) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
      for (Secret secret : secrets) {
        String purpose = secret.purpose().code();
        Sealed sealed = sealer.seal(purpose, secret.submissionId(), secret.plain());
        insert.setObject(1, secret.submissionId());
        insert.setString(2, purpose);
        insert.setString(3, sealed.keyId());
        insert.setBytes(4, sealed.bytes());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /**
   * What is kept of a submission; empty if nothing is, or not any more.
   *
   * @throws IllegalStateException if the row is not what was sealed
   */
  @Transactional
  public Optional<byte[]> open(UUID submissionId, Purpose purpose) {
    return entities
        .unwrap(Session.class)
        .createNativeQuery(OPEN, Object[].class)
        .setParameter("submission", submissionId)
        .setParameter("purpose", purpose.code())
        .uniqueResultOptional()
        .map(row -> new Sealed((String) row[0], (byte[]) row[1]))
        .map(found -> sealer.open(purpose.code(), submissionId, found));
  }

  /**
   * The same of many submissions, by id; those of which nothing is kept are missing.
   *
   * @throws IllegalStateException if a row is not what was sealed
   */
  @Transactional
  public Map<UUID, byte[]> open(Collection<UUID> submissions, Purpose purpose) {
    Map<UUID, byte[]> opened = new HashMap<>();
    entities
        .unwrap(Session.class)
        .createNativeQuery(OPEN_ALL, Object[].class)
        .setParameter("submissions", submissions.toArray(UUID[]::new))
        .setParameter("purpose", purpose.code())
        .getResultList()
        .forEach(
            row -> {
              UUID id = (UUID) row[0];
              Sealed sealed = new Sealed((String) row[1], (byte[]) row[2]);
              opened.put(id, sealer.open(purpose.code(), id, sealed));
            });
    return opened;
  }

  /**
   * Destroys all that is kept of these submissions, for good, also what is not sealed yet, and the
   * reasons for which somebody read it, as they may quote it.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void destroy(Collection<UUID> submissions) {
    entities.unwrap(Session.class).doWork(connection -> delete(connection, submissions));
  }

  private static void delete(Connection connection, Collection<UUID> submissions)
      throws SQLException {
    // In this order: what is being sealed is waited for and goes, too, and a reason can only go
    // once the words have.
    for (String sql : List.of(CLEAR_PLAIN, DESTROY, DROP_REASONS)) {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setArray(1, connection.createArrayOf("uuid", submissions.toArray()));
        statement.executeUpdate();
      }
    }
  }
}
