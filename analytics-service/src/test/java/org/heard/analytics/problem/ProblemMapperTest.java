package org.heard.analytics.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemMapperTest {

  @ParameterizedTest
  @CsvSource({
    "08006, true",
    "53300, true",
    "57P01, true",
    "58030, true",
    ", true",
    "22021, false",
    "23505, false",
    "42P01, false"
  })
  void aDatabaseThatIsAwayIsNobodysMistake(String state, boolean infrastructure) {
    Throwable failure = new IllegalStateException(new SQLException("reason", state));

    assertThat(ProblemMapper.isInfrastructure(failure)).isEqualTo(infrastructure);
  }

  @Test
  void aMistakeOfOurOwnIsNoInfrastructure() {
    assertThat(ProblemMapper.isInfrastructure(new IllegalStateException())).isFalse();
  }
}
