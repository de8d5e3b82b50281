package org.heard.feedback.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.sessions.JqwikSession;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.heard.feedback.access.ServiceSecrets;
import org.heard.feedback.fhir.Resources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * However the same ids come at the same time, through whichever door and with whichever content:
 * each is stored once, everybody who sent what is stored is told the same, everybody else 409. What
 * comes by another way is another content, as its channel says so.
 */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@TestProfile(ConcurrentDuplicatesIT.Wide.class)
class ConcurrentDuplicatesIT {
  private static final String SEED = System.getProperty("heard.duplicates.seed", "20261126");
  private static final Duration A_MINUTE = Duration.ofMinutes(1);
  private static final int TRIES = 60;
  private static final int MOST_SENDERS = 8;

  /** Limits of forms and files out of the way. */
  public static class Wide implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "heard.form.per-second", "10000",
          "heard.form.burst", "100000",
          "heard.form.ward-per-minute", "10000",
          "heard.form.ward-burst", "10000",
          "heard.import.max-concurrent", "16",
          "heard.import.max-concurrent-per-key", "16");
    }
  }

  /** The doors, and as what they let in. */
  enum Door {
    SINGLE("kiosk"),
    BATCH("kiosk"),
    FORM("phone"),
    PAPER("paper"),
    FHIR("fhir"),
    FILE("import");

    private final String channel;

    Door(String channel) {
      this.channel = channel;
    }
  }

  /** One submission: which of a few ids, and which of two contents. */
  record Send(int id, int content) {}

  /** What is sent at once: some submissions to the batch door, one to any other. */
  record Request(Door door, List<Send> sends) {}

  /** What was said of one submission: how, and its receipt code where the door tells one. */
  private record Told(Door door, Send send, String how, String receipt) {
    boolean isOf(Told other) {
      return door.channel.equals(other.door.channel) && send.content() == other.send.content();
    }
  }

  @Inject AgroalDataSource database;
  @Inject ServiceSecrets secrets;

  private final ExecutorService senders = Executors.newFixedThreadPool(MOST_SENDERS);
  private String key;
  private Map<String, String> ward;
  private Response desk;

  @BeforeEach
  void importerAndDesk() {
    Feedback.directory();
    key = Feedback.importerKey();
    ward = Forms.ward();
    desk = Feedback.register(Map.of("name", "clerk", "kind", "kiosk", "wardId", ward.get("id")));
  }

  @AfterEach
  void end() {
    senders.shutdownNow();
  }

  @Test
  void areStoredOnceAndToldAlike() {
    JqwikSession.run(
        SEED,
        () -> {
          Arbitrary<List<List<Request>>> plans = plans();
          for (int number = 1; number <= TRIES; number++) {
            List<List<Request>> plan = plans.sample();
            try {
              check(sendAll(plan));
            } catch (AssertionError wrong) {
              throw new AssertionError(
                  "try %d of heard.duplicates.seed %s: %s".formatted(number, SEED, plan), wrong);
            }
            JqwikSession.finishTry();
          }
        });
  }

  /** Some senders, each with its requests in order. */
  private static Arbitrary<List<List<Request>>> plans() {
    Arbitrary<Send> sends =
        Combinators.combine(
                Arbitraries.integers().between(0, 3),
                // Mostly repeats; now and then another content under the same id.
                Arbitraries.frequency(Tuple.of(4, 1), Tuple.of(1, 2)))
            .as(Send::new);
    Arbitrary<Request> batch =
        sends.list().ofMinSize(1).ofMaxSize(8).map(lines -> new Request(Door.BATCH, lines));
    return Arbitraries.frequencyOf(
            Tuple.of(3, one(Door.SINGLE, sends)),
            Tuple.of(2, batch),
            Tuple.of(1, one(Door.FORM, sends)),
            Tuple.of(1, one(Door.PAPER, sends)),
            Tuple.of(1, one(Door.FHIR, sends)),
            Tuple.of(1, one(Door.FILE, sends)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .list()
        .ofMinSize(2)
        .ofMaxSize(MOST_SENDERS);
  }

  private static Arbitrary<Request> one(Door door, Arbitrary<Send> sends) {
    return sends.map(send -> new Request(door, List.of(send)));
  }

  private Map<UUID, List<Told>> sendAll(List<List<Request>> plan) throws Exception {
    List<UUID> ids = List.of(id(), id(), id(), id());
    List<Callable<List<Told>>> tasks = new ArrayList<>();
    for (List<Request> requests : plan) {
      tasks.add(
          () -> {
            List<Told> told = new ArrayList<>();
            requests.forEach(request -> told.addAll(send(request, ids)));
            return told;
          });
    }
    Map<UUID, List<Told>> byId = new LinkedHashMap<>();
    for (Future<List<Told>> sender : senders.invokeAll(tasks)) {
      for (Told told : sender.get()) {
        byId.computeIfAbsent(ids.get(told.send().id()), first -> new ArrayList<>()).add(told);
      }
    }
    return byId;
  }

  private static UUID id() {
    return UUID.randomUUID();
  }

  private List<Told> send(Request request, List<UUID> ids) {
    if (request.door() == Door.BATCH) {
      return batch(request.sends(), ids);
    }
    Send send = request.sends().get(0);
    UUID id = ids.get(send.id());
    return List.of(
        switch (request.door()) {
          case SINGLE -> single(send, ids);
          case FORM -> form(send, id);
          case PAPER -> paper(send, id);
          case FHIR -> fhir(send, id);
          default -> file(send, id);
        });
  }

  private Told single(Send send, List<UUID> ids) {
    Response answer = Feedback.send(key, document(send, ids));
    String code = answer.statusCode() < 300 ? answer.path("receiptCode") : null;
    return new Told(Door.SINGLE, send, how(answer, answer.path("code")), code);
  }

  private Told form(Send send, UUID id) {
    Response page =
        Forms.send(
            ward.get("code"),
            Map.of(
                "form",
                Forms.token(secrets, "ward:" + ward.get("id"), id, A_MINUTE),
                "good",
                text(send)));
    return new Told(Door.FORM, send, how(page, shown(page)), Forms.receipt(page));
  }

  private Told paper(Send send, UUID id) {
    Response page =
        given()
            .cookie("heard-desk", desk.<String>path("key"))
            .contentType("application/x-www-form-urlencoded; charset=UTF-8")
            .formParam("form", Forms.token(secrets, "desks:O01", id, A_MINUTE))
            .formParam("day", "2026-10-05")
            .formParam("mode", "paper-home")
            .formParam("good", text(send))
            .post("/paper");
    return new Told(Door.PAPER, send, how(page, shown(page)), Forms.receipt(page));
  }

  private Told fhir(Send send, UUID id) {
    Response answer =
        Feedback.as(key)
            .contentType(Resources.FHIR)
            .body(
                Resources.fullest(id).replace("Calm", text(send)).getBytes(StandardCharsets.UTF_8))
            .post(Resources.DOOR + "?ward=W01");
    boolean taken = answer.statusCode() < 300;
    String code = taken ? answer.path("extension[0].valueString") : null;
    String refusal = taken ? null : answer.path("issue[0].details.coding[0].code");
    return new Told(Door.FHIR, send, how(answer, refusal), code);
  }

  /** A file of one record, so that its counts tell of it. */
  private Told file(Send send, UUID id) {
    String record = "ref,when,ward,good\n%s,2026-10-05,W01,%s\n".formatted(id, text(send));
    Response answer =
        Feedback.as(key)
            .contentType("text/csv; charset=utf-8")
            .queryParam("name", UUID.randomUUID().toString())
            .queryParam("map", "id=ref", "authoredAt=when", "ward=ward", "good=good")
            .body(record.getBytes(StandardCharsets.UTF_8))
            .post("/v1/feedback/batch");
    assertThat(answer.statusCode()).isEqualTo(200);
    String how =
        Stream.of("accepted", "duplicate")
            .filter(count -> answer.<Integer>path(count) == 1)
            .findFirst()
            .orElseGet(() -> "409 " + answer.path("problems[0].code"));
    return new Told(Door.FILE, send, how, null);
  }

  private static String how(Response answer, String refusal) {
    return switch (answer.statusCode()) {
      case 201 -> "accepted";
      case 200 -> "duplicate";
      default -> answer.statusCode() + " " + refusal;
    };
  }

  /** The code of the refusal that a page shows. */
  private static String shown(Response page) {
    return page.asString().replaceFirst("(?s).*data-code=\"(\\w*)\".*", "$1");
  }

  private List<Told> batch(List<Send> sends, List<UUID> ids) {
    String lines =
        sends.stream()
            .map(send -> document(send, ids).replace("\n", " "))
            .collect(Collectors.joining("\n"));
    Response answer =
        Feedback.as(key)
            .contentType("application/x-ndjson")
            .body(lines.getBytes(StandardCharsets.UTF_8))
            .post("/v1/feedback/batch");
    assertThat(answer.statusCode()).isEqualTo(200);
    List<String> results = answer.asString().lines().toList();
    assertThat(results).hasSameSizeAs(sends);
    List<Told> told = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      told.add(new Told(Door.BATCH, sends.get(i), how(results.get(i)), null));
    }
    return told;
  }

  private static String how(String result) {
    return result.contains("\"ID_REUSED\"")
        ? "409 ID_REUSED"
        : result.replaceFirst(".*\"status\":\"(\\w+)\".*", "$1");
  }

  private static String document(Send send, List<UUID> ids) {
    return Feedback.document(ids.get(send.id()), text(send));
  }

  private static String text(Send send) {
    return "Said " + send.content() + ".";
  }

  private void check(Map<UUID, List<Told>> byId) throws SQLException {
    for (Map.Entry<UUID, List<Told>> one : byId.entrySet()) {
      List<Told> created =
          one.getValue().stream().filter(told -> told.how().equals("accepted")).toList();
      assertThat(created).as("created %s", one.getKey()).hasSize(1);
      Told first = created.get(0);
      assertThat(one.getValue())
          .allMatch(
              told ->
                  told.isOf(first)
                      ? List.of("accepted", "duplicate").contains(told.how())
                      : told.how().equals("409 ID_REUSED"));
      assertThat(
              one.getValue().stream()
                  .map(Told::receipt)
                  .filter(receipt -> receipt != null)
                  .distinct())
          .as("receipts of %s", one.getKey())
          .hasSizeLessThanOrEqualTo(1);
      assertThat(stored(one.getKey()))
          .containsExactly(first.door().channel + ": " + text(first.send()));
    }
  }

  /** The channels and texts under an id, of all rows there are. */
  private List<String> stored(UUID id) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement rows =
            connection.prepareStatement(
                "SELECT channel || ': ' || (answers -> 0 ->> 'text') FROM submission WHERE id = ?")) {
      rows.setObject(1, id);
      List<String> texts = new ArrayList<>();
      try (ResultSet row = rows.executeQuery()) {
        while (row.next()) {
          texts.add(row.getString(1));
        }
      }
      return texts;
    }
  }
}
