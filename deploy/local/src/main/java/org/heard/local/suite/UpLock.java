package org.heard.local.suite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.heard.local.run.CommandFailure;

/**
 * At most one {@code up} for a thing. The lock ends with the process, however it ends; what is
 * written in the file stays when the process was killed, which the next one learns from.
 */
final class UpLock {

  private final FileChannel channel;
  private final boolean leftBehind;

  private UpLock(FileChannel channel) throws IOException {
    this.channel = channel;
    this.leftBehind = channel.size() > 0;
    String pid = Long.toString(ProcessHandle.current().pid());
    channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
  }

  /** Takes it, or refuses because another process has it. */
  static UpLock take(Path file, String thing) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean taken;
    try {
      taken = channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      taken = false;
    }
    if (!taken) {
      channel.close();
      throw CommandFailure.failed("Another deploy/up is using " + thing + ".");
    }
    return new UpLock(channel);
  }

  /** Whether the last holder was killed and its children may still be about. */
  boolean leftBehind() {
    return leftBehind;
  }

  /** Gives it back after an orderly end. */
  void release() {
    try {
      channel.truncate(0);
      channel.close();
    } catch (IOException e) {
      // Then the next one waits for leftovers that are not there.
    }
  }
}
