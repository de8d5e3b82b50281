package org.heard.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** That the service migrates by {@link Migrations}. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class MigrationsIT {
  @Inject Flyway flyway;

  @Test
  void aMigrationIsNotCutOff() {
    PGSimpleDataSource own = (PGSimpleDataSource) flyway.getConfiguration().getDataSource();
    assertThat(own.getSocketTimeout()).isZero();
    assertThat(own.getConnectTimeout()).as("as the pool has it").isEqualTo(5);
    assertThat(own.getLogServerErrorDetail()).isFalse();
  }
}
