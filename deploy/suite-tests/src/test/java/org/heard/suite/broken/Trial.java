package org.heard.suite.broken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.heard.suite.RunningSuite;
import org.heard.suite.checker.Canary;
import org.heard.suite.checker.Checker;
import org.heard.suite.checker.Databases;
import org.heard.suite.checker.Facts;
import org.heard.suite.checker.Gathering;
import org.heard.suite.checker.OffsetSteps;
import org.heard.suite.checker.Violation;
import org.heard.suite.checker.Watch;
import org.heard.suite.ledger.Ledger;
import org.heard.suite.ledger.Sent;
import org.heard.suite.load.Keys;
import org.heard.suite.load.LoadClient;
import org.heard.suite.load.Patients;
import org.heard.suite.load.Poison;
import org.heard.suite.proxy.TcpProxy;

/** One ward, what was sent for it, and what the checker says of it. */
final class Trial implements AutoCloseable {
  private static final Duration REST = Duration.ofSeconds(40);
  private static final int FEEDBACK = 1;
  private static final int KAFKA = 5;

  private final Stage stage;
  private final String ward;
  private final Databases databases;
  private final Ledger ledger;
  private final Patients patients;
  private final LoadClient load;
  private final Watch watch;
  private final Gathering gathering;
  private final Poison poison;
  private List<Sent> last = List.of();
  private OffsetSteps steps;

  Trial(Stage stage, String ward, Path ledger) {
    this.stage = stage;
    this.ward = ward;
    RunningSuite suite = stage.suite();
    this.databases = new Databases(suite);
    this.ledger = new Ledger(ledger);
    String word = "tamarisk" + ward.toLowerCase(Locale.ROOT) + "x";
    patients = new Patients(ward.hashCode(), List.of(ward), word);
    String key = stage.importer();
    Keys keys = new Keys(any -> key, key, key, any -> "");
    load = new LoadClient(suite.port(FEEDBACK), keys, patients, this.ledger);
    watch = new Watch(suite, this.ledger, List.of(ward), stage.token(), () -> false);
    gathering = new Gathering(suite, List.of(ward), new Canary(word, Patients.IDENTIFIERS));
    poison = new Poison(suite.port(KAFKA));
  }

  /**
   * A running suite and what a trial needs of it.
   *
   * @param database the proxy between analytics-service and PostgreSQL
   * @param importer an importer's key
   * @param token of somebody who may read the wards of all trials
   * @param admin an admin's token
   */
  record Stage(
      RunningSuite suite, TcpProxy database, String importer, String token, String admin) {}

  Stage stage() {
    return stage;
  }

  /** SIGKILL for a service; {@code up} starts it again. */
  void kill(String service) {
    stage.suite().service(service).destroyForcibly();
  }

  /** Puts records among the ward's events that nobody can apply. */
  void poison() throws InterruptedException {
    poison.spread(ward);
  }

  /** Has all events of the ward's day published again. */
  void publishAgain() {
    String body = "{\"wardId\": \"%s\", \"day\": \"%s\"}";
    LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
    HttpResponse<String> answer =
        stage.suite().feedback("/v1/events/redrive", stage.admin(), body.formatted(ward, today));
    assertThat(answer.statusCode()).as(answer::body).isEqualTo(202);
  }

  /** From now on every step of the stored offsets is noted, here and for the checker. */
  OffsetSteps followOffsets() throws SQLException {
    steps = new OffsetSteps(databases);
    return steps;
  }

  /** Sends so many submissions, each until it is answered. */
  void submit(int many) throws InterruptedException {
    last = Stream.generate(patients::next).limit(many).toList();
    load.sendNow(last);
  }

  /** Waits until the record has what was sent last. */
  void awaitRecorded() {
    String[] ids = last.stream().map(sent -> sent.id().toString()).toArray(String[]::new);
    await()
        .atMost(REST)
        .until(
            () ->
                databases
                        .query(
                            "feedback",
                            "select count(*) from submission where id = any(?::uuid[])",
                            row -> row.getInt(1),
                            (Object) ids)
                        .get(0)
                    == ids.length);
  }

  /** Waits until nothing of the ward is left to be published. */
  boolean isPublished(Duration bound) {
    return isTrueWithin(bound, () -> gathering.waiting() == 0);
  }

  /** Waits until all that was sent can be read. */
  void awaitVisible() {
    await().atMost(REST).until(() -> counted() == ledger.acknowledged());
  }

  private long counted() {
    try {
      return databases
          .query(
              "analytics",
              "select count(*) from submission where ward_id = ?",
              row -> row.getLong(1),
              ward)
          .get(0);
    } catch (SQLException away) {
      return -1;
    }
  }

  /** Keeps every writer away from a table of analytics-service until it is closed. */
  Connection lock(String table) throws SQLException {
    Connection connection = databases.open("analytics");
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("lock table " + table + " in exclusive mode");
    }
    return connection;
  }

  /** Waits until a writer stands before such a lock. */
  void awaitBlockedOn(String table) {
    await()
        .atMost(REST)
        .until(
            () ->
                !databases
                    .query(
                        "analytics",
                        "select 1 from pg_locks where not granted and relation = ?::regclass",
                        row -> row.getInt(1),
                        table)
                    .isEmpty());
  }

  /** What the checker says once the suite is at rest: one that hangs proves nothing. */
  List<Violation> judge() throws SQLException {
    await().atMost(REST).until(gathering::isAtRest);
    watch.lookAtDatabase();
    if (steps != null) {
      watch.note(steps.all());
      steps.close();
      steps = null;
    }
    Facts facts = gathering.gather(ledger, watch, stage.token(), poison.places(), List.of());
    return Checker.check(facts, REST);
  }

  private static boolean isTrueWithin(Duration bound, Callable<Boolean> condition) {
    try {
      await().atMost(bound).until(condition);
      return true;
    } catch (ConditionTimeoutException no) {
      return false;
    }
  }

  @Override
  public void close() {
    load.close();
    watch.close();
    ledger.close();
  }
}
