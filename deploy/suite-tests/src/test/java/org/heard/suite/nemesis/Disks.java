package org.heard.suite.nemesis;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.heard.suite.Launcher;
import org.heard.suite.RunningSuite;

/**
 * PostgreSQL's and Kafka's data on small disks of their own: tmpfs, mounted where only this suite
 * sees them, which an ordinary user may do in a namespace.
 */
final class Disks implements Launcher {
  /** What a server writes in its log that has felt it. */
  static final String NO_SPACE = "No space left";

  private static final Duration FELT = Duration.ofMinutes(1);

  private static final List<String> FOLDERS = List.of("postgres", "kafka");

  private final Path data;
  private final String size;

  /**
   * @param data the suite's data folder
   * @param size of each disk, as mount understands it
   */
  Disks(Path data, String size) {
    this.data = data;
    this.size = size;
  }

  @Override
  public ProcessBuilder builder(String command, String... arguments) {
    ProcessBuilder plain = CHECKOUT.builder(command, arguments);
    if (!command.equals("up")) {
      return plain;
    }
    StringBuilder script = new StringBuilder();
    for (String folder : FOLDERS) {
      Path mount = data.toAbsolutePath().resolve(folder);
      script.append(
          "mkdir -p '%s' && mount -t tmpfs -o size=%s,mode=0700 tmpfs '%s' && "
              .formatted(mount, size, mount));
    }
    script.append("exec \"$@\"");
    List<String> wrapped =
        new ArrayList<>(List.of("unshare", "-rm", "/bin/sh", "-c", script.toString(), "sh"));
    wrapped.addAll(plain.command());
    return new ProcessBuilder(wrapped);
  }

  @Override
  public Path root() {
    return CHECKOUT.root();
  }

  /** A disk on which nothing more fits, until it is felt and cleared. */
  static Fault full(RunningSuite suite, Victim owner) {
    return new Fault() {
      private Path filler;

      @Override
      public FaultKind kind() {
        return FaultKind.DISK_FULL;
      }

      @Override
      public String target() {
        return owner.text();
      }

      @Override
      public void begin() throws IOException {
        filler = suite.data(owner.text()).resolve("filler");
        fill(filler);
      }

      /** Not before it was felt: after another fault nobody may be writing yet. */
      @Override
      public void end() throws IOException {
        Path log = suite.data("logs/" + owner.text() + ".log");
        try {
          await().atMost(FELT).until(() -> Files.readString(log).contains(NO_SPACE));
        } finally {
          Files.deleteIfExists(filler);
        }
      }
    };
  }

  /** In ever smaller pieces, so that not a page is left. */
  private static void fill(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (int size = 1 << 20; size >= 1 << 12; size >>= 4) {
        ByteBuffer piece = ByteBuffer.allocateDirect(size);
        try {
          while (true) {
            piece.clear();
            channel.write(piece);
          }
        } catch (IOException full) {
          // As intended; a smaller piece may still fit.
        }
      }
    }
  }
}
