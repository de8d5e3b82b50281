package org.heard.local.run;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** How often something is tried again, and after which pauses. */
public final class Patience {

  /** Answers that mean: later. */
  private static final Set<Integer> LATER = Set.of(408, 429, 500, 502, 503, 504);

  /** Together about two minutes: a service that was killed is back long before. */
  private static final List<Duration> PAUSES =
      List.of(1, 2, 4, 8, 15, 30, 30, 30).stream().map(Duration::ofSeconds).toList();

  private final Pause pause;
  private int failures;

  /** Waiting between tries, told why. */
  public interface Pause {
    /** Waits this long. */
    void take(Duration length, String reason);
  }

  /** For one thing that is to be done. */
  public Patience(Pause pause) {
    this.pause = pause;
  }

  /** Whether an HTTP status means that trying again may help. */
  public static boolean isLater(int status) {
    return LATER.contains(status);
  }

  /** Something has got on: counting begins anew. */
  public void renew() {
    failures = 0;
  }

  /** Waits before the next try; false when there have been enough. */
  public boolean again(String reason) {
    if (failures == PAUSES.size()) {
      return false;
    }
    pause.take(PAUSES.get(failures++), reason);
    return true;
  }
}
