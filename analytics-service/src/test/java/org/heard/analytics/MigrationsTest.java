package org.heard.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class MigrationsTest {
  @Test
  void aMigrationTakesAsLongAsItTakesAndQuotesNoRow() {
    FluentConfiguration flyway = new FluentConfiguration();
    new Migrations(
            "jdbc:postgresql://db:5432/heard",
            "u",
            "p",
            Map.of(
                "socketTimeout", "60", "sslmode", "verify-full", "logServerErrorDetail", "false"))
        .customize(flyway);

    PGSimpleDataSource own = (PGSimpleDataSource) flyway.getDataSource();
    assertThat(own.getSocketTimeout()).as("none").isZero();
    assertThat(own.getLogServerErrorDetail()).isFalse();
    assertThat(own.getSslmode()).isEqualTo("verify-full");
    assertThat(own.getUser()).isEqualTo("u");
    assertThat(own.getPassword()).isEqualTo("p");
  }
}
