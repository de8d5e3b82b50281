package org.heard.feedback.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.heard.feedback.TestTokens;
import org.junit.jupiter.api.Test;

/**
 * Whoever has the database, as a dump or as its files, has no words: what was planted by every way
 * in is looked for in every table and in every byte on disk.
 */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class CanaryIT {
  private final String bird = "zq" + UUID.randomUUID().toString().replace("-", "");

  @Inject AgroalDataSource database;

  /** The answer that a canary stands in is redacted, as it stands in an email address. */
  private String document(UUID id, String where) {
    return Feedback.document(id, "Write to " + bird + where + "@example.org, she knows.")
        .replace(
            "\"rating\"",
            "\"contact\": {\"name\": \"%s\", \"phone\": \"07700 900123\", \"email\": \"%s\"}, \"rating\""
                .formatted(bird + where + "name", bird + where + "mail@example.org"));
  }

  @Test
  void standsNowhere() throws Exception {
    Feedback.directory();
    UUID id = UUID.randomUUID();
    Feedback.send(Feedback.kioskKey("W01"), document(id, "sent")).then().statusCode(201);
    String line = document(UUID.randomUUID(), "batch").replace("\n", " ") + "\n";
    Feedback.as(Feedback.importerKey())
        .contentType("application/x-ndjson")
        .body(line.getBytes(StandardCharsets.UTF_8))
        .post("/v1/feedback/batch")
        .then()
        .statusCode(200);
    putAside(document(UUID.randomUUID(), "aside"));

    assertThat(redacted(id)).contains("she knows").doesNotContain(bird);
    assertThat(filesWith(id.toString(), true))
        .as("the files are those of this database")
        .isNotEmpty();
    assertThat(Stream.concat(tablesWith(bird).stream(), filesWith(bird, false).stream())).isEmpty();
  }

  private static void putAside(String document) {
    Response device =
        Feedback.register(java.util.Map.of("name", "lost", "kind", "kiosk", "wardId", "W01"));
    String key = device.path("key");
    String id = device.path("id");
    Feedback.as(TestTokens.admin()).post("/v1/devices/" + id + "/revoke").then().statusCode(200);
    Feedback.send(key, document).then().statusCode(202);
  }

  private String redacted(UUID id) throws SQLException {
    return texts("SELECT answers::text FROM submission WHERE id = '" + id + "'").get(0);
  }

  private List<String> tablesWith(String words) throws SQLException {
    List<String> found = new ArrayList<>();
    String hex = HexFormat.of().formatHex(words.getBytes(StandardCharsets.UTF_8));
    for (String table :
        texts("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")) {
      for (String row : texts("SELECT t::text FROM \"" + table + "\" t")) {
        if (row.contains(words) || row.contains(hex)) {
          found.add(table);
        }
      }
    }
    return found;
  }

  /**
   * Files that hold these bytes.
   *
   * @param id whether the text is an id, which is stored as its 16 bytes
   */
  private static List<String> filesWith(String text, boolean id) throws IOException {
    byte[] bytes =
        id ? HexFormat.of().parseHex(text.replace("-", "")) : text.getBytes(StandardCharsets.UTF_8);
    // One byte a character, so that a search of strings is one of bytes.
    String sought = new String(bytes, StandardCharsets.ISO_8859_1);
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Backends.postgresFiles().toRealPath())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (Files.exists(file)
            && Files.readString(file, StandardCharsets.ISO_8859_1).contains(sought)) {
          found.add(file.toString());
        }
      }
    }
    return found;
  }

  private List<String> texts(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (row.next()) {
        texts.add(row.getString(1));
      }
      return texts;
    }
  }
}
