package org.heard.feedback.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutageTest {
  @ParameterizedTest
  @CsvSource({
    "08006, true",
    "25006, true",
    "25P03, true",
    "28P01, true",
    "40001, true",
    "40P01, true",
    "53300, true",
    "55P03, true",
    "57P01, true",
    "58030, true",
    ", true",
    "23505, false",
    "22021, false",
    "25P02, false",
    "54000, false",
    "XX000, false",
    "42601, false"
  })
  void isToldByTheStateOfTheDatabase(String state, boolean outage) {
    SQLException cause = new SQLException("why", state);
    assertThat(Outage.isBehind(new IllegalStateException(cause))).isEqualTo(outage);
    RollbackException refused = new RollbackException();
    refused.addSuppressed(cause);
    assertThat(Outage.isBehind(new IllegalStateException(refused))).isEqualTo(outage);
    RollbackException caused = new RollbackException();
    caused.initCause(cause);
    assertThat(Outage.isBehind(caused)).isEqualTo(outage);
  }

  @Test
  void isATransactionThatTookTooLong() {
    assertThat(Outage.isBehind(new IllegalStateException(new RollbackException()))).isTrue();
  }

  @Test
  void isWhatAnotherPartOfThisServiceSaysIsUnavailable() {
    assertThat(Outage.isBehind(new ProblemException(ErrorCode.UNAVAILABLE, "Later."))).isTrue();
    assertThat(Outage.isBehind(new ProblemException(ErrorCode.NOT_FOUND, "No."))).isFalse();
    assertThat(Outage.isBehind(new NullPointerException())).isFalse();
  }
}
