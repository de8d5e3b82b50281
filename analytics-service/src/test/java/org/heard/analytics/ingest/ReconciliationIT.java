package org.heard.analytics.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.heard.analytics.RealServers;
import org.heard.analytics.Tokens;
import org.heard.analytics.reconciliation.Backlog;
import org.heard.analytics.reconciliation.TestReconciler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tallies against what is here, rule by rule. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ReconciliationIT {
  private static final String DAY = "2026-10-05";

  /** After all was received, before anything is erased. */
  private static final String BEFORE_ERASURE = "2026-10-06T01:14:00Z";

  private static final String AFTER_ERASURE = "2026-10-06T10:00:00Z";
  private static final String KIND = "good: The porter was kind.";

  @Inject BatchHandler handler;
  @Inject DataSource database;

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final FakeBacklog backlog = new FakeBacklog();
  private final SettableClock clock = new SettableClock();
  private final UUID one = UUID.randomUUID();
  private final UUID two = UUID.randomUUID();
  private TestReconciler reconciler;
  private HandledPlace place;

  @BeforeEach
  void twoSubmissions() throws Exception {
    execute("delete from tally");
    execute("delete from mismatch");
    reconciler = new TestReconciler(database, meters, backlog, clock);
    place = new HandledPlace(handler).known();
    place.handle(place.submitted(one, 1, 2, KIND), place.submitted(two, 1, 3, KIND));
  }

  @AfterEach
  void theGaugeTellsWhatIsOpen() throws Exception {
    reconciler.run();
    assertThat(meters.get("heard.reconciliation.mismatched.ward.days").gauge().value())
        .isEqualTo(
            (double) number("select count(*) from mismatch where state = 'open' and ? <> ''"));
  }

  @Test
  void aWardDayThatAgreesIsNoMismatch() throws Exception {
    tally(BEFORE_ERASURE, one, two);
    reconciler.run();

    assertThat(mismatches("open")).isZero();
    assertThat(mismatches("resolved")).isZero();
    assertThat(compared("equal")).isEqualTo(1);
  }

  @Test
  void aMissingSubmissionIsAMismatchUntilItArrives() throws Exception {
    UUID lost = UUID.randomUUID();
    tally(BEFORE_ERASURE, one, two, lost);
    reconciler.run();
    reconciler.run();

    list("open")
        .body("items", hasSize(1))
        .body("total", equalTo(1))
        .body("next", nullValue())
        .body("items[0].wardId", equalTo(place.ward))
        .body("items[0].day", equalTo(DAY))
        .body("items[0].state", equalTo("open"))
        .body("items[0].expected", equalTo(3))
        .body("items[0].found", equalTo(2))
        .body("items[0].asOf", equalTo(BEFORE_ERASURE))
        .body("items[0].firstSeenAt", notNullValue())
        .body("items[0].resolvedAt", nullValue());

    place.handle(place.submitted(lost, 1, 1, KIND));
    reconciler.run();

    list("open").body("items", hasSize(0));
    list("resolved")
        .body("items", hasSize(1))
        .body("items[0].found", equalTo(3))
        .body("items[0].resolvedAt", notNullValue());
  }

  @Test
  void oneTooManyIsAMismatch() throws Exception {
    tally(BEFORE_ERASURE, one);
    reconciler.run();

    list("open").body("items[0].expected", equalTo(1)).body("items[0].found", equalTo(2));
  }

  @Test
  void otherIdsAreAMismatchThoughTheirNumberIsEqual() throws Exception {
    tally(BEFORE_ERASURE, one, UUID.randomUUID());
    reconciler.run();

    list("open").body("items[0].expected", equalTo(2)).body("items[0].found", equalTo(2));
  }

  @Test
  void anErasureAfterTheMomentChangesNothing() throws Exception {
    tally(BEFORE_ERASURE, one, two);
    place.handle(place.erased(two, "receipt"));
    reconciler.run();
    assertThat(mismatches("open")).isZero();

    tally(AFTER_ERASURE, one);
    reconciler.run();
    assertThat(mismatches("open")).isZero();
    assertThat(compared("equal")).isEqualTo(2);
  }

  @Test
  void anErasureThatOvertookItsSubmissionIsOfItsOwnTime() throws Exception {
    UUID early = UUID.randomUUID();
    place.handle(place.erased(early, "receipt"));
    place.handle(place.submitted(early, 1, 1, KIND));
    tally(BEFORE_ERASURE, one, two, early);
    reconciler.run();

    assertThat(mismatches("open")).isZero();
  }

  @Test
  void theEndOfRetentionTakesNothingFromATally() throws Exception {
    place.handle(place.erased(two, "retention"));
    tally(AFTER_ERASURE, one, two);
    reconciler.run();

    assertThat(mismatches("open")).isZero();
  }

  @Test
  void whatWasReceivedAfterTheMomentIsLeftToTheNext() throws Exception {
    tally("2026-10-05T08:15:30Z", one, two);
    place.handle(
        TestEvents.submittedAt(
            "2026-10-05T08:15:31Z", UUID.randomUUID(), 1, place.organisation, place.ward, 1, KIND));
    reconciler.run();

    assertThat(mismatches("open")).isZero();
  }

  @Test
  void theDayIsThatOfTheOrganisation() throws Exception {
    UUID night = UUID.randomUUID();
    // Half past midnight of the 6th in London, in summer.
    place.handle(
        TestEvents.submittedAt(
            "2026-10-05T23:30:00Z", night, 1, place.organisation, place.ward, 1, KIND));
    tally(BEFORE_ERASURE, one, two);
    place.handle(TestEvents.tally(place.ward, "2026-10-06", BEFORE_ERASURE, night));
    reconciler.run();

    assertThat(mismatches("open")).isZero();
    assertThat(compared("equal")).isEqualTo(2);
  }

  @Test
  void anOlderTallyAndARepeatChangeNothing() throws Exception {
    tally(AFTER_ERASURE, one, two);
    tally(BEFORE_ERASURE, one);
    reconciler.run();
    tally(AFTER_ERASURE, one, two);
    reconciler.run();

    assertThat(mismatches("open")).isZero();
    assertThat(compared("equal")).as("a repeat is not compared anew").isEqualTo(1);
  }

  @Test
  void aWardNotKnownIsAMismatchUntilItIs() throws Exception {
    UUID parked = UUID.randomUUID();
    HandledPlace unknown = new HandledPlace(handler);
    unknown.handle(unknown.submitted(parked, 1, 1, KIND));
    unknown.handle(TestEvents.tally(unknown.ward, DAY, BEFORE_ERASURE, parked));
    reconciler.run();
    assertThat(mismatches("open", unknown.ward)).isEqualTo(1);

    unknown.known();
    reconciler.run();
    assertThat(mismatches("open", unknown.ward)).isZero();
    assertThat(mismatches("resolved", unknown.ward)).isEqualTo(1);
  }

  @Test
  void nothingIsComparedBeforeWhatWasPublishedIsRead() throws Exception {
    UUID underWay = UUID.randomUUID();
    tally(BEFORE_ERASURE, one, two, underWay);
    backlog.read = false;
    reconciler.run();
    backlog.unknown = true;
    clock.now = clock.now.plus(TestReconciler.MARK_LIFETIME).plusSeconds(1);
    assertThatExceptionOfType(Backlog.Unknown.class).isThrownBy(() -> reconciler.run());
    assertThat(mismatches("open")).isZero();
    assertThat(backlog.marks).isEqualTo(1);

    backlog.unknown = false;
    place.handle(place.submitted(underWay, 1, 1, KIND));
    backlog.read = true;
    reconciler.run();
    assertThat(mismatches("open")).isZero();
    assertThat(compared("equal")).isEqualTo(1);
  }

  @Test
  void aTallyThatComesWhileAnotherWaitsHasItsOwnMark() throws Exception {
    tally(BEFORE_ERASURE, one, two);
    backlog.read = false;
    reconciler.run();
    tally(AFTER_ERASURE, one, two, UUID.randomUUID());
    backlog.readNext = 1;
    reconciler.run();

    assertThat(mismatches("open")).as("the first mark says nothing of the second tally").isZero();
    assertThat(backlog.marks).isEqualTo(2);
  }

  @Test
  void manyTalliesAreComparedInBatches() throws Exception {
    for (int day = 10; day < 17; day++) {
      place.handle(TestEvents.tally(place.ward, "2026-10-" + day, BEFORE_ERASURE));
    }
    reconciler.run();

    assertThat(compared("equal")).isEqualTo(7);
    assertThat(number("select count(*) from tally where ward_id = ? and compared_at is null"))
        .isZero();
  }

  @Test
  void tombstonesForgetTheirTimesInTheEnd() throws Exception {
    place.handle(place.erased(two, "receipt"));
    clock.now = Instant.parse("2026-10-06T08:00:00Z").plus(TestReconciler.MEMORY);
    reconciler.forget();
    assertThat(number(TIMES)).isEqualTo(2);

    clock.now = clock.now.plus(Duration.ofHours(2));
    tally(BEFORE_ERASURE, one, two, UUID.randomUUID());
    reconciler.run();
    reconciler.forget();
    assertThat(number(TIMES)).as("while a mismatch of the ward is open").isEqualTo(2);

    tally(AFTER_ERASURE, one);
    reconciler.run();
    reconciler.forget();
    assertThat(number(TIMES)).isEqualTo(1);
  }

  private static final String TIMES =
      "select count(received_at) from submission where ward_id = ? and counted_at is not null";

  @Test
  void theListIsPagedAndKnowsItsStates() throws Exception {
    for (int day = 10; day < 13; day++) {
      place.handle(TestEvents.tally(place.ward, "2026-10-" + day, BEFORE_ERASURE, one));
    }
    reconciler.run();

    String next = list("open&limit=2").body("items", hasSize(2)).extract().path("next");
    list("open&limit=2&cursor=" + next)
        .body("items", hasSize(1))
        .body("items[0].day", equalTo("2026-10-10"))
        .body("next", nullValue());
    ask("O-elsewhere", "open").statusCode(200).body("total", equalTo(0));
    ask(place.organisation, "closed").statusCode(400).body("code", equalTo("BAD_FILTER"));
    ask(place.organisation, "open&cursor=eA").statusCode(400).body("code", equalTo("BAD_CURSOR"));
    ask(place.organisation, "open&limit=201")
        .statusCode(400)
        .body("code", equalTo("LIMIT_TOO_LARGE"));
  }

  @Test
  void readinessTellsAndStaysGreen() {
    given()
        .get("/q/health/ready")
        .then()
        .body("checks.find { it.name == 'reconciliation' }.status", equalTo("UP"))
        .body(
            "checks.find { it.name == 'reconciliation' }.data.mismatchedWardDays", notNullValue());
  }

  private void tally(String asOf, UUID... ids) throws Exception {
    place.handle(TestEvents.tally(place.ward, DAY, asOf, ids));
  }

  private ValidatableResponse list(String state) {
    return ask(place.organisation, state).statusCode(200);
  }

  private static ValidatableResponse ask(String organisation, String state) {
    return given()
        .auth()
        .oauth2(Tokens.gateway().sign())
        .header("Heard-Caller", Tokens.person("admin").withOrganisations(organisation).sign())
        .get("/v1/reconciliation?state=" + state)
        .then();
  }

  private double compared(String outcome) {
    return meters.get("heard.reconciliation.comparisons").tag("outcome", outcome).counter().count();
  }

  private long mismatches(String state) throws SQLException {
    return mismatches(state, place.ward);
  }

  private long mismatches(String state, String ward) throws SQLException {
    return number(
        "select count(*) from mismatch where state = '" + state + "' and ward_id = ?", ward);
  }

  private long number(String sql) throws SQLException {
    return number(sql, place.ward);
  }

  private long number(String sql, String parameter) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, parameter);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.executeUpdate();
    }
  }

  /** What is published and read, as a test wants it. */
  private static class FakeBacklog implements Backlog {
    private boolean read = true;
    private boolean unknown;
    private int readNext;
    private int marks;

    @Override
    public Mark mark() throws Unknown {
      if (unknown) {
        throw new Unknown(new IllegalStateException("away"));
      }
      marks++;
      return new Mark() {};
    }

    @Override
    public boolean isReadUpTo(Mark mark) {
      return read || readNext-- > 0;
    }
  }

  /** A clock that stands until it is set. */
  private static class SettableClock extends Clock {
    private Instant now = Instant.parse("2026-10-06T11:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
