package org.heard.local.run;

/** A command cannot do what it was asked; the message is for the person who typed it. */
public final class CommandFailure extends RuntimeException {

  private final int exitCode;

  private CommandFailure(String message, int exitCode) {
    super(message);
    this.exitCode = exitCode;
  }

  /** It was asked for something possible and did not succeed: exit value 1. */
  public static CommandFailure failed(String message) {
    return new CommandFailure(message, 1);
  }

  /** It was asked for something that makes no sense: exit value 2. */
  public static CommandFailure usage(String message) {
    return new CommandFailure(message, 2);
  }

  /** The value the process exits with. */
  public int exitCode() {
    return exitCode;
  }
}
