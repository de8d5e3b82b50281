package org.heard.suite.broken;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.heard.suite.Command;

/**
 * A mistake somebody could make: one place of one source file, written otherwise.
 *
 * @param module of the service
 * @param source the file, from the service's base package
 * @param right what stands there; must stand there exactly once, so that a change of the source
 *     does not leave a control that controls nothing
 * @param wrong what stands there in the test build
 */
record Mutation(String module, String source, String right, String wrong) {

  /** The source file as it is. */
  String read() {
    try {
      return Files.readString(sources().resolve(source));
    } catch (IOException gone) {
      throw new AssertionError("no source to make a mistake in", gone);
    }
  }

  /** The text with the mistake in it. */
  String applyTo(String text) {
    int at = text.indexOf(right);
    if (at < 0 || text.indexOf(right, at + 1) >= 0) {
      throw new AssertionError("does not stand once in " + source + ": " + right);
    }
    return text.replace(right, wrong);
  }

  private Path sources() {
    String folder = module.equals("feedback-service") ? "feedback" : "analytics";
    return Command.root().resolve(module).resolve("src/main/java/org/heard").resolve(folder);
  }

  String simpleName() {
    String name = Path.of(source).getFileName().toString();
    return name.substring(0, name.length() - ".java".length());
  }
}
