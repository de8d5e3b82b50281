package org.heard.suite.nemesis;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.heard.suite.RunningSuite;
import org.heard.suite.checker.Databases;
import org.heard.suite.checker.Facts;
import org.heard.suite.ledger.Ledger;

/** Measures how long a fault is felt after its end. */
final class Recovering {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private final RunningSuite suite;
  private final Ledger ledger;
  private final String token;
  private final String ward;
  private final Duration patience;
  private final Databases databases;
  private final Set<UUID> visible = new HashSet<>();

  /**
   * @param ward one that {@code token} may read
   * @param patience how long to measure at most
   */
  Recovering(RunningSuite suite, Ledger ledger, String token, String ward, Duration patience) {
    this.suite = suite;
    this.ledger = ledger;
    this.token = token;
    this.ward = ward;
    this.patience = patience;
    this.databases = new Databases(suite);
  }

  /**
   * Waits until feedback is taken in again, and until all that was acknowledged so far is in the
   * database of insights and the gateway answers.
   */
  Facts.Recovery after(String fault) throws InterruptedException {
    long end = System.nanoTime();
    Set<UUID> pending = new HashSet<>(ledger.acknowledgedIds());
    pending.removeAll(visible);
    ledger.awaitFreshAcknowledgement(end, patience);
    Duration ingest = Duration.ofNanos(System.nanoTime() - end);
    try {
      Awaitility.await()
          .pollInSameThread()
          .pollInterval(BETWEEN_LOOKS)
          .atMost(patience)
          .until(() -> areVisible(pending) && gatewayAnswers());
    } catch (ConditionTimeoutException tooLong) {
      // The checker says so.
    }
    return new Facts.Recovery(fault, ingest, Duration.ofNanos(System.nanoTime() - end));
  }

  private boolean areVisible(Set<UUID> pending) {
    try {
      databases
          .query(
              "analytics",
              "select id from submission where id = any(?::uuid[])",
              row -> row.getObject(1, UUID.class),
              (Object) pending.stream().map(UUID::toString).toArray(String[]::new))
          .forEach(
              id -> {
                pending.remove(id);
                visible.add(id);
              });
      return pending.isEmpty();
    } catch (SQLException away) {
      return false;
    }
  }

  private boolean gatewayAnswers() {
    try {
      return suite.tryGateway("/api/v1/wards/" + ward + "/insights", token).statusCode() == 200;
    } catch (AssertionError away) {
      return false;
    }
  }
}
