package org.heard.analytics.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.heard.analytics.RealServers;
import org.heard.analytics.counting.Recount;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Where somebody who trusts nothing would look for a gap between a number and the comments behind
 * it. Whatever happened, for every theme and every period the numerator of the counts is the total
 * of the list, the items of all its pages and what the facts say when they are counted anew.
 */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class GapsBetweenCountAndListIT {
  private static final String KIND = "good: The night nurse was kind and explained everything.";
  private static final String COLD = "improve: The food was cold.";
  private static final String HIT = "why: A nurse hit my mother and left her in her own urine.";
  private static final String HELD = "good[pl]: Pielęgniarki były bardzo miłe i nam pomogły.";
  private static final String NOON = "2026-10-05T12:00:00Z";

  @Inject BatchHandler handler;
  @Inject DataSource database;
  @Inject Recount recount;

  /** What happens, and of which periods the two must agree then. */
  enum Gap {
    WITHHELD_IS_COUNTED_AND_NOT_SHOWN(5, 3) {
      @Override
      void happens(History past) throws Exception {
        past.said(NOON, KIND, HIT);
        past.said(NOON, HELD, HIT, COLD);
      }
    },
    ONE_THEME_TWICE_IN_A_COMMENT(1, 0) {
      @Override
      void happens(History past) throws Exception {
        past.said(NOON, "good: Kind nurses. The night nurse was kind. So kind, all of them.");
      }
    },
    BOTH_POLARITIES_IN_A_COMMENT(2, 0) {
      @Override
      void happens(History past) throws Exception {
        past.said(NOON, "good: The day nurses were kind but the night nurses were rude.");
        past.said(NOON, KIND);
      }
    },
    ERASED_BEFORE_OR_AFTER(2, 0) {
      @Override
      void happens(History past) throws Exception {
        UUID taken = past.said(NOON, KIND, COLD);
        past.said(NOON, KIND, COLD);
        past.place.handle(past.place.erased(taken, "receipt"));
        past.repeats(NOON, taken, 1, KIND, COLD);
        UUID early = UUID.randomUUID();
        past.place.handle(past.place.erased(early, "objection"));
        past.repeats(NOON, early, 1, KIND, HIT);
      }
    },
    EXPIRED_KEEPS_ITS_COUNT(4, 0) {
      @Override
      void happens(History past) throws Exception {
        UUID old = past.said(NOON, KIND, COLD);
        past.place.handle(past.place.erased(old, "retention"));
        past.said(NOON, KIND);
        UUID early = UUID.randomUUID();
        past.place.handle(past.place.erased(early, "retention"));
        past.repeats(NOON, early, 1, COLD);
      }
    },
    /** London: half past midnight in summer, the hour that comes twice, a week's and year's end. */
    MIDNIGHT_IN_THE_ZONE(8, 0) {
      @Override
      void happens(History past) throws Exception {
        for (String moment :
            List.of(
                "2026-09-30T22:59:59Z",
                "2026-09-30T23:00:00Z",
                "2026-10-04T23:30:00Z",
                "2026-10-24T23:30:00Z",
                "2026-10-25T00:30:00Z",
                "2026-10-25T01:30:00Z",
                "2026-10-25T23:59:59Z",
                "2026-12-31T23:59:59.999Z")) {
          past.said(moment, KIND);
        }
      }
    },
    A_PAGE_ENDS_WITHIN_A_DAY(15, 1) {
      @Override
      void happens(History past) throws Exception {
        for (int i = 0; i < 7; i++) {
          past.said(NOON, KIND, COLD);
        }
        past.said(NOON, HIT);
      }
    },
    ANOTHER_VERSION_OTHER_DAY_OTHER_WORDS(3, 1) {
      @Override
      void happens(History past) throws Exception {
        UUID changed = past.said(NOON, KIND, COLD, HIT);
        past.repeats("2026-10-12T12:00:00Z", changed, 3, COLD);
        past.repeats(NOON, changed, 2, KIND, KIND, KIND);
        UUID same = past.said(NOON, KIND, HIT);
        past.repeats(NOON, same, 1, KIND, HIT);
      }
    },
    A_PERSON_WROTE_IN_ITS_PLACE(5, 1) {
      @Override
      void happens(History past) throws Exception {
        UUID translated = past.said(NOON, HELD, KIND);
        past.writes(translated, "translation", "The nurses were very kind but the food was cold.");
        UUID cleared = past.said(NOON, HELD);
        past.writes(cleared, "cleared", "Bardzo miłe.");
        UUID harmful = past.said(NOON, HELD);
        past.writes(harmful, "translation", "I want to kill myself, I have the tablets here.");
        past.said(NOON, COLD);
      }
    },
    ITS_WARD_MOVED(3, 0) {
      @Override
      void happens(History past) throws Exception {
        past.said(NOON, KIND);
        HandledPlace place = past.place;
        String site = "S-" + UUID.randomUUID();
        place.handle(
            TestEvents.site(site, place.organisation),
            TestEvents.ward(place.ward, 2, site, place.organisation, "Moved"));
        UUID elsewhere = past.said(NOON, KIND);
        String other = "W-" + UUID.randomUUID();
        place.handle(TestEvents.ward(other, 1, site, place.organisation, "Other"));
        place.handle(
            TestEvents.submittedAt(
                NOON, elsewhere, 2, place.organisation, other, 1, KIND, COLD, HIT));
        past.said(NOON, COLD, KIND);
      }
    };

    private final int comments;
    private final int withheld;

    Gap(int comments, int withheld) {
      this.comments = comments;
      this.withheld = withheld;
    }

    abstract void happens(History past) throws Exception;
  }

  /** Events of one ward. */
  record History(HandledPlace place) {
    UUID said(String moment, String... answers) throws Exception {
      UUID id = UUID.randomUUID();
      repeats(moment, id, 1, answers);
      return id;
    }

    void repeats(String moment, UUID id, int version, String... answers) throws Exception {
      place.handle(
          TestEvents.submittedAt(moment, id, version, place.organisation, place.ward, 1, answers));
    }

    void writes(UUID id, String kind, String text) {
      new AskedPlace(place)
          .asking()
          .body(Map.of("kind", kind, "text", text))
          .put("/v1/wards/" + place.ward + "/comments/" + id + "-1/translation")
          .then()
          .statusCode(200);
    }
  }

  private record Row(String theme, String polarity, int numerator) {}

  @ParameterizedTest
  @EnumSource
  void thereIsNone(Gap gap) throws Exception {
    HandledPlace place = new HandledPlace(handler).known();
    gap.happens(new History(place));
    AskedPlace asked = new AskedPlace(place);

    for (String range :
        List.of("week 2026-W39 2027-W01", "month 2026-09 2027-01", "quarter 2026-Q3 2027-Q1")) {
      String[] part = range.split(" ", -1);
      JsonPath counts =
          asked
              .ward("counts", "bucket", part[0], "from", part[1], "to", part[2])
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      assertThat(sum(counts, "comments")).as("comments by " + part[0]).isEqualTo(gap.comments);
      assertThat(sum(counts, "withheld")).as("withheld by " + part[0]).isEqualTo(gap.withheld);
      for (Map<String, Object> period : counts.<Map<String, Object>>getList("periods")) {
        agrees(asked, part[0], period);
      }
    }
    assertThat(recount.mismatches()).as("rollup rows that differ from the facts").isZero();
  }

  private static int sum(JsonPath counts, String what) {
    return counts.<Integer>getList("periods." + what).stream().mapToInt(i -> i).sum();
  }

  private void agrees(AskedPlace asked, String bucket, Map<String, Object> period)
      throws Exception {
    String label = (String) period.get("period");
    int comments = (int) period.get("comments");
    asked
        .ward("comments", "bucket", bucket, "period", label, "limit", "1")
        .then()
        .body("total", equalTo(comments));
    if (comments == 0) {
      assertThat((List<?>) period.get("themes")).isEmpty();
      return;
    }
    List<Row> rows = new ArrayList<>(List.of(new Row(null, null, comments)));
    for (Object row : (List<?>) period.get("themes")) {
      Map<?, ?> theme = (Map<?, ?>) row;
      rows.add(
          new Row(
              (String) theme.get("theme"),
              (String) theme.get("polarity"),
              (int) theme.get("numerator")));
    }
    assertThat(rows).as("something was tagged").hasSizeGreaterThan(1);
    for (Row row : rows) {
      listed(asked, bucket, label, row);
      assertThat(facts(asked.place().ward, period, row))
          .as("%s anew", row)
          .isEqualTo(row.numerator);
    }
    withheldAreCounted(asked, bucket, period);
  }

  private static void listed(AskedPlace asked, String bucket, String label, Row row)
      throws Exception {
    String[] filter =
        Stream.of(
                Stream.of("bucket", bucket, "period", label),
                row.theme == null ? Stream.<String>of() : Stream.of("theme", row.theme),
                row.polarity == null ? Stream.<String>of() : Stream.of("polarity", row.polarity))
            .flatMap(each -> each)
            .toArray(String[]::new);
    asked.ward("comments", filter).then().body("total", equalTo(row.numerator));
    List<Object> ids =
        asked.walk("/v1/wards/" + asked.place().ward + "/comments", 2, () -> {}, filter).stream()
            .map(item -> item.get("id"))
            .toList();
    assertThat(ids)
        .as("%s %s on all pages", label, row)
        .hasSize(row.numerator)
        .doesNotHaveDuplicates();
  }

  private static void withheldAreCounted(
      AskedPlace asked, String bucket, Map<String, Object> period) {
    List<String> reasons =
        asked
            .ward("comments", "bucket", bucket, "period", (String) period.get("period"))
            .jsonPath()
            .getList("items.withheld");
    assertThat(reasons.stream().filter(Objects::nonNull).filter(why -> !why.equals("EXPIRED")))
        .hasSize((int) period.get("withheld"));
  }

  /** What the facts say, by another way than the views of the schema. */
  private long facts(String ward, Map<String, Object> period, Row row) throws SQLException {
    String sql =
        """
        select count(*) from comment c join submission s on s.id = c.submission_id
        where s.ward_id = ? and s.counted_on between ?::date and ?::date
          and (?::text is null or (c.submission_id, c.n) in (
                select t.submission_id, t.n from comment_tag t
                where t.theme = ? and t.polarity = coalesce(?, '')))
        """;
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(sql)) {
      select.setString(1, ward);
      select.setString(2, (String) period.get("from"));
      select.setString(3, (String) period.get("to"));
      select.setString(4, row.theme);
      select.setString(5, row.theme);
      select.setString(6, row.polarity);
      try (var found = select.executeQuery()) {
        found.next();
        return found.getLong(1);
      }
    }
  }
}
