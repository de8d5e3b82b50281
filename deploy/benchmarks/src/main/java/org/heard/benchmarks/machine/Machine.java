package org.heard.benchmarks.machine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** What the figures were measured on: a figure without its machine says nothing. */
public final class Machine {
  private static final int PAGE_BYTES = 8192;
  private static final int SYNCS = 100;

  private Machine() {}

  /** Cores, system and JDK, in a line. */
  public static String describe() {
    return "%d cores, %s %s %s, JDK %s (%s)"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("os.arch"),
            Runtime.version(),
            System.getProperty("java.vendor"));
  }

  /**
   * The disk under a folder: its file system and how long it takes to make a page durable, the
   * median of a hundred. What a commit costs at least.
   */
  public static String describeDisk(Path folder) throws IOException {
    Path file = Files.createTempFile(folder, "sync", null);
    long[] nanos = new long[SYNCS];
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      for (int i = 0; i < SYNCS; i++) {
        long start = System.nanoTime();
        channel.write(ByteBuffer.allocate(PAGE_BYTES), (long) i * PAGE_BYTES);
        channel.force(false);
        nanos[i] = System.nanoTime() - start;
      }
    } finally {
      Files.delete(file);
    }
    Arrays.sort(nanos);
    return "%s, one 8 KB write made durable: %.2f ms"
        .formatted(Files.getFileStore(folder).type(), nanos[SYNCS / 2] / 1e6);
  }
}
