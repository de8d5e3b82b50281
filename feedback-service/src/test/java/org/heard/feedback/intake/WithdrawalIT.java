package org.heard.feedback.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.heard.feedback.access.ServiceSecrets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The button of the receipt's page, pressed in a browser without a script. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class WithdrawalIT {
  private static final Pattern BUTTON =
      Pattern.compile(
          "<form method=\"post\" action=\"(/receipt/withdraw-consent)\">\\s*<input type=\"hidden\""
              + " name=\"receiptCode\" value=\"([^\"]+)\">");

  @Inject ServiceSecrets secrets;

  private Map<String, String> ward;

  @BeforeEach
  void ward() {
    Feedback.directory();
    ward = Forms.ward();
  }

  private Response send(String consent) {
    return Forms.send(
        ward.get("code"),
        Map.of(
            "form",
            Forms.token(secrets, ward.get("id"), Duration.ofMinutes(1)),
            "website",
            "",
            "good",
            "Kind.",
            "consentToPublish",
            consent));
  }

  @Test
  void whoAgreedIsShownAButtonThatTakesItBack() {
    Response receipt = send("yes");
    Matcher button = BUTTON.matcher(receipt.asString());
    assertThat(button.find()).isTrue();
    assertThat(button.group(2)).isEqualTo(Forms.receipt(receipt));
    Response done = post(button.group(2));
    done.then()
        .statusCode(200)
        .contentType("text/html;charset=UTF-8")
        .header("Set-Cookie", nullValue())
        .header("Cache-Control", "no-store")
        .header("X-Frame-Options", "DENY")
        .body(containsString("<html lang=\"en-GB\">"))
        .body(containsString("Your words are not shown to others"));
    assertThat(done.asString()).doesNotContain(button.group(2)).doesNotContain("<script");
    post(button.group(2)).then().statusCode(200);
  }

  @Test
  void whoDidNotAgreeIsNotAsked() {
    assertThat(send("").then().statusCode(201).extract().asString())
        .doesNotContain("withdraw-consent");
  }

  @Test
  void aCodeCanBeTypedLater() {
    String code = Forms.receipt(send("yes"));
    given()
        .get("/receipt/withdraw-consent")
        .then()
        .statusCode(200)
        .body(containsString("<label for=\"receiptCode\">The code on your receipt</label>"));
    post(" " + code.toLowerCase(java.util.Locale.ROOT).replace("-", " "))
        .then()
        .statusCode(200)
        .body(containsString("Your words are not shown to others"));
  }

  @Test
  void aCodeThatSaysNothingIsAskedForAgain() {
    String unknown =
        post("0000-0000-0000-0002-2")
            .then()
            .statusCode(404)
            .body(containsString("data-code=\"NOT_FOUND\""))
            .body(containsString("We do not know this code."))
            .extract()
            .asString();
    assertThat(post("x<y").then().statusCode(404).extract().asString()).isEqualTo(unknown);
    assertThat(given().formParam("other", "x").post("/receipt/withdraw-consent").asString())
        .isEqualTo(unknown);
    given()
        .contentType("application/json")
        .body("{}")
        .post("/receipt/withdraw-consent")
        .then()
        .statusCode(415);
  }

  private static Response post(String code) {
    return given()
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParam("receiptCode", code)
        .post("/receipt/withdraw-consent");
  }
}
