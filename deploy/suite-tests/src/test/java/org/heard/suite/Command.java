package org.heard.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the commands of deploy/ as a person at a shell would, without a terminal. */
public final class Command {
  private static final Path ROOT = Path.of(System.getProperty("heard.root"));
  private static final long MINUTES = 5;

  private Command() {}

  /**
   * What a finished command left behind.
   *
   * @param out its standard output, without the last line break
   * @param errors its standard error
   */
  public record Result(int exit, String out, String errors) {}

  /** Runs {@code deploy/NAME ARGUMENTS} to its end. */
  public static Result run(String name, String... arguments) {
    return run(name, builder(name, arguments));
  }

  /** Runs a command to its end, however it is called. */
  static Result run(String name, ProcessBuilder command) {
    try {
      Path errors = java.nio.file.Files.createTempFile("heard-command", ".err");
      Process process = command.redirectError(errors.toFile()).start();
      process.getOutputStream().close();
      String out =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
              .stripTrailing();
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError(name + " did not end within " + MINUTES + " minutes");
      }
      return new Result(process.exitValue(), out, java.nio.file.Files.readString(errors));
    } catch (IOException broken) {
      throw new AssertionError(name + " could not be run", broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(name + " was interrupted", stopped);
    }
  }

  public static ProcessBuilder builder(String name, String... arguments) {
    List<String> command =
        new ArrayList<>(List.of(ROOT.resolve("deploy").resolve(name).toString()));
    command.addAll(Arrays.asList(arguments));
    return new ProcessBuilder(command);
  }

  /** The checkout whose suite is tested. */
  public static Path root() {
    return ROOT;
  }
}
