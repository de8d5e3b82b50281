package org.heard.feedback.junk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heard.feedback.fhir.Resources;
import org.heard.feedback.problem.ErrorCode;
import org.hl7.fhir.r4.model.OperationOutcome;

/** How a door says no: every refusal is in its form, with known codes and a status that fits. */
enum Speech {
  PROBLEM {
    @Override
    void requireRefusal(KeepAlive.Answer answer) {
      assertThat(answer.type()).startsWith("application/problem+json");
      JsonNode problem = Kept.parse(answer.body());
      ErrorCode code = JunkIT.requireKnown(problem.path("code").asText());
      assertThat(answer.status())
          .isEqualTo(code.status())
          .isEqualTo(problem.path("status").asInt());
    }
  },
  OUTCOME {
    @Override
    void requireRefusal(KeepAlive.Answer answer) {
      assertThat(answer.type()).startsWith("application/fhir+json");
      List<ErrorCode> codes =
          Resources.read(OperationOutcome.class, answer.body()).getIssue().stream()
              .map(issue -> JunkIT.requireKnown(issue.getDetails().getCodingFirstRep().getCode()))
              .toList();
      assertThat(codes).isNotEmpty();
      if (codes.size() == 1) {
        assertThat(answer.status()).isEqualTo(codes.get(0).status());
      }
      assertThat(answer.status()).isBetween(400, 499);
    }
  },
  PAGE {
    @Override
    void requireRefusal(KeepAlive.Answer answer) {
      assertThat(answer.type()).isEqualTo("text/html;charset=UTF-8");
      Matcher shown = CODE.matcher(answer.body());
      assertThat(shown.find()).isTrue();
      assertThat(answer.status()).isEqualTo(JunkIT.requireKnown(shown.group(1)).status());
      assertThat(answer.body()).doesNotContain(RECEIPT);
    }
  };

  /** What a page says once something is stored, and only then. */
  static final String RECEIPT = "class=\"receipt\"";

  private static final Pattern CODE = Pattern.compile("data-code=\"([A-Z_]+)\"");

  /** Fails unless an answer that took nothing says so as it must. */
  abstract void requireRefusal(KeepAlive.Answer answer);
}
