package org.heard.suite;

import java.nio.file.Path;

/** How the commands of deploy/ are called. */
public interface Launcher {
  /** As a person at a shell in this checkout calls them. */
  Launcher CHECKOUT =
      new Launcher() {
        @Override
        public ProcessBuilder builder(String command, String... arguments) {
          return Command.builder(command, arguments);
        }

        @Override
        public Path root() {
          return Command.root();
        }
      };

  /** The same in a process group of its own, as a terminal's job is. */
  Launcher OWN_GROUP =
      new Launcher() {
        @Override
        public ProcessBuilder builder(String command, String... arguments) {
          ProcessBuilder builder = CHECKOUT.builder(command, arguments);
          builder.command().add(0, "setsid");
          return builder;
        }

        @Override
        public Path root() {
          return CHECKOUT.root();
        }
      };

  /** A call of {@code deploy/COMMAND ARGUMENTS}, not yet started. */
  ProcessBuilder builder(String command, String... arguments);

  /** Where the suite that is started leaves its run file. */
  Path root();
}
