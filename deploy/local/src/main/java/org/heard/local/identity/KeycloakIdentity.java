package org.heard.local.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.heard.local.run.CommandFailure;
import org.heard.local.run.JsonHttp;
import org.heard.local.run.JsonHttp.Answer;

/**
 * The suite's Keycloak, used as a person would who may make users: a user for each combination of
 * role and reach, made when it is first asked for and known again by its name.
 */
public final class KeycloakIdentity implements Identity {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CONFLICT = 409;

  private final String address;
  private final KeycloakSecrets secrets;

  /**
   * @param address of Keycloak, without a slash at the end
   * @param secrets the folder of {@link KeycloakSecrets}
   */
  public KeycloakIdentity(String address, Path secrets) {
    this.address = address;
    this.secrets = new KeycloakSecrets(secrets);
  }

  @Override
  public String token(Bearer bearer) {
    try {
      String user = name(bearer);
      Answer granted = grant(user);
      if (!granted.isSuccess()) {
        make(user, bearer);
        granted = grant(user);
      }
      return accessToken(granted);
    } catch (IOException e) {
      throw CommandFailure.failed("Keycloak does not answer: " + e);
    }
  }

  private Answer grant(String user) throws IOException {
    return JsonHttp.postForm(
        Realm.tokens(address),
        Map.of(
            "grant_type",
            "password",
            "client_id",
            Realm.TOOLS,
            "client_secret",
            secrets.read(Realm.TOOLS),
            "username",
            user,
            "password",
            secrets.demo()));
  }

  // In one request, so that nobody ever finds the user without the role.
  private void make(String name, Bearer bearer) throws IOException {
    ObjectNode user = JSON.createObjectNode();
    user.put("username", name).put("enabled", true);
    user.putArray("groups").add("/" + bearer.role().code());
    ObjectNode attributes = user.putObject("attributes");
    put(attributes, "organisations", bearer.organisations());
    put(attributes, "units", bearer.units());
    put(attributes, "lanes", bearer.lanes());
    user.putArray("credentials")
        .addObject()
        .put("type", "password")
        .put("value", secrets.demo())
        .put("temporary", false);
    Answer made =
        new JsonHttp(address, adminToken()).post("/admin/realms/" + Realm.NAME + "/users", user);
    // Somebody may have asked for the same at the same time.
    if (!made.isSuccess() && made.status() != CONFLICT) {
      throw CommandFailure.failed("Keycloak made no user: status " + made.status());
    }
  }

  private static void put(ObjectNode attributes, String name, List<String> values) {
    if (!values.isEmpty()) {
      values.forEach(attributes.putArray(name)::add);
    }
  }

  private String adminToken() throws IOException {
    return accessToken(
        JsonHttp.postForm(
            address + "/realms/master/protocol/openid-connect/token",
            Map.of(
                "grant_type", "password",
                "client_id", "admin-cli",
                "username", "admin",
                "password", secrets.admin())));
  }

  private static String accessToken(Answer granted) {
    if (!granted.isSuccess()) {
      throw CommandFailure.failed(
          "Keycloak gave no token: %d %s"
              .formatted(
                  granted.status(), granted.body().path("error_description").asText("").strip()));
    }
    return granted.body().path("access_token").asText();
  }

  /** Like {@code token-ward-leader-3f9a0c6b12de}: the same for the same role and reach. */
  static String name(Bearer bearer) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(bearer.toString().getBytes(StandardCharsets.UTF_8));
      return "token-" + bearer.role().code() + "-" + HexFormat.of().formatHex(hash, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
