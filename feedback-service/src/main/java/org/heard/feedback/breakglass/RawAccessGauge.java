package org.heard.feedback.breakglass;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;

/** What no second person has seen yet, counted when somebody looks. */
@ApplicationScoped
class RawAccessGauge {
  private static final String UNSEEN =
      "SELECT (SELECT count(*) FROM raw_access) - (SELECT count(*) FROM raw_access_seen)";

  private final AgroalDataSource database;

  RawAccessGauge(AgroalDataSource database) {
    this.database = database;
  }

  void register(@Observes StartupEvent started, MeterRegistry meters) {
    Gauge.builder("heard.raw.access.unseen", this::unseen)
        .description("Raw words that were read, without a second person having seen it")
        .register(meters);
  }

  private double unseen() {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery(UNSEEN)) {
      row.next();
      return row.getDouble(1);
    } catch (SQLException away) {
      return Double.NaN;
    }
  }
}
