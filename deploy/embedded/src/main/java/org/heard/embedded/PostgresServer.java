package org.heard.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A real PostgreSQL server on 127.0.0.1, with the durability settings of production.
 *
 * <p>Passwords are checked (scram-sha-256). The server is stopped by {@link #close()}, and by a
 * watcher when this JVM ends without it.
 */
public final class PostgresServer implements AutoCloseable {

  static final String SUPERUSER = "postgres";

  private static final Duration PORT = Duration.ofSeconds(15);

  private final PostgresCluster cluster;
  private final PostgresWatcher watcher;
  private final FileLock lock;
  private final ForeignProcess server;
  private final PostgresAdmin admin;
  private final int port;
  private final Path disposable;

  private PostgresServer(Settings settings, Path disposable) throws IOException {
    this.disposable = disposable;
    cluster = new PostgresCluster(settings.directory(), settings.log());
    lock = lock(cluster.lockFile());
    PostgresWatcher started = null;
    try {
      cluster.create();
      port = FreePort.claim(settings.port(), PORT);
      String folder = disposable == null ? "" : disposable.toString();
      started = PostgresWatcher.start(cluster.data(), folder, cluster.ownerFile());
      watcher = started;
      admin = new PostgresAdmin(port, cluster.password());
      server = cluster.start(port);
    } catch (IOException | RuntimeException e) {
      lock.channel().close();
      if (started != null) {
        started.abandon();
      }
      throw e;
    }
  }

  /**
   * Where and how.
   *
   * @param directory everything the server keeps; an existing one is kept
   * @param port 0 for a free one
   * @param log the server's log, appended to
   */
  public record Settings(Path directory, int port, Path log) {}

  /**
   * Starts a server and waits until it accepts connections, crash recovery included.
   *
   * @throws EmbeddedServerException no binaries for this machine, directory or port in use, or a
   *     durability setting that is not on
   */
  public static PostgresServer start(Settings settings) {
    return start(settings, null);
  }

  /** A server on a free port whose data is deleted with it. */
  public static PostgresServer temporary() {
    try {
      Path directory = Files.createTempDirectory("heard-postgres");
      return start(new Settings(directory, 0, directory.resolve("postgres.log")), directory);
    } catch (IOException e) {
      throw new EmbeddedServerException("No temporary directory: " + e, e);
    }
  }

  private static PostgresServer start(Settings settings, Path disposable) {
    try {
      PostgresServer server = new PostgresServer(settings, disposable);
      try {
        server.requireDurability();
      } catch (RuntimeException unfit) {
        server.close();
        throw unfit;
      }
      return server;
    } catch (IOException e) {
      throw new EmbeddedServerException("PostgreSQL could not be started: " + e, e);
    }
  }

  /** The port it listens on. */
  public int port() {
    return port;
  }

  /** The process id of the server's first process. */
  public long pid() {
    return server.pid();
  }

  /** The JDBC address of a database; user and password are given apart from it. */
  public String jdbcUrl(String database) {
    return admin.jdbcUrl(database);
  }

  /**
   * Makes or updates a role and a database of the same name which it owns, and which nobody else
   * but the superuser may connect to.
   *
   * @param name lower-case letters, digits and underscores
   */
  public void database(String name, String password) {
    admin.database(name, password);
  }

  /** {@code fsync}, {@code synchronous_commit} and {@code full_page_writes}, as the server says. */
  public Map<String, String> durability() {
    return admin.durability();
  }

  /** Completed when the server's process has ended, whoever ended it. */
  public CompletableFuture<Void> onExit() {
    return server.onExit();
  }

  /** Fast shutdown; what was acknowledged is on disk. */
  @Override
  public void close() {
    try {
      if (lock.isValid()) {
        if (server.isAlive()) {
          cluster.stop(server);
        }
        watcher.close();
        lock.channel().close();
      }
      if (disposable != null) {
        Folders.delete(disposable);
      }
    } catch (IOException e) {
      throw new EmbeddedServerException("PostgreSQL did not stop cleanly: " + e, e);
    }
  }

  private void requireDurability() {
    Map<String, String> settings = durability();
    if (!settings.values().stream().allMatch("on"::equals)) {
      throw new EmbeddedServerException("PostgreSQL runs without durability: " + settings);
    }
  }

  private static FileLock lock(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return lock;
      }
    } catch (OverlappingFileLockException e) {
      // Held by this JVM: the same as held by another.
    }
    channel.close();
    throw new EmbeddedServerException("Another process uses " + file.getParent() + ".");
  }
}
