package org.heard.feedback;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Migrations run on connections of their own: one of a large table takes longer than the pool lets
 * a statement take, and one that is cut off there would be begun, and cut off, at every start. What
 * the driver is told is as the pool has it: {@code quarkus.flyway.jdbc-url} would leave out its
 * properties.
 */
@Singleton
class Migrations implements FlywayConfigurationCustomizer {
  /** What the pool bounds a statement by. */
  private static final String STATEMENT_BOUND = "socketTimeout";

  private final String url;
  private final String user;
  private final String password;
  private final Map<String, String> driver;

  Migrations(
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
      @ConfigProperty(name = "quarkus.datasource.username") String user,
      @ConfigProperty(name = "quarkus.datasource.password") String password,
      @ConfigProperty(name = "quarkus.datasource.jdbc.additional-jdbc-properties")
          Map<String, String> driver) {
    this.url = url;
    this.user = user;
    this.password = password;
    this.driver = driver;
  }

  @Override
  public void customize(FluentConfiguration configuration) {
    PGSimpleDataSource own = new PGSimpleDataSource();
    own.setUrl(url);
    own.setUser(user);
    own.setPassword(password);
    for (Map.Entry<String, String> property : driver.entrySet()) {
      if (!property.getKey().equals(STATEMENT_BOUND)) {
        set(own, property.getKey(), property.getValue());
      }
    }
    configuration.dataSource(own);
  }

  private static void set(PGSimpleDataSource own, String name, String value) {
    try {
      own.setProperty(name, value);
    } catch (SQLException unknown) {
      throw new IllegalArgumentException("The driver has no property " + name + ".", unknown);
    }
  }
}
