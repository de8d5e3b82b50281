package org.heard.gateway.disclosure;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.BiFunction;

/**
 * What ward leaders and quality analysts may be told: counts exactly, rates only when enough people
 * stand behind them.
 */
@Singleton
@Startup
public class InsideDisclosure {
  /** What Picker asks for and the product promises; a site may be stricter, never laxer. */
  static final int LEAST_RESPONSES = 10;

  private final long minResponses;

  @Inject
  InsideDisclosure(DisclosureSettings settings) {
    this(settings.minResponses());
  }

  /**
   * Disclosure control with a threshold of its own.
   *
   * @throws IllegalStateException below {@link #LEAST_RESPONSES}, which stops the start
   */
  public InsideDisclosure(int minResponses) {
    if (minResponses < LEAST_RESPONSES) {
      throw new IllegalStateException(
          "heard.disclosure.min-responses may be raised, never lowered below "
              + LEAST_RESPONSES
              + ": "
              + minResponses);
    }
    this.minResponses = minResponses;
  }

  /**
   * {@code part} of {@code whole} in whole per cent 0-100, {@link HiddenCode#LOW_N}, or {@link
   * HiddenCode#NOT_A_SHARE} where the part is larger than the whole.
   */
  public Disclosed<Integer> percent(long part, long whole) {
    return share(part, whole, Percent::of);
  }

  /**
   * The Wilson 95 % interval of the same share, {@link HiddenCode#LOW_N}, or {@link
   * HiddenCode#NOT_A_SHARE}.
   */
  public Disclosed<Interval> interval(long part, long whole) {
    return share(part, whole, Interval::wilson95);
  }

  private <T> Disclosed<T> share(long part, long whole, BiFunction<Long, Long, T> of) {
    if (!enough(whole)) {
      return Disclosed.hidden(HiddenCode.LOW_N);
    }
    return part <= whole
        ? Disclosed.said(of.apply(part, whole))
        : Disclosed.hidden(HiddenCode.NOT_A_SHARE);
  }

  private boolean enough(long whole) {
    return whole >= minResponses;
  }
}
