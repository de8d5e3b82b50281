package org.heard.analytics.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.sessions.JqwikSession;
import org.heard.analytics.RealServers;
import org.heard.analytics.Tokens;
import org.heard.analytics.counting.Recount;
import org.heard.analytics.tagging.Tagger;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens in whichever order, submissions, repeats, late versions, erasures, translations,
 * corrections, broken connections and logs that are read again: the counts are those of a ledger
 * that is kept by hand, a recount agrees, and a theme's comments are as many as its number says.
 */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class HistoriesIT {
  private static final String SEED = System.getProperty("heard.histories.seed", "20261127");
  private static final int TRIES = Integer.getInteger("heard.histories.tries", 60);
  private static final int SUBMISSIONS = 4;
  private static final String PERIOD = "2026-W41";
  private static final String ENGLISH = "The nurses were very kind and helped us.";
  private static final String CLEARED = "Pielęgniarki były miłe.";

  private static final List<Ledger.Answer> ANSWERS =
      List.of(
          new Ledger.Answer("good", null, "The night nurse was kind and explained everything."),
          new Ledger.Answer("improve", null, "The food was cold and nobody listened to me."),
          new Ledger.Answer("why", null, "Kind staff, but we were left waiting and not told why."),
          new Ledger.Answer("why", null, "n/a"),
          new Ledger.Answer("why", null, "A nurse hit my mother and left her in her own urine."),
          new Ledger.Answer("good", "pl", "Pielęgniarki były bardzo miłe i nam pomogły."),
          new Ledger.Answer("good", "pl", "Lekarz wszystko nam spokojnie wyjaśnił."));

  /** What can be missing of any comment that says something. */
  private static final Map<String, Object> MISSING =
      Map.of("layer", "compassion", "theme", "being-heard", "polarity", "present");

  /** Nobody disputes what says nothing, or what is shown in a language that is not read. */
  private static final Set<String> WITHOUT_CONTENT = Set.of("n/a", CLEARED);

  /** What happens next. */
  sealed interface Step {
    /**
     * A batch; the connection breaks after so many calls, and the batch comes again.
     *
     * @param soundFor calls until the connection breaks, beyond any batch's for never
     */
    record Deliver(List<Send> sends, int soundFor) implements Step {}

    /** A person writes something in the place of a comment. */
    record Write(int who, int n, boolean translation) implements Step {}

    /**
     * A person disputes a tag of a comment, another accepts.
     *
     * @param pick which of its tags is wrong, of those that can be; below 0: one is missing
     */
    record Correct(int who, int n, int pick) implements Step {}

    /** All that was ever published comes again, from a fresh cluster in another order. */
    record Replay(int order) implements Step {}
  }

  /** One event of a batch. */
  sealed interface Send {
    int who();

    /** The next version but one of a submission, so that a later event can be late. */
    record Submit(int who, int ward, Integer rating, List<Integer> answers) implements Send {}

    /** The version before the latest, with words of its own. */
    record Late(int who, List<Integer> answers) implements Send {}

    /** The latest once more. */
    record Again(int who) implements Send {}

    /** An erasure. */
    record Erase(int who, String reason) implements Send {}
  }

  @Inject BatchHandler handler;
  @Inject DataSource database;
  @Inject MeterRegistry meters;
  @Inject Recount recount;
  @Inject Tagger tagger;

  @Test
  void comeToWhatALedgerSays() {
    JqwikSession.run(
        SEED,
        () -> {
          Arbitrary<List<Step>> histories = histories();
          for (int number = 1; number <= TRIES; number++) {
            List<Step> history = histories.sample();
            try {
              new Run().all(history);
            } catch (AssertionError | Exception wrong) {
              throw new AssertionError(
                  "history %d of heard.histories.seed %s: %s".formatted(number, SEED, history),
                  wrong);
            }
            JqwikSession.finishTry();
          }
        });
  }

  private static Arbitrary<List<Step>> histories() {
    Arbitrary<Step> deliver =
        Combinators.combine(
                sends().list().ofMinSize(1).ofMaxSize(4),
                Arbitraries.frequencyOf(
                    Tuple.of(3, Arbitraries.just(Integer.MAX_VALUE)),
                    Tuple.of(1, Arbitraries.integers().between(0, 18))))
            .as(Step.Deliver::new);
    Arbitrary<Step> write =
        Combinators.combine(
                who(), Arbitraries.integers().between(1, 3), Arbitraries.of(true, false))
            .as(Step.Write::new);
    Arbitrary<Step> correct =
        Combinators.combine(
                who(), Arbitraries.integers().between(1, 3), Arbitraries.integers().between(-1, 2))
            .as(Step.Correct::new);
    Arbitrary<Step> replay = Arbitraries.integers().map(Step.Replay::new);
    return Arbitraries.frequencyOf(
            Tuple.of(8, deliver), Tuple.of(3, write), Tuple.of(5, correct), Tuple.of(1, replay))
        .list()
        .ofMinSize(3)
        .ofMaxSize(20);
  }

  private static Arbitrary<Send> sends() {
    Arbitrary<List<Integer>> answers =
        Arbitraries.integers().between(0, ANSWERS.size() - 1).list().ofMaxSize(3);
    Arbitrary<Send> submit =
        Combinators.combine(
                who(),
                Arbitraries.of(0, 0, 0, 1),
                Arbitraries.integers().between(1, 6).injectNull(0.2),
                answers)
            .as(Send.Submit::new);
    Arbitrary<Send> late = Combinators.combine(who(), answers).as(Send.Late::new);
    Arbitrary<Send> erase =
        Combinators.combine(who(), Arbitraries.of("receipt", "admin", "retention"))
            .as(Send.Erase::new);
    return Arbitraries.frequencyOf(
        Tuple.of(8, submit),
        Tuple.of(2, late),
        Tuple.of(2, who().map(Send.Again::new)),
        Tuple.of(1, erase));
  }

  private static Arbitrary<Integer> who() {
    return Arbitraries.integers().between(0, SUBMISSIONS - 1);
  }

  /** One history, in a place of its own. */
  private final class Run {
    private final HandledPlace place = new HandledPlace(handler);
    private final List<String> wards = List.of(place.ward, "V-" + UUID.randomUUID());
    private final List<UUID> ids = new ArrayList<>();
    private final Ledger ledger = new Ledger(tagger);
    private final BreakingDatabase breaking = new BreakingDatabase(database);
    private final BatchHandler fragile = new LoopParts(breaking.source(), meters).handler();
    private final Map<UUID, Ledger.Submitted> latest = new HashMap<>();
    private final List<TestEvents.Fact> published = new ArrayList<>();

    Run() throws SQLException, Fenced {
      place.known();
      place.handle(TestEvents.ward(wards.get(1), 1, place.site, place.organisation, "The other"));
      for (int i = 0; i < SUBMISSIONS; i++) {
        ids.add(UUID.randomUUID());
      }
    }

    void all(List<Step> history) throws SQLException, Fenced {
      for (Step step : history) {
        if (step instanceof Step.Deliver deliver) {
          deliver(deliver);
        } else if (step instanceof Step.Write write) {
          write(write);
        } else if (step instanceof Step.Correct correct) {
          correct(correct);
        } else if (step instanceof Step.Replay replay) {
          replay(replay.order());
        }
      }
      assertThat(recount.mismatches()).as("rollup rows that differ from the facts").isZero();
      for (String ward : wards) {
        Ledger.Totals totals = totals(ward);
        assertThat(totals).isEqualTo(ledger.totals(ward));
        assertThat(listed(ward, totals))
            .as("comments behind each number")
            .isEqualTo(totals.themes());
      }
    }

    private void deliver(Step.Deliver step) throws SQLException, Fenced {
      List<Ledger.Submitted> submissions = new ArrayList<>();
      Map<UUID, List<String>> erasures = new HashMap<>();
      List<TestEvents.Fact> facts = new ArrayList<>();
      for (Send send : step.sends()) {
        UUID id = ids.get(send.who());
        if (send instanceof Send.Erase erase) {
          erasures.computeIfAbsent(id, first -> new ArrayList<>()).add(erase.reason());
          facts.add(place.erased(id, erase.reason()));
        } else {
          Ledger.Submitted version = version(send, id);
          submissions.add(version);
          facts.add(fact(version));
        }
      }
      published.addAll(facts);
      ledger.deliver(submissions, erasures);
      handle(facts.toArray(TestEvents.Fact[]::new), step.soundFor());
    }

    /** The first of a submission that was never sent stands for whatever was to come again. */
    private Ledger.Submitted version(Send send, UUID id) {
      Ledger.Submitted before = latest.get(id);
      Ledger.Submitted version;
      if (send instanceof Send.Submit submit) {
        int number = before == null ? 2 : before.version() + 2;
        String ward = wards.get(submit.ward());
        version =
            new Ledger.Submitted(id, number, ward, submit.rating(), answers(submit.answers()));
      } else if (before == null) {
        version = new Ledger.Submitted(id, 2, wards.get(0), 1, List.of(ANSWERS.get(0)));
      } else if (send instanceof Send.Late late) {
        return new Ledger.Submitted(
            id, before.version() - 1, before.ward(), before.rating(), answers(late.answers()));
      } else {
        return before;
      }
      latest.put(id, version);
      return version;
    }

    private static List<Ledger.Answer> answers(List<Integer> numbers) {
      return numbers.stream().map(ANSWERS::get).toList();
    }

    private TestEvents.Fact fact(Ledger.Submitted version) {
      return TestEvents.submitted(
          version.id(),
          version.version(),
          place.organisation,
          version.ward(),
          version.rating(),
          version.answers().stream().map(Ledger.Answer::published).toArray(String[]::new));
    }

    /** As the loop does: what broke comes again, and what was committed all the same is fenced. */
    private void handle(TestEvents.Fact[] facts, int soundFor) throws SQLException, Fenced {
      breaking.breakAfter(soundFor);
      Batch batch = place.batch(facts);
      try {
        fragile.handle(batch);
        assertThat(breaking.broke()).as("a broken connection went unnoticed").isFalse();
      } catch (SQLException broken) {
        assertThat(breaking.broke()).as("broke by itself: %s", broken).isTrue();
        try {
          handler.handle(batch);
        } catch (Fenced committed) {
          place.handle(facts);
        }
      }
    }

    private void write(Step.Write step) {
      UUID id = ids.get(step.who());
      String text = step.translation() ? ENGLISH : CLEARED;
      String kind = step.translation() ? "translation" : "cleared";
      String ward = ledger.wardOf(id, wards.get(0));
      int expected = ledger.write(id, step.n(), step.translation(), text);
      asAnalyst()
          .body("{\"kind\": \"%s\", \"text\": \"%s\"}".formatted(kind, text))
          .put("/v1/wards/%s/comments/%s-%d/translation".formatted(ward, id, step.n()))
          .then()
          .statusCode(expected);
    }

    private void correct(Step.Correct step) {
      UUID id = ids.get(step.who());
      String comment = id + "-" + step.n();
      String ward = ledger.wardOf(id, wards.get(0));
      Map<String, Object> shown = shown(ward, comment);
      if (shown == null) {
        return;
      }
      List<Map<String, Object>> tags = disputable(shown);
      boolean missing = step.pick() < 0;
      if (missing
          ? tags.stream().anyMatch(tag -> name(tag).equals(name(MISSING)))
          : tags.isEmpty()) {
        return;
      }
      Map<String, Object> tag = missing ? MISSING : tags.get(step.pick() % tags.size());
      Map<String, Object> dispute = new HashMap<>();
      List.of("layer", "theme", "polarity").forEach(field -> dispute.put(field, tag.get(field)));
      dispute.put("kind", missing ? "missing" : "wrong");
      if (missing) {
        dispute.put("evidence", Map.of("start", 0, "end", ((String) shown.get("text")).length()));
      }
      String correction =
          asAnalyst("who-disputes")
              .body(dispute)
              .post("/v1/wards/%s/comments/%s/dispute".formatted(ward, comment))
              .then()
              .statusCode(201)
              .extract()
              .path("id");
      asAnalyst("who-decides")
          .body(Map.of("decision", "accept"))
          .post("/v1/corrections/" + correction + "/decide")
          .then()
          .statusCode(200);
      ledger.correct(id, step.n(), name(tag), missing);
    }

    /** A comment that is shown and says something; null where there is none of that id. */
    private Map<String, Object> shown(String ward, String comment) {
      List<Map<String, Object>> items =
          asAnalyst()
              .get("/v1/wards/%s/comments?limit=200&period=%s".formatted(ward, PERIOD))
              .then()
              .statusCode(200)
              .extract()
              .jsonPath()
              .getList("items");
      return items.stream()
          .filter(item -> item.get("id").equals(comment) && item.get("text") != null)
          .filter(item -> !WITHOUT_CONTENT.contains(item.get("text")))
          .findFirst()
          .orElse(null);
    }

    private List<Map<String, Object>> disputable(Map<String, Object> shown) {
      @SuppressWarnings("unchecked")
      List<Map<String, Object>> tags = (List<Map<String, Object>>) shown.get("tags");
      return tags.stream().filter(tag -> tag.get("polarity") != null).toList();
    }

    private static String name(Map<String, Object> tag) {
      return Ledger.theme(
          (String) tag.get("layer"), (String) tag.get("theme"), (String) tag.get("polarity"));
    }

    private void replay(int order) throws SQLException, Fenced {
      List<TestEvents.Fact> shuffled = new ArrayList<>(published);
      Collections.shuffle(shuffled, new Random(order));
      HandledPlace fresh = new HandledPlace(handler);
      for (TestEvents.Fact fact : shuffled) {
        fresh.handle(fact);
      }
    }

    private Ledger.Totals totals(String ward) throws SQLException {
      JsonPath period =
          asAnalyst()
              .get("/v1/wards/%s/counts?from=%s&to=%s".formatted(ward, PERIOD, PERIOD))
              .then()
              .statusCode(200)
              .extract()
              .jsonPath()
              .setRootPath("periods[0]");
      Map<String, Long> ratings = new TreeMap<>();
      period.<String, Integer>getMap("ratings").forEach((k, n) -> ratings.put(k, n.longValue()));
      Map<String, Long> themes = new TreeMap<>();
      for (Map<String, Object> row : period.<Map<String, Object>>getList("themes")) {
        themes.put(
            Ledger.theme(
                (String) row.get("layer"), (String) row.get("theme"), (String) row.get("polarity")),
            ((Number) row.get("numerator")).longValue());
      }
      Map<String, Long> pillars = new TreeMap<>();
      for (Map<String, Object> row : period.<Map<String, Object>>getList("pillars")) {
        pillars.put(
            row.get("pillar") + "/" + row.get("polarity"),
            ((Number) row.get("numerator")).longValue());
      }
      return new Ledger.Totals(
          period.getLong("submissions"),
          ratings,
          period.getLong("comments"),
          period.getLong("withContent"),
          period.getLong("withheld"),
          languages(ward),
          themes,
          pillars,
          period.getLong("anyShortfall"),
          period.getLong("corrections.count"),
          period.getLong("corrections.net"));
    }

    /** No answer tells them yet. */
    private Map<String, Long> languages(String ward) throws SQLException {
      try (Connection connection = database.getConnection();
          PreparedStatement select =
              connection.prepareStatement(
                  "select language, sum(comments) from rollup_comment where ward_id = ?"
                      + " group by 1 having sum(comments) > 0")) {
        select.setString(1, ward);
        Map<String, Long> languages = new TreeMap<>();
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            languages.put(row.getString(1), row.getLong(2));
          }
        }
        return languages;
      }
    }

    private Map<String, Long> listed(String ward, Ledger.Totals totals) {
      Map<String, Long> listed = new TreeMap<>();
      for (String row : totals.themes().keySet()) {
        String[] parts = row.split("/", -1);
        String polarity = parts.length > 2 ? "&polarity=" + parts[2] : "";
        long total =
            asAnalyst()
                .get(
                    "/v1/wards/%s/comments?limit=1&period=%s&theme=%s%s"
                        .formatted(ward, PERIOD, parts[1], polarity))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("total");
        listed.put(row, total);
      }
      return listed;
    }

    private RequestSpecification asAnalyst() {
      return asAnalyst("an-analyst");
    }

    private RequestSpecification asAnalyst(String subject) {
      Tokens.Draft analyst =
          Tokens.person("quality-analyst").subject(subject).withOrganisations(place.organisation);
      return given()
          .auth()
          .oauth2(Tokens.gateway().sign())
          .header("Heard-Caller", analyst.sign())
          .contentType("application/json; charset=UTF-8");
    }
  }
}
