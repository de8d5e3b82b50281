package org.heard.analytics;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.Map;
import org.heard.embedded.KafkaBroker;
import org.heard.embedded.PostgresServer;

/**
 * A real PostgreSQL, a real broker without any topic, and keys: what a service finds at its start.
 */
public class RealServers implements QuarkusTestResourceLifecycleManager {
  private PostgresServer postgres;
  private KafkaBroker kafka;
  private Path keys;

  @Override
  public Map<String, String> start() {
    postgres = PostgresServer.temporary();
    postgres.database("analytics", "analytics");
    kafka = KafkaBroker.temporary();
    keys = Tokens.writeKeys();
    return Map.of(
        "quarkus.datasource.jdbc.url",
        postgres.jdbcUrl("analytics"),
        "quarkus.datasource.username",
        "analytics",
        "quarkus.datasource.password",
        "analytics",
        "heard.kafka.bootstrap-servers",
        kafka.bootstrapServers(),
        "heard.identity.keys",
        keys.resolve(Tokens.PUBLIC).toString(),
        Tokens.FOLDER,
        keys.toString());
  }

  @Override
  public void stop() {
    if (keys != null) {
      Tokens.deleteKeys(keys);
    }
    if (kafka != null) {
      kafka.close();
    }
    if (postgres != null) {
      postgres.close();
    }
  }
}
