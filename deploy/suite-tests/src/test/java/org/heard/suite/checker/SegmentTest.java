package org.heard.suite.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.FileRecords;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.SimpleRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentTest {

  @Test
  void itIsReadWhileItIsWrittenAndKeepsWhatIsWritten(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("00000000000000000000.log");
    try (FileRecords broker = FileRecords.open(file.toFile())) {
      broker.append(batch(0, "first"));
      int size = broker.sizeInBytes();
      List<String> read = new ArrayList<>();

      new Segment(file)
          .forEach(
              record -> {
                read.add(StandardCharsets.UTF_8.decode(record.value()).toString());
                append(broker, "second");
              });

      assertThat(read).containsExactly("first");
      assertThat(Files.size(file)).isGreaterThan(size).isEqualTo(broker.sizeInBytes());
    }
  }

  private static void append(FileRecords broker, String words) {
    try {
      broker.append(batch(1, words));
      broker.flush();
    } catch (IOException wrong) {
      throw new UncheckedIOException(wrong);
    }
  }

  private static MemoryRecords batch(long offset, String words) {
    return MemoryRecords.withRecords(
        offset, Compression.NONE, new SimpleRecord(words.getBytes(StandardCharsets.UTF_8)));
  }
}
