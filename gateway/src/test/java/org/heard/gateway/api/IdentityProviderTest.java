package org.heard.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.heard.gateway.access.JwksServer;
import org.heard.gateway.access.ProviderKey;
import org.junit.jupiter.api.Test;

/** The gateway with an identity provider that is away, comes, changes its key and goes. */
@QuarkusTest
@TestProfile(IdentityProviderTest.WithProvider.class)
class IdentityProviderTest {
  static Provider provider;

  /** Starts the gateway anew, with nothing but the provider. */
  public static final class WithProvider implements QuarkusTestProfile {
    @Override
    public boolean disableGlobalTestResources() {
      return true;
    }

    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(new TestResourceEntry(Provider.class));
    }
  }

  @Test
  void startsWithoutTheProviderRefusesAndRecovers() throws IOException {
    String token = provider.key.person("quality-analyst");
    Response refused = GatewayTest.get(token, "/api/v1/me");
    GatewayTest.isProblem(refused, 503, "IDENTITY_UNAVAILABLE").header("Retry-After", "1");
    GatewayTest.get("", "/q/health/live").then().statusCode(200);
    GatewayTest.isProblem(GatewayTest.get("nonsense", "/api/v1/me"), 401, "UNAUTHENTICATED");

    provider.keys.comeBack();
    await().until(() -> GatewayTest.get(token, "/api/v1/me").statusCode() == 200);
    GatewayTest.get(token, "/api/v1/me").then().body("name", equalTo("ash-leader"));
    GatewayTest.isProblem(
        GatewayTest.get(provider.key.service("gateway"), "/api/v1/me"), 401, "UNAUTHENTICATED");

    provider.keys.goAway();
    GatewayTest.get(token, "/api/v1/me").then().statusCode(200);

    GatewayTest.isProblem(GatewayTest.get(token, "/api/v1/wards"), 503, "IDENTITY_UNAVAILABLE")
        .header("Retry-After", "5");
    assertThat(provider.asked).hasSize(1);
    assertThat(provider.asked.get(0))
        .isEqualTo(
            "/token Basic "
                + Base64.getEncoder()
                    .encodeToString("gateway:s3cret".getBytes(StandardCharsets.UTF_8))
                + " grant_type=client_credentials");
  }

  /** A key endpoint that is away at first, and a token endpoint that refuses. */
  public static final class Provider implements QuarkusTestResourceLifecycleManager {
    final ProviderKey key = new ProviderKey("first");
    final List<String> asked = new CopyOnWriteArrayList<>();
    JwksServer keys;
    private HttpServer tokens;

    @Override
    public Map<String, String> start() {
      try {
        keys = new JwksServer();
        keys.answer(ProviderKey.jwks(key));
        keys.goAway();
        tokens = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        tokens.createContext("/token", this::grant);
        tokens.start();
        Path secret = Files.createTempFile("heard-client", ".secret");
        secret.toFile().deleteOnExit();
        Files.writeString(secret, "s3cret\n");
        return Map.of(
            "heard.identity.keys-url",
            keys.address().toString(),
            "heard.identity.issuer",
            ProviderKey.ISSUER,
            "heard.identity.keys-refetch",
            "1s",
            "heard.identity.token-url",
            "http://localhost:" + tokens.getAddress().getPort() + "/token",
            "heard.identity.client-secret-file",
            secret.toString(),
            "heard.upstream.analytics-url",
            "http://localhost:1",
            "heard.upstream.feedback-url",
            "http://localhost:1");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void inject(Object test) {
      provider = this;
    }

    private void grant(HttpExchange exchange) throws IOException {
      try (exchange) {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(
            exchange.getRequestURI()
                + " "
                + exchange.getRequestHeaders().getFirst("Authorization")
                + " "
                + body);
        exchange.sendResponseHeaders(401, -1);
      }
    }

    @Override
    public void stop() {
      keys.close();
      tokens.stop(0);
    }
  }
}
