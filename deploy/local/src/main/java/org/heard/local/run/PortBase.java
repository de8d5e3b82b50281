package org.heard.local.run;

import picocli.CommandLine.Option;

/** Options of every command: which suite is meant, and help. */
public final class PortBase {

  @Option(
      names = "--port-base",
      paramLabel = "N",
      description = "The suite's first port, the gateway's (default ${DEFAULT-VALUE}).")
  private int base = Ports.DEFAULT_BASE;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  /** The ports of the suite. */
  public Ports ports() {
    return new Ports(base);
  }
}
