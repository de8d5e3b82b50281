package org.heard.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A JVM of ours that never outlives us.
 *
 * <p>It ignores SIGINT and SIGHUP, so a Ctrl-C in the terminal, which reaches the whole process
 * group, leaves the order of stopping to the parent; SIGTERM stops it as usual. It ends when its
 * standard input does: at {@link #close()}, or when this JVM is gone ({@link ParentWatch}).
 */
public final class ChildJvm implements AutoCloseable {

  /** Longer than {@link ParentWatch} takes to halt a JVM that hangs on its way out. */
  private static final Duration STOP = Duration.ofSeconds(15);

  private final Process process;

  private ChildJvm(Process process) {
    this.process = process;
  }

  /**
   * What to run.
   *
   * @param arguments everything after {@code java} and the agent: options, class path, main
   * @param environment added to the environment of this process; the place for passwords, since
   *     every user of the machine may read command lines
   * @param folder its working directory; the agent's jar is written there
   * @param log standard output and error are appended here
   */
  public record Launch(
      List<String> arguments, Map<String, String> environment, Path folder, Path log) {}

  /** Starts it with the Java that runs this process. */
  public static ChildJvm start(Launch launch) throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-javaagent:" + agent(launch.folder()));
    command.addAll(launch.arguments());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(launch.folder().toFile());
    builder.environment().putAll(launch.environment());
    builder.redirectErrorStream(true).redirectOutput(Redirect.appendTo(launch.log().toFile()));
    return new ChildJvm(builder.start());
  }

  /** Its process id. */
  public long pid() {
    return process.pid();
  }

  /** Whether it runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Completed with the exit value once it has ended, whoever ended it. */
  public CompletableFuture<Integer> onExit() {
    return process.onExit().thenApply(Process::exitValue);
  }

  /** Lets it stop in order, waits for that, and kills it if it does not. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  // Made at run time, so that it is there in a reactor without jars too.
  private static Path agent(Path folder) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", ParentWatch.class.getName());
    String entry = ParentWatch.class.getName().replace('.', '/') + ".class";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes, manifest);
        InputStream code = ParentWatch.class.getClassLoader().getResourceAsStream(entry)) {
      jar.putNextEntry(new JarEntry(entry));
      code.transferTo(jar);
    }
    Path agent = folder.resolve("parent-watch.jar");
    OwnerOnly.write(agent, bytes.toByteArray());
    return agent;
  }
}
