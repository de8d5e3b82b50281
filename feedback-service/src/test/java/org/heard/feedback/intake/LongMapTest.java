package org.heard.feedback.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LongMapTest {
  /** Whatever the keys: far apart, side by side, or alike in their lower half. */
  @Property(seed = "20261005", tries = 200)
  void holdsWhatAnyMapHolds(@ForAll("keys") List<Long> keys) {
    LongMap map = new LongMap();
    Map<Long, Long> expected = new HashMap<>();
    for (long key : keys) {
      assertThat(map.get(key)).isEqualTo(expected.getOrDefault(key, LongMap.ABSENT));
      long value = expected.merge(key, 1L, Long::sum);
      map.put(key, value);
    }
    expected.forEach((key, value) -> assertThat(map.get(key)).isEqualTo(value));
  }

  @Provide
  Arbitrary<List<Long>> keys() {
    Arbitrary<Long> few = Arbitraries.longs().between(-5, 5);
    Arbitrary<Long> sideBySide = Arbitraries.longs().between(0, 4000);
    Arbitrary<Long> inSteps = sideBySide.map(n -> n << 32);
    return Arbitraries.oneOf(Arbitraries.longs(), few, sideBySide, inSteps)
        .list()
        .ofMinSize(0)
        .ofMaxSize(5000);
  }
}
