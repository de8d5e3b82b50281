package org.heard.analytics.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/** Gets a batch done: halves one that fails until the event that is the reason stands alone. */
@ApplicationScoped
class BatchRunner {
  private static final Logger LOG = Logger.getLogger(BatchRunner.class);

  /** What is done with a batch, and with an event that cannot be. */
  interface Handling {
    /** All of a batch, or nothing of it. */
    void handle(Batch batch) throws SQLException, Fenced;

    /** Puts the only event of a batch aside. */
    void reject(Batch batch) throws SQLException, Fenced;
  }

  private final Handling handler;

  BatchRunner(Handling handler) {
    this.handler = handler;
  }

  /**
   * Applies or parks every event of a batch.
   *
   * @throws SQLException when the database is away; some of the batch may be done
   * @throws Fenced when another consumer has moved on
   */
  void run(Batch batch) throws SQLException, Fenced {
    try {
      handler.handle(batch);
    } catch (SQLException failed) {
      if (Failure.of(failed) == Failure.DATABASE) {
        throw failed;
      }
      isolate(batch, failed);
    } catch (RuntimeException failed) {
      isolate(batch, failed);
    }
  }

  private void isolate(Batch batch, Exception failed) throws SQLException, Fenced {
    int size = batch.events().size();
    if (size > 1) {
      run(batch.head(size / 2));
      run(batch.tail(size / 2));
      return;
    }
    InboundEvent event = batch.events().get(0);
    // The class only: the message of a driver can quote the row.
    LOG.errorf(
        "parked %s-%d@%d: %s",
        event.topic(), event.partition().number(), event.offset(), failed.getClass().getName());
    handler.reject(batch);
  }
}
