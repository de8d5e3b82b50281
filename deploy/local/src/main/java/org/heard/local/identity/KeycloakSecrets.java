package org.heard.local.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import org.heard.embedded.OwnerOnly;
import org.heard.local.run.CommandFailure;

/**
 * The secrets of one installation's Keycloak, a file each, made when missing: of its admin, of the
 * realm's clients and the password of the demo users.
 */
public final class KeycloakSecrets {

  private static final String ADMIN = "admin";
  private static final String DEMO = "demo";

  /** No letter or digit that could be read as another. */
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final int GROUPS = 5;
  private static final int GROUP = 4;

  /** By the names that the realm's files use. */
  private static final Map<String, String> NAMES =
      Map.of(
          "HEARD_SECRET_GATEWAY", "gateway",
          "HEARD_SECRET_FEEDBACK", "feedback-service",
          "HEARD_SECRET_ANALYTICS", "analytics-service",
          "HEARD_SECRET_INTRANET", "intranet",
          "HEARD_SECRET_LOCAL_TOOLS", Realm.TOOLS,
          "HEARD_SECRET_DEMO", DEMO);

  private final Path folder;

  /**
   * @param folder made by {@link #create()} when missing
   */
  public KeycloakSecrets(Path folder) {
    this.folder = folder;
  }

  /** Makes the secrets that are missing; existing ones are kept. */
  public void create() throws IOException {
    OwnerOnly.directories(folder);
    make(ADMIN);
    for (String name : NAMES.values()) {
      make(name);
    }
  }

  /** The password of the user {@code admin} of the realm {@code master}. */
  public String admin() {
    return read(ADMIN);
  }

  /** The password of every demo user. */
  public String demo() {
    return read(DEMO);
  }

  /** The file with the secret of a client of the realm. */
  public Path ofClient(String client) {
    return folder.resolve(client + ".secret");
  }

  /** All that the realm's files name. */
  public Map<String, String> byName() {
    Map<String, String> secrets = new LinkedHashMap<>();
    NAMES.forEach((name, file) -> secrets.put(name, read(file)));
    return secrets;
  }

  String read(String name) {
    try {
      return Files.readString(ofClient(name));
    } catch (IOException e) {
      throw CommandFailure.failed("Could not read " + ofClient(name) + ".");
    }
  }

  private void make(String name) throws IOException {
    if (!Files.exists(ofClient(name))) {
      OwnerOnly.write(ofClient(name), random().getBytes(StandardCharsets.US_ASCII));
    }
  }

  // About 99 bits, in groups a person can type.
  private static String random() {
    SecureRandom random = new SecureRandom();
    StringBuilder secret = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP; i++) {
      secret.append(i > 0 && i % GROUP == 0 ? "-" : "");
      secret.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return secret.toString();
  }
}
