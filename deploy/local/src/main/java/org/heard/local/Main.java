package org.heard.local;

import org.heard.local.device.DeviceCommand;
import org.heard.local.erase.EraseCommand;
import org.heard.local.identity.TokenCommand;
import org.heard.local.load.LoadCommand;
import org.heard.local.run.CommandFailure;
import org.heard.local.suite.UpCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * {@code deploy/up}, {@code token}, {@code device}, {@code load} and {@code erase} are subcommands
 * of this.
 */
@Command(
    name = "deploy",
    subcommands = {
      UpCommand.class,
      TokenCommand.class,
      DeviceCommand.class,
      LoadCommand.class,
      EraseCommand.class
    })
public final class Main {

  private Main() {}

  /** Exit values: 0 done, 1 failed, 2 the command line is wrong. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Main());
    line.setExecutionExceptionHandler(
        (exception, command, parsed) -> {
          if (exception instanceof CommandFailure failure) {
            command.getErr().println(failure.getMessage());
            command.getErr().flush();
            return failure.exitCode();
          }
          throw exception;
        });
    return line;
  }
}
