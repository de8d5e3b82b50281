package org.heard.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stopping, killing and starting again. */
class RestartIT {
  @TempDir Path folder;

  @Test
  void nothingIsLostByStoppingAndNothingIsLeftRunning() {
    Path data = folder.resolve("data");
    List<ProcessHandle> first;
    try (RunningSuite suite = RunningSuite.start(data)) {
      Command.Result loaded =
          Command.run(
              "load",
              suite.withPort(
                  Comments.csv(folder, 200).toString(),
                  "--map",
                  "text=comment,rating=score",
                  "--ward",
                  "W01"));
      assertThat(loaded.exit()).as(loaded.out() + loaded.errors()).isZero();
      first = suite.process().descendants().toList();
      assertThat(suite.stop()).isZero();
      assertThat(suite.said()).doesNotContain("DIED");
      assertThat(Files.exists(suite.runFile())).isFalse();
    }
    assertGone(first);
    List<ProcessHandle> second;
    try (RunningSuite suite = RunningSuite.start(data)) {
      await()
          .atMost(RunningSuite.SECONDS_LATER)
          .untilAsserted(() -> assertThat(suite.submissions("W01")).isEqualTo(200));
      second = suite.process().descendants().toList();
      suite.process().destroyForcibly();
    }
    assertGone(second);
    try (RunningSuite suite = RunningSuite.start(data)) {
      assertThat(suite.submissions("W01")).as("after the whole suite was killed").isEqualTo(200);
    }
  }

  /** As a terminal does with Ctrl-C, and a supervisor that ends a service. */
  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void aSignalToTheWholeGroupIsNotTakenForACrash(String signal) throws Exception {
    Path data = folder.resolve("data");
    try (RunningSuite suite =
        RunningSuite.start(data, RunningSuite.freePortBase(), Launcher.OWN_GROUP)) {
      List<ProcessHandle> all = suite.process().descendants().toList();
      Process kill =
          new ProcessBuilder("kill", "-" + signal, "--", "-" + suite.process().pid()).start();
      assertThat(kill.waitFor()).isZero();
      assertThat(suite.exit()).isZero();
      assertThat(suite.said()).doesNotContain("DIED").contains("Stopped.");
      assertThat(Files.exists(suite.runFile())).isFalse();
      assertGone(all);
    }
  }

  private static void assertGone(List<ProcessHandle> processes) {
    assertThat(processes).isNotEmpty();
    await()
        .atMost(RunningSuite.SECONDS_LATER)
        .untilAsserted(() -> assertThat(processes).noneMatch(ProcessHandle::isAlive));
  }
}
