package org.heard.feedback.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.heard.feedback.TestTokens;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ResponseIT {
  private static final String RECEIPT =
      "extension.find { it.url == 'urn:heard:fhir:StructureDefinition:receipt-code' }.valueString";

  private static String kiosk;
  private static String importer;

  @Inject AgroalDataSource database;

  @BeforeEach
  void devices() {
    if (kiosk == null) {
      Feedback.directory();
      kiosk = Feedback.kioskKey("W01");
      importer = Feedback.importerKey();
    }
  }

  @Test
  void isAcknowledgedOnceItIsStored() throws SQLException {
    UUID id = UUID.randomUUID();
    Response answer = Resources.send(kiosk, Resources.response(id, "  Calm,\\nkind 💙 "));
    answer.then().statusCode(201).contentType(Resources.FHIR);
    QuestionnaireResponse stored = Resources.read(QuestionnaireResponse.class, answer.asString());
    assertThat(stored.getIdElement().getIdPart()).isEqualTo(id.toString());
    assertThat(stored.getIdentifier().getValue()).isEqualTo(id.toString());
    assertThat(stored.getMeta().getLastUpdated()).isNotNull();
    assertThat(stored.getItem()).as("the answers are not shown").isEmpty();
    assertThat(
            one(
                "SELECT ward_id || channel || rating || (answers->0->>'question')"
                    + " || (answers->0->>'text') || authored_at FROM submission WHERE id = ?",
                id))
        .isEqualTo("W01fhir2good  Calm,\nkind 💙 2026-10-05 08:15:30+00");
    Feedback.as(importer)
        .body(Map.of("receiptCode", answer.path(RECEIPT)))
        .post("/v1/receipts/lookup")
        .then()
        .statusCode(200);
  }

  @Test
  void isStoredOnceHoweverOftenItIsSent() throws SQLException {
    UUID id = UUID.randomUUID();
    Response first = Resources.send(kiosk, Resources.response(id, "Kind."));
    String again = Resources.response("urn:uuid:" + id, "Kind.").replace("completed", "amended");
    Resources.send(kiosk, again)
        .then()
        .statusCode(200)
        .body("id", equalTo(id.toString()))
        .body("status", equalTo("amended"))
        .body("meta.lastUpdated", equalTo(first.path("meta.lastUpdated")))
        .body(RECEIPT, equalTo(first.path(RECEIPT)));
    refused(Resources.send(kiosk, again.replace("Kind", "Unkind")), 409, "ID_REUSED", null)
        .then()
        .body("issue[0].code", equalTo("conflict"));
    assertThat(stored(id)).isEqualTo(1);
  }

  @Test
  void isNoRepeatOfWhatCameByAnotherDoor() throws SQLException {
    UUID id = UUID.randomUUID();
    Feedback.send(kiosk, Feedback.document(id, "Kind.")).then().statusCode(201);
    refused(Resources.send(kiosk, Resources.response(id, "Kind.")), 409, "ID_REUSED", null);
    assertThat(stored(id)).isEqualTo(1);
  }

  @Test
  void takesAnIdOfAnyKindAndAlwaysMakesTheSameOfIt() {
    String value = "card-" + UUID.randomUUID();
    String mine = Resources.response(value, "Kind.");
    String id = Resources.send(kiosk, mine).then().statusCode(201).extract().path("id");
    assertThat(UUID.fromString(id).version()).isEqualTo(5);
    Resources.send(kiosk, mine).then().statusCode(200).body("id", equalTo(id));
    String another = mine.replace("\"value\"", "\"system\": \"urn:oid:1.2.3\", \"value\"");
    Resources.send(kiosk, another).then().statusCode(201);
    UUID uuid = UUID.randomUUID();
    Resources.send(
            kiosk,
            Resources.response("URN:UUID:" + uuid.toString().toUpperCase(Locale.ROOT), "Kind."))
        .then()
        .statusCode(201)
        .body("id", equalTo(uuid.toString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"valueInteger\": 6",
        "\"valueCoding\": {\"code\": \"6\", \"display\": \"Don't know\"}",
        "\"valueCoding\": {\"system\": \"urn:heard:fhir:CodeSystem:fft-rating\", \"code\": \"6\"}",
        "\"valueCoding\": {\"code\": \"6\", \"display\": \"Weiß nicht\", \"version\": \"1\"}"
      })
  void takesARatingInEitherForm(String rating) throws SQLException {
    UUID id = UUID.randomUUID();
    String resource =
        Resources.response(id, "x").replace("\"valueCoding\": {\"code\": \"2\"}", rating);
    Resources.send(kiosk, resource).then().statusCode(201);
    assertThat(one("SELECT rating FROM submission WHERE id = ?", id)).isEqualTo("6");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "urn:heard:fhir:Questionnaire:fft",
        "urn:heard:fhir:Questionnaire:fft|1.0.0",
      })
  void takesAnAnswerToThePublishedQuestionnaire(String canonical) {
    Resources.send(kiosk, with("\"questionnaire\": \"" + canonical + "\"")).then().statusCode(201);
  }

  @Test
  void dropsBlankAnswersAndTakesSeveral() throws SQLException {
    UUID id = UUID.randomUUID();
    String resource =
        Resources.response(id, " \\u200b\"}, {\"valueString\": \"")
            .replace(
                "]}\n",
                ", {\"linkId\": \"fft-why\", \"answer\": [{\"valueString\": \"a\"},"
                    + " {\"valueString\": \"b\"}]}, {\"linkId\": \"fft-why\", \"text\": \"Why?\","
                    + " \"id\": \"4\"}]}\n");
    Resources.send(kiosk, resource).then().statusCode(201);
    assertThat(
            one(
                "SELECT string_agg(concat_ws(' ', answer->>'question', answer->>'text'), ', ')"
                    + " FROM submission, jsonb_array_elements(answers) answer WHERE id = ?",
                id))
        .isEqualTo("why a, why b");
  }

  @Test
  void keepsTheLanguage() throws SQLException {
    UUID id = UUID.randomUUID();
    Resources.send(kiosk, with(id, "\"language\": \"cy\"")).then().statusCode(201);
    assertThat(one("SELECT language FROM submission WHERE id = ?", id)).isEqualTo("cy");
  }

  @Test
  void takesADayAsItsNoonWhereTheOrganisationIs() throws SQLException {
    UUID id = UUID.randomUUID();
    Resources.send(
            kiosk, Resources.response(id, "x").replace("2026-10-05T09:15:30+01:00", "2026-10-05"))
        .then()
        .statusCode(201);
    assertThat(one("SELECT authored_at FROM submission WHERE id = ?", id))
        .isEqualTo("2026-10-05 11:00:00+00");
  }

  @Test
  void takesADayAsItsNoon() throws SQLException {
    LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
    // Judged as moments, the first is ahead in the morning, the last too old in the afternoon.
    for (LocalDate day : List.of(today, today.minusDays(400))) {
      UUID id = UUID.randomUUID();
      Resources.send(
              kiosk,
              Resources.response(id, "x").replace("2026-10-05T09:15:30+01:00", day.toString()))
          .then()
          .statusCode(201);
      assertThat(
              one(
                  "SELECT concat_ws(' ', counted_at AT TIME ZONE 'Europe/London', time_flag)"
                      + " FROM submission WHERE id = ?",
                  id))
          .isEqualTo(day + " 12:00:00");
    }
  }

  @Test
  void keepsNobodyWhoIsNamedBesideTheAnswers() throws SQLException {
    UUID id = UUID.randomUUID();
    String named =
        """
        "id": "Zebedee", "meta": {"source": "urn:Zebedee"},
         "text": {"status": "generated",
                  "div": "<div xmlns=\\"http://www.w3.org/1999/xhtml\\">Zebedee</div>"},
         "subject": {"reference": "Patient/Zebedee", "display": "Zebedee",
                     "extension": [{"url": "urn:x", "valueString": "Zebedee"}]},
         "author": {"display": "Zebedee"}, "source": {"identifier": {"value": "Zebedee"}},
         "encounter": {"display": "Zebedee"}, "basedOn": [{"display": "Zebedee"}],
         "partOf": [{"display": "Zebedee"}]
        """;
    Resources.send(kiosk, with(id, named)).then().statusCode(201);
    for (String row :
        new String[] {"submission t WHERE id = ?", "outbox t WHERE subject = ?::text"}) {
      assertThat(one("SELECT count(*) FROM " + row + " AND t::text LIKE '%Zebedee%'", id))
          .as(row)
          .isEqualTo("0");
    }
  }

  @Test
  void isOfTheWardThatAnImporterNames() throws SQLException {
    UUID id = UUID.randomUUID();
    String resource = Resources.response(id, "x");
    refused(Resources.send(importer, resource), 400, "INVALID_PARAMETER", null);
    refused(to(importer, resource, "W 1"), 400, "INVALID_PARAMETER", null);
    for (String foreign : new String[] {"W09", "W99"}) {
      refused(to(importer, resource, foreign), 422, "UNKNOWN_WARD", null);
    }
    assertThat(stored(id)).isZero();
    to(importer, resource, "W02").then().statusCode(201);
    assertThat(one("SELECT ward_id FROM submission WHERE id = ?", id)).isEqualTo("W02");
  }

  @Test
  void isOfTheKiosksOwnWardAndNoOther() throws SQLException {
    UUID id = UUID.randomUUID();
    for (String foreign : new String[] {"W02", "W99"}) {
      refused(to(kiosk, Resources.response(id, "x"), foreign), 403, "WARD_MISMATCH", null)
          .then()
          .body("issue[0].code", equalTo("forbidden"));
    }
    assertThat(stored(id)).isZero();
    to(kiosk, Resources.response(id, "x"), "W01").then().statusCode(201);
  }

  @Test
  void isOfTheWardWhereTheKioskStoodThen() throws SQLException {
    Response moved =
        Feedback.register(Map.of("name", "day room", "kind", "kiosk", "wardId", "W01"));
    Feedback.as(TestTokens.admin())
        .body(Map.of("wardId", "W02", "since", "2026-10-05T08:15:30Z"))
        .post("/v1/devices/" + moved.path("id") + "/move")
        .then()
        .statusCode(200);
    UUID before = UUID.randomUUID();
    UUID after = UUID.randomUUID();
    String key = moved.path("key");
    Resources.send(key, Resources.response(before, "x").replace("09:15:30", "09:15:29.999999"))
        .then()
        .statusCode(201);
    Resources.send(key, Resources.response(after, "x")).then().statusCode(201);
    assertThat(one("SELECT ward_id FROM submission WHERE id = ?", before)).isEqualTo("W01");
    assertThat(one("SELECT ward_id FROM submission WHERE id = ?", after)).isEqualTo("W02");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2019", "2099"})
  void isOfTheWardWhereTheKioskStandsIfItsClockSaysWhatCannotBe(String year) throws SQLException {
    Response moved =
        Feedback.register(Map.of("name", "day room", "kind", "kiosk", "wardId", "W01"));
    Feedback.as(TestTokens.admin())
        .body(Map.of("wardId", "W02", "since", "2026-10-05T08:15:30Z"))
        .post("/v1/devices/" + moved.path("id") + "/move")
        .then()
        .statusCode(200);
    UUID id = UUID.randomUUID();
    String resource = Resources.response(id, "x").replace("2026-10-05", year + "-10-05");
    Resources.send(moved.path("key"), resource).then().statusCode(201);
    assertThat(one("SELECT ward_id FROM submission WHERE id = ?", id)).isEqualTo("W02");
    Resources.send(moved.path("key"), resource).then().statusCode(200);
  }

  @Test
  void isPutAsideIfTheKeyIsRevoked() throws SQLException {
    Response revoked =
        Feedback.register(Map.of("name", "day room", "kind", "kiosk", "wardId", "W01"));
    Feedback.as(TestTokens.admin()).post("/v1/devices/" + revoked.path("id") + "/revoke");
    UUID id = UUID.randomUUID();
    Resources.send(revoked.path("key"), Resources.response(id, "x"))
        .then()
        .statusCode(202)
        .body("id", equalTo(id.toString()))
        .body("extension.url[0]", equalTo("urn:heard:fhir:StructureDefinition:quarantined"))
        .body("extension.valueBoolean[0]", equalTo(true))
        .body("meta.lastUpdated", nullValue());
    assertThat(stored(id)).isZero();
    assertThat(one("SELECT count(*) FROM quarantine WHERE id = ?", id)).isEqualTo("1");
  }

  @ParameterizedTest(name = "{1} at {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '´',
      value = {
        "400 | INVALID_JSON  |                | \"status\": | \"status\":: ",
        "400 | INVALID_JSON  |                | \"status\": | \"status\": \"amended\", \"status\":",
        "400 | NUL_CHARACTER |                | TEXT        | a\\u0000b",
        "400 | LONE_SURROGATE |               | TEXT        | a\\ud83db",
        "400 | WRONG_TYPE | .status           | \"completed\" | 7",
        "400 | WRONG_TYPE | .status           | \"completed\" | [\"completed\"]",
        "400 | WRONG_TYPE | .authored         | \"2026-10-05T09:15:30+01:00\" | null",
        "400 | WRONG_TYPE | .identifier       | {\"value\": \"ID\"} | [{\"value\": \"ID\"}]",
        "400 | WRONG_TYPE | .identifier.value | \"ID\" | 7",
        "400 | WRONG_TYPE | .item[0]          | {\"linkId\": \"fft-overall\" | 7, {\"linkId\":"
            + " \"fft-overall\"",
        "400 | WRONG_TYPE | .item[1].answer   | [{\"valueString\": \"TEXT\"}] | {\"valueString\":"
            + " \"TEXT\"}",
        "400 | WRONG_TYPE | .item[1].answer[0].value | \"TEXT\" | 7",
        "400 | WRONG_TYPE | .item[0].answer[0].value | {\"code\": \"2\"} | \"2\"",
        "400 | WRONG_TYPE | .item[0].answer[0].value.code | \"2\" | 2",
        "400 | WRONG_TYPE | .item[0].answer[0].value | \"valueCoding\": {\"code\": \"2\"} |"
            + " \"valueInteger\": \"2\"",
        "400 | WRONG_TYPE | .subject | \"status\": | \"subject\": \"x\", \"status\":",
        "422 | MISSING_FIELD | | \"resourceType\": \"QuestionnaireResponse\", | ´´",
        "422 | INVALID_VALUE | | \"QuestionnaireResponse\" | \"Patient\"",
        "422 | UNKNOWN_FIELD | .mood | \"status\": | \"mood\": 1, \"status\":",
        "422 | UNKNOWN_FIELD | .`said by` | \"status\": | \"said by\": 1, \"status\":",
        "422 | UNKNOWN_FIELD | .fhir_comments | \"status\": | \"fhir_comments\": [], \"status\":",
        "422 | UNKNOWN_FIELD | .identifier.mood | \"value\": | \"mood\": 1, \"value\":",
        "422 | UNKNOWN_FIELD | .item[1].mood | \"linkId\": \"fft-good\" | \"mood\": 1, \"linkId\":"
            + " \"fft-good\"",
        "422 | UNKNOWN_FIELD | .item[0].answer[0].value.mood | \"code\": | \"mood\": 1,"
            + " \"code\":",
        "422 | UNKNOWN_FIELD | .item[1].answer[0].valueText | \"valueString\": | \"valueText\": 1,"
            + " \"valueString\":",
        "422 | UNKNOWN_FIELD | .subject.mood | \"status\": | \"subject\": {\"mood\": 1},"
            + " \"status\":",
        "422 | UNSUPPORTED_ELEMENT | .contained | \"status\": | \"contained\": [7], \"status\":",
        "422 | UNSUPPORTED_ELEMENT | .extension | \"status\": | \"extension\": 7, \"status\":",
        "422 | UNSUPPORTED_ELEMENT | .modifierExtension | \"status\": | \"modifierExtension\":"
            + " [{\"url\": \"urn:not\", \"valueBoolean\": true}], \"status\":",
        "422 | UNSUPPORTED_ELEMENT | .implicitRules | \"status\": | \"implicitRules\": \"urn:x\","
            + " \"status\":",
        "422 | UNSUPPORTED_ELEMENT | .status | \"status\": | \"_status\": {}, \"status\":",
        "422 | UNSUPPORTED_ELEMENT | .item[1].answer[0].value | \"valueString\": |"
            + " \"_valueString\": {\"id\": \"a\"}, \"valueString\":",
        "422 | UNSUPPORTED_ELEMENT | .item[1].extension | \"linkId\": \"fft-good\" | \"extension\":"
            + " [], \"linkId\": \"fft-good\"",
        "422 | UNSUPPORTED_ELEMENT | .item[1].item | \"linkId\": \"fft-good\" | \"item\":"
            + " [{\"linkId\": \"fft-why\"}], \"linkId\": \"fft-good\"",
        "422 | UNSUPPORTED_ELEMENT | .item[1].answer[0].item | \"valueString\": | \"item\": [],"
            + " \"valueString\":",
        "422 | UNSUPPORTED_ELEMENT | .item[0].answer[0].value.extension | \"code\": |"
            + " \"extension\": [{\"url\": \"urn:x\"}], \"code\":",
        "422 | MISSING_FIELD | .identifier | \"identifier\": {\"value\": \"ID\"}, | ´´",
        "422 | MISSING_FIELD | .identifier.value | \"value\": \"ID\" | \"system\": \"urn:x\"",
        "422 | MISSING_FIELD | .identifier       | \"value\": \"ID\" | \"value\": \" \"",
        "422 | MISSING_FIELD | .status | \"status\": \"completed\", | ´´",
        "422 | MISSING_FIELD | .authored | \"authored\": \"2026-10-05T09:15:30+01:00\", | ´´",
        "422 | MISSING_FIELD | .item[1].linkId | \"linkId\": \"fft-good\", | ´´",
        "422 | MISSING_FIELD | .item[1].answer[0].value | \"valueString\": \"TEXT\" | \"id\": \"a\"",
        "422 | INVALID_VALUE | .identifier | {\"value\": \"ID\"} | {}",
        "422 | INVALID_VALUE | .item[1].answer | [{\"valueString\": \"TEXT\"}] | []",
        "422 | INVALID_VALUE | .status | \"completed\" | \"done\"",
        "422 | STATUS_NOT_TAKEN | .status | \"completed\" | \"in-progress\"",
        "422 | STATUS_NOT_TAKEN | .status | \"completed\" | \"stopped\"",
        "422 | STATUS_NOT_TAKEN | .status | \"completed\" | \"entered-in-error\"",
        "422 | WRONG_QUESTIONNAIRE | .questionnaire | \"status\": | \"questionnaire\":"
            + " \"urn:heard:fhir:Questionnaire:fft/2\", \"status\":",
        "422 | UNKNOWN_LINK_ID | .item[1].linkId | fft-good | fft-bad",
        "422 | WRONG_ANSWER_TYPE | .item[0].answer[0].value | \"valueCoding\": {\"code\":"
            + " \"2\"} | \"valueString\": \"2\"",
        "422 | WRONG_ANSWER_TYPE | .item[1].answer[0].value | \"valueString\": \"TEXT\" |"
            + " \"valueInteger\": 7",
        "422 | WRONG_ANSWER_TYPE | .item[1].answer[0].value | \"valueString\": \"TEXT\" |"
            + " \"valueDate\": \"2026-10-05\"",
        "422 | INVALID_RATING | .item[0].answer[0].value.code | \"2\" | \"7\"",
        "422 | INVALID_RATING | .item[0].answer[0].value.code | \"2\" | \"good\"",
        "422 | INVALID_RATING | .item[0].answer[0].value | \"code\": \"2\" |"
            + " \"display\": \"Good\"",
        "422 | INVALID_RATING | .item[0].answer[0].value.display | \"code\": \"2\" |"
            + " \"code\": \"2\", \"display\": \"Poor\"",
        "422 | INVALID_VALUE | .item[0].answer[0].value.system | \"code\": | \"system\":"
            + " \"http://loinc.org\", \"code\":",
        "422 | INVALID_RATING | .item[0].answer[0].value | \"valueCoding\": {\"code\": \"2\"}"
            + " | \"valueInteger\": 0",
        "422 | INVALID_VALUE | .item[0].answer[0].value | \"valueCoding\": {\"code\": \"2\"}"
            + " | \"valueInteger\": 2.5",
        "422 | INVALID_VALUE | .item[0].answer[0].value | \"valueCoding\": {\"code\": \"2\"}"
            + " | \"valueInteger\": 99999999999",
        "422 | INVALID_VALUE | .item[1].answer[0].value | \"valueString\": \"TEXT\" |"
            + " \"valueString\": \"TEXT\", \"valueInteger\": 7",
        "422 | UNKNOWN_FIELD | .item[1].answer[0].`value[x]` | \"valueString\": | \"value[x]\": 1,"
            + " \"valueString\":",
        "422 | UNKNOWN_FIELD | .item[1].answer[0].value | \"valueString\": | \"value\": 1,"
            + " \"valueString\":",
        "422 | TOO_MANY_ANSWERS | .item[0].answer[1] | {\"valueCoding\": {\"code\": \"2\"}} |"
            + " {\"valueInteger\": 2}, {\"valueInteger\": 2}",
        "422 | INVALID_TIME | .authored | 2026-10-05T09:15:30+01:00 | 2026",
        "422 | INVALID_TIME | .authored | 2026-10-05T09:15:30+01:00 | 2026-10",
        "422 | INVALID_TIME | .authored | 2026-10-05T09:15:30+01:00 | 2026-02-30",
        "422 | INVALID_TIME | .authored | 2026-10-05T09:15:30+01:00 | 2026-10-05T09:15:30",
        "422 | INVALID_TIME | .authored | 2026-10-05T09:15:30+01:00 | yesterday",
        "422 | INVALID_LANGUAGE | .language | \"status\": | \"language\": \"e!\", \"status\":",
      })
  void saysWhatIsWrongAndWhere(int status, String code, String at, String from, String to)
      throws SQLException, JsonProcessingException {
    UUID id = UUID.randomUUID();
    String valid = Resources.response("ID", "TEXT");
    String resource = valid.replace(from, to == null ? "" : to);
    assertThat(resource).as("the case changes the resource").isNotEqualTo(valid);
    String expression = at == null ? null : "QuestionnaireResponse" + at;
    Response answer = Resources.send(kiosk, resource.replace("ID", id.toString()));
    refused(answer, status, code, expression);
    assertThat(answer.<Integer>path("issue.size()")).as(answer.asString()).isEqualTo(1);
    assertThat(stored(id)).isZero();
    if (expression != null) {
      // What is not there, or is no element, is told by where it would stand.
      boolean nowhere = List.of("MISSING_FIELD", "UNKNOWN_FIELD").contains(code);
      String path = nowhere ? expression.substring(0, expression.lastIndexOf('.')) : expression;
      assertThat(ElementPaths.leadsSomewhere(path, resource)).as(path).isTrue();
    }
  }

  @Test
  void countsTextInCodePoints() {
    String longest = "💙".repeat(4000);
    Resources.send(kiosk, Resources.response(UUID.randomUUID(), longest)).then().statusCode(201);
    refused(
            Resources.send(kiosk, Resources.response(UUID.randomUUID(), longest + "x")),
            422,
            "TEXT_TOO_LONG",
            "QuestionnaireResponse.item[1].answer[0].value")
        .then()
        .body("issue[0].code", equalTo("too-long"));
  }

  @Test
  void takesFiveTextsAndRefusesSix() {
    String five =
        Resources.response(UUID.randomUUID(), "a\"}" + ", {\"valueString\": \"b\"}".repeat(3))
            .replace("\"}\"}", "\"}, {\"valueString\": \"c\"}");
    Resources.send(kiosk, five).then().statusCode(201);
    refused(
        Resources.send(kiosk, five.replace("\"c\"}", "\"c\"}, {\"valueString\": \"d\"}")),
        422,
        "TOO_MANY_ANSWERS",
        "QuestionnaireResponse.item");
  }

  @Test
  void refusesAnEmptyResponse() {
    String empty =
        Resources.response(UUID.randomUUID(), " \\t")
            .replace("{\"valueCoding\": {\"code\": \"2\"}}", "{\"valueString\": \"x\"}")
            .replace("fft-overall", "fft-why")
            .replace("\"x\"", "\"\"");
    refused(Resources.send(kiosk, empty), 422, "EMPTY_SUBMISSION", "QuestionnaireResponse");
  }

  @Test
  void namesAllMistakesAtOnce() {
    String resource =
        Resources.response(UUID.randomUUID(), "x")
            .replace("\"2\"", "\"9\"")
            .replace("\"status\"", "\"mood\": 1, \"_status\": {}, \"status\"")
            .replace("completed", "stopped")
            .replace("+01:00", "")
            .replace("fft-good", "fft-bad");
    Resources.send(kiosk, resource)
        .then()
        .statusCode(422)
        .body(
            "issue.details.coding.code.flatten()",
            containsInAnyOrder(
                "UNKNOWN_FIELD",
                "UNSUPPORTED_ELEMENT",
                "STATUS_NOT_TAKEN",
                "INVALID_TIME",
                "INVALID_RATING",
                "UNKNOWN_LINK_ID"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "7", "null", "{", "{} {}", "\"x\"", "{}"})
  void refusesWhatIsNoResource(String body) {
    Response answer = Resources.send(kiosk, body);
    assertThat(answer.statusCode()).isIn(400, 422);
    Resources.read(OperationOutcome.class, answer.asString());
  }

  static Response refused(Response answer, int status, String code, String expression) {
    answer
        .then()
        .statusCode(status)
        .contentType(Resources.FHIR)
        .body("issue[0].severity", equalTo("error"))
        .body("issue[0].details.coding[0].system", equalTo("urn:heard:problem"))
        .body("issue[0].details.coding[0].code", equalTo(code))
        .body("issue[0].expression", equalTo(expression == null ? null : List.of(expression)));
    Resources.read(OperationOutcome.class, answer.asString());
    return answer;
  }

  private static Response to(String key, String resource, String ward) {
    return Resources.as(key, resource).queryParam("ward", ward).post(Resources.DOOR);
  }

  private static String with(String elements) {
    return with(UUID.randomUUID(), elements);
  }

  private static String with(UUID id, String elements) {
    return Resources.response(id, "x").replace("\"status\"", elements + ", \"status\"");
  }

  private int stored(UUID id) throws SQLException {
    return Integer.parseInt(one("SELECT count(*) FROM submission WHERE id = ?", id));
  }

  private String one(String question, UUID id) throws SQLException {
    try (var connection = database.getConnection();
        var ask = connection.prepareStatement(question)) {
      ask.setObject(1, id);
      try (var row = ask.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
