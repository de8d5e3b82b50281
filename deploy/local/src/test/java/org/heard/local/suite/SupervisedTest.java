package org.heard.local.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SupervisedTest {

  private static final Duration BOUND = Duration.ofSeconds(10);
  private static final Duration START_TIMEOUT = Duration.ofMillis(200);

  private final StringWriter said = new StringWriter();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final List<Fake> processes = new CopyOnWriteArrayList<>();
  private int failingStarts;
  private boolean firstComesUp = true;

  @AfterEach
  void stop() {
    stopping.countDown();
  }

  private static final class Fake implements Supervised.Running {
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();
    private final long pid;
    private volatile boolean closed;
    private volatile boolean up = true;
    private volatile boolean asked;

    private Fake(long pid) {
      this.pid = pid;
    }

    @Override
    public long pid() {
      return pid;
    }

    @Override
    public CompletableFuture<?> onExit() {
      return exit;
    }

    @Override
    public boolean isUp() {
      asked = true;
      return up;
    }

    @Override
    public void close() {
      closed = true;
      exit.complete(0);
    }
  }

  @Test
  void startsADeadChildAgainAndSaysSo() throws Exception {
    supervised(Duration.ofMillis(1)).begin();
    processes.get(0).exit.complete(137);
    await().atMost(BOUND).until(() -> processes.size() == 2);
    await().atMost(BOUND).until(() -> said.toString().contains("Started again: x (pid 101)"));
    assertThat(said.toString()).contains("DIED: x (pid 100)");
    assertThat(processes.get(0).closed).as("what the dead one held is given back").isTrue();
  }

  @Test
  void triesAgainWhenAStartFails() throws Exception {
    Supervised supervised = supervised(Duration.ofMillis(1));
    supervised.begin();
    failingStarts = 2;
    processes.get(0).exit.complete(1);
    await().atMost(BOUND).until(() -> processes.size() == 2);
    assertThat(said.toString()).containsSubsequence("could not be started", "could not be started");
  }

  @Test
  void stopsAChildThatDoesNotComeUpAndStartsItAgain() throws Exception {
    firstComesUp = false;
    supervised(Duration.ofMillis(1)).begin();
    await().atMost(BOUND).until(() -> processes.size() == 2);
    await().atMost(BOUND).until(() -> said.toString().contains("Started again: x (pid 101)"));
    assertThat(said.toString()).contains("HANGS: x (pid 100)").doesNotContain("DIED");
    assertThat(processes.get(0).closed).isTrue();
    assertThat(processes.get(1).closed).as("the next one came up").isFalse();
  }

  @Test
  void leavesAChildAloneThatIsUp() throws Exception {
    supervised(Duration.ofMillis(1)).begin();
    await().atMost(BOUND).until(() -> processes.get(0).asked);
    processes.get(0).up = false;
    await().during(START_TIMEOUT.multipliedBy(2)).atMost(BOUND).until(() -> processes.size() == 1);
    assertThat(said.toString()).isEmpty();
  }

  @Test
  void doesNotTakeADeathByOurOwnEndForACrash() throws Exception {
    supervised(Duration.ofSeconds(5)).begin();
    Fake process = processes.get(0);
    process.exit.complete(143);
    stopping.countDown();
    await().during(Duration.ofMillis(300)).atMost(BOUND).until(() -> processes.size() == 1);
    assertThat(said.toString()).isEmpty();
  }

  @Test
  void startsNothingOnceStopping() throws Exception {
    stopping.countDown();
    Supervised supervised = supervised(Duration.ofMillis(1));
    supervised.begin();
    supervised.stop();
    assertThat(processes).isEmpty();
  }

  @Test
  void lastingFailureOfTheFirstStartIsTheCallersProblem() {
    failingStarts = 1;
    assertThatThrownBy(() -> supervised(Duration.ofMillis(1)).begin()).hasMessage("no");
  }

  private Supervised supervised(Duration grace) {
    return new Supervised(
        "x",
        () -> {
          if (failingStarts-- > 0) {
            throw new IllegalStateException("no");
          }
          Fake fake = new Fake(100 + processes.size());
          fake.up = firstComesUp || !processes.isEmpty();
          processes.add(fake);
          return fake;
        },
        stopping,
        new Screen(new PrintWriter(said)),
        START_TIMEOUT,
        grace,
        new Backoff(Duration.ofMillis(1)));
  }
}
