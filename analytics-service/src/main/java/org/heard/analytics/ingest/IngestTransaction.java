package org.heard.analytics.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.heard.analytics.database.Transaction;

/** One transaction of ingest. */
@ApplicationScoped
class IngestTransaction {
  private final DataSource database;

  IngestTransaction(DataSource database) {
    this.database = database;
  }

  <T, X extends Exception> T run(Transaction.Work<T, X> work) throws SQLException, X {
    return Transaction.run(database, Connection.TRANSACTION_READ_COMMITTED, work);
  }
}
