package org.heard.gateway.api;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Gives the gateway under test fresh keys and fake services behind it. */
public final class GatewaySuite implements QuarkusTestResourceLifecycleManager {
  private final TestTokens tokens = new TestTokens();
  private final FakeAnalytics analytics = new FakeAnalytics(tokens.gatewayKey());
  private final FakeFeedback feedback = new FakeFeedback(analytics::isService);

  @Override
  public Map<String, String> start() {
    return Map.of(
        "heard.identity.keys",
        file("keys", tokens.publicKeys()),
        "heard.identity.service-key",
        file("service-key", tokens.serviceKey()),
        "heard.upstream.analytics-url",
        analytics.address().toString(),
        "heard.upstream.feedback-url",
        feedback.address().toString(),
        "heard.upstream.read-timeout",
        "500ms",
        "heard.ready.min-wards",
        "4");
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(tokens, new TestInjector.MatchesType(TestTokens.class));
    injector.injectIntoFields(feedback, new TestInjector.MatchesType(FakeFeedback.class));
    injector.injectIntoFields(analytics, new TestInjector.MatchesType(FakeAnalytics.class));
  }

  @Override
  public void stop() {
    analytics.close();
    feedback.close();
  }

  private static String file(String name, String content) {
    try {
      Path file = Files.createTempFile("heard-" + name, ".json");
      file.toFile().deleteOnExit();
      return Files.writeString(file, content).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
