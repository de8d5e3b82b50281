package org.heard.feedback.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.heard.feedback.access.ServiceSecrets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever comes to the form: no 5xx, every answer a page, and stored is exactly what a receipt was
 * given for. {@code heard.junk.seed} and {@code heard.junk.inputs} choose others, and more.
 */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@TestProfile(FormJunkIT.Open.class)
class FormJunkIT {
  private static final long SEED = Long.getLong("heard.junk.seed", 20261126L);
  private static final int INPUTS = Integer.getInteger("heard.junk.inputs", 2500);
  private static final int CHECKED_EVERY = 100;
  private static final List<String> FRAGMENTS =
      List.of(
          "&",
          "=",
          "%",
          "%0",
          "%00",
          "%FF",
          "%F0%9F%98%80",
          "%ED%A0%80",
          "+",
          "\r\n",
          "\u0000",
          "é",
          "rating=",
          "&rating=7",
          "&good=",
          "&website=1",
          "&form=",
          "&x=y",
          "<b>",
          "\"",
          "&&",
          "==");

  public static class Open implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "heard.form.per-second", "10000",
          "heard.form.burst", "100000",
          "heard.form.ward-per-minute", "10000",
          "heard.form.ward-burst", "10000");
    }
  }

  @Inject AgroalDataSource database;
  @Inject ServiceSecrets secrets;

  private final HttpClient client = HttpClient.newHttpClient();
  private String ward;
  private String code;

  @BeforeEach
  void ward() {
    Feedback.directory();
    Map<String, String> made = Forms.ward();
    ward = made.get("id");
    code = made.get("code");
  }

  @Test
  void isRefusedOrStoredAsTold() throws Exception {
    Random random = new Random(SEED);
    long expected = 0;
    String last = right(random);
    for (int i = 1; i <= INPUTS; i++) {
      // Now and then the same page once more.
      last = random.nextInt(5) == 0 ? last : right(random);
      byte[] input = spoil(last.getBytes(StandardCharsets.UTF_8), random);
      HttpResponse<String> answer = send(input);
      String which = "input %d of seed %d: %s".formatted(i, SEED, answer.body());
      assertThat(answer.statusCode()).as(which).isLessThan(500);
      assertThat(answer.headers().firstValue("Content-Type"))
          .as(which)
          .hasValue("text/html;charset=UTF-8");
      assertThat(answer.body().contains("Your receipt code"))
          .as(which)
          .isEqualTo(answer.statusCode() < 300);
      expected += answer.statusCode() == 201 ? 1 : 0;
      if (i % CHECKED_EVERY == 0) {
        assertThat(stored()).as(which).isEqualTo(expected);
      }
    }
    assertThat(expected).as("some are taken").isPositive();
  }

  @Test
  void aCodeMayBeAnything() throws Exception {
    Random random = new Random(SEED);
    for (int i = 0; i < CHECKED_EVERY; i++) {
      byte[] noise = new byte[1 + random.nextInt(12)];
      random.nextBytes(noise);
      String escaped =
          URLEncoder.encode(new String(noise, StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(
                      URI.create("http://localhost:" + RestAssured.port + "/f/" + escaped))
                  .header("Accept", "text/html")
                  .build(),
              BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(escaped).isIn(400, 404);
    }
  }

  private String right(Random random) {
    return "form="
        + Forms.token(secrets, ward, Duration.ofMinutes(1 + random.nextInt(300)))
        + "&website=&rating="
        + (1 + random.nextInt(6))
        + "&good=Calm+and+kind%0D%0Aat+night&respondent=carer&phone=07700+900123";
  }

  private HttpResponse<String> send(byte[] input) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/f/" + code))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "text/html")
            .POST(BodyPublishers.ofByteArray(input))
            .build(),
        BodyHandlers.ofString());
  }

  private static byte[] spoil(byte[] right, Random random) {
    if (random.nextInt(20) == 0) {
      byte[] noise = new byte[random.nextInt(400)];
      random.nextBytes(noise);
      return noise;
    }
    byte[] bytes = right;
    for (int i = random.nextInt(4); i > 0; i--) {
      int at = random.nextInt(bytes.length + 1);
      int to = Math.min(bytes.length, at + random.nextInt(12));
      byte[] before = Arrays.copyOf(bytes, at);
      byte[] after = Arrays.copyOfRange(bytes, random.nextBoolean() ? at : to, bytes.length);
      String between = random.nextBoolean() ? "" : FRAGMENTS.get(random.nextInt(FRAGMENTS.size()));
      bytes = joined(joined(before, between.getBytes(StandardCharsets.UTF_8)), after);
    }
    return bytes;
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private long stored() throws SQLException {
    try (var connection = database.getConnection();
        var count =
            connection.prepareStatement("SELECT count(*) FROM submission WHERE ward_id = ?")) {
      count.setString(1, ward);
      try (var row = count.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
