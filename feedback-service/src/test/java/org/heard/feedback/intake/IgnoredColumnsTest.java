package org.heard.feedback.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IgnoredColumnsTest {
  private final IgnoredColumns ignored = new IgnoredColumns(List.of("comment"), 3);

  @Test
  void areThoseThatNothingIsMappedToInTheirOrder() {
    ignored.see(new LinkedHashSet<>(List.of("sex", "comment", "age")));
    ignored.see(Set.of("sex"));
    assertThat(ignored.names()).containsExactly("sex", "age");
  }

  @Test
  void areNoMoreThanMayBeListedAndNoLongerThanIsNeededToRecogniseThem() {
    ignored.see(Set.of("x".repeat(101)));
    ignored.see(Set.of("b"));
    ignored.see(Set.of("c"));
    ignored.see(Set.of("d"));
    assertThat(ignored.names()).containsExactly("x".repeat(100), "b", "c");
  }
}
