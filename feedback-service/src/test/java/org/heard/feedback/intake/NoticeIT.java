package org.heard.feedback.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.heard.feedback.TestTokens;
import org.heard.feedback.access.ServiceSecrets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** At every door people are told what becomes of their words before they are asked for any. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class NoticeIT {
  private static final String URGENT = "Nobody watches these answers for urgent help.";
  private static final String BRYS = "Nid oes neb yn gwylio&#39;r atebion hyn am gymorth brys.";

  @Inject ServiceSecrets secrets;

  private Map<String, String> ward;

  @BeforeEach
  void ward() {
    Feedback.directory();
    ward = Forms.ward();
  }

  @Test
  void theFormTellsBeforeItAsks() {
    Forms.open(ward.get("code"))
        .then()
        .statusCode(200)
        .body(containsString("<html lang=\"en-GB\">"))
        .body(containsString("<section id=\"notice\" lang=\"en\""))
        .body(containsString("Northmoor asks you for this answer and is responsible for it"))
        .body(containsString("do not have to agree to anything"))
        .body(containsString("only if you tick the box"))
        .body(containsString("sealed and apart from your answer"))
        .body(containsString("have your words removed"));
    assertBefore(Forms.open(ward.get("code")), URGENT, "<legend>Overall");
    assertBefore(Forms.open(ward.get("code")), "</section>", "<legend>Overall");
  }

  @Test
  void theFormTellsInTheLanguageThatIsWished() {
    Response page = given().get("/f/" + ward.get("code") + "?lang=cy&fbclid=x");
    page.then()
        .statusCode(200)
        // The questions are as they were, and each part says in which language it is.
        .body(containsString("<html lang=\"en-GB\">"))
        .body(containsString("<section id=\"notice\" lang=\"cy\""))
        .body(containsString(BRYS))
        .body(containsString("?lang=en\" lang=\"en\" hreflang=\"en\">English</a>"))
        .body(containsString("action=\"/f/" + ward.get("code") + "?lang=cy\""));
    given()
        .header("Accept-Language", "fr, cy;q=0.9, en;q=0.1")
        .get("/f/" + ward.get("code"))
        .then()
        .body(containsString(BRYS));
    given()
        .header("Accept-Language", "cy")
        .get("/f/" + ward.get("code") + "?lang=en")
        .then()
        .body(containsString(URGENT));
  }

  /**
   * No notice is made up: a language that nobody has translated it into gets English, marked so.
   */
  @ParameterizedTest
  @CsvSource({"pl,", "pl, pl", ", pl", "zh-Hant-TW, fr;q=0.9", "'', ''"})
  void aLanguageThatIsNotThereGetsEnglishThatSaysItIs(String lang, String accepted) {
    for (String door : List.of("/f/" + ward.get("code"), "/notice")) {
      RequestSpecification browser = given();
      if (lang != null) {
        browser.queryParam("lang", lang);
      }
      if (accepted != null) {
        browser.header("Accept-Language", accepted);
      }
      Response page = browser.get(door);
      page.then()
          .statusCode(200)
          .body(containsString(URGENT))
          .body(containsString(door.equals("/notice") ? "<html lang=\"en\">" : "lang=\"en-GB\""));
      assertThat(page.asString()).doesNotContain("lang=\"pl", "lang=\"zh", "lang=\"\"");
      if (!door.equals("/notice")) {
        page.then().body(containsString("<section id=\"notice\" lang=\"en\""));
      }
    }
  }

  /** A language that is asked for stays, whatever is sent. */
  @Test
  void whatIsRefusedAndTheReceiptTellItToo() {
    Map<String, String> empty =
        Map.of("form", Forms.token(secrets, ward.get("id"), Duration.ofMinutes(1)), "website", "");
    Response refused = given().formParams(empty).post("/f/" + ward.get("code") + "?lang=cy");
    refused.then().statusCode(422).body(containsString(BRYS));
    assertBefore(refused, BRYS, "<legend>Overall");
    given()
        .formParams(Forms.with(empty, "rating", "1"))
        .post("/f/" + ward.get("code") + "?lang=cy")
        .then()
        .statusCode(201)
        .body(containsString(BRYS))
        .body(containsString("href=\"/notice?lang=cy&amp;form=" + ward.get("code") + "\""));
  }

  @Test
  void staffAreToldWhatToSayBeforeTheyKey() {
    Response page = given().cookie("heard-desk", Feedback.kioskKey(ward.get("id"))).get("/paper");
    page.then()
        .statusCode(200)
        .body(containsString("Before somebody gets a card, tell them"))
        .body(containsString("Northmoor is responsible"))
        .body(containsString("/notice?lang=en&amp;form=" + ward.get("code")));
    assertBefore(page, "Before somebody gets a card", "<legend>Overall");
    assertBefore(page, URGENT, "<legend>Overall");
  }

  @Test
  void aKioskIsHandedWhatItShowsFirst() {
    Feedback.as(Feedback.kioskKey("W01"))
        .get("/v1/devices/me")
        .then()
        .statusCode(200)
        .body("notices", hasSize(1))
        .body("notices[0].language", equalTo("en"))
        .body("notices[0].urgent", equalTo(URGENT))
        .body("notices[0].controller", containsString("Northmoor asks"))
        .body("notices[0].paragraphs", hasSize(7));
    Feedback.as(Feedback.kioskKey("W09"))
        .get("/v1/devices/me")
        .then()
        .body("notices[0].controller", containsString("Southfen asks"));
  }

  @Test
  void whoeverBuildsADoorMayAsk() {
    given()
        .get("/v1/notice?lang=cy&form=" + ward.get("code").toLowerCase(java.util.Locale.ROOT))
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("language", equalTo("cy"))
        .body("controller", containsString("Northmoor sy'n gofyn"))
        .body("languages.language", equalTo(List.of("cy", "en")))
        .body("languages.name", equalTo(List.of("Cymraeg", "English")));
    for (String none : List.of("", "?form=QQQQQQ", "?form=x%3Cy", "?lang=xx", "?lang=%3B")) {
      given()
          .get("/v1/notice" + none)
          .then()
          .statusCode(200)
          .body("language", equalTo("en"))
          .body("controller", containsString("The NHS organisation that runs the ward asks"));
    }
    given().get("/v1/notice?x=1").then().statusCode(400).body("code", equalTo("UNKNOWN_PARAMETER"));
  }

  @Test
  void itIsAPageByItself() {
    Response page = given().get("/notice?lang=cy&form=" + ward.get("code"));
    page.then()
        .statusCode(200)
        .contentType("text/html;charset=UTF-8")
        .header("Set-Cookie", nullValue())
        .header("X-Frame-Options", "DENY")
        .body(containsString("<html lang=\"cy\">"))
        .body(containsString(BRYS))
        .body(containsString("href=\"/notice?lang=en&amp;form=" + ward.get("code") + "\""));
    assertThat(page.asString()).doesNotContain("<script", " style=");
    assertThat(
            given().get("/notice?form=%22%3E%3Cscript").then().statusCode(200).extract().asString())
        .doesNotContain("<script");
  }

  /** A name is a trust's own, and is shown as it is. */
  @Test
  void aNameIsNoMarkup() {
    String name = "Moor & <b>Fen</b>";
    Feedback.as(TestTokens.admin())
        .body(Map.of("name", name, "odsCode", "ZZ1"))
        .put("/v1/directory/organisations/O01")
        .then()
        .statusCode(200);
    try {
      Forms.open(ward.get("code"))
          .then()
          .body(containsString("Moor &amp; &lt;b&gt;Fen&lt;/b&gt; asks you"));
    } finally {
      Feedback.directory();
    }
  }

  private static void assertBefore(Response page, String first, String then) {
    String html = page.asString();
    assertThat(html).contains(first).contains(then);
    assertThat(html.indexOf(first)).isLessThan(html.indexOf(then));
  }
}
