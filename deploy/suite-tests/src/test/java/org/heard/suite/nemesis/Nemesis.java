package org.heard.suite.nemesis;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.heard.suite.RunningSuite;
import org.heard.suite.checker.Facts;
import org.heard.suite.ledger.Ledger;
import org.heard.suite.proxy.Toxic;

/**
 * Brings about one fault after another, each kind at least once, in an order and with measures that
 * its seed decides; the next one comes once the last is no longer felt.
 */
final class Nemesis {
  private static final List<String> JUMPS = List.of("+2d", "+1h", "-3h", "-10d");

  private static final Duration FELT = Duration.ofSeconds(20);

  private final RunningSuite suite;
  private final Network network;
  private final Clocks clocks;
  private final Ledger ledger;
  private final Recovering recovering;
  private final Random random;
  private final Map<FaultKind, Integer> struck = new EnumMap<>(FaultKind.class);
  private final List<Facts.Recovery> recoveries = new ArrayList<>();

  Nemesis(
      RunningSuite suite,
      Network network,
      Clocks clocks,
      Ledger ledger,
      Recovering recovering,
      long seed) {
    this.suite = suite;
    this.network = network;
    this.clocks = clocks;
    this.ledger = ledger;
    this.recovering = recovering;
    this.random = new Random(seed);
  }

  /** A round: every kind of fault, every process, every path. */
  void round() throws Exception {
    for (Fault fault : plan()) {
      strike(fault);
    }
  }

  /** Faults by kind. */
  Map<FaultKind, Integer> struck() {
    return struck;
  }

  List<Facts.Recovery> recoveries() {
    return recoveries;
  }

  private List<Fault> plan() {
    List<Fault> plan = new ArrayList<>();
    for (Victim victim : Victim.values()) {
      plan.add(Signals.kill(suite, victim));
      plan.add(Signals.pause(suite, victim));
    }
    for (Toxic.Kind kind : Toxic.Kind.values()) {
      plan.add(network.fault(Network.Path.CLIENT_FEEDBACK, kind, random));
    }
    for (Network.Path path :
        List.of(
            Network.Path.FEEDBACK_POSTGRES,
            Network.Path.FEEDBACK_POSTGRES,
            Network.Path.ANALYTICS_POSTGRES,
            Network.Path.ANALYTICS_POSTGRES,
            Network.Path.GATEWAY_ANALYTICS)) {
      plan.add(network.fault(path, oneOf(List.of(Toxic.Kind.values())), random));
    }
    for (Victim service : List.of(Victim.FEEDBACK, Victim.ANALYTICS, Victim.GATEWAY)) {
      plan.add(clocks.jump(service, oneOf(JUMPS)));
    }
    plan.add(Disks.full(suite, Victim.POSTGRES));
    plan.add(Disks.full(suite, Victim.KAFKA));
    Collections.shuffle(plan, random);
    return plan;
  }

  private <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /**
   * It lasts until enough has been acknowledged in spite of it, or for some seconds, but until it
   * has been felt at least.
   */
  private void strike(Fault fault) throws Exception {
    int before = ledger.acknowledged();
    int progress = 100 + random.nextInt(300);
    Duration longest = Duration.ofMillis(1_500 + random.nextInt(3_000));
    fault.begin();
    try {
      if (fault.lasts()) {
        ledger.awaitAcknowledged(before, progress, longest);
        await().atMost(FELT).until(fault::isFelt);
      }
    } finally {
      fault.end();
    }
    struck.merge(fault.kind(), 1, Integer::sum);
    Facts.Recovery recovery = recovering.after(fault.kind().text() + ": " + fault.target());
    recoveries.add(recovery);
    System.out.printf(
        "fault %2d  %-45s taken in again after %5.1f s, visible after %5.1f s%n",
        recoveries.size(),
        recovery.fault(),
        seconds(recovery.ingest()),
        seconds(recovery.visible()));
  }

  static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
