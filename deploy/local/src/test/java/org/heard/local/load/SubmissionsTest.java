package org.heard.local.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubmissionsTest {

  private static final UUID ID = UUID.fromString("0c52d62f-0000-4000-8000-000000000001");
  private static final Mapping ALL =
      Mapping.parse(List.of("text=t", "question=q", "rating=r", "ward=w", "authoredAt=a"));

  private final Submissions submissions =
      new Submissions(ALL, "W01", Instant.parse("2026-11-02T10:00:00Z"));

  @Test
  void fillsInWhatTheRowDoesNotSay() throws RowRefused {
    assertThat(submission(Map.of("t", "Calm and kind.")))
        .hasToString(
            """
            {"id":"0c52d62f-0000-4000-8000-000000000001","wardId":"W01",\
            "answers":[{"question":"why","text":"Calm and kind."}],"channel":"import",\
            "authoredAt":"2026-11-02T10:00:00Z"}""");
  }

  @Test
  void takesWhatTheRowSays() throws RowRefused {
    Map<String, String> row =
        Map.of(
            "t",
            " Kept as it stands ",
            "q",
            "good",
            "r",
            " 2 ",
            "w",
            "W07",
            "a",
            "2026-10-01T09:30:00+01:00");
    assertThat(submission(row))
        .hasToString(
            """
            {"id":"0c52d62f-0000-4000-8000-000000000001","wardId":"W07","rating":2,\
            "answers":[{"question":"good","text":" Kept as it stands "}],"channel":"import",\
            "authoredAt":"2026-10-01T09:30+01:00"}""");
  }

  @Test
  void leavesOutBlankAndNullValues() throws RowRefused {
    Map<String, String> row = new HashMap<>();
    row.put("t", "  ");
    row.put("r", null);
    row.put("w", "");
    ObjectNode submission = submission(row);
    assertThat(submission.has("answers")).isFalse();
    assertThat(submission.has("rating")).isFalse();
    assertThat(submission.get("wardId").asText()).isEqualTo("W01");
  }

  @ParameterizedTest
  @CsvSource({
    "r, 0,       INVALID_RATING",
    "r, 7,       INVALID_RATING",
    "r, 5.0,     INVALID_RATING",
    "r, good,    INVALID_RATING",
    "q, Why?,    INVALID_QUESTION",
    "a, soon,    INVALID_TIME",
    "a, 2026-13-01, INVALID_TIME",
    "a, 01/10/2026 10:00, INVALID_TIME",
  })
  void refusesWhatIsNoValue(String column, String value, String code) {
    assertThatThrownBy(() -> submission(Map.of("t", "text", column, value)))
        .isInstanceOfSatisfying(
            RowRefused.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  @Test
  void refusesARowWithoutAWardWhereNoneIsGiven() {
    Submissions none = new Submissions(ALL, null, Instant.EPOCH);
    assertThatThrownBy(() -> none.submission(ID, new SourceRow(2, Map.of("t", "text"))))
        .hasMessage("MISSING_WARD");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-01T10:00:00Z,      2026-10-01T10:00Z",
    "2026-10-01T10:00:00-05:00, 2026-10-01T10:00-05:00",
    "2026-07-01T10:00:00,       2026-07-01T09:00:00Z",
    "2026-07-01 10:00:00,       2026-07-01T09:00:00Z",
    "2026-12-01 10:00,          2026-12-01T10:00:00Z",
    "2026-07-01,                2026-07-01T11:00:00Z",
  })
  void readsTimesWithoutAnOffsetAsLondons(String given, String sent) throws RowRefused {
    assertThat(submission(Map.of("t", "text", "a", given)).get("authoredAt").asText())
        .isEqualTo(sent);
  }

  private ObjectNode submission(Map<String, String> row) throws RowRefused {
    return submissions.submission(ID, new SourceRow(2, row));
  }
}
