package org.heard.feedback.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.sessions.JqwikSession;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * However the same ids come at the same time, through whichever door and with whichever content:
 * each is stored once, everybody who sent what is stored is told the same, everybody else 409.
 */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ConcurrentDuplicatesIT {
  private static final String SEED = System.getProperty("heard.duplicates.seed", "20261126");
  private static final int TRIES = 60;
  private static final int MOST_SENDERS = 8;

  /** One submission: which of a few ids, and which of two contents. */
  record Send(int id, int content) {}

  /** What is sent at once: one submission to the single door, or some to the batch door. */
  record Request(boolean batch, List<Send> sends) {}

  /** What was said of one submission: how, and its receipt where the door tells one. */
  private record Told(Send send, String how, String receipt) {}

  @Inject AgroalDataSource database;

  private final ExecutorService senders = Executors.newFixedThreadPool(MOST_SENDERS);
  private String key;

  @BeforeEach
  void importer() {
    Feedback.directory();
    key = Feedback.importerKey();
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
    Arbitrary<Request> single = sends.map(send -> new Request(false, List.of(send)));
    Arbitrary<Request> batch =
        sends.list().ofMinSize(1).ofMaxSize(8).map(lines -> new Request(true, lines));
    return Arbitraries.frequencyOf(Tuple.of(2, single), Tuple.of(1, batch))
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .list()
        .ofMinSize(2)
        .ofMaxSize(MOST_SENDERS);
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
    return request.batch() ? batch(request.sends(), ids) : single(request.sends().get(0), ids);
  }

  private List<Told> single(Send send, List<UUID> ids) {
    Response answer = Feedback.send(key, document(send, ids));
    String how =
        switch (answer.statusCode()) {
          case 201 -> "accepted";
          case 200 -> "duplicate";
          default -> answer.statusCode() + " " + answer.path("code");
        };
    boolean taken = answer.statusCode() < 300;
    return List.of(new Told(send, how, taken ? answer.asString() : null));
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
      told.add(new Told(sends.get(i), how(results.get(i)), null));
    }
    return told;
  }

  private static String how(String result) {
    return result.contains("\"ID_REUSED\"")
        ? "409 ID_REUSED"
        : result.replaceFirst(".*\"status\":\"(\\w+)\".*", "$1");
  }

  private static String document(Send send, List<UUID> ids) {
    return Feedback.document(ids.get(send.id()), "Said " + send.content() + ".");
  }

  private void check(Map<UUID, List<Told>> byId) throws SQLException {
    for (Map.Entry<UUID, List<Told>> one : byId.entrySet()) {
      List<Told> created =
          one.getValue().stream().filter(told -> told.how().equals("accepted")).toList();
      assertThat(created).as("created %s", one.getKey()).hasSize(1);
      int content = created.get(0).send().content();
      assertThat(one.getValue())
          .allMatch(
              told ->
                  told.send().content() == content
                      ? List.of("accepted", "duplicate").contains(told.how())
                      : told.how().equals("409 ID_REUSED"));
      assertThat(
              one.getValue().stream()
                  .map(Told::receipt)
                  .filter(receipt -> receipt != null)
                  .distinct())
          .as("receipts of %s", one.getKey())
          .hasSizeLessThanOrEqualTo(1);
      assertThat(stored(one.getKey())).containsExactly("Said " + content + ".");
    }
  }

  /** The texts under an id, of all rows there are. */
  private List<String> stored(UUID id) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement rows =
            connection.prepareStatement(
                "SELECT answers -> 0 ->> 'text' FROM submission WHERE id = ?")) {
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
