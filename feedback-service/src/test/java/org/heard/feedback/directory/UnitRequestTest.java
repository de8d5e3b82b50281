package org.heard.feedback.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.heard.feedback.json.JsonBody;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitRequestTest {

  @Test
  void countsDaysInLondonUnlessToldOtherwise() {
    assertThat(read(UnitKind.ORGANISATION, "{'name': 'x'}").request().zone())
        .isEqualTo("Europe/London");
    assertThat(
            read(UnitKind.ORGANISATION, "{'name': 'x', 'zone': 'Asia/Kolkata'}").request().zone())
        .isEqualTo("Asia/Kolkata");
  }

  // PostgreSQL reads an offset as a zone with the opposite sign.
  @ParameterizedTest
  @ValueSource(strings = {"+01:00", "Z", "UTC+1", "GMT+1", "Mars/Olympus", ""})
  void takesNoZoneButANamedOne(String zone) {
    refused(UnitKind.ORGANISATION, "{'name': 'x', 'zone': '" + zone + "'}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ORGANISATION | {'name': 'x', 'odsCode': ''} | INVALID_ODS_CODE",
        "SITE | {'name': 'x', 'organisationId': 'O01', 'odsCode': ' '} | INVALID_ODS_CODE",
        "SITE | {'name': 'x', 'organisationId': 'O01', 'odsCode': 'zz101'} | INVALID_ODS_CODE",
        "SITE | {'name': 'x', 'organisationId': 'O01', 'odsCode': 'ZZ'} | INVALID_ODS_CODE",
        "SITE | {'name': 'x', 'organisationId': 'O01', 'odsCode': 'ZZ123456789'} | INVALID_ODS_CODE",
        "WARD | {'name': 'x', 'siteId': 'S01', 'careSetting': ''} | INVALID_VALUE",
        "WARD | {'name': 'x', 'siteId': 'S01', 'specialties': ['30']} | INVALID_VALUE",
        "WARD | {'name': 'x', 'siteId': 'S01', 'specialties': ['300','301','302']} | INVALID_VALUE",
        "WARD | {'name': 'x', 'siteId': 'S01', 'closedOn': '2026-13-01'} | INVALID_DAY",
      })
  void aCodeHasItsFormOrIsAbsent(UnitKind kind, String body, ErrorCode code) {
    refused(kind, body, code);
  }

  private static void refused(UnitKind kind, String body) {
    refused(kind, body, ErrorCode.INVALID_VALUE);
  }

  private static void refused(UnitKind kind, String body, ErrorCode code) {
    assertThat(read(kind, body).errors()).extracting(FieldError::code).containsExactly(code);
  }

  private static UnitRequest.Draft read(UnitKind kind, String body) {
    String json = body.replace('\'', '"');
    return UnitRequest.read(
        kind, JsonBody.parse(json.getBytes(StandardCharsets.UTF_8), 10_000), 100);
  }
}
