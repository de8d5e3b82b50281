package org.heard.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;

/** A broker's folder: its configuration, its identity and its data. */
final class KafkaFiles {

  private final Path directory;

  KafkaFiles(Path directory) throws IOException {
    this.directory = OwnerOnly.directories(directory.toAbsolutePath());
  }

  Path directory() {
    return directory;
  }

  Path properties() {
    return directory.resolve("server.properties");
  }

  Path logging() {
    return directory.resolve("logging.properties");
  }

  boolean isFormatted() {
    return Files.exists(directory.resolve("formatted"));
  }

  // Written after the format: a format that was cut off is done again, under the same id.
  void markFormatted() throws IOException {
    OwnerOnly.write(directory.resolve("formatted"), new byte[0]);
  }

  String clusterId() throws IOException {
    Path file = directory.resolve("cluster.id");
    if (!Files.exists(file)) {
      OwnerOnly.write(file, randomId().getBytes(StandardCharsets.US_ASCII));
    }
    return Files.readString(file);
  }

  void configure(int port, int controllerPort) throws IOException {
    OwnerOnly.write(
        properties(), serverProperties(port, controllerPort).getBytes(StandardCharsets.UTF_8));
    OwnerOnly.write(logging(), LOGGING.getBytes(StandardCharsets.UTF_8));
  }

  // Kafka's own form of an id; one that begins with a dash would be read as an option.
  private static String randomId() {
    String id;
    do {
      UUID uuid = UUID.randomUUID();
      ByteBuffer bytes = ByteBuffer.allocate(16);
      bytes.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
      id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    } while (id.startsWith("-"));
    return id;
  }

  private String serverProperties(int port, int controllerPort) {
    return """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@127.0.0.1:%2$d
        listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
        controller.listener.names=CONTROLLER
        log.dirs=%3$s

        # A topic that nobody made is a mistake, not a wish.
        auto.create.topics.enable=false
        num.partitions=3
        default.replication.factor=1
        min.insync.replicas=1
        log.message.timestamp.type=LogAppendTime
        log.retention.hours=168

        # One node: internal topics have nowhere to be copied to, and few partitions start faster.
        offsets.topic.replication.factor=1
        offsets.topic.num.partitions=8
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        transaction.state.log.num.partitions=4
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.min.isr=1
        group.initial.rebalance.delay.ms=0
        # A killed broker's own controller refuses its next life until this has passed (default 9 s).
        broker.session.timeout.ms=3000
        broker.heartbeat.interval.ms=500

        # The default, 128 MB, is a third of the heap.
        log.cleaner.dedupe.buffer.size=16777216
        num.network.threads=2
        num.io.threads=4
        """
        .formatted(port, controllerPort, directory.resolve("data").toString().replace("\\", "/"));
  }

  private static final String LOGGING =
      """
      handlers=java.util.logging.ConsoleHandler
      .level=INFO
      java.util.logging.ConsoleHandler.level=INFO
      java.util.logging.ConsoleHandler.formatter=java.util.logging.SimpleFormatter
      java.util.logging.SimpleFormatter.format=%1$tFT%1$tT.%1$tL %4$s %3$s %5$s%6$s%n
      # Pages of configuration values at every start.
      org.apache.kafka.common.config.AbstractConfig.level=WARNING
      """;
}
