package org.heard.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InsightApiTest extends GatewayTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void meSaysWhoTheTokenIs() {
    String token =
        tokens.with(
            claims -> {
              claims.setStringListClaim("groups", "ward-leader", "root", "alert-handler");
              claims.setStringListClaim("lanes", "pals");
            },
            "W01",
            "S02");
    get(token, "/api/v1/me")
        .then()
        .statusCode(200)
        .body("name", equalTo("test-user"))
        .body("roles", equalTo(List.of("ward-leader", "alert-handler")))
        .body("organisations", equalTo(List.of("O01")))
        .body("units", equalTo(List.of("W01", "S02")))
        .body("lanes", equalTo(List.of("pals")))
        .header("Cache-Control", "no-store");
  }

  @Test
  void aTokenWithRolesOutsideTheListHasNone() {
    isProblem(
        get(tokens.with(claims -> claims.unsetClaim("groups")), "/api/v1/me"), 403, "FORBIDDEN");
    isProblem(get(tokens.of("root"), "/api/v1/me"), 403, "FORBIDDEN");
  }

  @Test
  void claimsOfAnotherShapeReachNowhere() {
    String token = tokens.with(claims -> claims.setClaim("organisations", "O01"), "W01");
    isProblem(get(token, "/api/v1/wards/W01/insights"), 404, "UNKNOWN_WARD");
  }

  @Test
  void theTaxonomyHasWordsForEveryTheme() {
    get(tokens.of("admin"), "/api/v1/taxonomy")
        .then()
        .statusCode(200)
        .body("taxonomyVersion", equalTo("compassion-1.0"))
        .body("layers.layer", equalTo(List.of("compassion", "practical", "general")))
        .body("layers.themes*.size()", equalTo(List.of(12, 18, 7)))
        .body("layers[0].themes.find{it.theme=='emotional-support'}.name", equalTo("Reassurance"))
        .body("layers[0].themes.pillar.unique().size()", equalTo(6));
  }

  @Test
  void wardsAreThoseWithinReach() {
    get(tokens.of("quality-analyst"), "/api/v1/wards")
        .then()
        .statusCode(200)
        .body("items.id", equalTo(List.of("W01", "W02", "W05")))
        .body("items[0].site", equalTo("S01"))
        .body("items[0].organisation", equalTo("O01"))
        .body("items[0].divisions", equalTo(List.of("D01")))
        .body("total", equalTo(3))
        .body("next", equalTo(null));
    get(tokens.of("ward-leader", "W01", "S02"), "/api/v1/wards")
        .then()
        .body("items.id", equalTo(List.of("W01", "W05")));
    get(tokens.of("ward-leader", "D02"), "/api/v1/wards")
        .then()
        .body("items.id", equalTo(List.of("W02", "W05")));
  }

  @Test
  void aLeaderOfNothingSeesAnEmptyListAndNobodyIsAsked() {
    get(tokens.of("ward-leader"), "/api/v1/wards")
        .then()
        .statusCode(200)
        .body("items", equalTo(List.of()))
        .body("total", equalTo(0));
    assertThat(analytics.asked()).isEmpty();
  }

  @Test
  void severalRolesReachAsFarAsEachOfThem() {
    String token =
        tokens.with(
            claims -> claims.setStringListClaim("groups", "ward-leader", "quality-analyst"), "W01");
    get(token, "/api/v1/wards").then().body("total", equalTo(3));
    get(token, "/api/v1/wards/W05/insights").then().statusCode(200);
  }

  @Test
  void aListBeyondTheCallersReachIsNotPassedOn() {
    analytics.answer(
        "/v1/wards",
        200,
        "{\"items\":[{\"id\":\"W90\",\"siteId\":\"S90\",\"organisationId\":\"O02\"}],\"total\":1}");
    isProblem(get(tokens.of("quality-analyst"), "/api/v1/wards"), 500, "INTERNAL");
  }

  @Test
  void insightsAddUpAndNameWhatIsHidden() throws Exception {
    JsonNode answer = json(get(leader(), "/api/v1/wards/W01/insights").asString());

    JsonNode enough = answer.at("/periods/0");
    assertThat(enough.get("submissions").asInt()).isEqualTo(44);
    assertThat(enough.get("responses").asInt()).isEqualTo(40);
    assertThat(enough.get("percentPositive").asInt()).isEqualTo(85);
    assertThat(enough.get("interval")).isEqualTo(json("{\"low\":71,\"high\":93}"));
    assertThat(enough.has("hidden")).isFalse();
    assertThat(enough.get("themes"))
        .isEqualTo(
            json(
                """
                [{"layer":"compassion","theme":"being-heard","polarity":"present","numerator":12,
                  "denominator":46,"rate":26},
                 {"layer":"general","theme":"general-praise","polarity":null,"numerator":5,
                  "denominator":46,"rate":11}]"""));

    assertThat(enough.get("anyShortfall"))
        .isEqualTo(
            json(
                """
                {"numerator":9,"denominator":46,"rate":20,"interval":{"low":11,"high":33}}"""));
    assertThat(enough.get("pillars"))
        .isEqualTo(
            json(
                """
                [{"pillar":"Attending","polarity":"present","numerator":12,"denominator":46,
                  "rate":26}]"""));
    assertThat(enough.at("/modes/online/2").asInt()).isEqualTo(9);
    assertThat(enough.get("lowConfidence").asInt()).isEqualTo(4);
    assertThat(enough.get("questions")).isEqualTo(json("{\"good\":30,\"improve\":20,\"why\":1}"));

    JsonNode few = answer.at("/periods/1");
    assertThat(few.at("/anyShortfall/numerator").asInt()).isEqualTo(3);
    assertThat(few.at("/anyShortfall/rate").isNull()).isTrue();
    assertThat(few.at("/anyShortfall/hidden"))
        .isEqualTo(json("{\"rate\":\"LOW_N\",\"interval\":\"LOW_N\"}"));
    assertThat(few.at("/pillars/0/numerator").asInt()).isEqualTo(3);
    assertThat(few.at("/pillars/0/hidden")).isEqualTo(json("{\"rate\":\"LOW_N\"}"));
    assertThat(few.get("responses").asInt()).isEqualTo(9);
    assertThat(few.get("ratings"))
        .isEqualTo(json("{\"1\":9,\"2\":0,\"3\":0,\"4\":0,\"5\":0,\"6\":0}"));
    assertThat(few.get("percentPositive").isNull()).isTrue();
    assertThat(few.get("interval").isNull()).isTrue();
    assertThat(few.get("hidden"))
        .isEqualTo(json("{\"percentPositive\":\"LOW_N\",\"interval\":\"LOW_N\"}"));
    assertThat(few.at("/themes/0/rate").isNull()).isTrue();
    assertThat(few.at("/themes/0/numerator").asInt()).isEqualTo(3);
    assertThat(few.at("/themes/0/hidden")).isEqualTo(json("{\"rate\":\"LOW_N\"}"));

    assertThat(answer.at("/periods/2/submissions").asInt()).isZero();
    assertThat(answer.get("ward"))
        .isEqualTo(
            json(
                "{\"id\":\"W01\",\"name\":\"Ward W01\",\"site\":\"S01\",\"organisation\":\"O01\"}"));
    assertThat(answer.get("snapshotAt").asText()).isEqualTo("2026-10-19T08:00:00Z");
    assertThat(answer.at("/periods/0/from").asText()).isEqualTo("2026-09-28");
  }

  /** In a list, too, a withheld comment has no language. */
  @Test
  void theLanguageOfWhatIsHeldBackIsForNobody() throws Exception {
    for (String token : List.of(leader(), tokens.of("quality-analyst"))) {
      JsonNode told = json(get(token, "/api/v1/wards/W01/insights").asString());
      assertThat(told.at("/periods/0/languages")).isEqualTo(json("{\"en\":49,\"pl\":1,\"und\":1}"));
      assertThat(told.at("/periods/1/languages")).isEqualTo(json("{\"und\":1}"));
    }
  }

  /** analytics-service counts days; nobody is told of one. */
  @Test
  void aDayIsNoPeriodHere() {
    for (String path : List.of("insights", "comments", "hidden-harm", "demographics")) {
      String asked = "/api/v1/wards/W01/" + path + "?bucket=day";
      isProblem(get(tokens.of("quality-analyst"), asked), 400, "BAD_BUCKET");
    }
    String harm = "/api/v1/organisations/O01/hidden-harm?bucket=day&period=2026-10-05";
    isProblem(get(tokens.of("quality-analyst"), harm), 400, "BAD_BUCKET");
    String action =
        "{\"aim\":\"Sooner\",\"insightRef\":{\"layer\":\"compassion\",\"theme\":\"being-heard\","
            + "\"polarity\":\"absent\",\"bucket\":\"day\",\"period\":\"2026-10-05\"}}";
    isProblem(post(leader(), "/api/v1/wards/W01/actions", action), 400, "BAD_BUCKET");
    assertThat(analytics.asked().stream().map(asked -> asked.method() + " " + asked.uri()))
        .as("where the ward lies, and nothing else")
        .hasSize(5)
        .containsOnly("GET /v1/wards/W01");
    assertThat(feedback.asked()).isEmpty();
  }

  @Test
  void commentsShowTagsWithEvidenceAndHoldBackWhatIsHeld() throws Exception {
    JsonNode answer = json(get(leader(), "/api/v1/wards/W01/comments").asString());

    assertThat(answer.at("/items/0"))
        .isEqualTo(
            json(
                """
                {"id":"s1-1","submissionId":"s1","question":"good","rating":1,
                 "text":"[STAFF-1] heard me out.","countedOn":"2026-10-01","period":"2026-W40",
                 "language":"en","severity":"none","tags":[
                  {"layer":"compassion","theme":"being-heard","polarity":"present",
                   "specificity":"specific","confidence":0.93,
                   "evidence":{"start":10,"end":22,"text":"heard me out"}},
                  {"layer":"general","theme":"general-praise","polarity":null,"confidence":0.5,
                   "evidence":{"start":0,"end":1,"text":"["}}]}"""));
    assertThat(answer.at("/items/1"))
        .isEqualTo(
            json(
                """
                {"id":"s2-1","submissionId":"s2","question":"improve","rating":null,"text":null,
                 "countedOn":"2026-10-02","period":"2026-W40","language":null,"severity":null,
                 "tags":[],
                 "withheld":"IN_REVIEW"}"""));
    assertThat(answer.get("total").asInt()).isEqualTo(2);
    assertThat(answer.get("next").asText()).isEqualTo("c2");
  }

  @Test
  void hiddenHarmIsListedWithCountsAndOverAnOrganisationWithWards() throws Exception {
    String analyst = tokens.of("quality-analyst");
    String expected =
        """
        {"items":[{"id":"s3-1","submissionId":"s3","wardId":"W01","question":"improve","rating":1,
          "text":"[STAFF-1] was kind. Nobody came for hours.","countedOn":"2026-10-02",
          "period":"2026-W40","language":"en","severity":"serious","tags":[]}],
         "total":4,"next":"c2",
         "periods":[
          {"period":"2026-W39","from":"2026-09-21","to":"2026-09-27","comments":3},
          {"period":"2026-W40","from":"2026-09-28","to":"2026-10-04","comments":1}]}""";
    for (String path : List.of("wards/W01", "organisations/O01")) {
      String asked =
          "/api/v1/" + path + "/hidden-harm?bucket=month&period=2026-10&limit=7&cursor=c";
      assertThat(json(get(analyst, asked).asString())).isEqualTo(json(expected));
      assertThat(analytics.asked().get(analytics.asked().size() - 1).uri().getQuery())
          .contains("bucket=month", "period=2026-10", "limit=7", "cursor=c");
    }
    assertThat(analytics.asked().get(analytics.asked().size() - 1).uri().getPath())
        .isEqualTo("/v1/organisations/O01/hidden-harm");
    assertThat(feedback.asked()).as("an analyst is told no names").isEmpty();
  }

  @Test
  void organisationsOutOfReachLookAlike() {
    String analyst = tokens.of("quality-analyst");
    Set<String> bodies = new HashSet<>();
    for (String id : List.of("O02", "O99", "o01", "%C3%A4", "x".repeat(65))) {
      Response refused = get(analyst, "/api/v1/organisations/" + id + "/hidden-harm");
      isProblem(refused, 404, "UNKNOWN_ORGANISATION");
      bodies.add(refused.asString());
    }
    assertThat(analytics.asked()).isEmpty();
    analytics.answer("/v1/organisations/O01/hidden-harm", 404, "{}");
    bodies.add(get(analyst, "/api/v1/organisations/O01/hidden-harm").asString());
    assertThat(bodies).hasSize(1);
  }

  @Test
  void nothingUnknownFromUpstreamIsForwarded() {
    for (String path :
        List.of(
            "",
            "/W01/insights",
            "/W01/comments",
            "/W01/held-comments",
            "/W01/demographics",
            "/W01/hidden-harm")) {
      String body = get(tokens.of("quality-analyst"), "/api/v1/wards" + path).asString();
      assertThat(body).doesNotContain("secretOfUpstream", "never forwarded", "neglect");
    }
  }

  @Test
  void parametersGoOnAsWrittenWithBothTokens() {
    String token = leader();
    get(
            token,
            "/api/v1/wards/W01/comments?theme=being-heard&polarity=absent&rating=5&q=a%26b%20%2B"
                + "&specificity=generic&question=why&severity=low&language=en&bucket=month&period=2026-10&cursor=c%3D%3D&limit=7")
        .then()
        .statusCode(200);
    FakeAnalytics.Asked asked = analytics.asked().get(1);
    assertThat(asked.uri().getPath()).isEqualTo("/v1/wards/W01/comments");
    assertThat(asked.uri().getRawQuery())
        .contains("theme=being-heard", "polarity=absent", "rating=5", "q=a%26b+%2B")
        .contains("specificity=generic", "question=why", "severity=low", "language=en")
        .contains("bucket=month", "period=2026-10", "cursor=c%3D%3D", "limit=7");
    assertThat(asked.caller()).isEqualTo(token);
    assertThat(asked.serviceToken()).startsWith("Bearer ").doesNotContain(token);

    analytics.reset();
    get(token, "/api/v1/wards/W01/insights?bucket=week&from=2026-W40&to=2026-W41&question=why");
    assertThat(analytics.asked().get(1).uri().getQuery())
        .contains("bucket=week", "from=2026-W40", "to=2026-W41", "question=why");

    analytics.reset();
    get(token, "/api/v1/wards?site=S01&ods=ZZS01");
    assertThat(analytics.asked().get(0).uri().getQuery())
        .contains("site=S01", "ods=ZZS01", "units=W01");
  }

  @Test
  void parametersThatMeanNothingAreRefusedBeforeAnybodyIsAsked() {
    Map<String, String> refused =
        Map.of(
            "/api/v1/me?x=1",
            "UNKNOWN_PARAMETER",
            "/api/v1/wards?Site=S01",
            "UNKNOWN_PARAMETER",
            "/api/v1/wards?units=W90",
            "UNKNOWN_PARAMETER",
            "/api/v1/wards/W01/insights?period=2026-W40",
            "UNKNOWN_PARAMETER",
            "/api/v1/wards/W01/comments?from=2026-W40",
            "UNKNOWN_PARAMETER",
            "/api/v1/wards/W01/hidden-harm?severity=low",
            "UNKNOWN_PARAMETER",
            "/api/v1/wards/W01/comments?q=a&q=b",
            "BAD_PARAMETER",
            "/api/v1/wards/W01/comments?q=a%00b",
            "BAD_PARAMETER",
            "/api/v1/wards/W01/comments?q=" + "x".repeat(501),
            "BAD_PARAMETER");
    refused.forEach((path, code) -> isProblem(get(leader(), path), 400, code));
    assertThat(analytics.asked()).isEmpty();
    get(leader(), "/api/v1/wards/W01/comments?q=" + "x".repeat(500)).then().statusCode(200);
  }

  private String leader() {
    return tokens.of("ward-leader", "W01");
  }

  private static JsonNode json(String text) throws Exception {
    return JSON.readTree(text);
  }
}
