package org.heard.suite.nemesis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.heard.suite.RunningSuite;

/** Faults by signals. */
public final class Signals {
  private Signals() {}

  /** SIGKILL; the first process of the victim is enough, the others notice. */
  static Fault kill(RunningSuite suite, Victim victim) {
    return new Fault() {
      @Override
      public FaultKind kind() {
        return FaultKind.KILL;
      }

      @Override
      public String target() {
        return victim.text();
      }

      @Override
      public void begin() throws Exception {
        send("KILL", victim.processes(suite).subList(0, 1));
      }

      @Override
      public void end() {}

      @Override
      public boolean lasts() {
        return false;
      }
    };
  }

  /** SIGSTOP, and SIGCONT at the end. */
  static Fault pause(RunningSuite suite, Victim victim) {
    return new Fault() {
      private List<ProcessHandle> paused = List.of();

      @Override
      public FaultKind kind() {
        return FaultKind.PAUSE;
      }

      @Override
      public String target() {
        return victim.text();
      }

      @Override
      public void begin() throws Exception {
        paused = victim.processes(suite);
        send("STOP", paused);
      }

      @Override
      public void end() throws Exception {
        send("CONT", paused);
      }
    };
  }

  /** Sends a signal to processes; one that is gone meanwhile is not missed. */
  public static void send(String signal, List<ProcessHandle> processes)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
    processes.forEach(process -> command.add(Long.toString(process.pid())));
    new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
