package org.heard.feedback.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.heard.feedback.access.ServiceSecrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is kept sealed, and how it moves from key to key. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class VaultIT {
  private static final byte[] WORDS = "ring after six".getBytes(StandardCharsets.UTF_8);

  @Inject Vault vault;
  @Inject VaultKeys keys;
  @Inject ServiceSecrets secrets;
  @Inject AgroalDataSource database;

  @AfterEach
  void nothingIsLeftOfOtherKeys() throws SQLException {
    execute("DELETE FROM sealed WHERE key_id <> 'tests'");
    keys.resealed();
  }

  @Test
  void keepsAndOpensByPurpose() {
    UUID id = UUID.randomUUID();
    keep(id, Purpose.ANSWERS);
    assertThat(vault.open(id, Purpose.ANSWERS)).contains(WORDS);
    assertThat(vault.open(id, Purpose.CONTACT)).isEmpty();
    assertThat(vault.open(id, Purpose.NAMES)).isEmpty();
  }

  @Test
  void keepsNothingOutsideATransaction() {
    assertThatThrownBy(() -> vault.keep(List.of())).isInstanceOf(TransactionalException.class);
  }

  @Test
  void destroysAllThatIsKept() throws SQLException {
    UUID id = UUID.randomUUID();
    for (Purpose purpose : Purpose.values()) {
      keep(id, purpose);
    }
    QuarkusTransaction.requiringNew().run(() -> vault.destroy(List.of(id)));
    assertThat(count("SELECT count(*) FROM sealed WHERE submission_id = '" + id + "'")).isZero();
  }

  /** More rows than a transaction takes, of every kind, sealed by the key of before. */
  @Test
  void movesEverythingToTheFirstKey() throws SQLException {
    Sealer before = new Sealer(List.of(DerivedKey.of(secrets)));
    UUID first = UUID.randomUUID();
    store(before, first, "contact");
    for (int i = 0; i < 450; i++) {
      store(before, UUID.randomUUID(), "answers");
    }
    assertThat(vault.open(first, Purpose.CONTACT)).contains(WORDS);
    keys.resealed();
    assertThat(count("SELECT count(*) FROM sealed WHERE key_id <> 'tests'")).isZero();
    assertThat(vault.open(first, Purpose.CONTACT)).contains(WORDS);
  }

  /** The record of who read what only grows, and yet its reasons move to the new key. */
  @Test
  void movesReasonsToTheFirstKey() throws SQLException {
    Sealer before = new Sealer(List.of(DerivedKey.of(secrets)));
    UUID id = UUID.randomUUID();
    Sealed reason = before.seal("reason", id, WORDS);
    Feedback.directory();
    Feedback.send(Feedback.kioskKey("W01"), Feedback.document(id, "x")).then().statusCode(201);
    try (var connection = database.getConnection();
        var insert =
            connection.prepareStatement(
                "INSERT INTO raw_access VALUES (?, ?, 'none', 'a', 'pals', 'x', ?, ?, now(),"
                    + " now())")) {
      insert.setObject(1, id);
      insert.setObject(2, id);
      insert.setString(3, reason.keyId());
      insert.setBytes(4, reason.bytes());
      insert.executeUpdate();
    }
    keys.resealed();
    try (var connection = database.getConnection();
        var select =
            connection.prepareStatement("SELECT reason_key, reason FROM raw_access WHERE id = ?")) {
      select.setObject(1, id);
      try (var row = select.executeQuery()) {
        row.next();
        assertThat(row.getString(1)).isEqualTo("tests");
        assertThat(vault.open("reason", id, new Sealed("tests", row.getBytes(2)))).isEqualTo(WORDS);
      }
    }
  }

  @Test
  void saysThatARowCannotBeSealedAnew() throws SQLException {
    store(new Sealer(List.of(new KeyFile.Key("lost", new byte[32]))), UUID.randomUUID(), "names");
    keys.resealed();
    assertThat(RestAssured.get("/q/health/ready").then().statusCode(200).extract().asString())
        .contains("sealing with the first key")
        .contains("IllegalStateException");
    execute("DELETE FROM sealed WHERE key_id = 'lost'");
    keys.resealed();
    assertThat(RestAssured.get("/q/health/ready").asString())
        .doesNotContain("sealing with the first key");
  }

  @Test
  void doesNotStartWithoutAKeyThatARowNeeds() throws SQLException {
    keys.start(null);
    store(new Sealer(List.of(new KeyFile.Key("lost", new byte[32]))), UUID.randomUUID(), "names");
    assertThatIllegalStateException()
        .isThrownBy(() -> keys.start(null))
        .withMessage("heard.vault.key-file lacks keys that rows are sealed with: [lost]");
  }

  /** An id says nothing of the bytes: nothing that was sealed before would open any more. */
  @Test
  void doesNotStartWithOtherBytesForAKeyThatARowNeeds() throws SQLException {
    String id = DerivedKey.of(secrets).id();
    store(new Sealer(List.of(new KeyFile.Key(id, new byte[32]))), UUID.randomUUID(), "names");
    assertThatIllegalStateException()
        .isThrownBy(() -> keys.start(null))
        .withMessage(
            "heard.vault.key-file has other keys under ids that rows are sealed with: ["
                + id
                + "]");
    // One row that is damaged is no other key.
    store(new Sealer(List.of(DerivedKey.of(secrets))), UUID.randomUUID(), "names");
    keys.start(null);
  }

  /** Words from before there was a vault, which are not sealed yet, are destroyed with the rest. */
  @Test
  void destroysWhatIsNotSealedYet() throws SQLException {
    UUID id = UUID.randomUUID();
    Feedback.directory();
    Feedback.send(Feedback.kioskKey("W01"), Feedback.document(id, "x")).then().statusCode(201);
    String row = " FROM submission WHERE raw_answers IS NOT NULL AND id = '" + id + "'";
    execute("UPDATE submission SET raw_answers = '[\"x\"]' WHERE id = '" + id + "'");
    assertThat(count("SELECT count(*)" + row)).isEqualTo(1);
    QuarkusTransaction.requiringNew().run(() -> vault.destroy(List.of(id)));
    assertThat(count("SELECT count(*)" + row)).isZero();
  }

  private void keep(UUID id, Purpose purpose) {
    QuarkusTransaction.requiringNew()
        .run(() -> vault.keep(List.of(new Secret(id, purpose, WORDS))));
  }

  private void store(Sealer with, UUID id, String purpose) throws SQLException {
    Sealed row = with.seal(purpose, id, WORDS);
    try (var connection = database.getConnection();
        var insert = connection.prepareStatement("INSERT INTO sealed VALUES (?, ?, ?, ?)")) {
      insert.setObject(1, id);
      insert.setString(2, purpose);
      insert.setString(3, row.keyId());
      insert.setBytes(4, row.bytes());
      insert.executeUpdate();
    }
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private int count(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    }
  }
}
