package org.heard.feedback.directory;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.heard.feedback.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class DirectoryFileIT {

  /** Wards before what they belong to: the order of rows does not matter. */
  private static final String FILE =
      """
      kind,id,name,nameFrom,odsCode,organisationId,siteId,divisionIds,careSetting,specialties,closedOn
      ward,WF1,Sorrel Ward,2026-04-01,,,SF1,DF1;DF2,inpatient,300;430,
      ward,WF2,"Teasel Ward, day room",,,,SF1,,,,2026-05-01
      site,SF1,Northmoor Annexe,,ZZ1FX,O01,,,,,
      division,DF1,Medicine,,,O01,,,,,
      division,DF2,Frailty,,,O01,,,,,
      """;

  @BeforeEach
  void directory() {
    Feedback.directory();
  }

  @Test
  void putsAllRowsAndTheSecondTimeChangesNothing() {
    post(FILE + "ward,WF3,Once,,,,SF1,,,,\n", true).then().statusCode(200).body("rows", equalTo(6));
    get("wards/WF3").then().statusCode(404);

    post(FILE, false).then().statusCode(200).body("rows", equalTo(5));
    post(FILE, false).then().statusCode(200).body("unchanged", equalTo(5));
    get("wards/WF1")
        .then()
        .body("divisionIds", equalTo(List.of("DF1", "DF2")))
        .body("specialties", equalTo(List.of("300", "430")))
        .body("names[0].from", equalTo("2026-04-01"));
    get("wards/WF2").then().body("closedOn", equalTo("2026-05-01"));

    post("kind,id,name,siteId\nward,WF2,Teasel,SF1\n", false)
        .then()
        .statusCode(200)
        .body("changed", equalTo(1));
    post(FILE, false).then().body("changed", equalTo(1)).body("unchanged", equalTo(4));
  }

  @Test
  void tellsAllThatIsWrongByLineAndChangesNothing() {
    String wrong =
        """
        kind,id,name,odsCode,organisationId,siteId,divisionIds,specialties,closedOn
        site,SG1,Good site,ZZ1G1,O01,,,,
        site,SG2,Bad code,zz,O01,,,,
        ward,WG1,No site,,,S77,,,
        ward,WG2,No such division,,,SG1,D77,,
        ward,WG3,,,,SG1,,,
        ward,WG4,Codes,,,SG1,,3,tomorrow
        ward,WG5,Cells
        clinic,WG6,Kind,,,SG1,,,
        site,SG3,Another level,ZZ1G3,O01,S01,,,
        site,SG1,Twice,ZZ1G1,O01,,,,
        site,SG4,Others,ZZ1G4,O77,,,,
        ward,WG7,Site and code,,,S77,,3,
        """;
    for (boolean dryRun : List.of(true, false)) {
      post(wrong, dryRun)
          .then()
          .statusCode(422)
          .body("code", equalTo("VALIDATION_FAILED"))
          .body("errors", hasSize(13))
          .body(
              "errors.collect { it.pointer + ' ' + it.code }",
              hasItems(
                  "/3/odsCode INVALID_ODS_CODE",
                  "/4/siteId UNKNOWN_UNIT",
                  "/5/divisionIds/0 UNKNOWN_UNIT",
                  "/6/name MISSING_FIELD",
                  "/7/specialties/0 INVALID_VALUE",
                  "/7/closedOn INVALID_DAY",
                  "/8 WRONG_COLUMN_COUNT",
                  "/9/kind INVALID_VALUE",
                  "/10/siteId UNKNOWN_FIELD",
                  "/11/id ID_REUSED",
                  "/12/organisationId UNKNOWN_UNIT",
                  "/13/siteId UNKNOWN_UNIT",
                  "/13/specialties/0 INVALID_VALUE"));
      get("sites/SG1").then().statusCode(404);
    }
  }

  @Test
  void refusesWhatIsNoDirectory() {
    post("kind,id\nward,W1\n", false)
        .then()
        .statusCode(422)
        .body("code", equalTo("UNKNOWN_COLUMN"));
    post("kind,id,name,colour\nward,W1,a,red\n", false)
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("UNKNOWN_COLUMN"));
    post("kind,id,name\norganisation,O77,Others\n", false)
        .then()
        .statusCode(404)
        .body("errors[0].pointer", equalTo("/2"));
    Feedback.as(TestTokens.withRole("quality-analyst"))
        .config(csv())
        .contentType("text/csv")
        .body(FILE)
        .post("/v1/directory-imports")
        .then()
        .statusCode(403);
    Feedback.as(TestTokens.admin())
        .queryParam("dryRun", "yes")
        .config(csv())
        .contentType("text/csv")
        .body(FILE)
        .post("/v1/directory-imports")
        .then()
        .statusCode(400)
        .body("code", equalTo("INVALID_PARAMETER"));
  }

  private static Response get(String path) {
    return Feedback.as(TestTokens.admin()).get("/v1/directory/" + path);
  }

  private static Response post(String file, boolean dryRun) {
    return Feedback.as(TestTokens.admin())
        .config(csv())
        .contentType("text/csv")
        .queryParam("dryRun", dryRun)
        .body(file)
        .post("/v1/directory-imports");
  }

  private static io.restassured.config.RestAssuredConfig csv() {
    return RestAssured.config()
        .encoderConfig(
            EncoderConfig.encoderConfig()
                .defaultContentCharset("UTF-8")
                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                .encodeContentTypeAs("text/csv", ContentType.TEXT));
  }
}
