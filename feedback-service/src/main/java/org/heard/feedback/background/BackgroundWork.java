package org.heard.feedback.background;

import org.jboss.logging.Logger;

/** One kind of work that goes on beside what callers ask for, and whether it gets on. */
public final class BackgroundWork {
  private static final Logger LOG = Logger.getLogger(BackgroundWork.class);

  private final String name;
  private volatile String trouble;

  BackgroundWork(String name) {
    this.name = name;
  }

  /** A bounded piece of the work, in a transaction of its own. */
  public interface Pass {
    /** How much was done; 0 if nothing is left to do now. */
    int run() throws Exception;
  }

  /**
   * Passes until one finds nothing left. A failure ends the round and is told by health and metric;
   * what was done stays done, and the next round goes on from there.
   *
   * @return how much was done
   */
  public int round(Pass pass) {
    int done = 0;
    try {
      for (int more = pass.run(); more > 0; more = pass.run()) {
        done += more;
      }
      trouble = null;
    } catch (Exception failed) {
      note(failed);
    }
    return done;
  }

  private void note(Exception failed) {
    String cause = failed.getClass().getSimpleName();
    if (!cause.equals(trouble)) {
      // Once, and by its class only: the database may be away for hours, and messages quote values.
      LOG.warnf("%s waits: %s", name, cause);
    }
    trouble = cause;
  }

  /** What it does. */
  String name() {
    return name;
  }

  /** Why the last round failed; null if it did not. */
  public String trouble() {
    return trouble;
  }
}
