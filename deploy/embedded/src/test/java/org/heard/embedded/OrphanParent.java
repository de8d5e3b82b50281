package org.heard.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A parent made to be killed: starts both servers, writes their pids, waits for its end. */
final class OrphanParent {

  private OrphanParent() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Path.of(arguments[0]);
    PostgresServer postgres =
        PostgresServer.start(
            new PostgresServer.Settings(folder.resolve("postgres"), 0, folder.resolve("pg.log")));
    KafkaBroker kafka =
        KafkaBroker.start(
            new KafkaBroker.Settings(folder.resolve("kafka"), 0, 0, folder.resolve("kafka.log")));
    OwnerOnly.write(
        folder.resolve("pids"),
        (postgres.pid() + " " + kafka.pid()).getBytes(StandardCharsets.US_ASCII));
    new CountDownLatch(1).await();
  }
}
