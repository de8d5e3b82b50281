package org.heard.feedback.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.heard.feedback.Backends;
import org.heard.feedback.access.ServiceSecrets;
import org.junit.jupiter.api.Test;

/** Contacts that were sealed before there was a key file. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class SealedMigrationIT {
  private static final String SCHEMA = "before_the_vault";
  private static final byte[] WORDS = "ring after six".getBytes(StandardCharsets.UTF_8);

  private static final String SUBMISSION =
      """
      INSERT INTO before_the_vault.submission
        (id, content_mac, version, organisation_id, site_id, ward_id, raw_answers, answers, channel, mode,
         consent_to_publish, receipt_hash, authored_at, received_at, counted_at, redaction_version)
      VALUES (?, '', 1, 'O01', 'S01', 'W01', '[{"question": "good", "text": "Calm."}]', '[]', 'web', 'online',
        false, '', now(), now(), now(), 'x')
      """;

  @Inject AgroalDataSource database;
  @Inject ServiceSecrets secrets;
  @Inject Sealer sealer;

  @Test
  void stayReadable() throws SQLException {
    migrate("6");
    UUID id = UUID.randomUUID();
    Sealed before = new Sealer(List.of(DerivedKey.of(secrets))).seal("contact", id, WORDS);
    try (var connection = database.getConnection();
        var submission = connection.prepareStatement(SUBMISSION);
        var contact =
            connection.prepareStatement("INSERT INTO before_the_vault.contact VALUES (?, ?, ?)")) {
      submission.setObject(1, id);
      submission.executeUpdate();
      contact.setObject(1, id);
      contact.setString(2, before.keyId());
      contact.setBytes(3, before.bytes());
      contact.executeUpdate();
    }
    migrate("latest");
    assertThat(sealer.open("contact", id, stored(id))).isEqualTo(WORDS);
  }

  private Sealed stored(UUID id) throws SQLException {
    try (var connection = database.getConnection();
        var select =
            connection.prepareStatement(
                "SELECT key_id, sealed FROM before_the_vault.sealed"
                    + " WHERE submission_id = ? AND purpose = 'contact'")) {
      select.setObject(1, id);
      try (var row = select.executeQuery()) {
        row.next();
        return new Sealed(row.getString(1), row.getBytes(2));
      }
    }
  }

  private void migrate(String version) {
    Flyway.configure()
        .dataSource(database)
        .schemas(SCHEMA)
        .locations("db/migration")
        .target(version)
        .load()
        .migrate();
  }
}
