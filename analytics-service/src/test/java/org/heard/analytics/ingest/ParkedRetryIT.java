package org.heard.analytics.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.heard.analytics.RealServers;
import org.heard.analytics.counting.Recount;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of events that were parked for a reason that is gone. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ParkedRetryIT {
  private static final String KIND = "good: The night nurse was kind.";

  /** As a later release's database, which takes what this one refused, the other way round. */
  private static final String POISON =
      "alter table submission add constraint poison check (channel <> 'poison') not valid";

  private static final String ANTIDOTE = "alter table submission drop constraint if exists poison";

  @Inject BatchHandler handler;
  @Inject ParkedRetry retry;
  @Inject UnreadSubmissions unread;
  @Inject Recount recount;
  @Inject MeterRegistry meters;
  @Inject DataSource database;

  private HandledPlace place;
  private final UUID id = UUID.randomUUID();

  @BeforeEach
  void aWardOfItsOwn() throws Exception {
    execute("delete from parked");
    place = new HandledPlace(handler).known();
  }

  @AfterEach
  void rollupsAgreeWithFacts() throws SQLException {
    execute(ANTIDOTE);
    execute("delete from parked");
    assertThat(recount.mismatches()).isZero();
  }

  /** As a release leaves them that did not know their contract, for one that does. */
  @Test
  void whatCanBeAppliedByNowIsAndCountsOnce() throws Exception {
    double before = released();
    List<UUID> ids = Stream.generate(UUID::randomUUID).limit(2 * ParkedRetry.CHUNK + 1).toList();
    for (UUID one : ids) {
      handler.reject(place.batch(place.submitted(one, 1, 2, KIND)));
    }
    assertThat(counted()).isZero();

    assertThat(retry.run()).isEqualTo(ids.size());

    assertThat(parked()).isZero();
    assertThat(counted()).isEqualTo(ids.size());
    assertThat(released() - before).isEqualTo(ids.size());
    assertThat(retry.run()).isZero();
    assertThat(counted()).isEqualTo(ids.size());
  }

  @Test
  void aWardThatWasParkedBringsWhatWaitsForIt() throws Exception {
    HandledPlace later = new HandledPlace(handler);
    later.handle(later.submitted(id, 1, 2, KIND));
    for (TestEvents.Fact entry : TestEvents.place(later.organisation, later.site, later.ward)) {
      handler.reject(later.batch(entry));
    }
    assertThat(parked()).isEqualTo(4);

    retry.run();

    assertThat(parked()).isZero();
    assertThat(counted(later)).isEqualTo(1);
  }

  @Test
  void anErasureThatWasParkedIsApplied() throws Exception {
    place.handle(place.submitted(id, 1, 2, KIND));
    handler.reject(place.batch(place.erased(id, "receipt")));
    assertThat(counted()).isEqualTo(1);

    retry.run();

    assertThat(parked()).isZero();
    assertThat(counted()).isZero();
  }

  /** Sent again and applied, its own words must not be held by what could not be read of it. */
  @Test
  void whatCannotBeReadGoesOnceItsVersionHasBeenApplied() throws Exception {
    TestEvents.Fact second = place.submitted(id, 2, 2, KIND);
    place.handle(second.with(second.json().replace("\"channel\"", "\"other\"")));
    place.handle(place.submitted(id, 1, 2, KIND));

    assertThat(meters.get("heard.ingest.parked").tag("reason", "INVALID").gauge().value())
        .isEqualTo(1);
    retry.run();
    assertThat(parked()).as("an earlier version does not say what this one says").isEqualTo(1);

    place.handle(second);
    assertThat(retry.run()).isEqualTo(1);
    assertThat(parked()).isZero();
    assertThat(counted()).isEqualTo(1);
  }

  @Test
  void whatCannotEvenTellItsVersionStays() throws Exception {
    TestEvents.Fact fact = place.submitted(id, 1, 2, KIND);
    place.handle(fact.with(fact.json() + "}"));
    place.handle(fact);

    assertThat(retry.run()).isZero();
    assertThat(parked()).isEqualTo(1);
  }

  @Test
  void whatStillCannotBeWrittenIsParkedAgainAndHarmsNobody() throws Exception {
    UUID poisoned = UUID.randomUUID();
    TestEvents.Fact poison = place.submitted(poisoned, 1, 2, KIND);
    for (TestEvents.Fact fact :
        List.of(
            place.submitted(id, 1, 2, KIND),
            poison.with(poison.json().replace("\"kiosk\"", "\"poison\"")),
            place.submitted(UUID.randomUUID(), 1, 2, KIND))) {
      handler.reject(place.batch(fact));
    }
    execute(POISON);

    assertThat(retry.run()).isEqualTo(2);

    assertThat(counted()).isEqualTo(2);
    assertThat(parked()).isEqualTo(1);
    assertThat(
            number(
                "select count(*) from parked where reason = 'REJECTED' and submission_id = ?",
                poisoned))
        .isEqualTo(1);

    execute(ANTIDOTE);
    assertThat(retry.run()).isEqualTo(1);
    assertThat(counted()).isEqualTo(3);
  }

  /** The ward must become known whatever waits for it. */
  @Test
  void whatWaitsForAWardAndCannotBeWrittenDoesNotHoldTheWardBack() throws Exception {
    HandledPlace later = new HandledPlace(handler);
    TestEvents.Fact poison = later.submitted(UUID.randomUUID(), 1, 2, KIND);
    later.handle(
        later.submitted(id, 1, 2, KIND),
        poison.with(poison.json().replace("\"kiosk\"", "\"poison\"")));
    execute(POISON);

    later.known();

    assertThat(counted(later)).isEqualTo(1);
    assertThat(number("select count(*) from parked where reason = 'REJECTED'")).isEqualTo(1);
  }

  @Test
  void aReplicaWithoutIngestLeavesItToThoseThatHaveIt() throws Exception {
    handler.reject(place.batch(place.submitted(id, 1, 2, KIND)));

    new ParkedSchedule(unread, retry, ingest("false")).look();
    assertThat(parked()).isEqualTo(1);

    new ParkedSchedule(unread, retry, ingest("true")).look();
    assertThat(parked()).isZero();
    assertThat(counted()).isEqualTo(1);
  }

  private static IngestConfig ingest(String enabled) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(IngestConfig.class)
        .withSources(
            new PropertiesConfigSource(Map.of("heard.ingest.enabled", enabled), "test", 500))
        .build()
        .getConfigMapping(IngestConfig.class);
  }

  private double released() {
    return meters.find(IngestCounters.RELEASED).tag("outcome", "applied").counters().stream()
        .mapToDouble(counter -> counter.count())
        .sum();
  }

  private long counted() throws SQLException {
    return counted(place);
  }

  private long counted(HandledPlace at) throws SQLException {
    return number(
        "select coalesce(sum(submissions), 0) from rollup_submission where ward_id = ?", at.ward);
  }

  private long parked() throws SQLException {
    return number("select count(*) from parked");
  }

  private long number(String sql, Object... values) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        select.setObject(i + 1, values[i]);
      }
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.execute();
    }
  }
}
