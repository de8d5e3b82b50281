package org.heard.analytics.ingest;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;

/** What is parked, counted when somebody looks. */
@ApplicationScoped
class ParkedGauges {
  private final AgroalDataSource database;

  ParkedGauges(AgroalDataSource database) {
    this.database = database;
  }

  void register(@Observes StartupEvent started, MeterRegistry meters) {
    for (ParkReason reason : ParkReason.values()) {
      Gauge.builder("heard.ingest.parked", () -> count(reason))
          .tag("reason", reason.name())
          .description("Events put aside; all but those that wait for their ward need an operator")
          .register(meters);
    }
  }

  private double count(ParkReason reason) {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement("select count(*) from parked where reason = ?")) {
      select.setString(1, reason.name());
      try (var row = select.executeQuery()) {
        row.next();
        return row.getDouble(1);
      }
    } catch (SQLException away) {
      return Double.NaN;
    }
  }
}
