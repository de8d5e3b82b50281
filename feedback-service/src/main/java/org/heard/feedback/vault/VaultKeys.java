package org.heard.feedback.vault;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.heard.feedback.background.BackgroundWork;
import org.heard.feedback.background.BackgroundWorks;

/** Sees to it that every sealed row has its key, and that old keys are needed no longer. */
@ApplicationScoped
class VaultKeys {
  private final DataSource database;
  private final Sealer sealer;
  private final Reseal reseal;
  private final BackgroundWork work;

  VaultKeys(DataSource database, Sealer sealer, VaultSettings settings, BackgroundWorks works) {
    this.database = database;
    this.sealer = sealer;
    this.reseal = new Reseal(sealer, settings.resealBatch());
    this.work = works.named("sealing with the first key");
  }

  /** Refuses to start without a key that something is sealed with, or with other bytes for it. */
  void start(@Observes StartupEvent starting) throws SQLException {
    try (Connection connection = database.getConnection()) {
      Set<String> used = Reseal.keysInUse(connection);
      requireAll(used);
      Set<String> others = reseal.openNothing(connection, used);
      if (!others.isEmpty()) {
        throw new IllegalStateException(
            "heard.vault.key-file has other keys under ids that rows are sealed with: " + others);
      }
    }
  }

  /**
   * Refuses keys that are not there.
   *
   * @throws IllegalStateException naming their ids
   */
  void requireAll(Set<String> used) {
    Set<String> missing = new TreeSet<>(used);
    missing.removeAll(sealer.known());
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "heard.vault.key-file lacks keys that rows are sealed with: " + missing);
    }
  }

  @Scheduled(
      every = "{heard.vault.reseal-every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void resealed() {
    work.round(() -> QuarkusTransaction.requiringNew().call(this::pass));
  }

  private int pass() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return reseal.pass(connection);
    }
  }
}
