package org.heard.suite.nemesis;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.heard.suite.Launcher;
import org.heard.suite.RunningSuite;

/**
 * PostgreSQL's and Kafka's data on small disks of their own: tmpfs, mounted where only this suite
 * sees them, which an ordinary user may do in a namespace.
 */
final class Disks implements Launcher {
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

  /** A disk on which nothing more fits, until it is cleared. */
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

      @Override
      public void end() throws IOException {
        Files.deleteIfExists(filler);
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
