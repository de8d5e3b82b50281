package org.heard.local.suite;

import java.util.concurrent.CompletableFuture;
import org.heard.embedded.KafkaBroker;
import org.heard.embedded.KeycloakServer;
import org.heard.embedded.PostgresServer;
import org.heard.local.identity.KeycloakSecrets;
import org.heard.local.identity.Realm;
import org.heard.local.run.Ports;
import org.heard.local.run.RunFile;

/**
 * PostgreSQL, Kafka and Keycloak as supervised children; their start returns only once they are up.
 */
final class Backends {

  private final DataFolder data;
  private final Ports ports;

  Backends(DataFolder data, Ports ports) {
    this.data = data;
    this.ports = ports;
  }

  /** PostgreSQL with a database and a role for each service that has one. */
  Supervised.Running postgres() throws Exception {
    PostgresServer server =
        PostgresServer.start(
            new PostgresServer.Settings(data.postgres(), ports.postgres(), data.log("postgres")));
    try {
      for (String database : new String[] {"feedback", "analytics"}) {
        server.database(database, data.secret(database + ".password"));
      }
    } catch (Exception e) {
      server.close();
      throw e;
    }
    CompletableFuture<Void> exit = server.onExit();
    return new Supervised.Running() {
      @Override
      public long pid() {
        return server.pid();
      }

      @Override
      public CompletableFuture<?> onExit() {
        return exit;
      }

      @Override
      public boolean isUp() {
        return true;
      }

      @Override
      public void close() {
        server.close();
      }
    };
  }

  Supervised.Running kafka() {
    KafkaBroker broker =
        KafkaBroker.start(
            new KafkaBroker.Settings(
                data.kafka(), ports.kafka(), ports.kafkaController(), data.log("kafka")));
    return new Supervised.Running() {
      @Override
      public long pid() {
        return broker.pid();
      }

      @Override
      public CompletableFuture<?> onExit() {
        return broker.onExit();
      }

      @Override
      public boolean isUp() {
        return true;
      }

      @Override
      public void close() {
        broker.close();
      }
    };
  }

  Supervised.Running keycloak() throws Exception {
    KeycloakSecrets secrets = new KeycloakSecrets(data.identity());
    KeycloakServer server =
        KeycloakServer.start(
            new KeycloakServer.Settings(
                data.keycloak(),
                ports.keycloak(),
                data.log("keycloak"),
                Realm.ofLocalSuite(RunFile.root()),
                Realm.NAME,
                secrets.admin(),
                secrets.byName()));
    return new Supervised.Running() {
      @Override
      public long pid() {
        return server.pid();
      }

      @Override
      public CompletableFuture<?> onExit() {
        return server.onExit();
      }

      @Override
      public boolean isUp() {
        return true;
      }

      @Override
      public void close() {
        server.close();
      }
    };
  }
}
