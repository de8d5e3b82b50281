package org.heard.feedback.outbox;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;

/** What is waiting and what is parked, counted when somebody looks. */
@ApplicationScoped
class OutboxGauges {
  private final AgroalDataSource database;

  OutboxGauges(AgroalDataSource database) {
    this.database = database;
  }

  void register(@Observes StartupEvent started, MeterRegistry meters) {
    Gauge.builder("heard.outbox.waiting", () -> count("parked_at IS NULL"))
        .description("Facts not yet acknowledged by the broker")
        .register(meters);
    Gauge.builder("heard.outbox.parked", () -> count("parked_at IS NOT NULL"))
        .description("Facts that the broker refuses; each needs an operator")
        .register(meters);
  }

  private double count(String condition) {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT count(*) FROM outbox WHERE " + condition)) {
      row.next();
      return row.getDouble(1);
    } catch (SQLException away) {
      return Double.NaN;
    }
  }
}
