package org.heard.feedback.submission;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.heard.feedback.background.BackgroundWork;
import org.heard.feedback.background.BackgroundWorks;
import org.heard.feedback.vault.Purpose;
import org.heard.feedback.vault.Secret;
import org.heard.feedback.vault.Vault;

/**
 * Seals the answers that were stored as they are before there was a vault for them, a page at a
 * time: sealed and cleared in one transaction, so none is ever lost or in both places. Of what was
 * destroyed before they were sealed they are cleared alone.
 */
@ApplicationScoped
class PlainAnswers {
  private static final String PAGE =
      """
      SELECT id, raw_answers,
             sealed_gone_at IS NOT NULL OR EXISTS (
               SELECT FROM erasure WHERE submission_id = id AND destroyed_at IS NOT NULL)
      FROM submission WHERE raw_answers IS NOT NULL
      ORDER BY id LIMIT ? FOR UPDATE OF submission SKIP LOCKED
      """;

  private static final String CLEAR = "UPDATE submission SET raw_answers = NULL WHERE id = ANY (?)";

  private final DataSource database;
  private final Vault vault;
  private final SealingSettings settings;
  private final BackgroundWork work;

  PlainAnswers(DataSource database, Vault vault, SealingSettings settings, BackgroundWorks works) {
    this.database = database;
    this.vault = vault;
    this.settings = settings;
    this.work = works.named("sealing answers of before");
  }

  @Scheduled(
      every = "{heard.sealing.every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void seal() {
    work.round(() -> QuarkusTransaction.requiringNew().call(this::pass));
  }

  private int pass() throws SQLException {
    List<Secret> secrets = new ArrayList<>();
    List<UUID> ids = new ArrayList<>();
    try (Connection connection = database.getConnection()) {
      read(connection, ids, secrets);
      vault.keep(secrets);
      clear(connection, ids);
    }
    return ids.size();
  }

  private void read(Connection connection, List<UUID> ids, List<Secret> secrets)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(PAGE)) {
      select.setInt(1, settings.batch());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          UUID id = row.getObject(1, UUID.class);
          ids.add(id);
          String answers = row.getString(2);
          boolean destroyed = row.getBoolean(3);
          if (!destroyed && !answers.equals("[]")) {
            byte[] plain = answers.getBytes(StandardCharsets.UTF_8);
            secrets.add(new Secret(id, Purpose.ANSWERS, plain));
          }
        }
      }
    }
  }

  private static void clear(Connection connection, List<UUID> ids) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(CLEAR)) {
      update.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
      update.executeUpdate();
    }
  }
}
