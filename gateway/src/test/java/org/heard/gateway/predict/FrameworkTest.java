package org.heard.gateway.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.heard.gateway.problem.ProblemException;
import org.junit.jupiter.api.Test;

class FrameworkTest {
  private static final List<String> NAMES =
      List.of(
          "Staff responsiveness",
          "Number & deployment of staff",
          "Equality, Diversity & Inclusion",
          "Timeliness of care");

  @Test
  void version7FoldsAndDrops() {
    assertThat(Framework.of("v7").names(NAMES))
        .containsExactly("Staffing levels & responsiveness", "Timeliness of care");
  }

  @Test
  void version6IsWhatTheModelSaysAndTheDefault() {
    assertThat(Framework.of(null).names(NAMES)).isEqualTo(NAMES);
    assertThat(Framework.of("v6")).isEqualTo(Framework.V6);
  }

  @Test
  void otherVersionsAreRefused() {
    assertThatThrownBy(() -> Framework.of("V6")).isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> Framework.of("")).isInstanceOf(ProblemException.class);
  }
}
