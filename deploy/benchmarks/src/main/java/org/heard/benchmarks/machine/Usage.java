package org.heard.benchmarks.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Processor time and memory of processes. What the machine did besides is counted too: a benchmark
 * beside other work measures that work as well.
 */
public final class Usage {
  private static final Path MACHINE = Path.of("/proc/stat");
  private static final int IDLE = 4;
  private static final int IO_WAIT = 5;
  private static final int FIELDS = 8;
  private static final int TICKS_PER_SECOND = 100;

  private final Map<String, Supplier<Stream<ProcessHandle>>> processes;

  /**
   * @param processes by what people call them, each its first process and those that belong to it
   */
  public Usage(Map<String, Supplier<Stream<ProcessHandle>>> processes) {
    this.processes = new LinkedHashMap<>(processes);
  }

  /** Processor time so far. */
  public record Moment(long nanoTime, Map<String, Duration> used, Duration machine) {}

  /** Now; take one before a step and give it to {@link #shares} after it. */
  public Moment now() {
    Map<String, Duration> used = new LinkedHashMap<>();
    processes.forEach((name, process) -> used.put(name, used(process)));
    return new Moment(System.nanoTime(), used, machine());
  }

  /**
   * Percent of all cores together since {@code before}, by process; "other" is what no named
   * process used, absent where the system does not tell.
   */
  public Map<String, Double> shares(Moment before) {
    Moment after = now();
    double available =
        (after.nanoTime() - before.nanoTime())
            * (double) Runtime.getRuntime().availableProcessors();
    Map<String, Double> shares = new LinkedHashMap<>();
    double known = 0;
    for (String name : processes.keySet()) {
      double share =
          100 * after.used().get(name).minus(before.used().get(name)).toNanos() / available;
      shares.put(name, share);
      known += share;
    }
    if (!after.machine().isZero()) {
      double busy = 100 * after.machine().minus(before.machine()).toNanos() / available;
      shares.put("other", Math.max(0, busy - known));
    }
    return shares;
  }

  /** Resident megabytes of the first process of each, where the system tells. */
  public Map<String, Long> residentMegabytes() {
    Map<String, Long> resident = new LinkedHashMap<>();
    processes.forEach(
        (name, process) -> {
          Path status = Path.of("/proc/" + process.get().findFirst().orElseThrow().pid(), "status");
          try (Stream<String> lines = Files.lines(status)) {
            lines
                .filter(line -> line.startsWith("VmRSS:"))
                .findFirst()
                .ifPresent(line -> resident.put(name, kilobytes(line) / 1024));
          } catch (IOException notThisSystem) {
            resident.remove(name);
          }
        });
    return resident;
  }

  private static long kilobytes(String line) {
    return Long.parseLong(line.replaceAll("\\D", ""));
  }

  private static Duration used(Supplier<Stream<ProcessHandle>> processes) {
    return processes
        .get()
        .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }

  // First line of /proc/stat, see proc(5): user nice system idle iowait irq softirq steal, in
  // ticks.
  private static Duration machine() {
    try (Stream<String> lines = Files.lines(MACHINE)) {
      String[] fields = lines.findFirst().orElse("").split(" +", -1);
      long ticks = 0;
      for (int i = 1; i <= FIELDS; i++) {
        ticks += i == IDLE || i == IO_WAIT ? 0 : Long.parseLong(fields[i]);
      }
      return Duration.ofMillis(ticks * 1000 / TICKS_PER_SECOND);
    } catch (IOException notThisSystem) {
      return Duration.ZERO;
    }
  }
}
