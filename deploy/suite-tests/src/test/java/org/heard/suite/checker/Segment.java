package org.heard.suite.checker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.kafka.common.record.FileRecords;
import org.apache.kafka.common.record.Record;

/** A file of a topic's records, as the broker writes it. */
public record Segment(Path file) {

  /** Each record that stood in it when it was opened; the broker may go on writing meanwhile. */
  public void forEach(Consumer<Record> seen) throws IOException {
    // Not closed as the broker closes its own: that cuts off what was written since the opening.
    FileRecords records = FileRecords.open(file.toFile(), false);
    try {
      records.records().forEach(seen);
    } finally {
      records.closeHandlers();
    }
  }
}
