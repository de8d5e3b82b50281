package org.heard.benchmarks.intake;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.heard.benchmarks.load.Request;
import org.heard.benchmarks.suite.SuiteUnderTest;
import org.heard.benchmarks.tag.Texts;
import org.heard.local.device.Registration;

/**
 * Kiosks of several wards that send invented feedback in turn: several, because limits are per key.
 * Used by the load's one thread.
 */
final class Kiosks implements Supplier<Request> {
  private static final String QUESTION = "good";

  private final List<Kiosk> kiosks = new ArrayList<>();
  private final List<String> texts = Texts.invented();
  // Not seeded: a second run against the same suite must send other ids.
  private final SplittableRandom random = new SplittableRandom();
  private int turn;

  private record Kiosk(String ward, RequestOptions options, AtomicLong acknowledged) {}

  /** Registers one kiosk a ward. */
  Kiosks(SuiteUnderTest suite, List<String> wards) {
    Registration registration = new Registration(suite.run());
    for (String ward : wards) {
      String key = registration.kiosk("benchmark", ward).key();
      RequestOptions options =
          new RequestOptions()
              .setMethod(HttpMethod.POST)
              .setURI("/v1/feedback")
              .putHeader("Authorization", "Bearer " + key)
              .putHeader("Content-Type", "application/json");
      kiosks.add(new Kiosk(ward, options, new AtomicLong()));
    }
  }

  @Override
  public Request get() {
    turn++;
    Kiosk kiosk = kiosks.get(turn % kiosks.size());
    return new Request(
        kiosk.options(), Buffer.buffer(document(kiosk.ward())), kiosk.acknowledged());
  }

  /** Submissions acknowledged so far, over all kiosks. */
  long acknowledged() {
    return kiosks.stream().mapToLong(kiosk -> kiosk.acknowledged().get()).sum();
  }

  /** Version 4, without the cost of a secure generator. */
  private UUID id() {
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    return new UUID(high, (random.nextLong() >>> 2) | Long.MIN_VALUE);
  }

  private String document(String ward) {
    return """
        {"id": "%s", "wardId": "%s", "rating": %d, "channel": "kiosk", "authoredAt": "%s", \
        "deviceSequence": %d, "answers": [{"question": "%s", "text": "%s"}]}"""
        .formatted(
            id(),
            ward,
            1 + random.nextInt(6),
            Instant.now(),
            turn,
            QUESTION,
            texts.get(random.nextInt(texts.size())));
  }
}
