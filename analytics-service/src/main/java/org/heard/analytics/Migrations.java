package org.heard.analytics;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Migrations run on connections of their own: one of a large table takes longer than the pool lets
 * a statement take, and one that is cut off there would be begun, and cut off, at every start.
 */
@Singleton
class Migrations implements FlywayConfigurationCustomizer {
  private static final int CONNECT_SECONDS = 5;

  private final String url;
  private final String user;
  private final String password;

  Migrations(
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
      @ConfigProperty(name = "quarkus.datasource.username") String user,
      @ConfigProperty(name = "quarkus.datasource.password") String password) {
    this.url = url;
    this.user = user;
    this.password = password;
  }

  @Override
  public void customize(FluentConfiguration configuration) {
    PGSimpleDataSource own = new PGSimpleDataSource();
    own.setUrl(url);
    own.setUser(user);
    own.setPassword(password);
    own.setConnectTimeout(CONNECT_SECONDS);
    own.setTcpKeepAlive(true);
    own.setApplicationName("analytics-service migrations");
    // "Failing row contains (…)" would carry a patient's words into a log.
    own.setLogServerErrorDetail(false);
    configuration.dataSource(own);
  }
}
