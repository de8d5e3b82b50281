package org.heard.feedback.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.heard.feedback.json.JsonBody;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitRequestTest {

  @Test
  void countsDaysInLondonUnlessToldOtherwise() {
    assertThat(read(UnitKind.ORGANISATION, "{'name': 'x'}").zone()).isEqualTo("Europe/London");
    assertThat(read(UnitKind.ORGANISATION, "{'name': 'x', 'zone': 'Asia/Kolkata'}").zone())
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
        "ORGANISATION | {'name': 'x', 'odsCode': ''}",
        "SITE | {'name': 'x', 'organisationId': 'O01', 'odsCode': ' '}",
        "WARD | {'name': 'x', 'siteId': 'S01', 'careSetting': ''}",
      })
  void aCodeIsThereOrAbsentAndNeverBlank(UnitKind kind, String body) {
    refused(kind, body);
  }

  private static void refused(UnitKind kind, String body) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> read(kind, body))
        .satisfies(
            refused -> assertThat(refused.problem().code()).isEqualTo(ErrorCode.INVALID_VALUE));
  }

  private static UnitRequest read(UnitKind kind, String body) {
    String json = body.replace('\'', '"');
    return UnitRequest.read(kind, JsonBody.parse(json.getBytes(StandardCharsets.UTF_8)));
  }
}
