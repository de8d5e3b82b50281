package org.heard.benchmarks.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.heard.benchmarks.load.Answers;
import org.heard.benchmarks.load.HttpLoad;
import org.heard.benchmarks.machine.Usage;
import org.heard.benchmarks.report.Report;
import org.heard.benchmarks.report.Row;
import org.heard.benchmarks.suite.SuiteUnderTest;
import org.heard.benchmarks.suite.WardCounts;
import org.heard.local.device.Registration;
import org.heard.local.run.CommandFailure;
import org.heard.local.run.JsonHttp;

/**
 * One run. The limit is measured before and after the step it is compared with (A-B-A): what drifts
 * on the machine then shows as a difference between the two.
 */
final class IntakeBenchmark implements AutoCloseable {
  private static final List<String> WARDS =
      IntStream.rangeClosed(1, 11).mapToObj("W%02d"::formatted).toList();
  private static final String MARKER_WARD = "W12";
  private static final int[] BARE_THREADS = {8, 16, 32, 64};
  private static final int BUDGET_CONNECTIONS = 64;
  private static final int[] OTHER_CONNECTIONS = {1, 16, 256};
  private static final int OPEN_CONNECTIONS = 256;

  /** Until then the JVMs of six processes mostly compile, on two cores for minutes. */
  private static final Duration WARM_UP = Duration.ofSeconds(60);

  private static final Duration DRAINED = Duration.ofSeconds(60);
  private static final Duration READY = Duration.ofSeconds(20);
  private static final double LATENCY_P99 = 50;
  private static final double LAG_P50 = 250;
  private static final double LAG_P99 = 1000;
  private static final long MEMORY = 300;

  private final BareCommits bare;
  private final Report report;
  private final Duration step;
  private final Kiosks kiosks;
  private final HttpLoad load;
  private final WardCounts insights;
  private final WardCounts markers;
  private final Lag lag;
  private final Usage usage;
  private final long before;
  private double best;

  IntakeBenchmark(SuiteUnderTest suite, BareCommits bare, Report report, Duration step) {
    this.bare = bare;
    this.report = report;
    this.step = step;
    kiosks = new Kiosks(suite, WARDS);
    load = new HttpLoad(URI.create(suite.run().feedback()));
    insights = new WardCounts(suite, WARDS);
    markers = new WardCounts(suite, List.of(MARKER_WARD));
    String key = new Registration(suite.run()).kiosk("markers", MARKER_WARD).key();
    JsonHttp door = new JsonHttp(suite.run().feedback(), key);
    lag = new Lag(() -> sendMarker(door), markers::submissions);
    Map<String, Supplier<Stream<ProcessHandle>>> processes = new LinkedHashMap<>();
    processes.put("load generator", () -> Stream.of(ProcessHandle.current()));
    processes.putAll(suite.processes());
    usage = new Usage(processes);
    if (suite.start() != null) {
      report.add(ready(suite.start()));
    }
    before = insights.submissions();
  }

  /** Whether every acknowledged submission was found in insights, once. */
  boolean run() {
    report.step("Warming up, %d connections ...".formatted(BUDGET_CONNECTIONS));
    load.closedLoop(kiosks, BUDGET_CONNECTIONS, WARM_UP);
    boolean exact = drained();
    compare();
    exact &= drained();
    for (int connections : OTHER_CONNECTIONS) {
      Answers answers = closedLoop(connections);
      report.add(Row.told(name(connections), figures(answers)));
    }
    exact &= drained();
    openLoop();
    exact &= drained();
    report.add(
        Row.absolute(
            "acknowledged = counted in insights",
            "%,d".formatted(kiosks.acknowledged()),
            "equal",
            exact));
    report.table();
    return exact;
  }

  private void compare() {
    int threads = bestThreads();
    double first = bare(threads);
    Answers answers = closedLoop(BUDGET_CONNECTIONS);
    Duration drain = timed(this::drained);
    double second = bare(threads);
    double limit = (first + second) / 2;
    double ratio = answers.perSecond() / limit;
    String name =
        "bare JDBC, %d threads: %,.0f/s (%,.0f, %,.0f)".formatted(threads, limit, first, second);
    report.add(Row.ratio(name(BUDGET_CONNECTIONS), figures(answers), name, ratio, 0.5));
    report.add(Row.ratio("the same, second target", "", "", ratio, 1.0));
    report.add(
        Row.absolute(
            "all of these in insights after",
            "%.1f s".formatted(drain.toMillis() / 1000.0),
            "<= 60 s",
            drain.compareTo(DRAINED) <= 0));
  }

  private int bestThreads() {
    int found = 0;
    double most = 0;
    for (int threads : BARE_THREADS) {
      double perSecond = bare.perSecond(threads, step.dividedBy(4));
      report.step(
          perSecond == 0
              ? "Bare JDBC, %d threads: more than the server has connections for".formatted(threads)
              : "Bare JDBC, %d threads: %,.0f commits/s".formatted(threads, perSecond));
      if (perSecond > most) {
        most = perSecond;
        found = threads;
      }
    }
    return found;
  }

