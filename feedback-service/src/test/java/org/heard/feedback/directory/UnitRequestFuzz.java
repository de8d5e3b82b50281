package org.heard.feedback.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.LocalDate;
import org.heard.feedback.json.JsonBody;
import org.heard.feedback.problem.ProblemException;

class UnitRequestFuzz {
  /** Entries of every kind are taken with days that are days, or refused. */
  @FuzzTest(maxDuration = "30s")
  void isTakenOrRefused(byte[] body) {
    for (UnitKind kind : UnitKind.values()) {
      try {
        UnitRequest.Draft draft = UnitRequest.read(kind, JsonBody.parse(body, 10_000), 100);
        if (!draft.errors().isEmpty()) {
          assertThat(draft.errors()).allMatch(error -> error.code().status() == 422);
          continue;
        }
        UnitRequest taken = draft.request();
        assertThat(taken.name()).isNotBlank();
        if (taken.closedOn() != null) {
          assertThat(LocalDate.parse(taken.closedOn()).getYear()).isBetween(1900, 9998);
        }
      } catch (ProblemException refusal) {
        assertThat(refusal.problem().status()).isEqualTo(400);
      }
    }
  }
}
