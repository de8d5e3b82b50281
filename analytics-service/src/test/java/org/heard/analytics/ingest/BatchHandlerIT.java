package org.heard.analytics.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.heard.analytics.RealServers;
import org.heard.analytics.counting.Recount;
import org.heard.analytics.counting.RecountFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class BatchHandlerIT {
  private static final String KIND = "good: The night nurse was kind and explained everything.";
  private static final String COLD = "improve: The food was cold.";

  @Inject BatchHandler handler;
  @Inject BatchRunner runner;
  @Inject Recount recount;
  @Inject DataSource database;
  @Inject MeterRegistry meters;

  private HandledPlace place;
  private final UUID id = UUID.randomUUID();

  @BeforeEach
  void aWardOfItsOwn() throws Exception {
    place = new HandledPlace(handler).known();
  }

  @AfterEach
  void rollupsAgreeWithFactsAndCountersAddUp() throws SQLException {
    assertThat(recount.mismatches()).as("rollup rows that differ from the facts").isZero();
    for (String topic : Event.TOPICS) {
      assertThat(received(topic))
          .as("received = applied + duplicate + superseded + parked on %s", topic)
          .isEqualTo(
              outcome(topic, Outcome.APPLIED)
                  + outcome(topic, Outcome.DUPLICATE)
                  + outcome(topic, Outcome.SUPERSEDED)
                  + outcome(topic, Outcome.PARKED));
    }
  }

  @Test
  void aSubmissionIsCountedAndKept() throws Exception {
    place.handle(place.submitted(id, 1, 2, KIND, COLD));

    assertThat(submissions()).isEqualTo(1);
    assertThat(number("select submissions from rollup_submission where ward_id = ? and rating = 2"))
        .isEqualTo(1);
    assertThat(comments()).isEqualTo(2);
    assertThat(number("select sum(comments) from rollup_comment where ward_id = ?")).isEqualTo(2);
  }

  @Test
  void itsDayIsThatOfTheOrganisation() throws Exception {
    place.handle(
        TestEvents.submittedAt(
            "2026-07-31T23:30:00Z", id, 1, place.organisation, place.ward, 1, KIND));

    // Half past midnight in London, in summer.
    assertThat(
            number(
                "select count(*) from rollup_submission where ward_id = ? and day = '2026-08-01'"))
        .isEqualTo(1);
  }

  @Test
  void aRepeatChangesNothing() throws Exception {
    double before = outcome(Event.SUBMITTED, Outcome.DUPLICATE);
    place.handle(place.submitted(id, 1, 2, KIND));
    place.handle(place.submitted(id, 1, 2, KIND), place.submitted(id, 1, 2, KIND));

    assertThat(submissions()).isEqualTo(1);
    assertThat(comments()).isEqualTo(1);
    assertThat(outcome(Event.SUBMITTED, Outcome.DUPLICATE) - before).isEqualTo(2);
  }

  @Test
  void aFreshKafkaWithTheSameEventsChangesNothing() throws Exception {
    place.handle(place.submitted(id, 1, 2, KIND));
    HandledPlace again = new HandledPlace(handler);
    again.handle(place.submitted(id, 1, 2, KIND));

    assertThat(submissions()).isEqualTo(1);
    assertThat(handler.stored(again.cluster, new Partition(Event.SUBMITTED, 0))).isEqualTo(1);
  }

  @Test
  void aHigherVersionReplacesAndALowerOneIsLate() throws Exception {
    double before = outcome(Event.SUBMITTED, Outcome.SUPERSEDED);
    place.handle(place.submitted(id, 1, 1, KIND, COLD));
    place.handle(place.submitted(id, 3, 5, COLD));
    place.handle(place.submitted(id, 2, 2, KIND));

    assertThat(submissions()).isEqualTo(1);
    assertThat(number("select submissions from rollup_submission where ward_id = ? and rating = 5"))
        .isEqualTo(1);
    assertThat(comments()).isEqualTo(1);
    assertThat(outcome(Event.SUBMITTED, Outcome.SUPERSEDED) - before).isEqualTo(1);
  }

  /** Consent that is taken back comes as the next version of the same state. */
  @Test
  void withdrawnConsentReplacesAndCountsOnce() throws Exception {
    TestEvents.Fact plain = place.submitted(id, 1, 2, KIND, COLD);
    String agreed = plain.json().replace("\"consentToPublish\":false", "\"consentToPublish\":true");
    place.handle(plain.with(agreed));
    long themes = number("select sum(comments) from rollup_theme where ward_id = ?");
    assertThat(number("select count(*) from submission where ward_id = ? and consent_to_publish"))
        .isEqualTo(1);

    place.handle(place.submitted(id, 2, 2, KIND, COLD), place.submitted(id, 2, 2, KIND, COLD));

    assertThat(number("select count(*) from submission where ward_id = ? and consent_to_publish"))
        .isZero();
    assertThat(submissions()).isEqualTo(1);
    assertThat(comments()).isEqualTo(2);
    assertThat(number("select sum(comments) from rollup_theme where ward_id = ?"))
        .isEqualTo(themes);
    assertThat(recount.mismatches()).isZero();
  }

  @Test
  void theLatestVersionInABatchWinsInAnyOrder() throws Exception {
    place.handle(
        place.submitted(id, 2, 2, KIND),
        place.submitted(id, 4, 4, COLD),
        place.submitted(id, 3, 3, KIND),
        place.submitted(id, 4, 4, COLD));

    assertThat(number("select version from submission where ward_id = ?")).isEqualTo(4);
    assertThat(submissions()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"receipt", "objection", "admin", "a-reason-of-a-later-release"})
  void anErasureTakesEverything(String reason) throws Exception {
    place.handle(place.submitted(id, 1, 1, KIND, COLD));
    place.handle(place.erased(id, reason));
    place.handle(place.erased(id, reason), place.submitted(id, 10, 1, KIND));

    assertThat(submissions()).isZero();
    assertThat(comments()).isZero();
    assertThat(number("select count(*) from comment_tag where ward_id = ?")).isZero();
    assertThat(number("select count(*) from submission where ward_id = ? and rating is null"))
        .isEqualTo(1);
  }

  @Test
  void anErasureThatComesFirstLeavesATombstone() throws Exception {
    place.handle(place.erased(id, "receipt"));
    place.handle(place.submitted(id, 1, 1, KIND));

    assertThat(submissions()).isZero();
    assertThat(comments()).isZero();
  }

  @Test
  void anErasureInTheSameBatchWins() throws Exception {
    place.handle(place.submitted(id, 1, 1, KIND), place.erased(id, "receipt"));

    assertThat(submissions()).isZero();
    assertThat(comments()).isZero();
  }

  @Test
  void theEndOfRetentionTakesTheWordsAndKeepsTheCounts() throws Exception {
    place.handle(place.submitted(id, 1, 1, KIND));
    long tags = number("select sum(comments) from rollup_theme where ward_id = ?");
    place.handle(place.erased(id, "retention"));

    assertThat(submissions()).isEqualTo(1);
    assertThat(number("select count(*) from comment where ward_id = ? and text is null"))
        .isEqualTo(1);
    assertThat(number("select sum(comments) from rollup_theme where ward_id = ?")).isEqualTo(tags);

    place.handle(place.erased(id, "receipt"));
    assertThat(submissions()).isZero();
    assertThat(comments()).isZero();
  }

  @Test
  void namesInPraiseAreKeptUnlessAnyAnswerDoubtsThem() throws Exception {
    String praise = "good: [STAFF-1] was lovely. [STAFF-2] was very kind.";
    place.handle(place.submitted(id, 1, 1, praise, "improve: [STAFF-2] must answer the bell."));
    assertThat(praised("[STAFF-1]")).isEqualTo(1);
    assertThat(praised("[STAFF-2]")).isZero();

    // Another version is judged anew, and what has no words has no names.
    place.handle(place.submitted(id, 2, 1, praise, "good: [STAFF-1] was late."));
    assertThat(praised("[STAFF-1]")).isZero();
    assertThat(praised("[STAFF-2]")).isEqualTo(1);
    place.handle(place.erased(id, "retention"));
    assertThat(comments()).isEqualTo(2);
    assertThat(praised("[STAFF-2]")).isZero();
  }

  private long praised(String token) throws SQLException {
    return number(
        "select count(*) from comment where praised @> array['" + token + "'] and ward_id = ?");
  }

  @Test
  void retentionThatWasOverBeforeCountsWithoutWords() throws Exception {
    place.handle(place.erased(id, "retention"));
    place.handle(place.submitted(id, 1, 1, KIND));
    place.handle(place.submitted(id, 1, 1, KIND));

    assertThat(submissions()).isEqualTo(1);
    assertThat(number("select count(*) from comment where ward_id = ? and text is null"))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theEndOfRetentionTakesTheLanguageInAnyOrder(boolean before) throws Exception {
    TestEvents.Fact submitted = place.submitted(id, 1, 1, KIND);
    TestEvents.Fact ended = place.erased(id, "retention");
    place.handle(before ? ended : submitted);
    place.handle(before ? submitted : ended);

    assertThat(number("select comments from rollup_comment where ward_id = ? and language = 'und'"))
        .isEqualTo(1);
    assertThat(
            number(
                "select coalesce(sum(comments), 0) from rollup_comment"
                    + " where ward_id = ? and language <> 'und'"))
        .isZero();
  }

  @Test
  void aSubmissionWaitsForItsWard() throws Exception {
    HandledPlace later = new HandledPlace(handler);
    UUID erased = UUID.randomUUID();
    later.handle(
        later.submitted(id, 1, 1, KIND),
        later.submitted(id, 2, 2, KIND),
        later.submitted(erased, 1, 3, COLD));
    assertThat(number("select count(*) from parked where ward_id = ?", later.ward)).isEqualTo(3);
    assertThat(number("select count(*) from submission where ward_id = ?", later.ward)).isZero();

    later.handle(later.erased(erased, "receipt"));
    assertThat(number("select count(*) from parked where ward_id = ?", later.ward)).isEqualTo(2);

    later.handle(TestEvents.ward(later.ward, 1, later.site, later.organisation, "Later Ward"));
    later.handle(TestEvents.site(later.site, later.organisation));
    assertThat(number("select count(*) from parked where ward_id = ?", later.ward)).isEqualTo(2);

    later.handle(TestEvents.organisation(later.organisation));
    assertThat(number("select count(*) from parked where ward_id = ?", later.ward)).isZero();
    assertThat(
            number(
                "select submissions from rollup_submission where ward_id = ? and rating = 2",
                later.ward))
        .isEqualTo(1);
    assertThat(
            number("select sum(submissions) from rollup_submission where ward_id = ?", later.ward))
        .isEqualTo(1);
  }

  @Test
  void aWardOfAnotherOrganisationIsUnknown() throws Exception {
    place.handle(TestEvents.submitted(id, 1, "O-elsewhere", place.ward, 1, KIND));

    assertThat(number("select count(*) from parked where ward_id = ?")).isEqualTo(1);
    assertThat(submissions()).isZero();
  }

  @Test
  void theDirectoryComesFirstInABatch() throws Exception {
    HandledPlace fresh = new HandledPlace(handler);
    fresh.handle(
        fresh.submitted(id, 1, 1, KIND),
        TestEvents.ward(fresh.ward, 1, fresh.site, fresh.organisation, "Fresh Ward"),
        TestEvents.site(fresh.site, fresh.organisation),
        TestEvents.organisation(fresh.organisation));

    assertThat(number("select count(*) from submission where ward_id = ?", fresh.ward))
        .isEqualTo(1);
  }

  @Test
  void ofTwoDirectoryStatesTheHigherVersionStays() throws Exception {
    place.handle(TestEvents.ward(place.ward, 3, place.site, place.organisation, "Third name"));
    place.handle(TestEvents.ward(place.ward, 2, place.site, place.organisation, "Second name"));

    assertThat(number("select count(*) from known_ward where id = ? and name = 'Third name'"))
        .isEqualTo(1);
  }

  @Test
  void aPoisonousEventIsParkedWithItsReasonAndTheOthersGoOn() throws Exception {
    TestEvents.Fact garbled = new TestEvents.Fact(Event.SUBMITTED, "k\0", "", "{\"submissionId\":");
    TestEvents.Fact invalid =
        new TestEvents.Fact(Event.SUBMITTED, "k", "", "{\"submissionId\": 1}");

    runner.run(place.batch(garbled, place.submitted(id, 1, 1, KIND), invalid));

    assertThat(submissions()).isEqualTo(1);
    assertThat(
            number(
                "select count(*) from parked where cluster_id = ? and reason = 'UNREADABLE'"
                    + " and record_offset = 0 and headers->>'ce_type' = 'feedback.submitted'",
                place.cluster))
        .isEqualTo(1);
    assertThat(
            number(
                "select count(*) from parked where cluster_id = ? and reason = 'INVALID'"
                    + " and convert_from(value, 'UTF8') = '{\"submissionId\": 1}'",
                place.cluster))
        .isEqualTo(1);
    assertThat(handler.stored(place.cluster, new Partition(Event.SUBMITTED, 0))).isEqualTo(3);
  }

  @Test
  void aZombieChangesNothing() throws Exception {
    Batch old = place.batch(place.submitted(id, 1, 1, KIND));
    handler.handle(old);
    double before = received(Event.SUBMITTED);
    Batch zombie =
        new Batch(
            place.cluster,
            old.expected(),
            place.batch(place.submitted(UUID.randomUUID(), 1, 1, KIND)).events());

    assertThatExceptionOfType(Fenced.class).isThrownBy(() -> handler.handle(zombie));

    assertThat(submissions()).isEqualTo(1);
    assertThat(handler.stored(place.cluster, new Partition(Event.SUBMITTED, 0))).isEqualTo(1);
    assertThat(received(Event.SUBMITTED)).isEqualTo(before);
  }

  @Test
  void aWithheldCommentIsCountedAndCannotBeFound() throws Exception {
    place.handle(
        place.submitted(id, 1, 5, "why: A nurse hit my mother and left her in her own urine."));

    assertThat(number("select sum(withheld) from rollup_comment where ward_id = ?")).isEqualTo(1);
    assertThat(
            number(
                "select count(*) from comment where ward_id = ?"
                    + " and search @@ websearch_to_tsquery('english', 'mother')"))
        .isZero();
  }

  @Test
  void aRebuildGivesTheSameCounts() throws Exception {
    place.handle(place.submitted(id, 1, 2, KIND, COLD));
    long themes = number("select sum(comments) from rollup_theme where ward_id = ?");
    execute("update rollup_submission set submissions = submissions + 1 where ward_id = ?");
    execute("delete from rollup_theme where ward_id = ?");
    assertThat(recount.mismatches()).isPositive();

    recount.rebuild();

    assertThat(submissions()).isEqualTo(1);
    assertThat(number("select sum(comments) from rollup_theme where ward_id = ?"))
        .isEqualTo(themes);
  }

  @Test
  void aStartComparesOrRebuildsOnlyWhenItIsTold() throws Exception {
    place.handle(place.submitted(id, 1, 2, KIND, COLD));
    execute("update rollup_submission set submissions = submissions + 1 where ward_id = ?");
    for (String setting : List.of("OFF", "COMPARE")) {
      RecountFactory.start(database, setting);
      assertThat(submissions()).as(setting).isEqualTo(2);
    }
    RecountFactory.start(database, "REBUILD");
    assertThat(submissions()).isEqualTo(1);
  }

  private long submissions() throws SQLException {
    return number("select sum(submissions) from rollup_submission where ward_id = ?");
  }

  private long comments() throws SQLException {
    return number("select count(*) from comment where ward_id = ?");
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
      statement.setString(1, place.ward);
      statement.executeUpdate();
    }
  }

  private double received(String topic) {
    Counter counter = meters.find(IngestCounters.RECEIVED).tag("topic", topic).counter();
    return counter == null ? 0 : counter.count();
  }

  private double outcome(String topic, Outcome outcome) {
    Counter counter =
        meters
            .find(IngestCounters.OUTCOMES)
            .tag("topic", topic)
            .tag("outcome", outcome.code())
            .counter();
    return counter == null ? 0 : counter.count();
  }
}
