package org.heard.feedback.junk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
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
    List<ErrorCode> requireRefusal(KeepAlive.Answer answer) {
      assertThat(answer.type()).startsWith("application/problem+json");
      JsonNode problem = Kept.parse(answer.body());
      ErrorCode code = JunkIT.requireKnown(problem.path("code").asText());
      assertThat(answer.status())
          .isEqualTo(code.status())
          .isEqualTo(problem.path("status").asInt());
      List<ErrorCode> codes = new ArrayList<>(List.of(code));
      for (JsonNode error : problem.path("errors")) {
        codes.add(JunkIT.requireKnown(error.path("code").asText()));
      }
      return codes;
    }
  },
  OUTCOME {
    @Override
    List<ErrorCode> requireRefusal(KeepAlive.Answer answer) {
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
      return codes;
    }
  },
  PAGE {
    @Override
    List<ErrorCode> requireRefusal(KeepAlive.Answer answer) {
      assertThat(answer.type()).isEqualTo("text/html;charset=UTF-8");
      Matcher shown = CODE.matcher(answer.body());
      assertThat(shown.find()).isTrue();
      ErrorCode code = JunkIT.requireKnown(shown.group(1));
      assertThat(answer.status()).isEqualTo(code.status());
      assertThat(answer.body()).doesNotContain(RECEIPT);
      return List.of(code);
    }
  };

  /** What a page says once something is stored, and only then. */
  static final String RECEIPT = "class=\"receipt\"";

  private static final Pattern CODE = Pattern.compile("data-code=\"([A-Z_]+)\"");

  /** Fails unless an answer that took nothing says so as it must; with all codes in it. */
  abstract List<ErrorCode> requireRefusal(KeepAlive.Answer answer);
}
