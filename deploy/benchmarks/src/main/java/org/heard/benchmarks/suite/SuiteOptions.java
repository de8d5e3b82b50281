package org.heard.benchmarks.suite;

import org.heard.local.run.Ports;
import org.heard.local.run.RunFile;
import picocli.CommandLine.Option;

/** Which suite a benchmark measures. */
public final class SuiteOptions {

  @Option(
      names = "--port-base",
      paramLabel = "N",
      description = {
        "Measure the running suite of this port base, which keeps the invented feedback.",
        "Default: a suite of its own on free ports, deleted afterwards."
      })
  private Integer portBase;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  /** One of our own, whatever the options: a benchmark that writes into its databases. */
  public static SuiteUnderTest own() {
    return SuiteUnderTest.fresh();
  }

  /** A running suite, or one of our own that ends when it is closed. */
  public SuiteUnderTest open() {
    return portBase == null
        ? SuiteUnderTest.fresh()
        : SuiteUnderTest.running(RunFile.read(new Ports(portBase)));
  }
}
