package org.heard.feedback.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.heard.feedback.vault.Purpose;
import org.heard.feedback.vault.Vault;
import org.junit.jupiter.api.Test;

/** Answers that were stored as they are, before they were sealed. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class PlainAnswersIT {
  @Inject PlainAnswers answers;
  @Inject Vault vault;
  @Inject AgroalDataSource database;
  @Inject ObjectMapper json;

  @Test
  void areSealedAndGoneWithoutLoss() throws Exception {
    Feedback.directory();
    String key = Feedback.kioskKey("W01");
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      ids.add(UUID.randomUUID());
      Feedback.send(key, Feedback.document(ids.get(i), "x")).then().statusCode(201);
    }
    // As an older version left them: words in the row, nothing in the vault; the last has no words.
    String words =
        "[{\"question\": \"good\", \"text\": \"Ring 07700 900123, \\\"Bill\\\" said 💙\"}]";
    execute("DELETE FROM sealed WHERE submission_id = ANY (?)", ids);
    execute("UPDATE submission SET raw_answers = '" + words + "' WHERE id = ANY (?)", ids);
    execute("UPDATE submission SET raw_answers = '[]' WHERE id = ANY (?)", ids.subList(4, 5));

    answers.seal();

    for (UUID id : ids.subList(0, 4)) {
      byte[] opened = vault.open(id, Purpose.ANSWERS).orElseThrow();
      assertThat(json.readTree(opened)).isEqualTo(json.readTree(words));
    }
    assertThat(vault.open(ids.get(4), Purpose.ANSWERS)).isEmpty();
    assertThat(plain()).isZero();
  }

  /** Destroyed by a version that left them in the row: they are not brought back. */
  @Test
  void areNotSealedOnceTheyWereDestroyed() throws Exception {
    Feedback.directory();
    String key = Feedback.kioskKey("W01");
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      ids.add(UUID.randomUUID());
      Feedback.send(key, Feedback.document(ids.get(i), "x")).then().statusCode(201);
    }
    execute("DELETE FROM sealed WHERE submission_id = ANY (?)", ids);
    execute(
        "UPDATE submission SET raw_answers = '[{\"question\": \"good\", \"text\": \"x\"}]'"
            + " WHERE id = ANY (?)",
        ids);
    execute("UPDATE submission SET sealed_gone_at = now() WHERE id = ANY (?)", ids.subList(0, 1));
    execute(
        "INSERT INTO erasure SELECT id, organisation_id, 'receipt', now(), NULL, NULL, now(), now()"
            + " FROM submission WHERE id = ANY (?)",
        ids.subList(1, 2));
    // What is erased and may be needed yet is sealed.
    execute(
        "INSERT INTO erasure SELECT id, organisation_id, 'receipt', now(), NULL, NULL,"
            + " now() + interval '1 day', NULL FROM submission WHERE id = ANY (?)",
        ids.subList(2, 3));

    answers.seal();

    assertThat(vault.open(ids.get(0), Purpose.ANSWERS)).isEmpty();
    assertThat(vault.open(ids.get(1), Purpose.ANSWERS)).isEmpty();
    assertThat(vault.open(ids.get(2), Purpose.ANSWERS)).isPresent();
    assertThat(plain()).isZero();
  }

  private int plain() throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT count(*) FROM submission WHERE raw_answers IS NOT NULL")) {
      row.next();
      return row.getInt(1);
    }
  }

  private void execute(String sql, List<UUID> ids) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
      statement.executeUpdate();
    }
  }
}
