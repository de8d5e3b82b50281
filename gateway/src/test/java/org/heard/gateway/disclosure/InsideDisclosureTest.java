package org.heard.gateway.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InsideDisclosureTest {
  private final InsideDisclosure disclosure = new InsideDisclosure(10);

  @ParameterizedTest
  @CsvSource({
    "10, 10, 100",
    "0, 10, 0",
    "34, 40, 85",
    "1, 200, 1",
    "1, 201, 0",
    "125, 1000, 13",
    "999, 1000, 100",
    "2, 3000, 0",
    "12345678901, 24691357802, 50"
  })
  void percentIsWholeWithHalvesUpwards(long part, long whole, int expected) {
    assertThat(disclosure.percent(part, whole).value()).isEqualTo(expected);
  }

  // Reference values from R 4: prop.test(x, n, correct = FALSE)$conf.int, as whole per cent.
  @ParameterizedTest
  @CsvSource({
    "0, 10, 0, 28",
    "10, 10, 72, 100",
    "5, 10, 24, 76",
    "34, 40, 71, 93",
    "81, 263, 26, 37",
    "1, 29, 1, 17",
    "0, 20, 0, 16"
  })
  void intervalIsWilsons(long part, long whole, int low, int high) {
    assertThat(disclosure.interval(part, whole).value()).isEqualTo(new Interval(low, high));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0, 1", "1, 1", "9, 9", "0, 9"})
  void nothingIsSaidBelowTheThreshold(long part, long whole) {
    Map<String, HiddenCode> hidden = new LinkedHashMap<>();
    disclosure.percent(part, whole).nameIn(hidden, "percentPositive");
    disclosure.interval(part, whole).nameIn(hidden, "interval");

    assertThat(disclosure.percent(part, whole).value()).isNull();
    assertThat(disclosure.interval(part, whole).value()).isNull();
    assertThat(hidden)
        .containsExactly(
            Map.entry("percentPositive", HiddenCode.LOW_N),
            Map.entry("interval", HiddenCode.LOW_N));
  }

  @Test
  void aSaidValueIsNotNamedAsHidden() {
    Map<String, HiddenCode> hidden = new LinkedHashMap<>();
    disclosure.percent(3, 10).nameIn(hidden, "rate");
    assertThat(hidden).isEmpty();
  }

  /** For every share of up to 120 people: said or hidden by the threshold alone, and ordered. */
  @Test
  void everyShareIsOrderedSymmetricAndGuarded() {
    for (long whole = 0; whole <= 120; whole++) {
      for (long part = 0; part <= whole; part++) {
        Disclosed<Integer> rate = disclosure.percent(part, whole);
        Disclosed<Interval> interval = disclosure.interval(part, whole);
        assertThat(rate.hidden() == null).isEqualTo(whole >= 10);
        assertThat(interval.hidden() == null).isEqualTo(whole >= 10);
        if (whole >= 10) {
          assertThat(interval.value().low()).isBetween(0, rate.value());
          assertThat(interval.value().high()).isBetween(rate.value(), 100);
          Interval mirrored = disclosure.interval(whole - part, whole).value();
          // A half rounds upwards on both sides of the mirror, hence one per cent of play.
          assertThat(mirrored.low())
              .isBetween(99 - interval.value().high(), 101 - interval.value().high());
        }
      }
    }
  }

  @Test
  void moreResponsesNarrowTheInterval() {
    int width = Integer.MAX_VALUE;
    for (long n = 10; n <= 10_000; n *= 10) {
      Interval interval = disclosure.interval(n / 2, n).value();
      assertThat(interval.high() - interval.low()).isLessThan(width);
      width = interval.high() - interval.low();
    }
  }

  @Test
  void aPartLargerThanTheWholeHasNoShare() {
    assertThat(disclosure.percent(11, 10).hidden()).isEqualTo(HiddenCode.NOT_A_SHARE);
    assertThat(disclosure.interval(11, 10).hidden()).isEqualTo(HiddenCode.NOT_A_SHARE);
    assertThat(disclosure.interval(9, 8).hidden()).isEqualTo(HiddenCode.LOW_N);
    assertThatIllegalArgumentException().isThrownBy(() -> disclosure.interval(-1, 10));
    assertThatIllegalArgumentException().isThrownBy(() -> disclosure.percent(-1, 10));
  }

  @Test
  void theThresholdMayOnlyBeRaised() {
    assertThat(new InsideDisclosure(11).percent(5, 10).hidden()).isEqualTo(HiddenCode.LOW_N);
    assertThatIllegalStateException()
        .isThrownBy(() -> new InsideDisclosure(9))
        .withMessageContaining("heard.disclosure.min-responses");
  }

  @Test
  void aValueIsEitherSaidOrHidden() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Disclosed<>(1, HiddenCode.LOW_N));
    assertThatIllegalArgumentException().isThrownBy(() -> new Disclosed<>(null, null));
  }
}
