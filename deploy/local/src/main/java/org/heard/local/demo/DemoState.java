package org.heard.local.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.heard.embedded.OwnerOnly;

/**
 * {@code demo.json} in the data folder: which year was begun here, and whether all of it is loaded.
 * A load that was cut off goes on with the year it began, or its ids would stand for other words.
 *
 * @param seed of the year
 * @param end of the year, ISO 8601
 * @param before how many other submissions were counted in its months when it was begun
 * @param loaded whether every submission of it was answered
 */
record DemoState(long seed, String end, int before, boolean loaded) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long SEED = 20_481;

  /** Whether the folder remembers one. */
  static boolean exists(Path folder) {
    return Files.exists(file(folder));
  }

  /** What the folder remembers, or a year that ends now. */
  static DemoState read(Path folder, Instant now) throws IOException {
    Path file = file(folder);
    return Files.exists(file)
        ? JSON.readValue(file.toFile(), DemoState.class)
        : new DemoState(SEED, now.truncatedTo(ChronoUnit.MINUTES).toString(), 0, false);
  }

  DemoState beside(int others) {
    return new DemoState(seed, end, others, loaded);
  }

  DemoState done() {
    return new DemoState(seed, end, before, true);
  }

  DemoYear year() {
    return new DemoYear(seed, Instant.parse(end));
  }

  void write(Path folder) throws IOException {
    OwnerOnly.write(file(folder), JSON.writeValueAsBytes(this));
  }

  private static Path file(Path folder) {
    return folder.resolve("demo.json");
  }
}
