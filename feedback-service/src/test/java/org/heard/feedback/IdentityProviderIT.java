package org.heard.feedback;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heard.feedback.access.JwksServer;
import org.heard.feedback.access.ProviderKey;
import org.junit.jupiter.api.Test;

/** The service with an identity provider that is away, comes and goes. */
@QuarkusTest
@TestProfile(IdentityProviderIT.WithProvider.class)
class IdentityProviderIT {
  static JwksServer keys;
  static final ProviderKey KEY = new ProviderKey("first");

  @Test
  void startsWithoutTheProviderRefusesAndRecovers() throws IOException {
    redrive(KEY.service("gateway"), KEY.person("admin"))
        .then()
        .statusCode(503)
        .header("Retry-After", "5")
        .contentType("application/problem+json")
        .body("code", equalTo("IDENTITY_UNAVAILABLE"));
    redrive("nonsense", KEY.person("admin"))
        .then()
        .statusCode(401)
        .body("code", equalTo("UNAUTHORIZED"));
    given().get("/q/health/live").then().statusCode(200);

    keys.comeBack();
    await().until(() -> tally().statusCode() == 202);

    keys.goAway();
    tally().then().statusCode(202);
  }

  private static Response tally() {
    return Feedback.as(KEY.person("admin")).post("/v1/events/tally");
  }

  private static Response redrive(String service, String person) {
    return Feedback.as(service)
        .header("Heard-Caller", person)
        .body(Map.of("wardId", "W01", "day", "2026-07-02"))
        .post("/v1/events/redrive");
  }

  /** Starts the service anew. */
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

  /** The usual servers, and a key endpoint instead of a key file. */
  public static final class Provider extends Backends {
    @Override
    public Map<String, String> start() {
      try {
        keys = new JwksServer();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      keys.answer(ProviderKey.jwks(KEY));
      keys.goAway();
      Map<String, String> settings = new HashMap<>(super.start());
      settings.remove("heard.identity.keys");
      settings.put("heard.identity.keys-url", keys.address().toString());
      settings.put("heard.identity.issuer", ProviderKey.ISSUER);
      settings.put("heard.identity.keys-refetch", "1s");
      return settings;
    }

    @Override
    public void stop() {
      keys.close();
      super.stop();
    }
  }
}
