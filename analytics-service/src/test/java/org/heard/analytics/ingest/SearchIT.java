package org.heard.analytics.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.heard.analytics.RealServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Comments found by their words and by what was read in them. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class SearchIT {
  private static final String WEEK = "2026-W41";
  private static final Map<String, String> SAID =
      Map.of(
          "A", "good: The night nurse was kind and explained everything.",
          "B", "improve: The call bell was not answered for an hour.",
          "C", "improve: The bell rang; please call again.",
          "D", "good: [STAFF-1] was lovely to my mum on [DATE], ask [PERSON-2].",
          "E", "improve: The food was cold and the caf\u00e9 was shut.",
          "F", "why: A nurse hit my mother and left her in her own urine.",
          "G", "good[pl]: Piel\u0119gniarki by\u0142y bardzo mi\u0142e.",
          "H", "improve: We were kept waiting at night, nobody answered.",
          "I", "why: My cafe\u0301 was late.");

  private static HandledPlace place;
  private static final Map<String, String> LABELS = new HashMap<>();

  @Inject BatchHandler handler;
  @Inject DataSource database;

  @BeforeEach
  void aWardWithComments() throws Exception {
    if (place != null) {
      return;
    }
    place = new HandledPlace(handler).known();
    for (Map.Entry<String, String> said : new java.util.TreeMap<>(SAID).entrySet()) {
      UUID id = UUID.randomUUID();
      LABELS.put(id + "-1", said.getKey());
      place.handle(place.submitted(id, 1, said.getKey().charAt(0) % 5 + 1, said.getValue()));
    }
  }

  private Response comments(String... parameters) {
    List<String> all = new ArrayList<>(List.of("period", WEEK));
    all.addAll(List.of(parameters));
    return new AskedPlace(place).ward("comments", all.toArray(String[]::new));
  }

  private static String labels(Response page) {
    List<String> ids = page.then().statusCode(200).extract().jsonPath().getList("items.id");
    page.then().body("total", equalTo(ids.size()));
    TreeSet<String> labels = new TreeSet<>();
    ids.forEach(id -> labels.add(LABELS.get(id)));
    return String.join("", labels);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '~',
      emptyValue = "",
      value = {
        "nurse~A",
        "NURSES~A",
        "the nurse~A",
        "call bell~BC",
        "\"call bell\"~B",
        "“call bell”~B",
        "\"call bell~B",
        "bell -\"call bell\"~C",
        "bell -call~``",
        "-bell~ADEHI",
        "-bell -nurse -lovely~EHI",
        "food or bell~BCE",
        "food or the~E",
        "wait*~H",
        "waiting*~H",
        "expl*~A",
        "explaining~A",
        "answer*~BH",
        "answer* -hour~H",
        "café~EI",
        "CAFE\u0301~EI",
        "cafe~``",
        "caf*~EI",
        "urine~``",
        "mother~``",
        "miłe~``",
        "mił*~``",
        "staff~``",
        "person~``",
        "date~``",
        "1~``",
        "lovely~D",
        "\"lovely mum\"~``",
        "\"lovely to my mum\"~D",
        "\"mum ask\"~``",
        "bell's~BC",
        "call/bell~B",
        "nurse' OR ''='~A",
        "nurse'); drop table comment; --~``",
        "nurse\\~A",
        "nurse:*~A",
        "nurse:A~A",
        "!nurse~A",
        "(nurse~A",
        "nurse & kind~A",
        "nurse <-> kind~A",
        "nurse | food~``",
        "%nurse%~A",
      })
  void wordsFindWhatIsShown(String q, String found) {
    assertThat(labels(comments("q", q))).isEqualTo(found);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the",
        "is the",
        "\"to be or not to be\"",
        "-the",
        "the or is",
        "!!!",
        "&|!:()<->",
        "*",
        "\"",
        "[STAFF-1]",
        "lovely [staff-1]",
        "staff-1",
        "\"PERSON-2\"",
        "a*",
        "😀"
      })
  void whatHasNoWordToLookForIsRefused(String q) {
    comments("q", q).then().statusCode(400).body("code", equalTo("BAD_FILTER"));
  }

  @ParameterizedTest
  @CsvSource({"200, 200", "201, 400", "500, 400"})
  void aQueryHasALength(int length, int status) {
    comments("q", "x".repeat(length)).then().statusCode(status);
  }

  @ParameterizedTest
  @CsvSource({"20, 200", "21, 400"})
  void aQueryHasSoManyWords(int words, int status) {
    comments("q", "word ".repeat(words)).then().statusCode(status);
  }

  /** Whatever is typed is answered or refused, and withheld words are never found. */
  @Test
  void noSignsBreakAnything() {
    String signs = "&|!:()<->'\"\\*-~%_$;,.?[]{}@# \u00e9\u0142\u0301\u200d";
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      StringBuilder q = new StringBuilder();
      for (int n = random.nextInt(25) + 1; n > 0; n--) {
        int at = random.nextInt(signs.length() + 4);
        q.append(at < signs.length() ? signs.substring(at, at + 1) : "urine ");
      }
      String typed = q.toString();
      Response answer = comments("q", typed);
      if (answer.statusCode() == 200) {
        assertThat(answer.jsonPath().<String>getList("items.withheld"))
            .as(typed)
            .doesNotContain("IN_REVIEW", "LANGUAGE");
      } else {
        answer.then().statusCode(400).body("code", equalTo("BAD_FILTER"));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "severity, none, severity = 'none'",
    "severity, low, severity = 'low'",
    "severity, moderate, severity = 'moderate'",
    "severity, serious, severity = 'serious'",
    "language, en, language = 'en'",
    "language, pl, language = 'pl'",
    "language, und, language is null",
    "specificity, generic, exists (select 1 from comment_tag t where t.submission_id ="
        + " c.submission_id and t.n = c.n and t.specificity = 'generic')",
    "specificity, specific, exists (select 1 from comment_tag t where t.submission_id ="
        + " c.submission_id and t.n = c.n and t.specificity = 'specific')",
  })
  void whatWasReadIsFoundWhereItIsShown(String filter, String value, String condition)
      throws SQLException {
    String found = labels(comments(filter, value));
    assertThat(found).doesNotContain("F").doesNotContain("G");
    assertThat(found.length())
        .isEqualTo(
            number(
                "select count(*) from comment c where ward_id = ? and withheld is null and "
                    + condition));
  }

  @Test
  void aWithheldCommentIsSeriousForNobody() throws SQLException {
    assertThat(
            number(
                "select count(*) from comment where ward_id = ? and withheld = 'IN_REVIEW'"
                    + " and severity = 'serious'"))
        .isEqualTo(1);
    comments("severity", "serious").then().body("total", equalTo(0));
    comments()
        .then()
        .body("items.findAll { it.withheld != null }.size()", equalTo(2))
        .body("items.findAll { it.withheld != null && it.severity != null }.size()", equalTo(0))
        .body("items.findAll { it.withheld == null && it.severity == null }.size()", equalTo(0));
  }

  @ParameterizedTest
  @CsvSource({
    "question, good, ADG",
    "question, improve, BCEH",
    "question, why, FI",
  })
  void theQuestionIsShownAndAskedForOfAll(String filter, String value, String found) {
    assertThat(labels(comments(filter, value))).isEqualTo(found);
  }

  @Test
  void filtersNarrowTogether() {
    assertThat(labels(comments("question", "improve", "q", "bell"))).isEqualTo("BC");
    assertThat(labels(comments("question", "improve", "q", "bell", "language", "en")))
        .isEqualTo("BC");
    assertThat(labels(comments("question", "good", "q", "bell"))).isEmpty();
    assertThat(labels(comments("rating", Integer.toString('B' % 5 + 1), "q", "bell")))
        .isEqualTo("B");
    assertThat(
            labels(
                comments("theme", "kindness-and-courtesy", "specificity", "generic", "q", "kind")))
        .isEqualTo(
            labels(
                comments(
                    "theme",
                    "kindness-and-courtesy",
                    "specificity",
                    "generic",
                    "q",
                    "kind",
                    "polarity",
                    "present")));
  }

  @ParameterizedTest
  @CsvSource({
    "severity, bad",
    "severity, SERIOUS",
    "question, what",
    "specificity, both",
    "language, english",
    "language, EN",
    "language, en'",
    "rating, 0",
  })
  void whatCannotBeIsRefused(String filter, String value) {
    comments(filter, value).then().statusCode(400).body("code", equalTo("BAD_FILTER"));
  }

  @Test
  void whatArrivesBetweenTwoPagesHidesAndDoublesNothing() throws Exception {
    HandledPlace busy = new HandledPlace(handler).known();
    List<String> before = new ArrayList<>();
    for (int i = 0; i < 13; i++) {
      before.add(arrives(busy, 5 + i % 3) + "-1");
    }
    List<Map<String, Object>> items =
        new AskedPlace(busy)
            .walk(
                "/v1/wards/" + busy.ward + "/comments",
                2,
                () -> {
                  for (int day = 4; day < 9; day++) {
                    arrives(busy, day);
                  }
                },
                "period",
                WEEK);
    List<Object> ids = items.stream().map(item -> item.get("id")).toList();
    assertThat(ids).doesNotHaveDuplicates().containsAll(before);
    assertThat(ids).as("some of what arrived comes, too").hasSizeGreaterThan(13);
  }

  @Test
  void whatGoesBetweenTwoPagesHidesNothingElse() throws Exception {
    HandledPlace busy = new HandledPlace(handler).known();
    List<UUID> before = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      before.add(arrives(busy, 5 + i % 2));
    }
    List<UUID> gone = before.subList(0, 4);
    List<String> stay = before.subList(4, 12).stream().map(id -> id + "-1").toList();
    List<UUID> next = new ArrayList<>(gone);
    List<Map<String, Object>> items =
        new AskedPlace(busy)
            .walk(
                "/v1/wards/" + busy.ward + "/comments",
                2,
                () -> {
                  if (!next.isEmpty()) {
                    busy.handle(busy.erased(next.remove(0), "receipt"));
                  }
                },
                "period",
                WEEK);
    assertThat(items.stream().map(item -> item.get("id")))
        .doesNotHaveDuplicates()
        .containsAll(List.<Object>copyOf(stay));
  }

  private static UUID arrives(HandledPlace busy, int day) throws Exception {
    UUID id = UUID.randomUUID();
    busy.handle(
        TestEvents.submittedAt(
            "2026-10-0%dT12:00:00Z".formatted(day),
            id,
            1,
            busy.organisation,
            busy.ward,
            2,
            "improve: The food was cold."));
    return id;
  }

  private long number(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement(sql)) {
      select.setString(1, place.ward);
      try (var row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