  private double bare(int threads) {
    double perSecond = bare.perSecond(threads, step);
    report.step("Bare JDBC, %d threads: %,.0f commits/s".formatted(threads, perSecond));
    return perSecond;
  }

  private Answers closedLoop(int connections) {
    Usage.Moment start = usage.now();
    Answers answers = load.closedLoop(kiosks, connections, step);
    report.step("%s: %s".formatted(name(connections), figures(answers)));
    tellUsage(start);
    best = Math.max(best, answers.perSecond());
    return answers;
  }

  private void openLoop() {
    double rate = best / 2;
    report.step("Open loop, %,.0f arrivals/s ...".formatted(rate));
    Usage.Moment start = usage.now();
    var beside =
        java.util.concurrent.CompletableFuture.supplyAsync(
            () -> load.openLoop(kiosks, rate, OPEN_CONNECTIONS, step));
    Lag.Result seen = lag.measure(step);
    Answers answers = beside.join();
    tellUsage(start);
    double p99 = answers.latencyMillis(99);
    report.add(
        Row.absolute(
            "latency, open loop, %,.0f/s".formatted(rate),
            "p50 %.1f, p99 %.1f, max %.0f ms%s"
                .formatted(
                    answers.latencyMillis(50), p99, answers.latencyMillis(100), others(answers)),
            "p99 <= 50 ms",
            p99 <= LATENCY_P99));
    report.add(
        Row.absolute(
            "acknowledged to in insights, same load",
            "p50 %.0f, p99 %.0f, max %.0f ms (%d markers)"
                .formatted(seen.p50(), seen.p99(), seen.max(), seen.markers()),
            "p50 <= 250 ms, p99 <= 1 s",
            seen.p50() <= LAG_P50 && seen.p99() <= LAG_P99));
    usage.residentMegabytes().entrySet().stream()
        .filter(entry -> !entry.getKey().equals("load generator"))
        .forEach(entry -> report.add(memory(entry.getKey(), entry.getValue())));
  }

  private static Row ready(Duration start) {
    return Row.absolute(
        "suite ready, empty, without Keycloak",
        "%.1f s".formatted(start.toMillis() / 1000.0),
        "<= 20 s",
        start.compareTo(READY) <= 0);
  }

  private static Row memory(String process, long megabytes) {
    String what = "memory of " + process;
    String measured = megabytes + " MB";
    boolean service = !process.equals("kafka") && !process.equals("postgresql");
    return service
        ? Row.absolute(what, measured, "<= 300 MB", megabytes <= MEMORY)
        : Row.told(what, measured);
  }

  /** Waits until insights have counted all that was acknowledged; false if they never do. */
  private boolean drained() {
    long expected = before + kiosks.acknowledged();
    long giveUp = System.nanoTime() + DRAINED.multipliedBy(3).toNanos();
    long counted = insights.submissions();
    while (counted != expected && System.nanoTime() < giveUp) {
      pause();
      counted = insights.submissions();
    }
    report.step("Insights count %,d of %,d acknowledged".formatted(counted, expected));
    return counted == expected;
  }

  private static Duration timed(Supplier<Boolean> work) {
    long start = System.nanoTime();
    if (!work.get()) {
      return DRAINED.multipliedBy(3);
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(100);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw CommandFailure.failed("Interrupted.");
    }
  }

  private void tellUsage(Usage.Moment start) {
    String shares =
        usage.shares(start).entrySet().stream()
            .map(entry -> "%s %.0f %%".formatted(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(", "));
    report.line("         of all cores: " + shares);
  }

  private static String name(int connections) {
    return "intake, %d connection%s".formatted(connections, connections == 1 ? "" : "s");
  }

  private static String figures(Answers answers) {
    return "%,.0f/s, p50 %.1f, p99 %.1f ms%s"
        .formatted(
            answers.perSecond(),
            answers.latencyMillis(50),
            answers.latencyMillis(99),
            others(answers));
  }

  private static String others(Answers answers) {
    return answers.others().isEmpty() ? "" : ", NOT acknowledged by status " + answers.others();
  }

  private static void sendMarker(JsonHttp door) {
    ObjectNode document = new ObjectMapper().createObjectNode();
    document.put("id", UUID.randomUUID().toString()).put("wardId", MARKER_WARD).put("rating", 1);
    document.put("channel", "kiosk").put("authoredAt", Instant.now().toString());
    try {
      JsonHttp.Answer answer = door.post("/v1/feedback", document);
      if (!answer.isSuccess()) {
        throw CommandFailure.failed("A marker was refused: " + answer.problem());
      }
    } catch (IOException away) {
      throw CommandFailure.failed("A marker was not answered: " + away);
    }
  }

  @Override
  public void close() {
    lag.close();
    load.close();
  }
}
