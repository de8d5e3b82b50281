package org.heard.local.suite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heard.local.directory.DemoDirectory;
import org.heard.local.identity.KeycloakSecrets;
import org.heard.local.identity.LocalIdentity;
import org.heard.local.identity.Realm;
import org.heard.local.run.Ports;

/** The settings of the three services of one suite. */
final class Services {

  private final DataFolder data;
  private final Ports ports;
  private final boolean keycloak;

  /**
   * @param keycloak whether identities come from Keycloak, else from local keys
   */
  Services(DataFolder data, Ports ports, boolean keycloak) {
    this.data = data;
    this.ports = ports;
    this.keycloak = keycloak;
  }

  List<Service> all() throws IOException {
    return List.of(feedback(), analytics(), gateway());
  }

  Service feedback() throws IOException {
    Map<String, String> settings = common();
    settings.putAll(database("feedback"));
    settings.put("HEARD_SECRETS_KEY_FILE", data.secretFile("feedback.key").toString());
    settings.put("HEARD_VAULT_KEY_FILE", data.vaultKeyFile().toString());
    settings.putAll(ownIdentity("feedback-service"));
    settings.put("HEARD_HOLDS_ANALYTICS_URL", "http://127.0.0.1:" + ports.analytics());
    return new Service(
        "feedback",
        "feedback-service",
        ports.feedback(),
        ports.feedbackManagement(),
        new Service.Heap("160m", "24m"),
        settings);
  }

  private Service analytics() throws IOException {
    Map<String, String> settings = common();
    settings.putAll(database("analytics"));
    return new Service(
        "analytics",
        "analytics-service",
        ports.analytics(),
        ports.analyticsManagement(),
        // Its weights alone are 48 MB of what stays.
        new Service.Heap("176m", "14m"),
        settings);
  }

  private Service gateway() {
    Map<String, String> settings = common();
    settings.putAll(ownIdentity("gateway"));
    settings.put("HEARD_UPSTREAM_FEEDBACK_URL", "http://127.0.0.1:" + ports.feedback());
    settings.put("HEARD_UPSTREAM_ANALYTICS_URL", "http://127.0.0.1:" + ports.analytics());
    return new Service(
        "gateway",
        "gateway",
        ports.gateway(),
        ports.gatewayManagement(),
        new Service.Heap("128m", "24m"),
        settings);
  }

  private Map<String, String> common() {
    Map<String, String> settings = new LinkedHashMap<>();
    if (keycloak) {
      settings.put("HEARD_IDENTITY_ISSUER", Realm.issuer(ports.keycloakAddress()));
      settings.put("HEARD_IDENTITY_KEYS_URL", Realm.keys(ports.keycloakAddress()));
    } else {
      LocalIdentity keys = new LocalIdentity(data.identity());
      settings.put("HEARD_IDENTITY_KEYS", keys.publicKeys().toString());
    }
    settings.put("HEARD_READY_MIN_WARDS", Integer.toString(DemoDirectory.WARDS));
    return settings;
  }

  private Map<String, String> ownIdentity(String service) {
    if (keycloak) {
      Path secret = new KeycloakSecrets(data.identity()).ofClient(service);
      return Map.of(
          "HEARD_IDENTITY_TOKEN_URL", Realm.tokens(ports.keycloakAddress()),
          "HEARD_IDENTITY_CLIENT_SECRET_FILE", secret.toString());
    }
    Path key = new LocalIdentity(data.identity()).serviceKey(service);
    return Map.of("HEARD_IDENTITY_SERVICE_KEY", key.toString());
  }

  private Map<String, String> database(String name) throws IOException {
    return Map.of(
        "QUARKUS_DATASOURCE_JDBC_URL",
        "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + name,
        "QUARKUS_DATASOURCE_USERNAME",
        name,
        "QUARKUS_DATASOURCE_PASSWORD",
        data.secret(name + ".password"),
        "HEARD_KAFKA_BOOTSTRAP_SERVERS",
        "127.0.0.1:" + ports.kafka());
  }

  /** The modules whose jars must be there before anything starts. */
  static List<Path> jars(Path root) {
    return List.of(
        Service.jar(root, "feedback-service"),
        Service.jar(root, "analytics-service"),
        Service.jar(root, "gateway"));
  }
}
