package org.heard.suite.broken;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.heard.suite.RunningSuite;

/** A second analytics-service beside one that is thought dead: the same jar and settings. */
final class Replacement {
  private static final int POSTGRES = 4;
  private static final int HTTP = 12;
  private static final int MANAGEMENT = 13;

  private Replacement() {}

  static Process start(RunningSuite suite, ProcessHandle first) throws IOException {
    Path process = Path.of("/proc", Long.toString(first.pid()));
    List<String> line = fields(process.resolve("cmdline"));
    ProcessBuilder builder =
        new ProcessBuilder(
            Workshop.java(), "-Xmx192m", "-XX:+UseSerialGC", "-jar", line.get(line.size() - 1));
    Map<String, String> environment = builder.environment();
    for (String setting : fields(process.resolve("environ"))) {
      int equals = setting.indexOf('=');
      environment.put(setting.substring(0, equals), setting.substring(equals + 1));
    }
    environment.put("QUARKUS_HTTP_PORT", suite.port(HTTP) + "");
    environment.put("QUARKUS_MANAGEMENT_PORT", suite.port(MANAGEMENT) + "");
    // Not through the proxy that holds the first one.
    environment.put(
        "QUARKUS_DATASOURCE_JDBC_URL",
        "jdbc:postgresql://127.0.0.1:" + suite.port(POSTGRES) + "/analytics");
    Path log = suite.data("logs/replacement.log");
    return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  private static List<String> fields(Path file) throws IOException {
    return List.of(Files.readString(file, StandardCharsets.UTF_8).split("\0"));
  }
}
