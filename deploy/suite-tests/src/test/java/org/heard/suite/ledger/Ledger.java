package org.heard.suite.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What the load client knows, on disk before it acts on it: the intent before the request, the
 * outcome after the answer. The file is the truth; what is kept in memory only paces the nemesis.
 */
public final class Ledger implements AutoCloseable {
  private final Path file;
  private final FileChannel channel;
  private final Map<UUID, Long> intended = new HashMap<>();
  private final Map<String, Set<UUID>> wards = new HashMap<>();
  private final Set<UUID> acknowledged = new HashSet<>();
  private long latestAcknowledgedIntent = Long.MIN_VALUE;

  /** A new ledger in {@code file}. */
  public Ledger(Path file) {
    this.file = file;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Writes entries and returns when they are on disk. */
  public synchronized void write(Collection<Entry> entries) {
    String lines = entries.stream().map(Entry::line).collect(Collectors.joining());
    try {
      ByteBuffer bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(false);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    entries.forEach(this::remember);
    notifyAll();
  }

  private void remember(Entry entry) {
    if (entry.kind() == Entry.Kind.INTENT) {
      intended.put(entry.id(), System.nanoTime());
      wards.computeIfAbsent(entry.wardId(), ward -> new HashSet<>()).add(entry.id());
    } else if (entry.acknowledges()) {
      acknowledged.add(entry.id());
      latestAcknowledgedIntent =
          Math.max(latestAcknowledgedIntent, intended.getOrDefault(entry.id(), Long.MIN_VALUE));
    }
  }

  /** How many submissions have been acknowledged. */
  public synchronized int acknowledged() {
    return acknowledged.size();
  }

  /** Those that have been acknowledged. */
  public synchronized Set<UUID> acknowledgedIds() {
    return Set.copyOf(acknowledged);
  }

  /** How many submissions were meant for a ward so far. */
  public synchronized int intended(String wardId) {
    return wards.getOrDefault(wardId, Set.of()).size();
  }

  /**
   * Waits until {@code more} submissions beyond {@code before} are acknowledged.
   *
   * @return whether that came to pass within {@code bound}
   */
  public synchronized boolean awaitAcknowledged(int before, int more, Duration bound)
      throws InterruptedException {
    return await(bound, () -> acknowledged.size() >= before + more);
  }

  /**
   * Waits until a submission is acknowledged that was first sent after {@code nanoTime}.
   *
   * @return whether that came to pass within {@code bound}
   */
  public synchronized boolean awaitFreshAcknowledgement(long nanoTime, Duration bound)
      throws InterruptedException {
    return await(bound, () -> latestAcknowledgedIntent > nanoTime);
  }

  private boolean await(Duration bound, java.util.function.BooleanSupplier condition)
      throws InterruptedException {
    long end = System.nanoTime() + bound.toNanos();
    while (!condition.getAsBoolean()) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }

  /** Everything on disk, in order. */
  public List<Entry> entries() {
    try (var lines = Files.lines(file)) {
      return lines.map(Entry::parse).toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
