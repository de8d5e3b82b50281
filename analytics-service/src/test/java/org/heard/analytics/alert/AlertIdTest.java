package org.heard.analytics.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.heard.analytics.tagging.AlertCategory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlertIdTest {
  private static final String SUBMISSION = "7b1d4c52-9a36-4f0e-8a55-0c8d3f6e21b4";

  @ParameterizedTest
  @CsvSource({
    "1, SELF_HARM",
    "2, ABUSE_OR_SAFETY",
    "3, NEGLECT",
    "4, FALL_OR_MEDICATION_ERROR",
    "5, DISCRIMINATION",
    "6, BEREAVEMENT",
    "7, COMPLAINT_OR_LEGAL",
    "8, STAFF_DISTRESS",
    "9, STAFF_THREAT"
  })
  void isReadAsItIsWritten(int place, AlertCategory category) {
    AlertId id = AlertId.of(SUBMISSION + "-2-" + place);
    assertThat(id.category()).isEqualTo(category);
    assertThat(id.n()).isEqualTo(2);
    assertThat(id.comment()).isEqualTo(SUBMISSION + "-2");
    assertThat(id).hasToString(SUBMISSION + "-2-" + place);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        SUBMISSION,
        SUBMISSION + "-1",
        SUBMISSION + "-0-1",
        SUBMISSION + "-1-0",
        SUBMISSION + "-1-10",
        SUBMISSION + "-99999-1",
        SUBMISSION + "-1-self-harm",
        "7B1D4C52-9A36-4F0E-8A55-0C8D3F6E21B4-1-1"
      })
  void anythingElseIsNone(String written) {
    assertThat(AlertId.of(written)).isNull();
  }

  /** The defaults that the design lists. */
  @ParameterizedTest
  @CsvSource({
    "mental-health, self-harm",
    "safeguarding, abuse-or-safety neglect",
    "patient-safety, fall-or-medication-error",
    "equality, discrimination",
    "pals, bereavement complaint-or-legal",
    "speak-up, staff-distress",
    "security, staff-threat"
  })
  void everyCategoryHasItsLane(String lane, String categories) {
    assertThat(
            Arrays.stream(AlertCategory.values())
                .filter(category -> Lane.of(category).code().equals(lane))
                .map(AlertCategory::code)
                .collect(Collectors.joining(" ")))
        .isEqualTo(categories);
  }
}
