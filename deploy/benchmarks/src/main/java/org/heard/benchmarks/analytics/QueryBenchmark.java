package org.heard.benchmarks.analytics;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.heard.benchmarks.report.Report;
import org.heard.benchmarks.report.Row;
import org.heard.benchmarks.suite.SuiteUnderTest;
import org.heard.local.directory.DemoDirectory;
import org.heard.local.identity.Role;
import org.heard.local.run.CommandFailure;
import org.heard.local.run.JsonHttp;

/**
 * The inside insight query over the last 13 weeks, asked of the gateway, at a tenth of the comments
 * and at all of them. More comments are a longer history: every ward has the same number a day.
 */
final class QueryBenchmark {
  private static final double MOST_TIMES = 1.5;
  private static final double MOST_ROWS = 1.05;
  private static final Duration RECOUNTED = Duration.ofMinutes(60);

  /** A tenth lies within the 13 weeks. */
  private static final String FILL =
      """
      with told as (
        select i, md5('bench ' || i)::uuid as id,
               'B' || lpad((i %% %1$d + 1)::text, 4, '0') as ward,
               current_date - (i / %1$d * 91 / greatest(%2$d / 10 / %1$d, 1))::int as day
        from generate_series(%3$d, %4$d) i
      ), submissions as (
        insert into submission (id, version, ward_id, organisation_id, counted_on, counted_at,
                                received_at, rating, channel, mode, consent_to_publish)
        select id, 1, ward, '%5$s', day, day, day, i %% 6 + 1, 'import', 'other', false from told
      ), comments as (
        insert into comment (submission_id, n, ward_id, counted_on, rating, shuffle, question, text,
                             language, with_content, sentiment, criticality, severity, alerts,
                             model_version)
        select id, 1, ward, day, i %% 6 + 1, hashtextextended(id::text, 0), 'good',
               'The night nurse was kind and told me what came next, but the food was cold.', 'en',
               true, 2, 1, 'low', '{}', 'bench'
        from told
      )
      insert into comment_tag (submission_id, n, layer, theme, polarity, pillar, confidence,
                               evidence_start, evidence_end, ward_id, counted_on)
      select id, 1, layer, theme, polarity, pillar, 0.9, 0, 10, ward, day
      from told
      join (values (0, 'compassion', 'being-heard', 'present', 'Attending'),
                   (1, 'compassion', 'kindness-and-courtesy', 'present', 'Empathising'),
                   (2, 'compassion', 'dignity-and-respect', 'absent', 'Dignifying'),
                   (3, 'compassion', 'emotional-support', 'absent', 'Empathising'),
                   (4, 'practical', 'food-and-drink', 'negative', null),
                   (5, 'general', 'general-praise', '', null)) t (k, layer, theme, polarity, pillar)
        on k = i %% 6 or k = (i + 1) %% 6
      """;

  private final Database database;
  private final Report report;
  private final JsonHttp gateway;
  private final JsonHttp admin;

  QueryBenchmark(SuiteUnderTest suite, Database database, Report report) {
    this.database = database;
    this.report = report;
    gateway = new JsonHttp(suite.run().gateway(), suite.token(Role.QUALITY_ANALYST, List.of()));
    admin = new JsonHttp(suite.run().gateway(), suite.token(Role.ADMIN, List.of()));
  }

  /** What the questions of one size cost: microseconds, and rows of rollups. */
  private record Cost(long median, long slow, double rows, double facts) {}

  void run(int comments, int wards, int queries) throws SQLException, IOException {
    database.execute(
        """
        insert into ward (id, version, name, site_id, organisation_id, division_ids, care_setting)
        select 'B' || lpad(n::text, 4, '0'), 1, 'Ward ' || n, 'S01', '%s', '{}', 'inpatient'
        from generate_series(1, %d) n
        """
            .formatted(DemoDirectory.ORGANISATION, wards));
    fill(comments, wards, 0, comments / 10);
    Cost few = asked(wards, queries);
    fill(comments, wards, comments / 10, comments);
    Cost many = asked(wards, queries);
    compare(comments, wards, few, many);
  }

