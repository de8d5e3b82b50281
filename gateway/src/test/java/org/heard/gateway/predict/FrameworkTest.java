package org.heard.gateway.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.heard.gateway.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameworkTest {
  private static final List<String> NAMES =
      List.of(
          "Staff responsiveness",
          "Number & deployment of staff",
          "Equality, Diversity & Inclusion",
          "Timeliness of care");

  @Test
  void version7FoldsAndDrops() {
    assertThat(Framework.of("v7").names(NAMES, true))
        .containsExactly("Staffing levels & responsiveness", "Timeliness of care");
  }

  /** All that version 7 has, as its authors' own model is scored by. */
  private static final Set<String> VERSION_7 =
      Set.of(
          "Activities & access to fresh air",
          "Appointment arrangements",
          "Appointment method",
          "Being kept informed, clarity & consistency of information",
          "Cleanliness, tidiness & infection control",
          "Competence & training",
          "Contacting services",
          "Continuity of care",
          "Discharge",
          "Electronic entertainment",
          "Environment, facilities & equipment",
          "Feeling safe",
          "Food & drink provision & facilities",
          "Funding & use of financial resources",
          "Information directly from staff during care",
          "Information provision & guidance",
          "Interaction with family/ carers",
          "Labelling not possible",
          "Mental Health Act",
          "Not assigned",
          "Organisation & efficiency",
          "Pain management",
          "Parking",
          "Positive experience & gratitude",
          "Sensory experience",
          "Service location",
          "Staff listening, understanding & involving patients",
          "Staff manner & personal attributes",
          "Staffing levels & responsiveness",
          "Supplying & understanding medication",
          "Timeliness of care",
          "Transport to/ from services",
          "Unspecified communication");

  /** All that the shipped model can say, in version 6. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Activities & access to fresh air
          Admission
          Appointment arrangements
          Appointment method
          Being kept informed, clarity & consistency of information
          Care plans
          Cleanliness, tidiness & infection control
          Competence & training
          Contacting services
          Diagnosis & triage
          Discharge
          Electronic entertainment
          Environment & Facilities
          Equality, Diversity & Inclusion
          Feeling safe
          Food & drink provision & facilities
          Funding & use of financial resources
          Impact of treatment/ care
          Information directly from staff during care
          Information provision & guidance
          Interaction with family/ carers
          Learning organisation
          Mental Health Act
          Negative experience & dissatisfaction
          Not assigned
          Number & deployment of staff
          Organisation & efficiency
          Pain management
          Patient appearance & grooming
          Patient records
          Positive experience & gratitude
          Provision of medical equipment
          Referals & continuity of care
          Safeguarding concerns?
          Sensory experience
          Service location
          Staff continuity
          Staff listening, understanding & involving patients
          Staff manner & personal attributes
          Staff responsiveness
          Supplying & understanding medication
          Timeliness of care
          Transport to/ from services
          Unspecified communication
          """)
  void version7SaysNothingElse(String name) {
    assertThat(VERSION_7).containsAll(Framework.V7.names(List.of(name), true));
  }

  @Test
  void whatIsLeftWithoutALabelHasTheFrameworksWordForIt() {
    List<String> dropped = List.of("Patient records");
    assertThat(Framework.V7.names(dropped, true)).containsExactly("Not assigned");
    assertThat(Framework.V6.names(List.of(), true)).containsExactly("Not assigned");
    assertThat(Framework.V6.names(List.of(), false)).containsExactly("Labelling not possible");
    assertThat(Framework.V7.names(List.of(), false)).containsExactly("Labelling not possible");
    List<String> folded = List.of("Care plans", "Staff continuity", "Diagnosis & triage");
    assertThat(Framework.V7.names(folded, true)).containsExactly("Continuity of care");
  }

  @Test
  void version6IsWhatTheModelSaysAndTheDefault() {
    assertThat(Framework.of(null).names(NAMES, true)).isEqualTo(NAMES);
    assertThat(Framework.of("v6")).isEqualTo(Framework.V6);
  }

  @Test
  void otherVersionsAreRefused() {
    assertThatThrownBy(() -> Framework.of("V6")).isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> Framework.of("")).isInstanceOf(ProblemException.class);
  }
}
