package org.heard.feedback;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/**
 * What the tests of the doors have in common: two organisations with wards, keys, and documents.
 */
public final class Feedback {
  private Feedback() {}

  /** O01 with S01, wards W01 and W02; O02 with S09 and ward W09. */
  public static void directory() {
    put("organisations/O01", Map.of("name", "Northmoor", "odsCode", "ZZ1"));
    put("organisations/O02", Map.of("name", "Southfen", "odsCode", "ZZ2"));
    put(
        "sites/S01",
        Map.of("name", "Northmoor General", "odsCode", "ZZ101", "organisationId", "O01"));
    put("sites/S09", Map.of("name", "Southfen House", "odsCode", "ZZ201", "organisationId", "O02"));
    put("wards/W01", Map.of("name", "Ash Ward", "siteId", "S01"));
    put("wards/W02", Map.of("name", "Birch Ward", "siteId", "S01"));
    put("wards/W09", Map.of("name", "Reed Ward", "siteId", "S09"));
  }

  /** The key of a new kiosk on {@code ward}. */
  public static String kioskKey(String ward) {
    return register(Map.of("name", "day room", "kind", "kiosk", "wardId", ward)).path("key");
  }

  /** The key of a new importer of O01. */
  public static String importerKey() {
    return register(Map.of("name", "import", "kind", "importer", "organisationId", "O01"))
        .path("key");
  }

  /** Registers a device as an admin. */
  public static Response register(Map<String, Object> device) {
    return as(TestTokens.admin()).body(device).post("/v1/devices");
  }

  /** A request with a key or token and a JSON body to come. */
  public static RequestSpecification as(String bearer) {
    return given().header("Authorization", "Bearer " + bearer).contentType("application/json");
  }

  /** Sends one submission. */
  public static Response send(String key, String document) {
    return as(key).body(document).post("/v1/feedback");
  }

  /** Takes a submission back, as whoever has its receipt code may. */
  public static ValidatableResponse takeBack(String receiptCode) {
    return given()
        .contentType("application/json")
        .body(Map.of("receiptCode", receiptCode))
        .post("/v1/receipts/erase")
        .then()
        .statusCode(202);
  }

  /** A valid submission to W01 with one text. */
  public static String document(UUID id, String text) {
    return """
        {"id": "%s", "wardId": "W01", "rating": 2, "channel": "kiosk",
         "authoredAt": "2026-10-05T09:15:30+01:00",
         "answers": [{"question": "good", "text": "%s"}]}
        """
        .formatted(id, text);
  }

  private static void put(String unit, Map<String, Object> state) {
    as(TestTokens.admin())
        .body(state)
        .put("/v1/directory/" + unit)
        .then()
        .statusCode(org.hamcrest.Matchers.oneOf(200, 201));
  }
}
