package org.heard.feedback.fhir;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.heard.feedback.TestTokens;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever speaks FHIR is answered in FHIR, whatever part of the service answers. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class FhirAnswersIT {
  private final String resource = Resources.response(UUID.randomUUID(), "x");
  private String kiosk;

  @BeforeEach
  void kiosk() {
    Feedback.directory();
    kiosk = Feedback.kioskKey("W01");
  }

  @Test
  void noOrAWrongKey() {
    ResponseIT.refused(
        given().contentType(Resources.FHIR).body(bytes()).post(Resources.DOOR),
        401,
        "UNAUTHORIZED",
        null);
    Response wrong = Resources.send("hk_dev_" + "A".repeat(43), resource);
    ResponseIT.refused(wrong, 401, "UNAUTHORIZED", null)
        .then()
        .header("WWW-Authenticate", "Bearer");
    ResponseIT.refused(Resources.send("nonsense", resource), 401, "UNAUTHORIZED", null);
    ResponseIT.refused(Resources.send(TestTokens.admin(), resource), 403, "FORBIDDEN", null);
  }

  @Test
  void whatIsNotHere() {
    ResponseIT.refused(Feedback.as(kiosk).get("/v1/fhir/Patient/1"), 404, "NOT_FOUND", null);
    ResponseIT.refused(Feedback.as(kiosk).get(Resources.DOOR), 405, "METHOD_NOT_ALLOWED", null);
    ResponseIT.refused(
        Resources.as(kiosk, resource).accept("text/plain").post(Resources.DOOR),
        406,
        "NOT_ACCEPTABLE",
        null);
    ResponseIT.refused(
        Resources.as(kiosk, resource).queryParam("wrad", "W01").post(Resources.DOOR),
        400,
        "UNKNOWN_PARAMETER",
        null);
  }

  @Test
  void aBodyOfAnotherKind() {
    ResponseIT.refused(
        Feedback.as(kiosk).body(resource).post(Resources.DOOR),
        415,
        "UNSUPPORTED_MEDIA_TYPE",
        null);
    ResponseIT.refused(
        Resources.as(kiosk, resource).header("Content-Encoding", "gzip").post(Resources.DOOR),
        415,
        "UNSUPPORTED_ENCODING",
        null);
    ResponseIT.refused(
        Resources.send(kiosk, resource + " ".repeat(256 * 1024)), 413, "BODY_TOO_LARGE", null);
  }

  @Test
  void aBodyWithoutALengthAndAPathWithTwoReadings() throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at(Resources.DOOR))
            .header("Content-Type", Resources.FHIR)
            .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(bytes())));
    refused(request, 411, "LENGTH_REQUIRED");
    refused(HttpRequest.newBuilder(at("/v1/fhir//metadata")), 400, "BAD_PATH");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "application/fhir+json", "application/json"})
  void aSenderMayAcceptAnyJson(String type) {
    Resources.as(kiosk, resource)
        .accept(type)
        .post(Resources.DOOR)
        .then()
        .statusCode(201)
        .contentType(Resources.FHIR);
  }

  @Test
  void itsDefinitionsAreOpenToAll() {
    published("metadata", CapabilityStatement.class);
    published("Questionnaire/fft", Questionnaire.class);
    published("ValueSet/fft-rating", ValueSet.class);
    published("CodeSystem/fft-rating", CodeSystem.class);
  }

  private static void published(String path, Class<? extends Resource> kind) {
    Response answer = given().get("/v1/fhir/" + path);
    answer.then().statusCode(200).contentType(Resources.FHIR);
    Resources.read(kind, answer.asString());
  }

  private static void refused(HttpRequest.Builder request, int status, String code)
      throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue(Resources.FHIR);
    assertThat(
            Resources.read(OperationOutcome.class, answer.body())
                .getIssueFirstRep()
                .getDetails()
                .getCodingFirstRep()
                .getCode())
        .isEqualTo(code);
  }

  private static URI at(String path) {
    return URI.create("http://localhost:" + RestAssured.port + path);
  }

  private byte[] bytes() {
    return resource.getBytes(StandardCharsets.UTF_8);
  }
}
