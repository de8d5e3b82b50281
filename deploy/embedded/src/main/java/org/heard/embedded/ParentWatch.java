package org.heard.embedded;

import java.io.IOException;
import java.time.Duration;

/**
 * A Java agent: the process ends when its standard input does.
 *
 * <p>Standard input is a pipe that only the parent holds. However the parent ends, SIGKILL
 * included, the pipe closes with it; nothing has to be polled and no process id can be mistaken.
 */
public final class ParentWatch {

  /** How long an orderly exit may take once the parent is gone. */
  private static final Duration GRACE = Duration.ofSeconds(8);

  private ParentWatch() {}

  /** Called by the JVM before {@code main}. */
  public static void premain(String arguments) {
    daemon("parent-watch", ParentWatch::watch);
  }

  private static void watch() {
    awaitEndOfInput();
    daemon("parent-watch-halt", ParentWatch::halt);
    System.exit(0);
  }

  private static void awaitEndOfInput() {
    try {
      while (System.in.read() >= 0) {
        // Whatever the parent writes has no meaning; only the end has.
      }
    } catch (IOException e) {
      // A broken pipe is an ended one.
    }
  }

  private static void halt() {
    try {
      Thread.sleep(GRACE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(1);
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }
}
