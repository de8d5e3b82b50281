package org.heard.gateway.api;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;

/** What every test of the running gateway needs. */
@QuarkusTestResource(GatewaySuite.class)
abstract class GatewayTest {
  TestTokens tokens;
  FakeAnalytics analytics;
  FakeFeedback feedback;

  @BeforeEach
  void forget() {
    analytics.reset();
    feedback.reset();
  }

  static Response get(String token, String path) {
    return given().urlEncodingEnabled(false).header("Authorization", "Bearer " + token).get(path);
  }

  static Response post(String token, String path, String body) {
    return given()
        .urlEncodingEnabled(false)
        .header("Authorization", "Bearer " + token)
        .contentType("application/json")
        .body(body)
        .post(path);
  }

  static Response patch(String token, String path, String body) {
    return given()
        .urlEncodingEnabled(false)
        .header("Authorization", "Bearer " + token)
        .contentType("application/json")
        .body(body)
        .patch(path);
  }

  static Response put(String token, String path, String body) {
    return given()
        .urlEncodingEnabled(false)
        .header("Authorization", "Bearer " + token)
        .contentType("application/json; charset=UTF-8")
        .body(body)
        .put(path);
  }

  static ValidatableResponse isProblem(Response response, int status, String code) {
    return response
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("code", org.hamcrest.Matchers.equalTo(code))
        .body("status", org.hamcrest.Matchers.equalTo(status))
        .header("Cache-Control", "no-store")
        .header("X-Content-Type-Options", "nosniff");
  }
}
