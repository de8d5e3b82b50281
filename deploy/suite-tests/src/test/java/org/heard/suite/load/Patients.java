package org.heard.suite.load;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.heard.suite.ledger.Sent;

/**
 * Invents submissions, the same ones for the same seed apart from their time. Every text holds the
 * canary, so that a text that escapes is recognised, and some tell what redaction has to take out.
 */
public final class Patients {
  /** Stand in some texts as they are sent and must never leave feedback-service. */
  public static final List<String> IDENTIFIERS =
      List.of("07700 900461", "999 000 0018", "r.quillfeather@example.org", "Quillfeather");

  private static final List<String> TOLD =
      List.of(
          "ring 07700 900461",
          "my NHS number is 999 000 0018",
          "write to r.quillfeather@example.org",
          "ask for Mrs Quillfeather");

  private static final List<String> TEXTS =
      List.of(
          "The nurses were kind and told me what came next",
          "Nobody came when I rang the bell",
          "Lovely staff, cold soup",
          "They listened to my daughter",
          "Told three different things by three doctors",
          "Waited four hours for my tablets",
          "I felt safe all night");

  private final Random random;

  /** Threads ask for these at any moment; what they draw must not shift what is sent next. */
  private final Random chance;

  private final List<String> wards;
  private final String canary;

  /**
   * @param wards where they stayed
   * @param canary a word that no text holds by chance
   */
  public Patients(long seed, List<String> wards, String canary) {
    this.random = new Random(seed);
    this.chance = new Random(~seed);
    this.wards = List.copyOf(wards);
    this.canary = canary;
  }

  /** The next one. */
  public synchronized Sent next() {
    return new Sent(
        // Version 4, variant 2.
        new UUID(
            (random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() >>> 2) | Long.MIN_VALUE),
        wards.get(random.nextInt(wards.size())),
        1 + random.nextInt(6),
        random.nextInt(5) == 0 ? List.of(text(random), text(random)) : List.of(text(random)),
        Instant.now());
  }

  /** The same id with something else to say, which must be refused. */
  synchronized Sent contradicting(Sent said) {
    return new Sent(said.id(), said.wardId(), said.rating(), List.of(text(chance)), Instant.now());
  }

  private String text(Random random) {
    String text = TEXTS.get(random.nextInt(TEXTS.size()));
    boolean tells = random.nextInt(50) == 0;
    int bed = random.nextInt(10_000);
    String told = tells ? ", " + TOLD.get(bed % TOLD.size()) : "";
    return "%s, said %s in bed %d%s.".formatted(text, canary, bed, told);
  }

  synchronized boolean oneIn(int many) {
    return chance.nextInt(many) == 0;
  }
}