  private void fill(int comments, int wards, int from, int to) throws SQLException, IOException {
    report.step("%,d comments of %,d wards ...".formatted(to, wards));
    database.execute(FILL.formatted(wards, comments, from, to - 1, DemoDirectory.ORGANISATION));
    database.execute("analyze");
    recounted();
    // Dead rows and old statistics of a table that was just filled are no part of the question.
    database.execute("vacuum analyze");
  }

  /** The rollups are the service's own, not ours: it counts what it finds. */
  private void recounted() throws IOException {
    JsonHttp.Answer begun =
        admin.post("/api/v1/recounts", JsonNodeFactory.instance.objectNode().put("rebuild", true));
    if (!begun.isSuccess()) {
      throw CommandFailure.failed("Recount: " + begun.problem());
    }
    long giveUp = System.nanoTime() + RECOUNTED.toNanos();
    String state = "running";
    while (!state.equals("different") && !state.equals("equal")) {
      if (state.equals("failed") || System.nanoTime() > giveUp) {
        throw CommandFailure.failed("The recount did not end well, or in time: " + state);
      }
      Database.sleep(Duration.ofMillis(500));
      JsonHttp.Answer latest = admin.get("/api/v1/recounts?limit=1");
      state = latest.isSuccess() ? latest.body().at("/items/0/state").asText() : state;
    }
  }

  private static String path(int ward) {
    return "/api/v1/wards/B%04d/insights".formatted(ward);
  }

  private Cost asked(int wards, int queries) throws SQLException, IOException {
    SplittableRandom random = new SplittableRandom(1);
    times(random, wards, queries);
    long rows = database.read("rollup_%");
    long facts = database.read("comment%");
    long[] nanos = times(random, wards, queries);
    Arrays.sort(nanos);
    Cost cost =
        new Cost(
            nanos[queries / 2] / 1000,
            nanos[queries * 99 / 100] / 1000,
            (double) (database.read("rollup_%") - rows) / queries,
            (double) (database.read("comment%") - facts) / queries);
    report.step(
        "p50 %,d us, p99 %,d us, %.0f rows of rollups read"
            .formatted(cost.median(), cost.slow(), cost.rows()));
    return cost;
  }

  private long[] times(SplittableRandom random, int wards, int queries) throws IOException {
    long[] nanos = new long[queries];
    for (int i = 0; i < queries; i++) {
      long start = System.nanoTime();
      JsonHttp.Answer answer = gateway.get(path(1 + random.nextInt(wards)));
      nanos[i] = System.nanoTime() - start;
      if (!answer.isSuccess()) {
        throw CommandFailure.failed("Insights: " + answer.problem());
      }
    }
    return nanos;
  }

  private void compare(int comments, int wards, Cost few, Cost many) {
    double times = (double) many.median() / few.median();
    report.add(
        new Row(
            "inside insight query, %,d comments, %,d wards".formatted(comments, wards),
            "p50 %,d us, p99 %,d us".formatted(many.median(), many.slow()),
            "%,d comments: p50 %,d us, p99 %,d us"
                .formatted(comments / 10, few.median(), few.slow()),
            "%.2f".formatted(times),
            "<= %.1f".formatted(MOST_TIMES),
            times <= MOST_TIMES ? "met" : "MISSED"));
    double grown = many.rows() / Math.max(1, few.rows());
    boolean flat = grown <= MOST_ROWS && many.facts() < 1;
    report.add(
        new Row(
            "rollup rows read a query (and of comments)",
            "%.0f (%.0f)".formatted(many.rows(), many.facts()),
            "%,d comments: %.0f (%.0f)".formatted(comments / 10, few.rows(), few.facts()),
            "%.2f".formatted(grown),
            "do not grow",
            flat ? "met" : "MISSED"));
  }
}
