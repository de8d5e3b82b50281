package org.heard.feedback.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.heard.feedback.problem.FieldError;
import org.heard.feedback.problem.ProblemException;
import org.junit.jupiter.api.Test;

class FieldsTest {
  @Test
  void tellsTheFirstHundredMistakesOfMore() {
    String document = "{\"answers\": [" + "1,".repeat(100_000) + "1]}";
    Fields fields = Fields.of(JsonBody.parse(document.getBytes(UTF_8), Integer.MAX_VALUE), 100);
    fields.objects("answers").forEach(item -> {});
    ProblemException refusal = catchThrowableOfType(ProblemException.class, fields::check);
    assertThat(refusal.problem().errors()).hasSize(100);
    assertThat(refusal.problem().errors().get(99).pointer()).isEqualTo("/answers/99");
  }

  @Test
  void tellsAsManyMistakesAsIsSet() {
    Fields fields =
        Fields.of(
            JsonBody.parse(
                "{\"a\": 1, \"b\": 1, \"c\": 1, \"d\": 1}".getBytes(UTF_8), Integer.MAX_VALUE),
            3);
    fields.rejectUnknown();
    ProblemException refusal = catchThrowableOfType(ProblemException.class, fields::check);
    assertThat(refusal.problem().errors())
        .extracting(FieldError::pointer)
        .containsExactly("/a", "/b", "/c");
  }

  @Test
  void whatCannotBeReadIsToldHoweverMuchIsWrongBefore() {
    StringBuilder document = new StringBuilder("{\"last\": true");
    for (int i = 0; i < 200; i++) {
      document.append(", \"unknown").append(i).append("\": 1");
    }
    Fields fields =
        Fields.of(
            JsonBody.parse(document.append('}').toString().getBytes(UTF_8), Integer.MAX_VALUE),
            100);
    fields.rejectUnknown();
    fields.text("last");
    ProblemException refusal = catchThrowableOfType(ProblemException.class, fields::check);
    assertThat(refusal.problem().status()).isEqualTo(400);
    assertThat(refusal.problem().errors()).singleElement().extracting("pointer").isEqualTo("/last");
  }
}
