package org.heard.feedback.erasure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.UUID;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.heard.feedback.json.SmallDocumentSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ReceiptIT {
  @Inject SmallDocumentSettings documents;

  @BeforeEach
  void directory() {
    Feedback.directory();
  }

  @Test
  void isFoundHoweverItsHolderWritesIt() {
    Response sent =
        Feedback.send(Feedback.kioskKey("W01"), Feedback.document(UUID.randomUUID(), "Calm."));
    String code = sent.path("receiptCode");
    for (String written : new String[] {code, " " + code.toLowerCase(Locale.ROOT) + " "}) {
      lookup(written)
          .then()
          .statusCode(200)
          .body("receivedAt", equalTo(sent.path("receivedAt")))
          .body("ward.id", equalTo("W01"))
          .body("ward.name", equalTo("Ash Ward"))
          .body("state", equalTo("stored"))
          .body("size()", equalTo(3));
    }
  }

  @Test
  void isAnsweredAlikeWhetherUnknownOrMalformed() {
    // 0000 0000 0000 0002 modulo 37 is 2.
    String unknown = lookup("0000-0000-0000-0002-2").then().statusCode(404).extract().asString();
    for (String malformed :
        new String[] {
          "",
          "x",
          "0000-0000-0000-0002-3",
          "0".repeat(500),
          "\\u0000",
          "0000-0000-0000-0002-2\\u0000",
          "\\ud800"
        }) {
      assertThat(lookup(malformed).then().statusCode(404).extract().asString())
          .isEqualTo(unknown)
          .doesNotContain("0000");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "lookup, \\u0000",
    "lookup, \\ud800",
    "erase, \\u0000",
    "erase, \\ud800",
    "withdraw-consent, \\u0000",
    "withdraw-consent, \\ud800"
  })
  void isNoCodeAtAnyDoorWithWhatNoCodeHas(String door, String malformed) {
    String unknown = ask(door, "0000-0000-0000-0002-2").then().statusCode(404).extract().asString();
    for (String code : new String[] {malformed, "0000-0000-0000-0002-2" + malformed}) {
      assertThat(ask(door, code).then().statusCode(404).extract().asString()).isEqualTo(unknown);
    }
  }

  @Test
  void isAskedForInOneSmallDocument() {
    ask("{}").then().statusCode(422).body("code", equalTo("MISSING_FIELD"));
    ask("{\"receiptCode\": \"x\", \"y\": 1}")
        .then()
        .statusCode(422)
        .body("code", equalTo("UNKNOWN_FIELD"));
    ask("{\"receiptCode\": \"x\", \"y\\ud800\": 1}")
        .then()
        .statusCode(400)
        .body("code", equalTo("LONE_SURROGATE"));
    ask("{\"receiptCode\": 7}").then().statusCode(400).body("code", equalTo("WRONG_TYPE"));
    ask("{\"receiptCode\": \"" + "0".repeat(documents.maxAnonymousBytes()) + "\"}")
        .then()
        .statusCode(413)
        .body("code", equalTo("BODY_TOO_LARGE"));
  }

  private static Response lookup(String code) {
    return ask("{\"receiptCode\": \"" + code + "\"}");
  }

  private static Response ask(String door, String code) {
    return given()
        .contentType("application/json")
        .body("{\"receiptCode\": \"" + code + "\"}")
        .post("/v1/receipts/" + door);
  }

  private static Response ask(String document) {
    return given().contentType("application/json").body(document).post("/v1/receipts/lookup");
  }
}
