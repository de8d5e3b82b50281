package org.heard.local.run;

/**
 * The ports of a suite, counted from one base.
 *
 * @param base the gateway's port
 */
public record Ports(int base) {

  /** The base that every command assumes. */
  public static final int DEFAULT_BASE = 8080;

  private static final int RESERVED = 20;
  private static final int HIGHEST = 65_535;
  private static final int FIRST_UNPRIVILEGED = 1024;

  /** Refuses a base whose twenty ports are not all ports of ordinary users. */
  public Ports {
    if (base < FIRST_UNPRIVILEGED || base + RESERVED - 1 > HIGHEST) {
      throw CommandFailure.usage(
          "--port-base must be from %d to %d."
              .formatted(FIRST_UNPRIVILEGED, HIGHEST - RESERVED + 1));
    }
  }

  /** Insights, charts and reports. */
  public int gateway() {
    return base;
  }

  /** Submissions, devices and the directory. */
  public int feedback() {
    return base + 1;
  }

  /** Tags and counts. */
  public int analytics() {
    return base + 2;
  }

  /** Keycloak. */
  public int keycloak() {
    return base + 3;
  }

  /** Keycloak's address, as its tokens name it. */
  public String keycloakAddress() {
    return "http://127.0.0.1:" + keycloak();
  }

  /** PostgreSQL. */
  public int postgres() {
    return base + 4;
  }

  /** Kafka's clients. */
  public int kafka() {
    return base + 5;
  }

  /** The gateway's metrics. */
  public int gatewayManagement() {
    return base + 6;
  }

  /** The metrics of the service that takes feedback in. */
  public int feedbackManagement() {
    return base + 7;
  }

  /** The metrics of the service that counts. */
  public int analyticsManagement() {
    return base + 8;
  }

  /** Kafka's quorum, which is one node. */
  public int kafkaController() {
    return base + 9;
  }
}
