package org.heard.gateway.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written of actions is redacted before it goes on; what is public needs no token. */
@QuarkusTest
class ActionsTest extends GatewayTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ID = "0f8fad5b-d9cb-469f-a165-70867728950e";
  private static final String ACTIONS = "/api/v1/wards/W01/actions";
  private static final String ACTION = ACTIONS + "/" + ID;
  private static final String UPSTREAM = "/v1/wards/W01/actions";
  private static final String PUBLIC = "/api/v1/public/wards/W01/you-said-we-did";

  @Test
  void everyTextIsRedactedBeforeItGoesOnAndNothingElseIs() throws JsonProcessingException {
    String leader = tokens.of("ward-leader", "W01");
    String texts =
        "\"aim\":\"Jo 1\",\"changeIdea\":\"Jo 2\",\"prediction\":\"Jo 3\",\"owner\":\"Jo 4\","
            + "\"whatHappened\":\"Jo 5\",\"reason\":\"Jo 6\","
            + "\"statement\":{\"youSaid\":\"Jo 7\",\"weDid\":\"Jo 8\"}";
    String values =
        "\"status\":\"planned\",\"aimBy\":\"2026-12-31\",\"target\":4.5,"
            + "\"measure\":{\"kind\":\"any-shortfall\"},"
            + "\"insightRef\":{\"layer\":\"compassion\",\"theme\":\"being-heard\","
            + "\"polarity\":\"absent\",\"bucket\":\"week\",\"period\":\"2026-W40\"}";
    post(leader, ACTIONS, "{" + texts + "," + values + "}")
        .then()
        .statusCode(201)
        .body("version", equalTo(3));

    assertThat(feedback.asked().stream().map(FakeFeedback.Asked::request))
        .hasSize(8)
        .containsOnly("POST /v1/redact");
    assertThat(feedback.asked().stream().map(FakeFeedback.Asked::caller)).containsOnly(leader);
    assertThat(feedback.asked().stream().map(FakeFeedback.Asked::body))
        .contains("{\"wardId\":\"W01\",\"language\":\"en\",\"text\":\"Jo 7\"}");
    FakeAnalytics.Asked asked = analytics.asked().get(1);
    assertThat(asked.method() + " " + asked.uri()).isEqualTo("POST " + UPSTREAM);
    assertThat(asked.caller()).isEqualTo(leader);
    assertThat(JSON.readTree(asked.body()))
        .isEqualTo(
            JSON.readTree(
                "{" + texts.replaceAll("Jo [0-9]", "[STAFF-1] was kind.") + "," + values + "}"));
    assertThat(analytics.asked().toString()).doesNotContain("Jo ");
  }

  @Test
  void aPatchIsRedactedAndKeepsItsNulls() throws JsonProcessingException {
    String leader = tokens.of("ward-leader", "W01");
    patch(
            leader,
            ACTION,
            "{\"version\":2,\"aim\":null,\"statement\":{\"youSaid\":null,\"weDid\":\"Jo\"}}")
        .then()
        .statusCode(200);
    assertThat(feedback.asked()).hasSize(1);
    FakeAnalytics.Asked asked = analytics.asked().get(1);
    assertThat(asked.method() + " " + asked.uri()).isEqualTo("PATCH " + UPSTREAM + "/" + ID);
    JsonNode expected =
        JSON.readTree(
            "{\"version\":2,\"aim\":null,"
                + "\"statement\":{\"youSaid\":null,\"weDid\":\"[STAFF-1] was kind.\"}}");
    assertThat(JSON.readTree(asked.body())).isEqualTo(expected);
  }

  @Test
  void theWholeActionComesBackAndNothingElse() {
    Response answer = get(tokens.of("ward-leader", "W01"), ACTION);
    answer
        .then()
        .statusCode(200)
        .body("status", equalTo("testing"))
        .body("target", equalTo(4.5f))
        .body("measure.theme", equalTo("responsive-help"))
        .body("changeIdea", nullValue())
        .body("insightRef.numerator", equalTo(7))
        .body("statementBy", equalTo("a1b2c3"))
        .body("history", hasSize(1))
        .body("history[0].subject", equalTo("a1b2c3"));
    assertThat(answer.asString()).doesNotContain("secretOfUpstream");
  }

  @Test
  void listsAndCountsPassOn() {
    String analyst = tokens.of("quality-analyst");
    get(analyst, ACTIONS + "?status=testing&cursor=c1&limit=7")
        .then()
        .statusCode(200)
        .body("total", equalTo(3))
        .body("next", equalTo("c2"))
        .body("items[0].history", nullValue());
    assertThat(analytics.asked().get(1).uri().getQuery())
        .contains("status=testing", "cursor=c1", "limit=7");
    get(analyst, ACTIONS + "/summary")
        .then()
        .statusCode(200)
        .body("byStatus.'cannot-do'", equalTo(1))
        .body("shortfallThemes.denominator", equalTo(7));

    analytics.reset();
    get(analyst, "/api/v1/actions?overdue=true&unmeasured=true&status=done&cursor=c1&limit=7")
        .then()
        .statusCode(200)
        .body("total", equalTo(3));
    assertThat(analytics.asked()).hasSize(1);
    assertThat(analytics.asked().get(0).uri().getQuery())
        .contains("overdue=true", "unmeasured=true", "status=done", "cursor=c1", "limit=7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"publish", "withdraw"})
  void aStepNamesTheVersionThatWasSeen(String step) {
    post(tokens.of("quality-analyst"), ACTION + "/" + step, "{\"version\": 4}")
        .then()
        .statusCode(200);
    FakeAnalytics.Asked asked = analytics.asked().get(1);
    assertThat(asked.uri().getPath()).isEqualTo(UPSTREAM + "/" + ID + "/" + step);
    assertThat(asked.body()).isEqualTo("{\"version\":4}");
    for (String body :
        List.of(
            "",
            "{}",
            "[]",
            "{\"version\":\"4\"}",
            "{\"version\":1.5}",
            "{\"version\":1e99}",
            "{\"version\":4,\"aim\":\"x\"}")) {
      isProblem(post(tokens.of("quality-analyst"), ACTION + "/" + step, body), 400, "BAD_REQUEST");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]|400|BAD_REQUEST|",
        "{|400|BAD_REQUEST|",
        "null|400|BAD_REQUEST|",
        "{'aim':1}|400|WRONG_TYPE|",
        "{'aim':['a']}|400|WRONG_TYPE|",
        "{'aim':{'text':'a'}}|400|WRONG_TYPE|",
        "{'aim':' '}|422|INVALID_VALUE|",
        "{'aim':'a\\u0000'}|422|INVALID_VALUE|",
        "{'aim':'a\\ud800'}|422|INVALID_VALUE|",
        "{'score':1}|422|UNKNOWN_FIELD|",
        "{'Jo':null}|422|UNKNOWN_FIELD|",
        "{'insightRef.layer':'Jo'}|422|UNKNOWN_FIELD|",
        "{'statement.weDid':'Jo'}|422|UNKNOWN_FIELD|",
        "{'statement':{'.weDid':'Jo'}}|422|UNKNOWN_FIELD|",
        "{'insightRef':{'layer':'compassion'}}|422|UNKNOWN_FIELD|patch",
        "{'version':1}|422|UNKNOWN_FIELD|post",
        "{'statement':'Jo'}|400|WRONG_TYPE|",
        "{'statement':{'theySaid':'Jo'}}|422|UNKNOWN_FIELD|",
        "{'statement':{'weDid':{'a':'Jo'}}}|400|WRONG_TYPE|",
        "{'measure':{'kind':['Jo']}}|400|WRONG_TYPE|",
        "{'measure':{'note':'Jo'}}|422|UNKNOWN_FIELD|",
        "{'status':{'Jo':1}}|400|WRONG_TYPE|",
        "{'status':'done\\u0000'}|422|INVALID_VALUE|",
      })
  void anotherBodyIsRefusedAndNobodyReadsIt(String body, int status, String code, String only) {
    String leader = tokens.of("ward-leader", "W01");
    String json = body.replace('\'', '"');
    if (!"patch".equals(only)) {
      isProblem(post(leader, ACTIONS, json), status, code);
    }
    if (!"post".equals(only)) {
      isProblem(patch(leader, ACTION, json), status, code);
    }
    assertThat(feedback.asked()).isEmpty();
    assertThat(analytics.asked().stream().map(FakeAnalytics.Asked::method)).isSubsetOf("GET");
  }

  @ParameterizedTest
  @CsvSource({
    "aim, 500",
    "changeIdea, 2000",
    "prediction, 1000",
    "owner, 100",
    "whatHappened, 4000",
    "reason, 1000",
    "statement.youSaid, 1000",
    "statement.weDid, 1000",
  })
  void aTextHasItsBound(String field, int most) {
    String leader = tokens.of("ward-leader", "W01");
    post(leader, ACTIONS, body(field, "\uD83D\uDC99".repeat(most))).then().statusCode(201);
    isProblem(post(leader, ACTIONS, body(field, "a".repeat(most + 1))), 422, "TEXT_TOO_LONG")
        .body("detail", containsString(field));
  }

  private static String body(String field, String text) {
    String[] path = field.split("\\.", -1);
    String leaf = "{\"%s\":\"%s\"}".formatted(path[path.length - 1], text);
    return path.length == 1 ? leaf : "{\"%s\":%s}".formatted(path[0], leaf);
  }

  @Test
  void aValueIsNoPlaceForText() {
    String leader = tokens.of("ward-leader", "W01");
    String most = "a".repeat(100);
    post(leader, ACTIONS, "{\"status\":\"" + most + "\"}").then().statusCode(201);
    isProblem(post(leader, ACTIONS, "{\"status\":\"" + most + "a\"}"), 422, "INVALID_VALUE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "503|{\"code\":\"UNAVAILABLE\"}|503|UNAVAILABLE",
        "0|broken off|503|UNAVAILABLE",
        "403|{\"code\":\"FORBIDDEN\"}|500|INTERNAL",
        "422|{\"code\":\"UNKNOWN_WARD\"}|404|UNKNOWN_WARD",
        "400|{\"code\":\"WRONG_TYPE\"}|500|INTERNAL",
        "413|{\"code\":\"BODY_TOO_LARGE\"}|500|INTERNAL",
        "422|{\"code\":\"MISSING_FIELD\"}|500|INTERNAL",
        "404|{}|500|INTERNAL",
        "200|{}|500|INTERNAL",
        "200|no JSON|500|INTERNAL",
      })
  void withoutRedactionNothingGoesOn(int status, String body, int told, String code) {
    feedback.redacted(status, body);
    String leader = tokens.of("ward-leader", "W01");
    isProblem(post(leader, ACTIONS, "{\"aim\":\"Jo\"}"), told, code);
    isProblem(patch(leader, ACTION, "{\"version\":1,\"owner\":\"Jo\"}"), told, code);
    assertThat(analytics.asked().stream().map(FakeAnalytics.Asked::method)).isSubsetOf("GET");
  }

  @ParameterizedTest
  @CsvSource({
    "404, NOT_FOUND,      404, NOT_FOUND",
    "409, STALE_VERSION,  409, STALE_VERSION",
    "409, BAD_TRANSITION, 409, BAD_TRANSITION",
    "409, OTHER,          500, INTERNAL",
    "422, MISSING_FIELD,  422, MISSING_FIELD",
    "422, INVALID_VALUE,  422, INVALID_VALUE",
    "422, TEXT_TOO_LONG,  422, TEXT_TOO_LONG",
    "422, UNKNOWN_FIELD,  422, UNKNOWN_FIELD",
    "400, WRONG_TYPE,     400, WRONG_TYPE",
    "413, BODY_TOO_LARGE, 413, BODY_TOO_LARGE",
    "403, FORBIDDEN,      500, INTERNAL",
    "503, UNAVAILABLE,    503, UNAVAILABLE",
  })
  void refusalsOfAnActionAreRelayedFromAClosedList(
      int status, String code, int told, String toldCode) {
    String refusal = "{\"code\":\"%s\",\"detail\":\"why\"}".formatted(code);
    String leader = tokens.of("ward-leader", "W01");
    analytics.answer(UPSTREAM + "/" + ID, status, refusal);
    isProblem(patch(leader, ACTION, "{\"version\":1,\"aim\":\"a\"}"), told, toldCode);
    if (status != 404) {
      analytics.answer(UPSTREAM, status, refusal);
      isProblem(post(leader, ACTIONS, "{\"aim\":\"a\"}"), told, toldCode);
    }
  }

  /** The gateway makes the body of a step, so what is wrong with it is nobody else's mistake. */
  @ParameterizedTest
  @CsvSource({
    "404, NOT_FOUND,     404, NOT_FOUND",
    "409, STALE_VERSION, 409, STALE_VERSION",
    "409, SAME_PERSON,   409, SAME_PERSON",
    "409, NO_STATEMENT,  409, NO_STATEMENT",
    "409, OTHER,         500, INTERNAL",
    "422, MISSING_FIELD, 500, INTERNAL",
    "400, WRONG_TYPE,    500, INTERNAL",
    "503, UNAVAILABLE,   503, UNAVAILABLE",
  })
  void refusalsOfAStepAreRelayedFromAClosedList(
      int status, String code, int told, String toldCode) {
    String refusal = "{\"code\":\"%s\",\"detail\":\"why\"}".formatted(code);
    for (String step : List.of("/publish", "/withdraw")) {
      analytics.answer(UPSTREAM + "/" + ID + step, status, refusal);
      isProblem(
          post(tokens.of("ward-leader", "W01"), ACTION + step, "{\"version\":1}"), told, toldCode);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "0F8FAD5B-D9CB-469F-A165-70867728950E", ID + "x", "summary%20"})
  void whatIsNoActionIsNotAskedAbout(String id) {
    String leader = tokens.of("ward-leader", "W01");
    isProblem(get(leader, ACTIONS + "/" + id), 404, "NOT_FOUND");
    isProblem(patch(leader, ACTIONS + "/" + id, "{\"version\":1}"), 404, "NOT_FOUND");
    assertThat(analytics.asked()).hasSize(2);
  }

  @Test
  void aWiderRoleBesideTheLeadersDoesNotWidenWhatALeaderChanges() {
    String both =
        tokens.with(
            claims -> claims.setStringListClaim("groups", "ward-leader", "quality-analyst"), "W01");
    String change = "{\"version\":1,\"aim\":\"a\"}";
    patch(both, ACTION, change).then().statusCode(200);
    String elsewhere = ACTION.replace("W01", "W05");
    get(both, elsewhere).then().statusCode(200);
    isProblem(patch(both, elsewhere, change), 404, "UNKNOWN_WARD");
  }

  @Test
  void whatIsPublicNeedsNoTokenAndNamesNobody() {
    Response answer = given().get(PUBLIC + "?cursor=c1&limit=7");
    answer
        .then()
        .statusCode(200)
        .header("Cache-Control", "public, max-age=60")
        .header("X-Content-Type-Options", "nosniff")
        .body("total", equalTo(3))
        .body("next", equalTo("c2"))
        .body(
            "items[0]",
            equalTo(
                Map.of(
                    "youSaid", "Nobody came.",
                    "weDid", "We walk round.",
                    "status", "done",
                    "publishedOn", "2026-11-16")));
    assertThat(answer.asString()).doesNotContain("s3cret", "secretOfUpstream");
    FakeAnalytics.Asked asked = analytics.asked().get(0);
    assertThat(analytics.asked()).hasSize(1);
    assertThat(asked.uri().getPath()).isEqualTo("/v1/statements");
    assertThat(asked.uri().getQuery()).contains("ward=W01", "cursor=c1", "limit=7");
    assertThat(asked.caller()).isNull();
  }

  @Test
  void aWardThatDoesNotExistIsAnsweredLikeOneThatHasPublishedNothing() {
    analytics.answer("/v1/statements", 200, "{\"items\":[],\"total\":0,\"next\":null}");
    String nothing = given().get(PUBLIC).then().statusCode(200).extract().asString();
    assertThat(nothing).isEqualTo("{\"items\":[],\"total\":0,\"next\":null}");
    for (String ward : List.of("W99", "W90", "x".repeat(200), "%C3%A4", "%20")) {
      Response answer = given().urlEncodingEnabled(false).get(PUBLIC.replace("W01", ward));
      assertThat(answer.asString()).as(ward).isEqualTo(nothing);
      assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=60");
    }
  }

  @Test
  void whatGoesWrongInPublicIsKeptByNobody() {
    isProblem(given().get(PUBLIC + "?ward=W01"), 400, "UNKNOWN_PARAMETER");
    analytics.answer("/v1/statements", 400, "{\"code\":\"BAD_LIMIT\",\"detail\":\"why\"}");
    isProblem(given().get(PUBLIC + "?limit=0"), 400, "BAD_LIMIT");
    analytics.answer("/v1/statements", 503, "");
    isProblem(given().get(PUBLIC), 503, "UNAVAILABLE");
  }

  /** Both ways: what is described is taken, and the other body's own fields are not. */
  @Test
  void openApiHasTheFieldsThatABodyMayHave() throws JsonProcessingException {
    JsonNode schemas =
        JSON.readTree(given().get("/q/openapi?format=json").asString())
            .path("components")
            .path("schemas");
    List<String> creation = bodies(schemas, "ActionRequest");
    List<String> change = bodies(schemas, "ActionChangeRequest");
    assertThat(creation).hasSize(27);
    assertThat(withoutOwn(change, "version"))
        .hasSize(19)
        .containsExactlyElementsOf(withoutOwn(creation, "insightRef"));
    String leader = tokens.of("ward-leader", "W01");
    creation.forEach(body -> post(leader, ACTIONS, body).then().statusCode(201));
    change.forEach(body -> patch(leader, ACTION, body).then().statusCode(200));
  }

  /** A body for each field, with null in it. */
  private static List<String> bodies(JsonNode schemas, String schema) {
    return schemas.path(schema).path("properties").properties().stream()
        .flatMap(
            field -> {
              String of = field.getValue().findPath("$ref").asText();
              String inner = of.substring(of.lastIndexOf('/') + 1);
              String body = "{\"%s\":%s}".formatted(field.getKey(), "%s");
              return schemas.path(inner).path("properties").isEmpty()
                  ? Stream.of(body.formatted("null"))
                  : bodies(schemas, inner).stream().map(body::formatted);
            })
        .toList();
  }

  private static List<String> withoutOwn(List<String> bodies, String field) {
    return bodies.stream().filter(body -> !body.startsWith("{\"" + field + "\"")).toList();
  }

  @Test
  void openApiSaysThatThePublicPageNeedsNoToken() {
    List<Object> security =
        given()
            .get("/q/openapi?format=json")
            .jsonPath()
            .getList("paths.'/api/v1/public/wards/{ward}/you-said-we-did'.get.security");
    assertThat(security).isNotNull().isEmpty();
  }
}
