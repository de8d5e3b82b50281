package org.heard.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A suite whose identities come from its real Keycloak. */
class KeycloakIT {
  private static final Duration TWO_MINUTES = Duration.ofMinutes(2);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @TempDir static Path folder;
  private static RunningSuite suite;

  @BeforeAll
  static void up() {
    suite = RunningSuite.startWithKeycloak(folder.resolve("data"));
  }

  @AfterAll
  static void down() {
    if (suite != null) {
      List<ProcessHandle> processes = suite.process().descendants().toList();
      assertThat(suite.stop()).isZero();
      await()
          .atMost(RunningSuite.SECONDS_LATER)
          .untilAsserted(() -> assertThat(processes).noneMatch(ProcessHandle::isAlive));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ward-leader,            W01 S02, ''",
    "quality-analyst,        '',      ''",
    "intranet,               '',      ''",
    "alert-handler,          '',      pals security",
    "information-governance, '',      ''",
    "admin,                  '',      ''",
  })
  void everyRoleLogsInAndItsClaimsAreLists(String role, String units, String lanes) {
    List<String> command = new ArrayList<>(List.of(role));
    option(command, "--units", units);
    option(command, "--lanes", lanes);
    String token = suite.token(command.toArray(String[]::new));
    JsonNode claims = part(token, 1);
    assertThat(texts(claims.get("groups"))).containsExactly(role);
    assertThat(texts(claims.get("organisations"))).containsExactly("O01");
    assertThat(texts(claims.path("units"))).isEqualTo(words(units));
    assertThat(texts(claims.path("lanes"))).isEqualTo(words(lanes));
    assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(8 * 3600);
    JsonNode me = suite.gateway("/me", token);
    assertThat(texts(me.get("roles"))).containsExactly(role);
    assertThat(texts(me.get("units"))).isEqualTo(words(units));
    assertThat(suite.token(command.toArray(String[]::new))).as("reused").isNotEqualTo(token);
  }

  @Test
  void aCommentTravelsFromAKioskToTheWardLeaderAndIsPublishedAgainForAnAdmin() {
    Command.Result device = Command.run("device", suite.withPort("bay four", "--ward", "W07"));
    assertThat(device.exit()).as(device::errors).isZero();
    UUID id = UUID.randomUUID();
    Instant now = Instant.now();
    HttpResponse<String> answer =
        suite.feedback(
            "/v1/feedback",
            device.out(),
            """
            {"id": "%s", "wardId": "W07", "rating": 1, "channel": "kiosk", "authoredAt": "%s",
             "answers": [{"question": "why", "text": "She sat with me until I slept."}]}
            """
                .formatted(id, now));
    assertThat(answer.statusCode()).as(answer::body).isEqualTo(201);
    String leader = suite.token("ward-leader", "--units", "W07");
    await()
        .atMost(RunningSuite.SECONDS_LATER)
        .until(() -> suite.gateway("/wards/W07/comments", leader).get("total").asInt() == 1);

    String day =
        "{\"wardId\": \"W07\", \"day\": \"%s\"}"
            .formatted(now.atZone(java.time.ZoneId.of("Europe/London")).toLocalDate());
    HttpResponse<String> again = redrive(suite.token("admin"), day);
    assertThat(again.statusCode()).as(again::body).isEqualTo(202);
    assertThat(RunningSuite.parse(again.body()).get("events").asInt()).isEqualTo(1);
    assertThat(redrive(leader, day).statusCode()).isEqualTo(403);
    assertThat(redrive(suite.token("admin", "--organisation", "O02"), day).statusCode())
        .isEqualTo(404);
  }

  @Test
  void whoeverIsNoPersonOfTheRealmIsRefused() {
    String service = clientToken("gateway");
    assertThat(suite.tryGateway("/api/v1/me", service).statusCode()).isEqualTo(401);
    assertThat(suite.feedback("/v1/devices", service, "{}").statusCode()).isEqualTo(403);
    assertThat(suite.feedback("/v1/devices", clientToken("analytics-service"), "{}").statusCode())
        .isEqualTo(401);
    assertThat(suite.tryGateway("/api/v1/me", adminToken()).statusCode()).isEqualTo(401);
    String intranet = clientToken("intranet");
    assertThat(texts(suite.gateway("/me", intranet).get("roles"))).containsExactly("intranet");
    String forged = suite.token("admin").replaceAll("\\.[^.]*$", "." + "A".repeat(86));
    assertThat(suite.tryGateway("/api/v1/me", forged).statusCode()).isEqualTo(401);
  }

