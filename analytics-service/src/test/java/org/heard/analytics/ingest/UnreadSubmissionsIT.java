package org.heard.analytics.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.heard.analytics.RealServers;
import org.heard.analytics.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Submissions that are parked, and erased before anybody has read them. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class UnreadSubmissionsIT {
  private static final String KIND = "good: The night nurse was kind.";
  private static final String SERIOUS =
      "improve: I want to kill myself, I have the tablets here and nobody listens.";

  @Inject BatchHandler handler;
  @Inject UnreadSubmissions unread;
  @Inject DataSource database;

  private HandledPlace place;
  private final UUID id = UUID.randomUUID();

  /** What can be wrong with a submission. */
  enum Wrong {
    INVALID,
    UNREADABLE,
    UNKNOWN_TYPE,
    UNKNOWN_VERSION,
    REJECTED
  }

  @BeforeEach
  void aWardOfItsOwn() throws Exception {
    place = new HandledPlace(handler).known();
  }

  @ParameterizedTest
  @EnumSource
  void whateverItIsParkedForAnErasureTakesItsWords(Wrong wrong) throws Exception {
    place.handle(place.submitted(id, 1, 1, KIND));
    assertThat(held()).isFalse();
    park(wrong);
    assertThat(parked()).isEqualTo(1);
    assertThat(
            number("select count(*) from parked where submission_id = ? and reason = '$'", wrong))
        .isEqualTo(1);
    assertThat(held()).as("held, as it was not read").isTrue();

    place.handle(place.erased(id, "receipt"));

    assertThat(parked()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void whateverIsWrongWithItWhatWasErasedIsNotParked(Wrong wrong) throws Exception {
    place.handle(place.erased(id, "receipt"));
    park(wrong);

    assertThat(parked()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"receipt", "retention"})
  void whatWasErasedDoesNotWaitForItsWard(String reason) throws Exception {
    HandledPlace later = new HandledPlace(handler);
    later.handle(later.erased(id, reason));
    later.handle(later.submitted(id, 1, 1, KIND));

    assertThat(parked()).isZero();
    assertThat(number("select count(*) from lane_copy where submission_id = ?")).isZero();
  }

  @Test
  void anErasureInTheSameBatchDoesNotLeaveItWaiting() throws Exception {
    HandledPlace later = new HandledPlace(handler);
    later.handle(later.submitted(id, 1, 5, SERIOUS), later.erased(id, "receipt"));

    assertThat(parked()).isZero();
    assertThat(copies()).isEqualTo(1);
  }

  /** What came first makes no difference to whoever handles the alert. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anAlertOfOneThatWaitedForItsWardIsKeptForItsLane(boolean erasedFirst) throws Exception {
    HandledPlace later = new HandledPlace(handler);
    TestEvents.Fact submitted = later.submitted(id, 1, 5, KIND, SERIOUS);
    TestEvents.Fact erased = later.erased(id, "receipt");
    for (TestEvents.Fact fact :
        erasedFirst ? List.of(erased, submitted) : List.of(submitted, erased)) {
      later.handle(fact);
    }

    assertThat(parked()).isZero();
    assertThat(copies()).isEqualTo(1);
    assertThat(number("select n from lane_copy where submission_id = ?")).isEqualTo(2);
    assertThat(number("select count(*) from submission where id = ? and received_at is not null"))
        .as("when it was received, which a tally may ask")
        .isEqualTo(1);
    assertThat(held()).isTrue();

    // Closed, it does not come back with a repeat, wherever its ward is by then.
    closeTheAlert();
    assertThat(held()).isFalse();
    later.handle(submitted);
    later.known();
    later.handle(submitted);
    assertThat(copies()).isZero();
    assertThat(held()).isFalse();
    assertThat(number("select count(*) from comment where submission_id = ?")).isZero();
  }

  @Test
  void anAlertOfOneThatCanBeReadByNowIsKept() throws Exception {
    park(Wrong.REJECTED);
    place.handle(place.erased(id, "receipt"));

    assertThat(copies()).isEqualTo(1);
  }

  /** As two consumers leave it, of which neither could see what the other was about to commit. */
  @Test
  void whatWasParkedBesideItsErasureIsFoundAndDestroyed() throws Exception {
    HandledPlace later = new HandledPlace(handler);
    later.handle(later.submitted(id, 1, 5, SERIOUS));
    execute(
        """
        insert into submission (id, version, ward_id, organisation_id, erased_reason, erased_at)
        values (?, 9, 'W', 'O', 'receipt', now())
        """);
    UUID waiting = UUID.randomUUID();
    later.handle(later.submitted(waiting, 1, 1, KIND));

    unread.destroyErased();

    assertThat(parked()).isZero();
    assertThat(copies()).isEqualTo(1);
    assertThat(
            number("select count(*) from parked where submission_id = '$' or ? is null", waiting))
        .as("another that waits for its ward")
        .isEqualTo(1);
  }

  /** More than are taken at a time, on either way out of parking. */
  @Test
  void manyThatWaitAreAllDestroyedOrAllCounted() throws Exception {
    HandledPlace later = new HandledPlace(handler);
    List<UUID> erased = ids(2 * UnreadSubmissions.CHUNK + 1);
    List<UUID> kept = ids(2 * Releases.CHUNK + 1);
    later.handle(
        Stream.concat(erased.stream(), kept.stream())
            .map(one -> later.submitted(one, 1, 1, KIND))
            .toArray(TestEvents.Fact[]::new));

    later.handle(
        erased.stream().map(one -> later.erased(one, "receipt")).toArray(TestEvents.Fact[]::new));
    assertThat(waiting(later)).isEqualTo(kept.size());

    later.known();
    assertThat(waiting(later)).isZero();
    assertThat(
            number(
                "select sum(submissions) from rollup_submission where ward_id = '$' or ? is null",
                later.ward))
        .isEqualTo(kept.size());
  }

  private static List<UUID> ids(int count) {
    return Stream.generate(UUID::randomUUID).limit(count).toList();
  }

  private long waiting(HandledPlace at) throws SQLException {
    return number(
        "select count(*) from parked where convert_from(value, 'UTF8') like '%$%' or ? is null",
        at.ward);
  }

  private void park(Wrong wrong) throws Exception {
    TestEvents.Fact fact = place.submitted(id, 2, 5, KIND, SERIOUS);
    switch (wrong) {
      case INVALID -> place.handle(fact.with(fact.json().replace("\"channel\"", "\"other\"")));
      case UNREADABLE -> place.handle(fact.with(fact.json() + "}"));
      case UNKNOWN_TYPE -> handler.handle(withHeader(fact, "ce_type", "feedback.other"));
      case UNKNOWN_VERSION -> handler.handle(withHeader(fact, "ce_dataschema", "urn:heard:v9"));
      case REJECTED -> handler.reject(place.batch(fact));
      default -> throw new IllegalArgumentException(wrong.name());
    }
  }

  private Batch withHeader(TestEvents.Fact fact, String name, String value) throws SQLException {
    Batch batch = place.batch(fact);
    InboundEvent event = batch.events().get(0);
    Map<String, String> headers = new HashMap<>(event.headers());
    headers.put(name, value);
    return new Batch(
        batch.clusterId(),
        batch.expected(),
        List.of(
            new InboundEvent(
                event.partition(), event.offset(), event.key(), headers, event.value())));
  }

  private boolean held() {
    return given()
        .auth()
        .oauth2(Tokens.feedbackService().sign())
        .get("/v1/holds/" + id)
        .then()
        .statusCode(200)
        .extract()
        .path("held");
  }

  /** As whoever handles the lane will. */
  private void closeTheAlert() throws SQLException {
    execute("delete from lane_copy where submission_id = ?");
  }

  private long copies() throws SQLException {
    return number("select count(*) from lane_copy where submission_id = ?");
  }

  /** Rows that hold its words, whether they say so or not. */
  private long parked() throws SQLException {
    return number(
        "select count(*) from parked where convert_from(value, 'UTF8') like '%' || ? || '%'");
  }

  private long number(String sql, Object inserted) throws SQLException {
    return number(sql.replace("$", inserted.toString()));
  }

  private long number(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setObject(1, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, id);
      statement.executeUpdate();
    }
  }
}
