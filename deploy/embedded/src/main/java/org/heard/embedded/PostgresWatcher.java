package org.heard.embedded;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A shell that waits for this JVM's end and then stops the server it left behind.
 *
 * <p>Its standard input is a pipe from us. The word {@code done} sends it home; the end of the pipe
 * without that word means that we are gone.
 */
final class PostgresWatcher implements AutoCloseable {

  // The owner's mark is looked at before every signal: whoever starts the server anew, after our
  // parent's death, marks it as its own first, and then it is none of our business.
  private static final String SCRIPT =
      """
      trap '' INT TERM HUP
      while read -r word; do
        [ "$word" = done ] && exit 0
      done
      ours() {
        [ "$(cat "$3" 2>/dev/null)" = "$4" ] && kill -0 "$pid" 2>/dev/null || return 1
        if [ -r "/proc/$pid/cmdline" ]; then
          tr '\\0' ' ' <"/proc/$pid/cmdline" | grep -qF -- "$1"
        else
          ps -o args= -p "$pid" | grep -qF -- "$1"
        fi
      }
      # A server that was only just being started may not have written its file yet.
      tries=0
      until
        pid=$(head -n 1 "$1/postmaster.pid" 2>/dev/null)
        [ -n "$pid" ] || [ $tries -ge 30 ]
      do
        tries=$((tries + 1))
        sleep 0.1
      done
      for signal in INT QUIT KILL; do
        ours "$@" || break
        kill -s $signal "$pid" 2>/dev/null
        tries=0
        while ours "$@" && [ $tries -lt 50 ]; do
          tries=$((tries + 1))
          sleep 0.1
        done
      done
      [ -z "$2" ] || rm -rf "$2"
      """;

  private final Process process;

  private PostgresWatcher(Process process) {
    this.process = process;
  }

  /**
   * Starts watching.
   *
   * @param cluster the server's data directory
   * @param disposable a folder to delete after the server, or an empty string
   * @param ownerFile where the owner's mark is written, before anything is started
   */
  static PostgresWatcher start(Path cluster, String disposable, Path ownerFile) throws IOException {
    String owner = UUID.randomUUID().toString();
    OwnerOnly.write(ownerFile, owner.getBytes(StandardCharsets.US_ASCII));
    List<String> command = new ArrayList<>();
    // A session of its own: killing our process group must not kill the watcher with it.
    Path setsid = Path.of("/usr/bin/setsid");
    if (Files.isExecutable(setsid)) {
      command.add(setsid.toString());
    }
    command.addAll(List.of("/bin/sh", "-c", SCRIPT, "sh"));
    command.addAll(List.of(cluster.toString(), disposable, ownerFile.toString(), owner));
    return new PostgresWatcher(
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.DISCARD)
            .start());
  }

  /** Lets it stop whatever was started: as if we were gone. */
  void abandon() throws IOException {
    process.getOutputStream().close();
  }

  /** Sends it home without touching the server. */
  @Override
  public void close() throws IOException {
    try (var pipe = process.getOutputStream()) {
      pipe.write("done\n".getBytes(StandardCharsets.US_ASCII));
    }
  }
}
