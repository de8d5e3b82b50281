package org.heard.feedback.praise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.heard.feedback.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who was told names, for who looks after that. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class NameReadingsIT {
  private static final String WORDS = "Nurse Folake and Nurse Imelda were lovely.";

  @Inject AgroalDataSource database;

  private final UUID first = UUID.randomUUID();
  private final UUID second = UUID.randomUUID();

  /** Of no other test: what is listed is what this one has written. */
  private final String organisation = "O-" + first;

  @BeforeEach
  void submissions() {
    Feedback.directory();
    String key = Feedback.kioskKey("W01");
    for (UUID id : List.of(first, second)) {
      Feedback.send(key, Feedback.document(id, WORDS)).then().statusCode(201);
    }
  }

  @Test
  void whatOneWasToldAtOnceIsOneItemWithoutNamesOrTokens() {
    Instant before = Instant.now().truncatedTo(ChronoUnit.MICROS);
    Feedback.as(TestTokens.gateway())
        .header("Heard-Caller", TestTokens.leader("W01"))
        .body(
            List.of(
                Map.of("submissionId", first, "tokens", List.of("[STAFF-1]", "[STAFF-2]")),
                Map.of("submissionId", second, "tokens", List.of("[STAFF-1]", "[STAFF-9]"))))
        .post("/v1/staff-names")
        .then()
        .statusCode(200)
        .body("[0].names", equalTo(Map.of("[STAFF-1]", "Folake", "[STAFF-2]", "Imelda")));

    Response list = list("O01", "?limit=200");
    String item = "items.find { it.submissionIds.contains('" + first + "') }";
    list.then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body(item + ".submissionIds", containsInAnyOrder(first.toString(), second.toString()))
        .body(item + ".subject", equalTo("test-person"))
        .body(item + ".wardId", equalTo("W01"));
    assertThat(list.jsonPath().getInt(item + ".names"))
        .as("two names of the first, one of the second")
        .isEqualTo(3);
    assertThat(list.<Map<String, Object>>path(item).keySet())
        .isEqualTo(Set.of("id", "subject", "readAt", "wardId", "submissionIds", "names"));
    assertThat(Instant.parse(list.path(item + ".readAt")))
        .isBetween(before, Instant.now().plus(Duration.ofSeconds(1)));
    assertThat(list.asString()).doesNotContain("Folake", "Imelda", "STAFF");
    list("O02", "?limit=200").then().body(item, nullValue());
  }

  /** Three at the same instant, one before, one of somewhere else. */
  @Test
  void theLastComesFirstPageByPageAndNothingOfOthers() throws SQLException {
    told(organisation, "leader-b", "W01", "2026-10-06T08:00:00Z", "{[STAFF-1]}");
    told(organisation, "leader-b", "W02", "2026-10-06T08:00:00Z", "{[STAFF-1],[STAFF-2]}");
    told(organisation, "leader-a", "W01", "2026-10-06T08:00:00Z", "{[STAFF-1]}");
    told(organisation, "leader-b", "W01", "2026-10-05T08:00:00Z", "{[STAFF-3]}");
    told("O-elsewhere-" + first, "leader-b", "W01", "2026-10-07T08:00:00Z", "{[STAFF-1]}");

    List<String> seen = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      JsonPath page =
          list(organisation, "?limit=1" + cursor).then().statusCode(200).extract().jsonPath();
      assertThat(page.getInt("total")).isEqualTo(4);
      assertThat(page.getList("items")).hasSize(1);
      seen.add(
          page.getString("items[0].subject")
              + " "
              + page.getString("items[0].wardId")
              + " "
              + page.getString("items[0].readAt").substring(8, 10)
              + " "
              + page.getInt("items[0].names"));
      cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
    }
    assertThat(seen)
        .containsExactly(
            "leader-b W02 06 2", "leader-b W01 06 1", "leader-a W01 06 1", "leader-b W01 05 1");
    list(organisation, "").then().body("items", hasSize(4)).body("next", nullValue());
  }

  @Test
  void whatIsNoPlaceInTheListIsRefused() throws SQLException {
    told("O-elsewhere-" + first, "x", "W01", "2026-10-07T08:00:00Z", "{[STAFF-1]}");
    String foreign = list("O-elsewhere-" + first, "").path("items[0].id");
    for (String bad : List.of("x", UUID.randomUUID().toString(), foreign, "1-1-1-1-1")) {
      list(organisation, "?cursor=" + bad)
          .then()
          .statusCode(400)
          .body("code", equalTo("BAD_CURSOR"));
    }
    list(organisation, "?limit=0").then().statusCode(400).body("code", equalTo("BAD_LIMIT"));
    list(organisation, "?limit=201")
        .then()
        .statusCode(400)
        .body("code", equalTo("LIMIT_TOO_LARGE"));
    list(organisation, "").then().statusCode(200).body("total", equalTo(0));
  }

  private static Response list(String organisation, String query) {
    return Feedback.as(TestTokens.person("somebody", "information-governance", organisation))
        .get("/v1/name-readings" + query);
  }

  private void told(String organisation, String subject, String ward, String at, String tokens)
      throws SQLException {
    try (var connection = database.getConnection();
        var insert =
            connection.prepareStatement(
                "INSERT INTO name_reading VALUES"
                    + " (gen_random_uuid(), ?, ?, ?, ?, CAST(? AS text[]), CAST(? AS timestamptz))")) {
      insert.setObject(1, first);
      insert.setString(2, organisation);
      insert.setString(3, ward);
      insert.setString(4, subject);
      insert.setString(5, tokens);
      insert.setString(6, at);
      insert.executeUpdate();
    }
  }
}
