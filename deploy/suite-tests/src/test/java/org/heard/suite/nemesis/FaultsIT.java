package org.heard.suite.nemesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.heard.suite.RunningSuite;
import org.heard.suite.checker.Canary;
import org.heard.suite.checker.Checker;
import org.heard.suite.checker.Facts;
import org.heard.suite.checker.Gathering;
import org.heard.suite.checker.Violation;
import org.heard.suite.checker.Watch;
import org.heard.suite.ledger.Ledger;
import org.heard.suite.load.Keys;
import org.heard.suite.load.LoadClient;
import org.heard.suite.load.Patients;
import org.heard.suite.load.Poison;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Breaks everything that can be broken on one machine while feedback is sent, and then counts. One
 * round of all faults; with {@code -Dheard.faults.minutes=N} rounds for so long. The same faults in
 * the same order again with {@code -Dheard.faults.seed}.
 */
class FaultsIT {
  private static final Duration BOUND = Duration.ofSeconds(90);
  private static final Duration FIRST = Duration.ofSeconds(60);

  /** Fewer would prove nothing; a round lasts minutes, and a look is due each second. */
  private static final int LOOKS = 30;

  private static final int KAFKA = 5;
  private static final int KIOSKS = 3;
  private static final List<String> WARDS =
      IntStream.rangeClosed(1, 12).mapToObj("W%02d"::formatted).toList();

  private final long seed = Long.getLong("heard.faults.seed", new Random().nextInt(1_000_000));
  private final long minutes = Long.getLong("heard.faults.minutes", 0);

  @TempDir Path folder;

  @Test
  void nothingIsLostDoubledOrWrongWhateverBreaks() throws Exception {
    System.out.printf("Faults: -Dheard.faults.seed=%d -Dheard.faults.minutes=%d%n", seed, minutes);
    Clocks clocks = new Clocks(folder);
    clocks.requireThatItWorks();
    int ports = RunningSuite.freePortBase();
    Path data = folder.resolve("data");
    try (Network network = new Network(ports)) {
      settings(data, network, clocks);
      Disks disks = new Disks(data, minutes == 0 ? "600m" : "3g");
      try (RunningSuite suite = RunningSuite.start(data, ports, disks);
          Ledger ledger = new Ledger(folder.resolve("ledger"))) {
        run(suite, network, clocks, ledger);
      }
    }
  }

  /** The services' ways to each other lead through the proxies, and their clocks can jump. */
  private static void settings(Path data, Network network, Clocks clocks) throws IOException {
    Path services = Files.createDirectories(data.resolve("services"));
    for (Victim service : List.of(Victim.FEEDBACK, Victim.ANALYTICS, Victim.GATEWAY)) {
      List<String> lines = new ArrayList<>(network.settings(service));
      lines.addAll(clocks.settings(service));
      Files.write(services.resolve(service.text() + ".env"), lines);
    }
  }

  private void run(RunningSuite suite, Network network, Clocks clocks, Ledger ledger)
      throws Exception {
    String token = suite.token("ward-leader", "--units", String.join(",", WARDS));
    String importer = suite.device("importer", "W01", "--importer");
    Map<String, String> kiosks = new HashMap<>();
    WARDS.subList(0, KIOSKS).forEach(ward -> kiosks.put(ward, suite.device("kiosk", ward)));
    Map<String, String> codes = suite.formCodes(suite.token("admin"));
    Keys keys =
        new Keys(
            ward -> kiosks.getOrDefault(ward, importer),
            importer,
            suite.device("desk", "W01", "--importer"),
            codes::get);
    Canary canary = new Canary("tamarisk" + Long.toString(seed, 36) + "x", Patients.IDENTIFIERS);
    Gathering gathering = new Gathering(suite, WARDS, canary);
    Poison poison = new Poison(suite.port(KAFKA));
    Recovering recovering = new Recovering(suite, ledger, token, WARDS.get(0), BOUND.plus(BOUND));
    Nemesis nemesis = new Nemesis(suite, network, clocks, ledger, recovering, seed);
    try (Watch watch = new Watch(suite, ledger, WARDS, token, clocks::areTurned);
        LoadClient load =
            new LoadClient(
                network.feedbackPort(), keys, new Patients(seed, WARDS, canary.word()), ledger)) {
      load.begin();
      watch.begin();
      assertThat(ledger.awaitAcknowledged(0, 200, FIRST)).as("feedback is taken in").isTrue();
      poison.spread("W02");
      long end = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
      do {
        nemesis.round();
      } while (System.nanoTime() < end);
      poison.spread("W03");
      load.finish(BOUND);
      await().atMost(BOUND).until(gathering::isAtRest);
      Facts facts = gathering.gather(ledger, watch, token, poison.places(), nemesis.recoveries());
      List<Violation> violations = Checker.check(facts, BOUND);
      System.out.print(
          new Report(seed, nemesis.struck(), load.acknowledged(), facts, violations).text());
      assertThat(load.acknowledged()).as("every door is used").doesNotContainValue(0);
      assertThat(watch.looks()).as("looks while faults went on").isGreaterThan(LOOKS);
      // A full disk that nobody has felt would prove nothing.
      for (String disk : List.of("postgres", "kafka")) {
        assertThat(suite.data("logs/" + disk + ".log")).content().contains(Disks.NO_SPACE);
      }
      assertThat(gathering.recounted(suite.token("admin")))
          .as("what every rollup says, bands and languages too, beside its facts")
          .isEqualTo("equal");
      assertThat(violations).as("seed %d; deploy/up said:%n%s", seed, suite.said()).isEmpty();
    }
  }
}
