package org.heard.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A real Kafka broker on 127.0.0.1: one KRaft node, broker and controller in one child JVM.
 *
 * <p>It runs on a class path of its own, the jars in the folder that the system property {@code
 * heard.kafka.lib} names, so its Scala and its libraries never meet those of whoever starts it.
 */
public final class KafkaBroker implements AutoCloseable {

  private static final String STARTED = "Kafka Server started";

  /** After a kill the indexes of every segment are rebuilt first. */
  private static final Duration START = Duration.ofSeconds(60);

  private static final Duration PORT = Duration.ofSeconds(15);

  private final KafkaFiles files;
  private final int port;
  private final ChildJvm process;
  private final Path disposable;

  private KafkaBroker(Settings settings, Path disposable) throws IOException {
    this.disposable = disposable;
    files = new KafkaFiles(settings.directory());
    port = FreePort.claim(settings.port(), PORT);
    files.configure(port, FreePort.claim(settings.controllerPort(), PORT));
    String classPath = classPath();
    format(classPath, settings.log());
    long before = Files.exists(settings.log()) ? Files.size(settings.log()) : 0;
    process = run(classPath, settings.log(), List.of("kafka.Kafka", files.properties() + ""));
    awaitStart(settings.log(), before);
  }

  /**
   * Where and how.
   *
   * @param directory everything the broker keeps; an existing one is kept
   * @param port 0 for a free one
   * @param controllerPort the quorum's own port, 0 for a free one
   * @param log the broker's log, appended to
   */
  public record Settings(Path directory, int port, int controllerPort, Path log) {}

  /**
   * Starts a broker and waits until it has said that it is started.
   *
   * @throws EmbeddedServerException jars not found, port in use, or no start within a minute
   */
  public static KafkaBroker start(Settings settings) {
    return start(settings, null);
  }

  /** A broker on free ports whose data is deleted with it. */
  public static KafkaBroker temporary() {
    try {
      Path directory = Files.createTempDirectory("heard-kafka");
      return start(new Settings(directory, 0, 0, directory.resolve("kafka.log")), directory);
    } catch (IOException e) {
      throw new EmbeddedServerException("No temporary directory: " + e, e);
    }
  }

  private static KafkaBroker start(Settings settings, Path disposable) {
    try {
      return new KafkaBroker(settings, disposable);
    } catch (IOException e) {
      throw new EmbeddedServerException("Kafka could not be started: " + e, e);
    }
  }

  /** {@code host:port} for a client's {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** The broker's process id. */
  public long pid() {
    return process.pid();
  }

  /** Completed with the exit value when the broker has ended, whoever ended it. */
  public CompletableFuture<Integer> onExit() {
    return process.onExit();
  }

  /** Stops it in order; what it acknowledged is kept unless the broker is temporary. */
  @Override
  public void close() {
    process.close();
    if (disposable != null) {
      try {
        Folders.delete(disposable);
      } catch (IOException e) {
        throw new EmbeddedServerException("Not deleted: " + disposable + ": " + e, e);
      }
    }
  }

  private void format(String classPath, Path log) throws IOException {
    if (files.isFormatted()) {
      return;
    }
    List<String> format =
        List.of(
            "kafka.tools.StorageTool",
            "format",
            "--ignore-formatted",
            "-t",
            files.clusterId(),
            "-c",
            files.properties() + "");
    try (ChildJvm tool = run(classPath, log, format)) {
      if (!Wait.until(() -> !tool.isAlive(), START) || tool.onExit().join() != 0) {
        throw new EmbeddedServerException("Kafka's storage was not formatted; see " + log + ".");
      }
    }
    files.markFormatted();
  }

  private ChildJvm run(String classPath, Path log, List<String> main) throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(
        List.of(
            "-Xmx384m",
            // Here it carries a few hundred records a second on few cores, which the optimising
            // compiler would take from the services for minutes.
            "-XX:TieredStopAtLevel=1",
            "-Djava.awt.headless=true",
            "-Djava.util.logging.config.file=" + files.logging(),
            "-cp",
            classPath));
    arguments.addAll(main);
    return ChildJvm.start(
        new ChildJvm.Launch(arguments, Map.of(), files.directory(), log.toAbsolutePath()));
  }

  private void awaitStart(Path log, long before) {
    Wait.until(() -> !process.isAlive() || saidStarted(log, before), START);
    if (!process.isAlive() || !saidStarted(log, before)) {
      process.close();
      throw new EmbeddedServerException("Kafka did not start; see " + log + ".");
    }
  }

  private static boolean saidStarted(Path log, long before) {
    try (var channel = Files.newByteChannel(log)) {
      channel.position(before);
      ByteBuffer bytes = ByteBuffer.allocate((int) (channel.size() - before));
      channel.read(bytes);
      return new String(bytes.array(), StandardCharsets.UTF_8).contains(STARTED);
    } catch (IOException e) {
      return false;
    }
  }

  private static String classPath() throws IOException {
    String lib = System.getProperty("heard.kafka.lib", "");
    if (lib.isBlank() || !containsBroker(Path.of(lib))) {
      throw new EmbeddedServerException(
          "No Kafka jars in '"
              + lib
              + "' (system property heard.kafka.lib): ./mvnw -pl deploy/embedded process-classes"
              + " copies them to deploy/embedded/target/kafka-lib.");
    }
    return Path.of(lib).toAbsolutePath() + "/*";
  }

  private static boolean containsBroker(Path lib) throws IOException {
    if (!Files.isDirectory(lib)) {
      return false;
    }
    try (var jars = Files.newDirectoryStream(lib, "kafka_2.13-*.jar")) {
      return jars.iterator().hasNext();
    }
  }
}
