package org.heard.suite.checker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.Record;

/**
 * The log segments of a broker, read as files: what is on the disk, whatever a broker would say.
 */
final class KafkaLog {
  private final Path folder;
  private final Set<String> wards;
  private final Canary canary;
  private final List<Facts.Published> records = new ArrayList<>();
  private final List<String> leaks = new ArrayList<>();

  /**
   * @param folder the broker's data folder
   * @param wards whose records are read, by their key
   */
  KafkaLog(Path folder, Set<String> wards, Canary canary) {
    this.folder = folder;
    this.wards = wards;
    this.canary = canary;
  }

  /** Reads all segments of a topic. */
  KafkaLog read(String topic) {
    try (var partitions = Files.newDirectoryStream(folder, topic + "-*")) {
      for (Path partition : partitions) {
        int number =
            Integer.parseInt(partition.getFileName().toString().substring(topic.length() + 1));
        try (var segments = Files.newDirectoryStream(partition, "*.log")) {
          for (Path segment : segments) {
            new Segment(segment).forEach(record -> read(record, topic, number));
          }
        }
      }
      return this;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  List<Facts.Published> records() {
    return List.copyOf(records);
  }

  List<String> leaks() {
    return List.copyOf(leaks);
  }

  private void read(Record record, String topic, int partition) {
    String key = text(record.key());
    if (wards.contains(key)) {
      Place place = new Place(topic, partition, record.offset());
      records.add(new Facts.Published(place, key, subject(record)));
      look(record, key, place);
    }
  }

  private void look(Record record, String key, Place place) {
    if (canary.isIn(key)) {
      leaks.add("the key of " + place);
    }
    for (Header header : record.headers()) {
      if (canary.isIn(new String(header.value(), StandardCharsets.UTF_8))) {
        leaks.add("header " + header.key() + " of " + place);
      }
    }
    if (canary.hasIdentifier(text(record.value()))) {
      leaks.add("the value of " + place + " (an identifier)");
    }
  }

  private static UUID subject(Record record) {
    for (Header header : record.headers()) {
      if (header.key().equals("ce_subject")) {
        return UUID.fromString(new String(header.value(), StandardCharsets.UTF_8));
      }
    }
    return null;
  }

  private static String text(ByteBuffer bytes) {
    return bytes == null ? "" : StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
  }
}
