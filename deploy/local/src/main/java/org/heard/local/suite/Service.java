package org.heard.local.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.heard.embedded.ChildJvm;
import org.heard.local.run.CommandFailure;

/**
 * One of the three services and how it is run.
 *
 * @param name short; for people and logs
 * @param module its Maven module, whose packaged jar is run
 * @param port its own
 * @param managementPort for metrics
 * @param heap what it may take for objects; with what a JVM needs besides, about 300 MB
 * @param settings environment variables, passwords among them
 */
record Service(
    String name,
    String module,
    int port,
    int managementPort,
    Heap heap,
    Map<String, String> settings) {

  /**
   * Sizes as a JVM reads them.
   *
   * @param largest all of it
   * @param young its part for what is new; small, since what is made for a request dies at once
   */
  record Heap(String largest, String young) {}

  private static final String LOOPBACK = "127.0.0.1";

  String address() {
    return "http://" + LOOPBACK + ":" + port;
  }

  static Path jar(Path root, String module) {
    return root.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
  }

  Supervised.Running start(Path root, DataFolder data, Health health) throws IOException {
    Path jar = jar(root, module);
    if (!Files.exists(jar)) {
      throw CommandFailure.failed("Not built: " + jar);
    }
    List<String> arguments =
        List.of(
            "-Xmx" + heap.largest(),
            "-Xmn" + heap.young(),
            // Grown as needed: a large machine's default is all of it from the start.
            "-Xms48m",
            // Two cores and a small heap: the collector that needs the least memory beside it.
            "-XX:+UseSerialGC",
            // By default it grows by two thirds of what is in use before anything is looked
            // through.
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=25",
            // Two cores for six processes: the optimising compiler would be busy for minutes, and
            // with it go a quarter of the memory and of the first minutes' throughput.
            "-XX:TieredStopAtLevel=1",
            // One tier has 48 MB for its code by default, and once they are full all goes on
            // interpreted.
            "-XX:ReservedCodeCacheSize=128m",
            // Without memory it is of no use; dead it is started again.
            "-XX:+ExitOnOutOfMemoryError",
            "-jar",
            jar.toString());
    return running(
        ChildJvm.start(
            new ChildJvm.Launch(arguments, environment(data), data.service(name), data.log(name))),
        health);
  }

  private Map<String, String> environment(DataFolder data) throws IOException {
    Map<String, String> environment = new LinkedHashMap<>(settings);
    // The C library's memory pools, one a thread by default, are a third of a small JVM.
    environment.put("MALLOC_ARENA_MAX", "1");
    environment.put("QUARKUS_HTTP_HOST", LOOPBACK);
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    environment.put("QUARKUS_MANAGEMENT_HOST", LOOPBACK);
    environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
    environment.putAll(data.ownSettings(name));
    return environment;
  }

  private Supervised.Running running(ChildJvm child, Health health) {
    return new Supervised.Running() {
      @Override
      public long pid() {
        return child.pid();
      }

      @Override
      public CompletableFuture<?> onExit() {
        return child.onExit();
      }

      @Override
      public boolean isUp() {
        return health.isLive(Service.this);
      }

      @Override
      public void close() {
        child.close();
      }
    };
  }
}
