package org.heard.suite.checker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.heard.suite.RunningSuite;
import org.heard.suite.ledger.Ledger;
import org.heard.suite.ledger.Sent;

/** Gathers the facts of some wards from a suite at rest. */
public final class Gathering {
  private static final String TOPIC = "feedback.submitted";
  private static final int GATEWAY = 0;

  private final RunningSuite suite;
  private final Databases databases;
  private final VaultKeys vault;
  private final List<String> wards;
  private final Canary canary;
  private final Months months = Months.aroundNow();

  public Gathering(RunningSuite suite, List<String> wards, Canary canary) {
    this.suite = suite;
    this.databases = new Databases(suite);
    this.vault = new VaultKeys(suite);
    this.wards = List.copyOf(wards);
    this.canary = canary;
  }

  /**
   * All of it.
   *
   * @param token of somebody who may read all these wards
   * @param poisoned records that were put there on purpose
   */
  public Facts gather(
      Ledger ledger,
      Watch watch,
      String token,
      Set<Place> poisoned,
      List<Facts.Recovery> recoveries) {
    KafkaLog log = new KafkaLog(suite.data("kafka/data"), Set.copyOf(wards), canary).read(TOPIC);
    List<String> leaks = new ArrayList<>(log.leaks());
    leaks.addAll(canary.leaks(suite));
    Facts.Insights insights = insights(token, leaks);
    try {
      leaks.addAll(canary.tables(databases, "feedback"));
      leaks.addAll(canary.tables(databases, "analytics"));
      return new Facts(
          ledger.entries(),
          feedback(),
          analytics(),
          log.records(),
          insights,
          watch.seen(poisoned, leaks, recoveries));
    } catch (SQLException away) {
      throw new AssertionError("a suite at rest has its database", away);
    }
  }

  /** Whether everything acknowledged has been published and all that was published is applied. */
  public boolean isAtRest() {
    try {
      if (waiting() > 0) {
        return false;
      }
      Map<String, Long> next = next();
      return new KafkaLog(suite.data("kafka/data"), Set.copyOf(wards), canary)
          .read(TOPIC).records().stream()
              .map(Facts.Published::place)
              .allMatch(place -> next.getOrDefault(place.log(), 0L) > place.offset());
    } catch (SQLException | KafkaException | UncheckedIOException away) {
      // Away, or a segment that a broker is mending at this moment.
      return false;
    }
  }

  /** What the service's own recount of all its rollups comes to: a report's state. */
  public String recounted(String admin) {
    String recounts = "/api/v1/recounts";
    HttpResponse<String> begun =
        suite.ask(GATEWAY, "POST", recounts, admin, "application/json", "{}");
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
    return await()
        .atMost(RunningSuite.SECONDS_LATER)
        .until(
            () -> suite.gateway("/recounts?limit=1", admin).at("/items/0/state").asText(),
            state -> !state.equals("running"));
  }

  /** How many rows wait in the outbox. */
  public long waiting() throws SQLException {
    return databases
        .query(
            "feedback",
            "select count(*) from outbox where parked_at is null and key = any(?)",
            row -> row.getLong(1),
            (Object) wardArray())
        .get(0);
  }

  private String[] wardArray() {
    return wards.toArray(String[]::new);
  }

  private Facts.Feedback feedback() throws SQLException {
    Map<UUID, Facts.Stored> submissions = new HashMap<>();
    try (Connection feedback = databases.open("feedback")) {
      Databases.query(
          feedback,
          """
          select id, ward_id, rating, key_id, sealed, version,
                 (counted_at at time zone 'Europe/London')::date
          from submission left join sealed on submission_id = id and purpose = 'answers'
          where ward_id = any(?)
          """,
          row -> submissions.put(row.getObject(1, UUID.class), stored(row)),
          (Object) wardArray());
      return new Facts.Feedback(
          submissions, outbox(feedback, "is null"), outbox(feedback, "is not null"));
    }
  }

  private Facts.Stored stored(ResultSet row) throws SQLException {
    byte[] sealed = row.getBytes(5);
    List<String> texts =
        sealed == null
            ? List.of()
            : vault.texts(row.getObject(1, UUID.class), row.getString(4), sealed);
    return new Facts.Stored(
        row.getString(2),
        Sent.hash(row.getString(2), row.getInt(3), texts),
        row.getInt(6),
        row.getObject(7, LocalDate.class));
  }

  private List<String> outbox(Connection feedback, String parked) throws SQLException {
    return Databases.query(
        feedback,
        "select topic || ' ' || subject from outbox where key = any(?) and parked_at " + parked,
        row -> row.getString(1),
        (Object) wardArray());
  }

  private Facts.Analytics analytics() throws SQLException {
    Map<UUID, Facts.Counted> submissions = new HashMap<>();
    Map<Place, String> parked = new HashMap<>();
    try (Connection analytics = databases.open("analytics")) {
      Databases.query(
          analytics,
          """
          select id, ward_id, version, counted_on,
                 (select count(*) from comment c where c.submission_id = s.id)
          from submission s where ward_id = any(?)
          """,
          row ->
              submissions.put(
                  row.getObject(1, UUID.class),
                  new Facts.Counted(
                      row.getString(2),
                      row.getInt(3),
                      row.getObject(4, LocalDate.class),
                      row.getInt(5))),
          (Object) wardArray());
      Databases.query(
          analytics,
          """
          select topic, partition, record_offset, reason from parked
          where convert_from(record_key, 'UTF8') = any(?)
          """,
          row ->
              parked.put(
                  new Place(row.getString(1), row.getInt(2), row.getLong(3)), row.getString(4)),
          (Object) wardArray());
      return new Facts.Analytics(
          submissions, CountsAndFacts.differences(analytics, wardArray()), parked, next());
    }
  }

  private Map<String, Long> next() throws SQLException {
    return databases
        .query(
            "analytics",
            "select topic || '-' || partition, next_offset from consumer_offset",
            row -> Map.entry(row.getString(1), row.getLong(2)))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private Facts.Insights insights(String token, List<String> leaks) {
    Map<String, Long> submissions = new HashMap<>();
    Map<String, Integer> comments = new HashMap<>();
    for (String ward : wards) {
      submissions.put(ward, Watch.submissions(suite.gateway(months.insights(ward), token)));
      months.comments(ward).forEach(path -> list(path, token, comments, leaks));
    }
    return new Facts.Insights(submissions, comments);
  }

  private void list(String path, String token, Map<String, Integer> comments, List<String> leaks) {
    String cursor = "";
    while (cursor != null) {
      JsonNode page = suite.gateway(path + cursor, token);
      for (JsonNode comment : page.get("items")) {
        comments.merge(comment.get("id").asText(), 1, Integer::sum);
        if (canary.hasIdentifier(comment.path("text").asText())) {
          leaks.add("the answer with comment " + comment.get("id").asText() + " (an identifier)");
        }
      }
      cursor = page.get("next").isNull() ? null : "&cursor=" + page.get("next").asText();
    }
  }
}
