package org.heard.feedback.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RedactingTest {

  private record Own(Optional<List<String>> hospitalNumberPatterns, int maxPatterns)
      implements RedactionSettings {
    @Override
    public Duration rememberPlaces() {
      return Duration.ofSeconds(10);
    }

    @Override
    public int maxRemembered() {
      return 1;
    }
  }

  private static Own own(List<String> forms) {
    return new Own(Optional.ofNullable(forms), 3);
  }

  @Test
  void aTrustHasItsOwnForms() {
    assertThat(Redacting.patterns(own(null))).isEmpty();
    assertThat(Redacting.patterns(own(List.of("ZZ-[0-9]{3}"))).get(0).matcher("ZZ-118").matches())
        .isTrue();
    assertThat(Redacting.patterns(own(Collections.nCopies(3, "Z")))).hasSize(3);
  }

  @Test
  void aFormThatIsNoneAndTooManyStopTheStart() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Redacting.patterns(own(List.of("ZZ-["))))
        .withMessageContaining("heard.redaction.hospital-number-patterns");
    assertThatIllegalStateException()
        .isThrownBy(() -> Redacting.patterns(own(Collections.nCopies(4, "Z"))))
        .withMessageContaining("more than 3");
  }
}
