package org.heard.feedback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class AccessIT {
  @Inject MeterRegistry meters;

  @Test
  void takesAnAdmin() {
    wards(TestTokens.admin()).then().statusCode(200);
  }

  @Test
  void refusesEveryOtherRole() {
    for (String role : List.of("ward-leader", "quality-analyst", "intranet", "alert-handler")) {
      wards(TestTokens.withRole(role)).then().statusCode(403).body("code", equalTo("FORBIDDEN"));
    }
  }

  @Test
  void refusesTokensThatAreNotForUs() {
    refused(TestTokens.ofStranger());
    refused(TestTokens.token("somebody", "heard", List.of("admin"), 10));
    refused(TestTokens.token("heard-local", "others", List.of("admin"), 10));
    refused(TestTokens.token("heard-local", "heard", List.of("admin"), -10));
    refused(TestTokens.token("heard-local", "heard", List.of("admin", "service"), 4));
    refused(unsigned());
  }

  @Test
  void asksForCredentials() {
    given().get("/v1/directory/wards").then().statusCode(401).header("WWW-Authenticate", "Bearer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/directory/wards;x", "/v1/directory/wards%3bx", "/v1//directory/wards",
        "/v1/directory%2fwards", "/v1/x/../directory/wards", "/v1/directory%5cwards",
        "/q/health;x", "/q/metrics%3b"
      })
  void refusesPathsWithTwoReadings(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = raw(path);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("\"code\":\"BAD_PATH\"");
    assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
    assertThat(answer.headers().firstValue("x-content-type-options")).hasValue("nosniff");
  }

  @Test
  void aRefusedAddressIsNoLabelOfAMetric() throws Exception {
    raw("/v1;said-by-a-patient");
    given().get("/nothing");
    await().untilAsserted(() -> assertThat(labels()).contains("NOT_FOUND"));
    assertThat(labels()).noneMatch(label -> label.contains("patient"));
  }

  private List<String> labels() {
    return meters.find("http.server.requests").meters().stream()
        .map(meter -> meter.getId().getTag("uri"))
        .toList();
  }

  // The test library mends paths before it sends them; the JDK's client does not.
  private static HttpResponse<String> raw(String path) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + TestTokens.admin())
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void letsNobodyKeepOrGuessAtAnAnswer() {
    for (Response answer :
        List.of(wards(TestTokens.admin()), wards("nonsense"), given().get("/nothing"))) {
      answer.then().header("Cache-Control", "no-store").header("X-Content-Type-Options", "nosniff");
    }
  }

  @Test
  void answersUnknownPathsAndMethodsWithProblems() {
    given().get("/nothing").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
    Feedback.as(TestTokens.admin())
        .delete("/v1/directory/wards")
        .then()
        .statusCode(405)
        .body("code", equalTo("METHOD_NOT_ALLOWED"));
  }

  @Test
  void keepsMetricsOffTheMainPort() {
    given().get("/q/metrics").then().statusCode(404);
    given().get("/q/health/ready").then().statusCode(200);
    given().get("/q/openapi").then().statusCode(200);
  }

  private static void refused(String token) {
    wards(token).then().statusCode(401).body("code", equalTo("UNAUTHORIZED"));
  }

  private static Response wards(String token) {
    return Feedback.as(token).get("/v1/directory/wards");
  }

  private static String unsigned() {
    String claims = TestTokens.admin().replaceAll("^[^.]*\\.|\\.[^.]*$", "");
    String header =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("{\"alg\":\"none\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return header + "." + claims + ".";
  }
}
