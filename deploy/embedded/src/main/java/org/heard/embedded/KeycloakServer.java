package org.heard.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A real Keycloak on 127.0.0.1 in a child JVM, with one realm that is imported at its first start.
 *
 * <p>It is run from the distribution in the folder that the system property {@code
 * heard.keycloak.dist} names; the first start in a folder unpacks it there and builds it once.
 */
public final class KeycloakServer implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(3);
  private static final Duration PORT = Duration.ofSeconds(15);
  private static final Duration ANSWER = Duration.ofSeconds(2);
  private static final int OK = 200;

  private final int port;
  private final ChildJvm process;

  private KeycloakServer(Settings settings) throws IOException {
    KeycloakHome home = new KeycloakHome(settings.directory(), settings.log());
    home.install();
    home.realm(settings.realm());
    port = FreePort.claim(settings.port(), PORT);
    process = home.run(List.of("start", "--optimized", "--import-realm"), environment(settings));
    awaitRealm(settings);
  }

  /**
   * Where and how.
   *
   * @param directory everything it keeps; an existing one is kept
   * @param port 0 for a free one
   * @param log its log, appended to
   * @param realm a realm representation, JSON; {@code ${NAME}} in it is read from {@code secrets}
   * @param realmName the name of that realm
   * @param adminPassword of the user {@code admin} of the realm {@code master}
   * @param secrets by the names that the realm uses
   */
  public record Settings(
      Path directory,
      int port,
      Path log,
      String realm,
      String realmName,
      String adminPassword,
      Map<String, String> secrets) {}

  /**
   * Starts it and waits until the realm is there.
   *
   * @throws EmbeddedServerException no distribution, port in use, or no start within three minutes
   */
  public static KeycloakServer start(Settings settings) {
    try {
      return new KeycloakServer(settings);
    } catch (IOException e) {
      throw new EmbeddedServerException("Keycloak could not be started: " + e, e);
    }
  }

  /** Its process id. */
  public long pid() {
    return process.pid();
  }

  /** Completed with the exit value when it has ended, whoever ended it. */
  public CompletableFuture<Integer> onExit() {
    return process.onExit();
  }

  /** Stops it in order. */
  @Override
  public void close() {
    process.close();
  }

  private String address() {
    return "http://127.0.0.1:" + port;
  }

  // By environment: every user of the machine may read command lines.
  private Map<String, String> environment(Settings settings) {
    Map<String, String> environment = new LinkedHashMap<>(settings.secrets());
    // Said to the build as well, but the start decides: without it a cluster's ports are opened.
    environment.put("KC_CACHE", "local");
    environment.put("KC_HTTP_ENABLED", "true");
    environment.put("KC_HTTP_HOST", "127.0.0.1");
    environment.put("KC_HTTP_PORT", Integer.toString(port));
    environment.put("KC_HOSTNAME", address());
    environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
    environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", settings.adminPassword());
    return environment;
  }

  private void awaitRealm(Settings settings) {
    HttpClient client =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(ANSWER).build();
    HttpRequest realm =
        HttpRequest.newBuilder(URI.create(address() + "/realms/" + settings.realmName()))
            .timeout(ANSWER)
            .build();
    boolean answered =
        Wait.until(() -> !process.isAlive() || answers(client, realm), START) && process.isAlive();
    if (!answered) {
      process.close();
      throw new EmbeddedServerException("Keycloak did not start; see " + settings.log() + ".");
    }
  }

  private static boolean answers(HttpClient client, HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode() == OK;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
