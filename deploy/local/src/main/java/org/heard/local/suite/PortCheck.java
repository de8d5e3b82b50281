package org.heard.local.suite;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import org.heard.local.run.CommandFailure;
import org.heard.local.run.Ports;

/** Whether somebody else listens where the suite wants to. */
final class PortCheck {

  private PortCheck() {}

  /**
   * Refuses to start when a port is taken.
   *
   * @param keycloak whether the suite has one
   * @param isFree asked for each port, once
   */
  static void require(Ports ports, boolean keycloak, IntPredicate isFree) {
    wanted(ports, keycloak)
        .forEach(
            (port, user) -> {
              if (!isFree.test(port)) {
                throw CommandFailure.failed(
                    "Port %d (%s) of 127.0.0.1 is in use. Free it, or choose others with"
                            .formatted(port, user)
                        + " --port-base N.");
              }
            });
  }

  private static Map<Integer, String> wanted(Ports ports, boolean keycloak) {
    Map<Integer, String> wanted = new LinkedHashMap<>();
    wanted.put(ports.gateway(), "gateway");
    wanted.put(ports.feedback(), "feedback");
    wanted.put(ports.analytics(), "analytics");
    if (keycloak) {
      wanted.put(ports.keycloak(), "Keycloak");
    }
    wanted.put(ports.postgres(), "PostgreSQL");
    wanted.put(ports.kafka(), "Kafka");
    wanted.put(ports.gatewayManagement(), "gateway's metrics");
    wanted.put(ports.feedbackManagement(), "feedback's metrics");
    wanted.put(ports.analyticsManagement(), "analytics' metrics");
    wanted.put(ports.kafkaController(), "Kafka's quorum");
    return wanted;
  }
}