  @Test
  void aNewKeyOfTheRealmNeedsNoRestart() {
    String before = suite.token("quality-analyst");
    suite.gateway("/wards", before);
    HttpResponse<String> made =
        send(
            HttpRequest.newBuilder(keycloak("/admin/realms/heard/components"))
                .header("Authorization", "Bearer " + adminToken())
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        """
                        {"name": "rotated", "providerId": "ecdsa-generated",
                         "providerType": "org.keycloak.keys.KeyProvider",
                         "config": {"priority": ["200"], "ecdsaEllipticCurveKey": ["P-256"]}}
                        """)));
    assertThat(made.statusCode()).as(made::body).isEqualTo(201);
    String after = suite.token("quality-analyst");
    assertThat(part(after, 0).get("kid")).isNotEqualTo(part(before, 0).get("kid"));
    // A service that has asked for keys a moment ago asks again only after its pause.
    await()
        .atMost(RunningSuite.SECONDS_LATER)
        .until(() -> suite.tryGateway("/api/v1/wards", after).statusCode() == 200);
    suite.gateway("/wards", before);
    await()
        .atMost(RunningSuite.SECONDS_LATER)
        .until(
            () -> Command.run("device", suite.withPort("bay five", "--ward", "W07")).exit() == 0);
  }

  @Test
  void servicesOutliveKeycloakWhichIsStartedAgain() {
    String token = suite.token("quality-analyst");
    suite.gateway("/wards", token);
    suite.service("kc.home.dir").destroyForcibly();
    await().atMost(RunningSuite.SECONDS_LATER).until(() -> suite.said().contains("DIED: Keycloak"));
    suite.gateway("/wards", token);
    await().atMost(TWO_MINUTES).until(() -> suite.said().contains("Started again: Keycloak"));
    suite.gateway("/wards", token);
    suite.gateway("/wards", suite.token("quality-analyst"));
  }

  @Test
  void noSecretStandsInACommandLine() throws IOException {
    List<String> commandLines =
        suite
            .process()
            .descendants()
            .flatMap(process -> process.info().commandLine().stream())
            .toList();
    assertThat(commandLines).anyMatch(line -> line.contains("kc.home.dir"));
    List<Path> kept = new ArrayList<>();
    for (Path folder : List.of(secrets(), suite.data("keys"))) {
      try (var files = Files.newDirectoryStream(folder, "*.{secret,password}")) {
        files.forEach(kept::add);
      }
    }
    assertThat(kept).hasSizeGreaterThan(6);
    for (Path file : kept) {
      String secret = Files.readString(file).strip();
      assertThat(commandLines).as(file + "").noneMatch(line -> line.contains(secret));
    }
  }

  private static void option(List<String> command, String name, String values) {
    if (!values.isEmpty()) {
      command.addAll(List.of(name, values.replace(' ', ',')));
    }
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(item.textValue()));
    return texts;
  }

  private static JsonNode part(String token, int index) {
    byte[] json = Base64.getUrlDecoder().decode(token.split("\\.", -1)[index]);
    return RunningSuite.parse(new String(json, StandardCharsets.UTF_8));
  }

  private static HttpResponse<String> redrive(String token, String body) {
    return send(
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:" + suite.portBase() + "/api/v1/reconciliation/redrive"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static String clientToken(String client) {
    return granted(
        "/realms/heard/protocol/openid-connect/token",
        "grant_type=client_credentials&client_id="
            + client
            + "&client_secret="
            + URLEncoder.encode(secret(client), StandardCharsets.UTF_8));
  }

  private static String adminToken() {
    return granted(
        "/realms/master/protocol/openid-connect/token",
        "grant_type=password&client_id=admin-cli&username=admin&password="
            + URLEncoder.encode(secret("admin"), StandardCharsets.UTF_8));
  }

  private static String granted(String path, String form) {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(keycloak(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    assertThat(answer.statusCode()).as(answer::body).isEqualTo(200);
    return RunningSuite.parse(answer.body()).get("access_token").asText();
  }

  private static URI keycloak(String path) {
    return URI.create("http://127.0.0.1:" + (Integer.parseInt(suite.portBase()) + 3) + path);
  }

  private static Path secrets() {
    return folder.resolve("data").resolve("identity");
  }

  private static String secret(String name) {
    try {
      return Files.readString(secrets().resolve(name + ".secret"));
    } catch (IOException missing) {
      throw new AssertionError(missing);
    }
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(
          request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException broken) {
      throw new AssertionError("no answer", broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }
}
