package org.heard.local.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.heard.local.run.CommandFailure;

/** The realm of a suite's Keycloak: {@code heard-realm.json} and what only a local suite has. */
public final class Realm {

  /** The realm's name, in its issuer too. */
  public static final String NAME = "heard";

  /** The client of {@code deploy/token}. */
  static final String TOOLS = "local-tools";

  private static final ObjectMapper JSON = new ObjectMapper();

  private Realm() {}

  /** The claim {@code iss} of its tokens, and the address that all its endpoints begin with. */
  public static String issuer(String keycloak) {
    return keycloak + "/realms/" + NAME;
  }

  /** Where its public keys are. */
  public static String keys(String keycloak) {
    return issuer(keycloak) + "/protocol/openid-connect/certs";
  }

  /** Where it hands out tokens. */
  public static String tokens(String keycloak) {
    return issuer(keycloak) + "/protocol/openid-connect/token";
  }

  /** The names of the users that everyone may log in as. */
  public static List<String> demoUsers(Path root) {
    return document(root, "local-suite.json").path("users").findValuesAsText("username");
  }

  /** The realm of a local suite, JSON, with the names of its secrets in place of them. */
  public static String ofLocalSuite(Path root) {
    ObjectNode realm = document(root, "heard-realm.json");
    add(realm, document(root, "local-suite.json"));
    return realm.toPrettyString();
  }

  private static ObjectNode document(Path root, String name) {
    Path file = root.resolve("deploy").resolve("keycloak").resolve(name);
    try {
      return JSON.readValue(file.toFile(), ObjectNode.class);
    } catch (IOException e) {
      throw CommandFailure.failed("Could not read " + file + ": " + e.getMessage());
    }
  }

  // Lists grow, objects are entered, nothing is replaced.
  private static void add(ObjectNode into, ObjectNode more) {
    more.properties()
        .forEach(
            field -> {
              JsonNode there = into.get(field.getKey());
              if (there instanceof ArrayNode list && field.getValue() instanceof ArrayNode items) {
                list.addAll(items);
              } else if (there instanceof ObjectNode object
                  && field.getValue() instanceof ObjectNode fields) {
                add(object, fields);
              } else {
                into.set(field.getKey(), field.getValue());
              }
            });
  }
}
